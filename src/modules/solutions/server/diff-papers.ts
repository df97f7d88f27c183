import { germanDate } from '../../../platform/contract/dates.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { sectionLabels, sections } from '../contract/codes.ts'
import { legalDomainLabels } from '../../structure/index.ts'
import type { PaperDiff, PaperView } from '../contract/papers.ts'
import { wordDiff } from '../rules/word-diff.ts'
import { readPaper } from './paper-screens.ts'

/** What `id` says otherwise than `since`, or than the version before. Throws 404, `paperNotSamePaper`. */
export async function diffPapers(
  tx: Tx,
  actor: Actor,
  id: string,
  since: string | undefined,
  now: Temporal.Instant,
): Promise<PaperDiff> {
  const after = await readPaper(tx, actor, id, dayOf(now))
  const before = since ?? after.versions.find(({ number }) => number < after.number)?.id ?? id
  if (!after.versions.some((one) => one.id === before)) throw new Refusal('conflict', 'paperNotSamePaper')
  const older = before === id ? after : await readPaper(tx, actor, before, dayOf(now))
  const [left, right] = [wordsOf(older), wordsOf(after)]
  const fields = right.flatMap(([field, label, text], index) => {
    const old = left[index]![2]
    return old === text ? [] : [{ field, label, runs: wordDiff(old, text) }]
  })
  const reference = (view: PaperView) => view.versions.find((one) => one.id === view.id)!
  return { from: reference(older), to: reference(after), fields }
}

/** Every field as text, in the order of reading. */
function wordsOf(paper: PaperView): [field: string, label: string, text: string][] {
  const day = (date: string | null) => (date === null ? '' : germanDate(date))
  return [
    ['title', 'Titel', paper.title],
    ['legalDomains', 'Rechtskreise', paper.legalDomains.map((key) => legalDomainLabels[key]).join(', ')],
    [
      'parties',
      'Parteien und Kontakte',
      paper.parties
        .map((one) => [one.label, one.contactFunction, one.contactReach].filter(Boolean).join(' · '))
        .join('\n'),
    ],
    ...sections.map((section): [string, string, string] => [
      `sections.${section}`,
      sectionLabels[section],
      paper.sections[section] ?? '',
    ]),
    ['validUntil', 'Gültig bis', day(paper.validUntil)],
    ['reviewOn', 'Überprüfung am', day(paper.reviewOn)],
  ]
}
