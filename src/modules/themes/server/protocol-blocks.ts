import { germanDate } from '../../../platform/contract/dates.ts'
import { svgText, type SvgNode } from '../../../platform/contract/svg.ts'
import type { SheetBlock } from '../../../platform/server/documents/index.ts'
import { legalDomainLabels } from '../../structure/index.ts'
import { comparisonAlikeLabels, reconstructionResultLabels, stationMarkLabels } from '../contract/codes.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { barrierWords } from '../rules/barrier-words.ts'
import { chainDrawing } from '../rules/chain-drawing.ts'
import { methodSteps } from '../rules/reconstruction.ts'
import { weeks, type ChainStep } from '../rules/service-chain.ts'
import { timelineDrawing } from '../rules/timeline-drawing.ts'

const heading = (text: string, level: 1 | 2 | 3 = 1): SheetBlock => ({ kind: 'heading', level, text })
const text = (value: string | null): SheetBlock[] => [
  { kind: 'text', text: value ?? 'Noch nicht besprochen.' },
]

/** What the protocol says, from the case to the result; drawings stand beside their tables. */
export function protocolBlocks(view: ReconstructionView): SheetBlock[] {
  const { chains } = view
  return [
    { kind: 'facts', pairs: factsOf(view) },
    {
      kind: 'note',
      text: 'Ein pseudonymisierter oder konstruierter Fall. Zeiten zählen vom Anfang des Verlaufs; Namen und Daten stehen nirgends.',
    },
    heading('Ausgangslage'),
    ...text(view.situation),
    heading('Stationen auf der Zeitachse'),
    ...timelineBlocks(view.stations),
    heading('Stationen aus Sicht der Person'),
    ...storyBlocks(view.stations),
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

type Stations = ReconstructionView['stations']
const weeksOr = (value: number | null) => (value === null ? 'nicht bekannt' : weeks(value))
const remarksOf = ({ marks }: Stations[number]) => marks.map((key) => stationMarkLabels[key])

/** As many as fit on a page, mostly; longer ones are drawn in parts. */
const drawnTogether = 10

/** What is drawn, a page at most at a time, each part with what it shows in words. */
function drawings(
  count: number,
  title: string,
  draw: (title: string, part: { from: number; to: number }) => SvgNode,
): SheetBlock[] {
  return Array.from({ length: Math.ceil(count / drawnTogether) }, (_, at) => {
    const part = { from: at * drawnTogether, to: Math.min(count, (at + 1) * drawnTogether) }
    const which = part.to - part.from === 1 ? `Nummer ${part.to}` : `Nummer ${part.from + 1} bis ${part.to}`
    const alt = `${title}, ${which} von ${count}: dieselben Angaben wie in der Tabelle darunter.`
    return { kind: 'drawing', svg: svgText(draw(title, part)), alt }
  })
}

/** The line of months, and the same as a table: how long, where it broke or was done twice, what helped. */
const timelineBlocks = (stations: Stations): SheetBlock[] =>
  stations.length === 0
    ? text(null)
    : [
        ...drawings(stations.length, 'Stationen auf der Zeitachse', (title, part) =>
          timelineDrawing(
            stations.map((one) => ({ ...one, remarks: remarksOf(one) })),
            title,
            part,
          ),
        ),
        {
          kind: 'table',
          widths: [4, 1.4, 2, 2, 2.4, 3],
          header: ['Station', 'Monat', 'Wartezeit davor', 'Dauer', 'Auffällig', 'Geholfen hat'],
          rows: stations.map((one, at) => [
            `${at + 1}. ${one.title}`,
            one.month === null ? '–' : String(one.month),
            weeksOr(one.waitingWeeks),
            weeksOr(one.durationWeeks),
            remarksOf(one).join(', ') || '–',
            one.helped ?? '–',
          ]),
        },
      ]

/** How the person lived each station and who was part of it. */
const storyBlocks = (stations: Stations): SheetBlock[] =>
  stations.length === 0
    ? text(null)
    : stations.flatMap((station, at) => {
        const pairs: [string, string][] = [
          ['Beteiligte', station.actors ?? 'nicht festgehalten'],
          [
            'Rechtskreise',
            station.legalDomains.map((key) => legalDomainLabels[key]).join(', ') || 'nicht festgehalten',
          ],
        ]
        return [
          heading(`${at + 1}. ${station.title}`, 2),
          ...(station.happened ? text(station.happened) : []),
          { kind: 'facts' as const, pairs },
        ]
      })

/** What was compared and how alike it is; below, the figures of this case beside those of the others. */
function comparisonBlocks({ comparisons, figures }: ReconstructionView): SheetBlock[] {
  if (comparisons.length === 0) return text(null)
  const known = comparisons.filter((one) => one.figures !== null || one.barrier !== null)
  const row = (label: string, of: ReconstructionView['figures'] | null, barrier: string) => [
    label,
    of ? String(of.steps) : '–',
    of ? String(of.organisations) : '–',
    of ? weeks(of.waitingWeeks) : '–',
    of ? String(of.breaks) : '–',
    barrier,
  ]
  return [
    {
      kind: 'table',
      widths: [3, 2, 4],
      header: ['Fall', 'Vergleich', 'Anmerkung'],
      rows: comparisons.map((one) => [one.label, comparisonAlikeLabels[one.alike], one.note ?? '–']),
    },
    ...(known.length === 0
      ? []
      : [
          heading('Vergleich in Zahlen', 2),
          {
            kind: 'table' as const,
            widths: [3, 1.6, 1.4, 2, 2, 4],
            header: ['Fall', 'Schritte', 'Stellen', 'Wartezeit', 'Auffällige Schritte', 'Aus der Hürde'],
            rows: [
              row('Dieser Fall', figures, '–'),
              ...known.map((one) =>
                row(one.label, one.figures, one.barrier ? barrierWords(one.barrier) : '–'),
              ),
            ],
          },
        ]),
  ]
}

/** The drawing, and the same as a table. */
const chainBlocks = (chain: readonly ChainStep[], title: string): SheetBlock[] =>
  chain.length === 0
    ? text(null)
    : [
        ...drawings(chain.length, title, (name, part) => chainDrawing(chain, name, part)),
        {
          kind: 'table',
          widths: [4, 3, 3, 2, 2],
          header: ['Schritt', 'Stelle', 'Rechtskreis', 'Wartezeit davor', 'Auffällig'],
          rows: chain.map((step, at) => [
            `${at + 1}. ${step.label}`,
            step.organisation ?? '–',
            step.legalDomain ?? '–',
            weeksOr(step.waitingWeeks),
            step.remarks.join(', ') || '–',
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
