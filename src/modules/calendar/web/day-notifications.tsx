import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { viewKey } from '../../../platform/web/use-view.ts'
import { dayEndpoints, mostNotifications, type DayView } from '../index.ts'

type Notification = DayView['notifications'][number]

/** More would push the own cases below them out of sight. */
const mostShown = 5

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
  // The header counts as of the last time the session was read: what has come since is known here first.
  const askForTheCount = useEffectEvent(() => {
    if (notifications.length !== Math.min(session.unreadNotifications, mostNotifications)) reloadSession()
  })
  useEffect(() => askForTheCount(), [notifications])
  if (notifications.length === 0) return null
  // The number is that of all of them, not only of those that have come.
  const unread = Math.max(notifications.length, session.unreadNotifications)
  const shown = alike(notifications).slice(0, mostShown)
  return (
    <Card
      title={`Benachrichtigungen (${unread})`}
      footer={
        unread > shown.flat().length && <Link to="/benachrichtigungen">Alle Benachrichtigungen ansehen</Link>
      }
    >
      <ProblemAlert error={read.error} />
      <ul className="lt-day__list" role="list">
        {shown.map((same) => {
          const { id, text, to, at } = same[0]!
          const words = same.length === 1 ? text : `${same.length} × ${text}`
          return (
            <li key={id} className="lt-day__row">
              <div className="lt-day__what">{to === null ? words : <Link to={to}>{words}</Link>}</div>
              <div className="lt-day__end">
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
              </div>
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
