import type { ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import type { DayItem } from '../index.ts'
import { lateness } from './day-words.ts'
import { useDayAction } from './use-day-action.ts'

interface DayListProps {
  title: string
  items: readonly DayItem[]
  today: string
}

/** A box of Mein Tag. Each row: what, who, how late, one action at its end. */
export function DayList({ title, items, today }: DayListProps): ReactElement {
  return (
    <Card title={`${title} (${items.length})`}>
      <ul className="lt-day__list" role="list">
        {items.map((item) => (
          <DayRow key={`${item.source} ${item.id} ${item.what}`} item={item} today={today} />
        ))}
      </ul>
    </Card>
  )
}

function DayRow({ item, today }: { item: DayItem; today: string }): ReactElement {
  const action = useDayAction(item)
  return (
    <li className="lt-day__row">
      <div className="lt-day__what">
        <span className={action.done ? 'lt-day__done' : undefined}>{item.what}</span>
        <span className="kern-body--small kern-body--muted">
          {item.case && (
            <Link to="/faelle/$id" params={{ id: item.case.id }}>
              {item.case.initials ?? item.case.fileNumber}
            </Link>
          )}
          {item.with && <> bei {item.with}</>}
        </span>
        {item.deputyFor && <Badge icon="person">für {item.deputyFor}</Badge>}
        <ProblemAlert error={action.error} />
      </div>
      <div className="lt-day__end">
        <span className="lt-day__late">{lateness(item, today)}</span>
        {item.action.to !== null ? (
          <Link to={item.action.to} look="secondary" small aria-label={`${item.action.label}: ${item.what}`}>
            {item.action.label}
          </Link>
        ) : (
          <Button
            size="small"
            busy={action.busy}
            aria-label={action.done ? `Rückgängig: ${item.what}` : `${item.action.label}: ${item.what}`}
            onClick={action.done ? action.undo : action.run}
          >
            {action.done ? 'Rückgängig' : item.action.label}
          </Button>
        )}
      </div>
    </li>
  )
}
