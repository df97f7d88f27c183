import type { ReactElement } from 'react'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { SvgDrawing } from '../../../platform/web/ui/svg-drawing.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import type { EffectQuarter, SolutionRow } from '../contract/effects.ts'
import { effectSentence, quarterWords, shownNumber } from '../rules/effect-words.ts'
import { effectChart } from './effect-chart.ts'
import './solutions.css'

type Line = EffectQuarter & { readonly side: string }

/** Before and after as a sentence, a drawing and a table, with what the figures do not say. */
export function EffectFigures({ solution }: { solution: SolutionRow }): ReactElement {
  const { effect } = solution
  const lines: Line[] = [
    ...effect.before.quarters.map((quarter) => ({ ...quarter, side: 'vorher' })),
    ...effect.after.quarters.map((quarter) => ({ ...quarter, side: 'nachher' })),
  ]
  return (
    <div className="lt-stack">
      <p className="kern-body">{effectSentence(solution)}</p>
      {effect.reportingChanged && (
        <Alert tone="warning" title="Das Melden selbst hat sich verändert">
          Es haben deutlich mehr oder weniger Personen Hürden gemeldet als in der Zeit davor. Eine andere Zahl
          kann allein daran liegen.
        </Alert>
      )}
      <SvgDrawing
        node={effectChart(
          { before: effect.before.quarters, after: effect.after.quarters },
          `Gemeldete Hürden je Quartal vor und nach der Umsetzung: ${solution.title}`,
        )}
      />
      <Table
        caption="Gemeldete Hürden je Quartal"
        columns={columns}
        rows={lines}
        rowKey={(line) => line.quarter}
      />
      <p className="kern-body">
        Summe vorher: {shownNumber(effect.before.total)} Hürden, {shownNumber(effect.before.daysLost)}{' '}
        verlorene Tage. Nachher: {shownNumber(effect.after.total)} Hürden,{' '}
        {shownNumber(effect.after.daysLost)} verlorene Tage. Nur mit Halbjahr oder Jahr bekannt und deshalb
        nicht in den Quartalen: {shownNumber(effect.coarse)}.
      </p>
      <Why label="Warum steht hier ein Punkt?" source="R096; Schwelle des Kreises">
        Zahlen unter {effect.threshold} werden nicht gezeigt, auch dort nicht, wo sie sich als Differenz
        ausrechnen ließen. Das laufende Quartal und das Quartal der Umsetzung zählen nicht mit. Verlorene Tage
        sind aus Klassen geschätzt.
      </Why>
    </div>
  )
}

const columns: Column<Line>[] = [
  { key: 'quarter', header: 'Quartal', rowHeader: true, cell: (line) => quarterWords(line.quarter) },
  { key: 'side', header: 'Zeit', cell: (line) => line.side },
  { key: 'barriers', header: 'Hürden', align: 'end', cell: (line) => shownNumber(line.barriers) },
  { key: 'daysLost', header: 'Verlorene Tage', align: 'end', cell: (line) => shownNumber(line.daysLost) },
  { key: 'contacts', header: 'Kontakte', align: 'end', cell: (line) => shownNumber(line.contacts) },
  { key: 'referrals', header: 'Verweise', align: 'end', cell: (line) => shownNumber(line.referrals) },
  {
    key: 'rate',
    header: 'Hürden je 100 Kontakte',
    align: 'end',
    cell: (line) => (line.rate === null ? '·' : line.rate.toLocaleString('de-DE')),
  },
]
