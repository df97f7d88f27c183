import type { ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { ratingLabels } from '../contract/codes.ts'
import type { GoalView } from '../contract/goals.ts'
import { figure, ratingTones } from './words.ts'

/** How a goal stood over time, and what was done about it. */
export function GoalHistory({ goal }: { goal: GoalView }): ReactElement {
  const columns: Column<GoalView['statuses'][number]>[] = [
    { key: 'onDate', header: 'Am', cell: (row) => <Day at={row.onDate} /> },
    {
      key: 'rating',
      header: 'Stand',
      cell: (row) => <Badge tone={ratingTones[row.rating]}>{ratingLabels[row.rating]}</Badge>,
    },
    {
      key: 'value',
      header: 'Wert',
      align: 'end',
      cell: (row) => row.value !== null && figure(row.value, goal.unit),
    },
    { key: 'note', header: 'Dazu', cell: (row) => row.note },
    {
      key: 'countermeasure',
      header: 'Gegensteuerung',
      cell: (row) =>
        row.countermeasure && (
          <>
            {row.countermeasure}
            {row.countermeasureBy !== null && (
              <>
                {' '}
                bis <Day at={row.countermeasureBy} />
              </>
            )}
          </>
        ),
    },
  ]
  return <Table caption={goal.title} columns={columns} rows={goal.statuses} rowKey={(row) => row.id} />
}
