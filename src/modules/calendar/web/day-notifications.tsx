import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { viewKey } from '../../../platform/web/use-view.ts'
import { dayEndpoints, type DayView } from '../index.ts'

/** Unread notifications, without names; ticked off one by one. */
export function DayNotifications({
  notifications,
}: {
  notifications: DayView['notifications']
}): ReactElement | null {
  const client = useQueryClient()
  const { reloadSession } = useApp()
  const read = useMutation({
    mutationFn: (id: string) => call(dayEndpoints.readNotification, { params: { id } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: viewKey(dayEndpoints.read) })
      reloadSession()
    },
  })
  if (notifications.length === 0) return null
  return (
    <Card title={`Benachrichtigungen (${notifications.length})`}>
      <ProblemAlert error={read.error} />
      <ul className="lt-day__list" role="list">
        {notifications.map(({ id, text, to, at }) => (
          <li key={id} className="lt-day__row">
            <div className="lt-day__what">{to === null ? text : <Link to={to}>{text}</Link>}</div>
            <span className="lt-day__late">
              <Day at={at} relative />
            </span>
            <Button
              size="small"
              busy={read.isPending && read.variables === id}
              aria-label={`Gelesen: ${text}`}
              onClick={() => read.mutate(id)}
            >
              Gelesen
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
