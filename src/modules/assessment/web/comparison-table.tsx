import type { ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { assessmentKindLabels } from '../contract/codes.ts'
import type { ComparedAssessment } from '../contract/comparison.ts'
import type { ComparedCell, ComparedRow } from '../rules/compare.ts'
import type { ValueName } from '../rules/rating.ts'
import { ChangeWords } from './change-words.tsx'
import { marks } from './marks.ts'
import { valueLabels } from './rating-values.ts'

interface ComparisonTableProps {
  rows: readonly ComparedRow[]
  assessments: readonly ComparedAssessment[]
  caption: string
}

const order: readonly ValueName[] = ['resource', 'need', 'clientView']

/** Life domains down, assessments across, oldest left; what changed stands in words at the newer one. */
export function ComparisonTable({ rows, assessments, caption }: ComparisonTableProps): ReactElement {
  const columns: Column<ComparedRow>[] = [
    { key: 'domain', header: 'Lebensbereich', cell: (row) => row.label, rowHeader: true },
    ...assessments.map((one, at) => ({
      key: one.id,
      header: `${assessmentKindLabels[one.kind]} ${formatDate(one.startedOn)}${one.finishedOn ? '' : ' (offen)'}`,
      cell: (row: ComparedRow) => <Cell cell={row.cells[at]!} />,
    })),
  ]
  return (
    // Many assessments are wider than the page; then this scrolls, also with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="assess-scroll" role="region" aria-label={caption} tabIndex={0}>
      <Table caption={caption} hideCaption columns={columns} rows={rows} rowKey={(row) => row.key} />
    </div>
  )
}

function Cell({ cell }: { cell: ComparedCell }): ReactElement {
  return (
    <div className="assess-cell">
      {cell.change && (
        <strong>
          <ChangeWords change={cell.change} />
        </strong>
      )}
      {cell.remark && <span className="kern-body--muted">{cell.remark}</span>}
      {order.map((name) => {
        const shown = cell.values[name]
        if (!shown) return null
        return (
          <span key={name}>
            <span aria-hidden="true">{marks[name]} </span>
            {valueLabels[name]}: {shown.value} – {shown.word}
            {shown.change && (
              <>
                {' '}
                (<ChangeWords change={shown.change} />)
              </>
            )}
          </span>
        )
      })}
    </div>
  )
}
