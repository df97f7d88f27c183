import { germanDate } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { renderSheet, type SheetBlock } from '../../../platform/server/documents/index.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { barrierKindLabels, daysLostLabels, legalDomainLabels } from '../../structure/index.ts'
import type { SubjectPaper } from '../../committees/server/index.ts'
import { letterhead } from '../../tenancy/server/index.ts'
import {
  themeFieldLabels,
  themeOrganisationStateLabels,
  themePriorityLabels,
  themeTraitLabels,
} from '../contract/codes.ts'
import type { ThemeView } from '../contract/themes.ts'
import type { Mention } from '../rules/named-organisation.ts'
import { readTheme } from './theme-screen.ts'

/**
 * The theme as a committee gets it. Offices stand by name only where they were asked, with what they say; the others are
 * there by kind and legal domain alone. Throws 404, `themeNamesUnasked`.
 */
export async function printTheme(tx: Tx, id: string, now: Temporal.Instant): Promise<Download> {
  const { view, mentions } = await readTheme(tx, id, dayOf(now))
  refuseUnasked(mentions)
  await audit(tx, { action: 'theme.printed', objectKind: 'theme', objectId: id })
  const sheet = { title: `Thema: ${view.title}`, ...(await letterhead(tx)), blocks: blocksOf(view) }
  return { name: `Thema-${dayOf(now)}.pdf`, bytes: await renderSheet(sheet, now) }
}

/**
 * The theme in the paper of an agenda item, for a committee that somebody else runs: the same as the paper of the theme,
 * whoever prints it. Throws `themeNamesUnasked`, also for the words of the item.
 */
export const themeInPaper: SubjectPaper = async (tx, { kind, id, words }, now) => {
  if (kind !== 'theme') return null
  const open = await readTheme(tx, id, dayOf(now)).catch(hidden)
  if (open === null) return null
  const item = open.mentionsIn(words.filter(Boolean).join('\n'))
  refuseUnasked(open.mentions, item)
  await audit(tx, { action: 'theme.printed', objectKind: 'theme', objectId: id })
  return [heading(`Zum Thema „${open.view.title}“`), ...blocksOf(open.view)]
}
const hidden = (error: unknown) => {
  if (error instanceof Refusal && error.kind === 'notFound') return null
  throw error
}

/** Says where the theme names whom: what was not asked reaches no committee by name. */
function refuseUnasked(inTheme: readonly Mention[], inItem: readonly Mention[] = []): void {
  const places = new Map<string, Set<string>>()
  const note = (path: string, place: string, { text, name }: Mention) =>
    places.set(path, new Set(places.get(path)).add(`${place}: „${text}“ nennt ${name}.`))
  for (const one of inTheme) note(one.field, themeFieldLabels[one.field], one)
  for (const one of inItem) note('item', 'Punkt der Tagesordnung', one)
  if (places.size === 0) return
  const fields = [...places].map(([path, said]) => ({
    path,
    code: 'themeNamesUnasked',
    message: [...said].join(' '),
  }))
  throw new Refusal('conflict', 'themeNamesUnasked', { fields })
}

const heading = (text: string): SheetBlock => ({ kind: 'heading', level: 1, text })
const told = (text: string | null): SheetBlock[] => (text === null ? [] : [{ kind: 'text', text }])

function blocksOf(view: ThemeView): SheetBlock[] {
  return [
    { kind: 'facts', pairs: factsOf(view) },
    heading('Was den Menschen passiert'),
    ...told(view.description),
    ...evidenceBlocks(view.evidence),
    heading('Sicht der Zielgruppe'),
    { kind: 'text', text: viewSentence(view) },
    heading('Was die beteiligten Stellen sagen'),
    ...organisationBlocks(view),
    heading('Was vorgeschlagen ist'),
    { kind: 'facts', pairs: proposalOf(view) },
  ]
}

const factsOf = (view: ThemeView): [string, string][] => [
  ['Stand', `${view.state.label} seit ${germanDate(view.stateOn)}`],
  ['Wo', view.region?.name ?? 'Ganzer Kreis'],
  ['Verantwortlich', view.owner],
  ...(view.traits.length > 0
    ? [['Trifft zu', view.traits.map((trait) => themeTraitLabels[trait]).join('; ')] as [string, string]]
    : []),
]

const counted = (rows: readonly { key: string; count: number }[], words: Readonly<Record<string, string>>) =>
  rows.map(({ key, count }) => `${count} × ${words[key] ?? key}`).join(', ')

function evidenceBlocks({ barriers, cases, from, to, ...evidence }: ThemeView['evidence']): SheetBlock[] {
  if (barriers === 0) return [{ kind: 'text', text: 'Hinter diesem Thema steht noch keine Hürde.' }]
  const pairs: [string, string][] = [
    ['Hürden', String(barriers)],
    ['Fälle', cases === null ? 'zu wenige, um sie zu nennen' : `mindestens ${cases}`],
    ...(from && to ? [['Zeitraum', `${germanDate(from)} bis ${germanDate(to)}`] as [string, string]] : []),
    ['Art', counted(evidence.kinds, barrierKindLabels)],
    ['Rechtskreise', counted(evidence.legalDomains, legalDomainLabels) || 'nicht angegeben'],
    ['Verlorene Tage', counted(evidence.daysLost, daysLostLabels)],
    ['Bezirke', evidence.regions.join(', ') || 'nicht angegeben'],
  ]
  return [{ kind: 'facts', pairs }]
}

function viewSentence({ targetGroupView: view }: ThemeView): string {
  if (view === null) return 'Noch nicht eingeholt.'
  if (view.state === 'notYet') return `Noch nicht gefragt, weil ${view.words}`
  return `${view.on ? `Gefragt am ${germanDate(view.on)}: ` : ''}${view.words}`
}

function organisationBlocks({ organisations }: ThemeView): SheetBlock[] {
  const heard = organisations.filter(({ state }) => state !== 'named' && state !== 'omitted')
  const silent = organisations.some(({ state }) => state === 'named')
  return [
    ...(heard.length === 0 && !silent
      ? [{ kind: 'text' as const, text: 'Das Thema nennt keine Stelle.' }]
      : []),
    ...(heard.length > 0
      ? [
          {
            kind: 'table' as const,
            widths: [3, 2, 5],
            header: ['Stelle', 'Stand', 'Was sie sagt'],
            rows: heard.map(({ name, state, answer, views }) => [
              name,
              themeOrganisationStateLabels[state],
              [answer, ...views.map((one) => one.answer)].filter(Boolean).join('\n'),
            ]),
          },
        ]
      : []),
    ...(silent
      ? [
          {
            kind: 'note' as const,
            text: 'Weitere beteiligte Stellen sind noch nicht nach ihrer Sicht gefragt. Bis dahin stehen hier nur Art und Rechtskreis.',
          },
        ]
      : []),
  ]
}

function proposalOf(view: ThemeView): [string, string][] {
  const pairs: [string, string | null][] = [
    ['Ziel', view.goal],
    ['Vorgehen', view.method],
    ['Arbeitsformat', view.format],
    ['Priorität', view.priority && themePriorityLabels[view.priority]],
    ['Lösung', view.solution],
    ['Zwecke des Landes', view.purposes.map(({ label }) => label).join('; ') || null],
  ]
  const known = pairs.filter((pair): pair is [string, string] => pair[1] !== null)
  return known.length > 0 ? known : [['Vorschlag', 'noch keiner']]
}
