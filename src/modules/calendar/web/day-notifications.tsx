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

type Notification = DayView['notifications'][number]

/** Unread notifications, without names. What says the same and leads to the same place is one row. */
export function DayNotifications({
  notifications,
}: {
  notifications: DayView['notifications']
}): ReactElement | null {
  const client = useQueryClient()
  const { reloadSession, session } = useApp()
  const read = useMutation({
    mutationFn: (same: readonly Notification[]) =>
      Promise.all(same.map(({ id }) => call(dayEndpoints.readNotification, { params: { id } }))),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: viewKey(dayEndpoints.read) })
      reloadSession()
    },
  })
  if (notifications.length === 0) return null
  // Only the newest are here; the number is that of all of them.
  const unread = Math.max(notifications.length, session.unreadNotifications)
  return (
    <Card
      title={`Benachrichtigungen (${unread})`}
      footer={
        unread > notifications.length && (
          <Link to="/benachrichtigungen">Die neuesten {notifications.length} stehen hier: alle ansehen</Link>
        )
      }
    >
      <ProblemAlert error={read.error} />
      <ul className="lt-day__list" role="list">
        {alike(notifications).map((same) => {
          const { id, text, to, at } = same[0]!
          const words = same.length === 1 ? text : `${same.length} × ${text}`
          return (
            <li key={id} className="lt-day__row">
              <div className="lt-day__what">{to === null ? words : <Link to={to}>{words}</Link>}</div>
              <span className="lt-day__late">
                <Day at={at} relative />
              </span>
              <Button
                size="small"
                busy={read.isPending && read.variables[0]!.id === id}
                aria-label={`Gelesen: ${words}`}
                onClick={() => read.mutate(same)}
              >
                Gelesen
              </Button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** In their order, newest first; each group begins with its newest. */
const alike = (notifications: readonly Notification[]): Notification[][] =>
  Object.values(Object.groupBy(notifications, ({ text, to }) => `${to} ${text}`)).map((same) => same!)
