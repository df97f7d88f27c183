import { germanDate } from '../../../../platform/contract/dates.ts'
import type { SheetBlock } from '../../../../platform/server/documents/index.ts'
import {
  assessmentKindLabels,
  ratingStateLabels,
  ratingUrgencyLabels,
  summarise,
  wordOf,
  type AssessmentScreen,
} from '../../../assessment/index.ts'
import { assessmentScreen } from '../../../assessment/server/index.ts'
import type { CaseFileContext, CaseFileSection } from './case-file-context.ts'
import { facts, heading, note, nothing, text } from './words.ts'

/** A file holds a handful; more than this is no file of a person. */
const most = 40

export const assessmentsSection: CaseFileSection = async (tx, context) => {
  const newest = await assessmentScreen(tx, { caseId: context.file.id, id: null }, context.today)
  if (newest.history.length === 0) return [note('Es gibt noch kein Assessment.')]
  const blocks: SheetBlock[] = []
  for (const { id } of newest.history.slice(0, most)) {
    const screen =
      id === newest.current?.id
        ? newest
        : await assessmentScreen(tx, { caseId: context.file.id, id }, context.today)
    blocks.push(...assessmentBlocks(screen, context))
  }
  return blocks
}

function assessmentBlocks(screen: AssessmentScreen, { nameOf }: CaseFileContext): SheetBlock[] {
  const current = screen.current
  if (current === null) return []
  const label = (key: string) => screen.domains.find((domain) => domain.key === key)?.label ?? key
  const order = new Map(screen.domains.map(({ key }, place) => [key, place]))
  const ratings = [...current.ratings].sort(
    (a, b) => (order.get(a.lifeDomain) ?? 99) - (order.get(b.lifeDomain) ?? 99),
  )
  const value = (name: 'resource' | 'need' | 'clientView', step: number | null) =>
    step === null ? nothing : `${step}: ${wordOf(current.scale, name, step)}`
  const word = (rating: (typeof ratings)[number]) =>
    rating.urgency === null ? '' : ` (${ratingUrgencyLabels[rating.urgency]})`
  return [
    heading(`${assessmentKindLabels[current.kind]} vom ${germanDate(current.startedOn)}`, 2),
    ...facts([
      ['Durchgeführt von', current.by.name],
      ['Abgeschlossen', current.finishedOn === null ? 'noch offen' : germanDate(current.finishedOn)],
    ]),
    {
      kind: 'table',
      widths: [3, 3, 3, 3, 3],
      header: ['Lebensbereich', 'Für wen', 'Ressource', 'Bedarf', 'Sicht der Person'],
      rows: ratings.map((rating) =>
        rating.state === 'rated'
          ? [
              `${label(rating.lifeDomain)}${word(rating)}`,
              nameOf(rating.personId),
              value('resource', rating.resource),
              value('need', rating.need),
              value('clientView', rating.clientView),
            ]
          : [
              label(rating.lifeDomain),
              nameOf(rating.personId),
              ratingStateLabels[rating.state],
              nothing,
              nothing,
            ],
      ),
    },
    ...ratings.flatMap((rating) => wordsOf(rating, label(rating.lifeDomain), nameOf(rating.personId))),
    ...summaryOf(screen),
  ]
}

function wordsOf(
  { text: words }: NonNullable<AssessmentScreen['current']>['ratings'][number],
  domain: string,
  whom: string,
): SheetBlock[] {
  if (!words?.note && !words?.clientWords) return []
  return [
    heading(`${domain}, ${whom}`, 3),
    ...text(words.note),
    ...text(words.clientWords ? `In eigenen Worten: ${words.clientWords}` : null),
  ]
}

function summaryOf({ current, domains, subjects }: AssessmentScreen): SheetBlock[] {
  if (current === null) return []
  if (current.summary.withheld !== null)
    return [note('Die Zusammenfassung ist für Sie nicht einsehbar oder ihre Rechtsgrundlage fehlt.')]
  const written =
    current.summary.content ??
    summarise({ domains, ratings: current.ratings, subjects, scale: current.scale }).join('\n\n')
  return written === '' ? [] : [heading('Zusammenfassung', 3), ...text(written)]
}
