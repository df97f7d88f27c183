import type { ReactElement } from 'react'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import { measureStateLabels } from '../contract/codes.ts'
import { measureEndpoints, type MeasureView } from '../contract/measures.ts'
import { measureTones } from './words.ts'

/** In a committee: what was recommended to it, what it recommended, and the answer to each. */
export default function CommitteePart({ committeeId }: { committeeId: string }): ReactElement | null {
  const { rows, error, retry, pager } = usePages<typeof measureEndpoints.list, MeasureView>(
    measureEndpoints.list,
    { query: { view: 'all', committeeId, limit: 20 } },
  )
  if (rows.length === 0 && !error) return null
  return (
    <Card title="Empfehlungen und Antworten">
      <ProblemAlert error={error} onRetry={retry} />
      <ul className="committee-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/massnahmen/$id" params={{ id: row.id }}>
              {row.title}
            </Link>{' '}
            <Badge tone={measureTones[row.state]}>{measureStateLabels[row.state]}</Badge>
            <p className="committee-words kern-body--small">{wayOf(row, committeeId)}</p>
          </li>
        ))}
      </ul>
      <Pager {...pager} />
    </Card>
  )
}

/** Where it came from or went, and the last answer. */
function wayOf(row: MeasureView, committeeId: string): string {
  const here = row.committee?.id === committeeId
  const way = here
    ? row.fromCommittee && `Empfohlen von: ${row.fromCommittee.label}`
    : `An: ${row.committee?.label ?? row.organisation?.label ?? 'noch niemanden'}`
  const answer = row.steps.findLast((step) => step.note !== null)
  return [way, answer && `Antwort vom ${formatDate(answer.onDate)}: ${answer.note}`]
    .filter(Boolean)
    .join('\n')
}
