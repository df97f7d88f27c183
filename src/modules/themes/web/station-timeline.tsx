import type { ReactElement } from 'react'

import { Card } from '../../../platform/web/ui/card.tsx'
import { SvgDrawing } from '../../../platform/web/ui/svg-drawing.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { stationMarkLabels } from '../contract/codes.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { barrierWords } from '../rules/barrier-words.ts'
import { weeks } from '../rules/service-chain.ts'
import { timelineDrawing } from '../rules/timeline-drawing.ts'

type Station = ReconstructionView['stations'][number] & { at: number }
const weeksOr = (value: number | null) => (value === null ? 'nicht bekannt' : weeks(value))
const remarksOf = ({ marks }: Pick<Station, 'marks'>) => marks.map((key) => stationMarkLabels[key])

const columns: Column<Station>[] = [
  { key: 'title', header: 'Station', rowHeader: true, cell: (one) => `${one.at}. ${one.title}` },
  { key: 'month', header: 'Monat', align: 'end', cell: (one) => one.month ?? '–' },
  { key: 'waiting', header: 'Wartezeit davor', cell: (one) => weeksOr(one.waitingWeeks) },
  { key: 'duration', header: 'Dauer', cell: (one) => weeksOr(one.durationWeeks) },
  { key: 'remarks', header: 'Auffällig', cell: (one) => remarksOf(one).join(', ') || '–' },
  { key: 'helped', header: 'Geholfen hat', cell: (one) => one.helped ?? '–' },
]

const withRemarks = (one: ReconstructionView['stations'][number]) => ({ ...one, remarks: remarksOf(one) })

/** The stations on a line of months, with their table. */
export function StationTimeline({ view }: { view: ReconstructionView }): ReactElement | null {
  if (view.stations.length === 0) return null
  const title = `Stationen auf der Zeitachse: ${view.title}. Dieselben Angaben stehen in der Tabelle.`
  return (
    <Card title="Stationen auf der Zeitachse">
      <SvgDrawing node={timelineDrawing(view.stations.map(withRemarks), title)} />
      <details>
        <summary>Zeitachse als Tabelle</summary>
        <Table
          caption="Stationen auf der Zeitachse"
          hideCaption
          columns={columns}
          rows={view.stations.map((one, at) => ({ ...one, at: at + 1 }))}
          rowKey={(one) => String(one.at)}
        />
      </details>
    </Card>
  )
}

interface Compared {
  label: string
  figures: ReconstructionView['figures'] | null
  barrier: ReconstructionView['comparisons'][number]['barrier']
}
const compared: Column<Compared>[] = [
  { key: 'label', header: 'Fall', rowHeader: true, cell: (one) => one.label },
  { key: 'steps', header: 'Schritte', align: 'end', cell: (one) => one.figures?.steps ?? '–' },
  { key: 'offices', header: 'Stellen', align: 'end', cell: (one) => one.figures?.organisations ?? '–' },
  {
    key: 'waiting',
    header: 'Wartezeit',
    cell: (one) => (one.figures ? weeks(one.figures.waitingWeeks) : '–'),
  },
  { key: 'breaks', header: 'Auffällige Schritte', align: 'end', cell: (one) => one.figures?.breaks ?? '–' },
  {
    key: 'barrier',
    header: 'Aus der Hürde',
    cell: (one) => (one.barrier ? barrierWords(one.barrier) : '–'),
  },
]

/** The figures of this case and of those it is compared with, side by side. */
export function ComparedFigures({ view }: { view: ReconstructionView }): ReactElement | null {
  const others = view.comparisons.filter((one) => one.figures !== null || one.barrier !== null)
  if (others.length === 0) return null
  const own: Compared = { label: 'Dieser Fall', figures: view.figures, barrier: null }
  return (
    <Card title="Vergleich in Zahlen">
      <Table
        caption="Vergleich in Zahlen"
        hideCaption
        columns={compared}
        rows={[own, ...others]}
        rowKey={(one) => `${one.label} ${[own, ...others].indexOf(one)}`}
      />
    </Card>
  )
}
