import { svgText } from '../../../platform/contract/svg.ts'
import { germanDate } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { renderSheet, type SheetBlock } from '../../../platform/server/documents/index.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { letterhead } from '../../tenancy/server/index.ts'
import { comparisonAlikeLabels, reconstructionResultLabels, stationMarkLabels } from '../contract/codes.ts'
import { legalDomainLabels } from '../../structure/index.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { chainDrawing } from '../rules/chain-drawing.ts'
import { methodSteps } from '../rules/reconstruction.ts'
import { weeks, type ChainStep } from '../rules/service-chain.ts'
import { readReconstruction } from './reconstruction-screen.ts'

/** The protocol as PDF/UA: whoever takes part gets it; it holds no name and no date of the case. */
export async function printProtocol(tx: Tx, id: string, now: Temporal.Instant): Promise<Download> {
  const view = await readReconstruction(tx, id)
  const head = await letterhead(tx)
  await audit(tx, { action: 'reconstruction.printed', objectKind: 'reconstruction', objectId: id })
  const sheet = { title: `Fallrekonstruktion: ${view.title}`, ...head, blocks: protocolBlocks(view) }
  return { name: `Fallrekonstruktion-${dayOf(now)}.pdf`, bytes: await renderSheet(sheet, now) }
}

const heading = (text: string, level: 1 | 2 | 3 = 1): SheetBlock => ({ kind: 'heading', level, text })
const text = (value: string | null): SheetBlock[] => [
  { kind: 'text', text: value ?? 'Noch nicht besprochen.' },
]

function protocolBlocks(view: ReconstructionView): SheetBlock[] {
  const { chains } = view
  return [
    { kind: 'facts', pairs: factsOf(view) },
    {
      kind: 'note',
      text: 'Ein pseudonymisierter oder konstruierter Fall. Zeiten zählen vom Anfang des Verlaufs; Namen und Daten stehen nirgends.',
    },
    heading('Ausgangslage'),
    ...text(view.situation),
    heading('Stationen aus Sicht der Person'),
    ...(view.stations.length === 0 ? text(null) : view.stations.flatMap(stationBlocks)),
    heading('Vermutung über die Struktur'),
    ...text(view.hypothesis),
    heading('Vergleich mit weiteren Fällen'),
    ...comparisonBlocks(view),
    heading('Ablauf heute'),
    ...chainBlocks(chains.actual, 'Ablauf heute'),
    heading('Ablauf künftig'),
    ...chainBlocks(chains.target, 'Ablauf künftig'),
    ...(chains.differences.length > 0
      ? [heading('Was sich ändert'), { kind: 'items' as const, items: chains.differences }]
      : []),
    heading('Ergebnis'),
    ...resultBlocks(view),
    heading('Schritte der Methode'),
    {
      kind: 'items',
      items: methodSteps.map(
        (step, at) => `${step}: ${view.stepsDone.includes(at + 1) ? 'erledigt' : 'offen'}`,
      ),
    },
  ]
}

const factsOf = (view: ReconstructionView): [string, string][] => [
  ['Art', view.origin === 'offered' ? 'Pseudonymisierter Fall' : 'Konstruierter Fall'],
  ['Moderation', view.moderator ?? 'noch niemand'],
  ['Teilnehmende', view.participants ?? 'nicht festgehalten'],
  ['Besprochen am', view.heldOn ? germanDate(view.heldOn) : 'nicht festgehalten'],
]

function stationBlocks(station: ReconstructionView['stations'][number], at: number): SheetBlock[] {
  const pairs: [string, string | null][] = [
    ['Zeit', station.month === null ? null : `Monat ${station.month}`],
    ['Dauer', station.durationWeeks === null ? null : weeks(station.durationWeeks)],
    ['Beteiligte', station.actors],
    ['Rechtskreise', station.legalDomains.map((key) => legalDomainLabels[key]).join(', ') || null],
    ['Auffällig', station.marks.map((key) => stationMarkLabels[key]).join(', ') || null],
    ['Wartezeit davor', station.waitingWeeks === null ? null : weeks(station.waitingWeeks)],
    ['Geholfen hat', station.helped],
  ]
  const known = pairs.filter((pair): pair is [string, string] => pair[1] !== null)
  return [
    heading(`${at + 1}. ${station.title}`, 2),
    ...(station.happened ? text(station.happened) : []),
    ...(known.length > 0 ? [{ kind: 'facts' as const, pairs: known }] : []),
  ]
}

const comparisonBlocks = ({ comparisons }: ReconstructionView): SheetBlock[] =>
  comparisons.length === 0
    ? text(null)
    : [
        {
          kind: 'table',
          widths: [3, 2, 4],
          header: ['Fall', 'Vergleich', 'Anmerkung'],
          rows: comparisons.map((one) => [one.label, comparisonAlikeLabels[one.alike], one.note ?? '']),
        },
      ]

/** The drawing, and the same as a table. */
const chainBlocks = (chain: readonly ChainStep[], title: string): SheetBlock[] =>
  chain.length === 0
    ? text(null)
    : [
        {
          kind: 'drawing',
          svg: svgText(chainDrawing(chain, title)),
          alt: `${title}: ${chain.length} Schritte, dieselben wie in der Tabelle darunter.`,
        },
        {
          kind: 'table',
          widths: [3, 3, 3, 2],
          header: ['Schritt', 'Stelle', 'Rechtskreis', 'Wartezeit davor'],
          rows: chain.map((step) => [
            step.label,
            step.organisation ?? '',
            step.legalDomain ?? '',
            step.waitingWeeks === null ? 'nicht bekannt' : weeks(step.waitingWeeks),
          ]),
        },
      ]

const resultBlocks = (view: ReconstructionView): SheetBlock[] =>
  view.result === null
    ? text(null)
    : [
        {
          kind: 'facts',
          pairs: [
            ['Ergebnis', reconstructionResultLabels[view.result]],
            ...(view.theme ? [['Thema', view.theme.name] as const] : []),
            ...(view.resultOn ? [['Festgehalten am', germanDate(view.resultOn)] as const] : []),
          ],
        },
        ...text(view.resultWords),
      ]
