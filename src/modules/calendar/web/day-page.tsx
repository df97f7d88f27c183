import { Suspense, useState, type ReactElement } from 'react'

import { formatDate, formatLongDate, today } from '../../../platform/web/dates.ts'
import { useParts } from '../../../platform/web/use-parts.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { PrintButton } from '../../../platform/web/ui/print-button.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { dayEndpoints, type DayView } from '../index.ts'
import { DayNotifications } from './day-notifications.tsx'
import { DayList } from './day-list.tsx'
import { emptySentence, greeting, sectionLabels } from './day-words.ts'
import './day.css'
import { openTask } from './task-sheet-store.ts'

/** „Mein Tag“, the start page: what is due, across cases, most urgent first. */
export function DayPage(): ReactElement {
  const { session } = useApp()
  const parts = useParts('day')
  const [title] = useState(() => greeting(new Date()))
  const mayRead = session.rights.has('day.read')
  return (
    <Page
      title={title}
      windowTitle="Mein Tag"
      intro={formatLongDate(today())}
      actions={
        <>
          {session.rights.has('task.write') && (
            <Button icon="add" onClick={() => openTask({ caseId: undefined })}>
              Aufgabe
            </Button>
          )}
          {mayRead && <PrintButton />}
        </>
      }
    >
      <div className="lt-day">
        <div className="lt-stack">{mayRead ? <Due /> : <Places />}</div>
        <div className="lt-stack">
          {mayRead && <News />}
          {parts.map(({ key, Component }) => (
            <Suspense key={key} fallback={<Loading />}>
              <Component />
            </Suspense>
          ))}
        </div>
      </div>
    </Page>
  )
}

/** For who has no tasks here: where there is something for them. */
function Places(): ReactElement {
  const { registry } = useApp()
  const places = registry.navigation.filter(({ to }) => to !== '/')
  return (
    <EmptyState
      title="Willkommen bei Lotse"
      action={
        <div className="lt-actions">
          {places.map(({ to, label }, index) => (
            <Link key={to} to={to} look={index === 0 ? 'primary' : 'secondary'}>
              {label}
            </Link>
          ))}
        </div>
      }
    >
      {places.length > 0 ? 'Hier geht es weiter:' : 'Für Ihre Rolle gibt es hier noch nichts zu tun.'}
    </EmptyState>
  )
}

function Due(): ReactElement {
  const view = useView(dayEndpoints.read)
  return (
    <>
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && <Sections day={view.data} />}
    </>
  )
}

/** Beside what is due, on narrow screens after it. */
function News(): ReactElement | null {
  const { data } = useView(dayEndpoints.read)
  return data ? <DayNotifications notifications={data.notifications} /> : null
}

function Sections({ day }: { day: DayView }): ReactElement {
  return (
    <>
      {day.sections.length === 0 && (
        <EmptyState title="Für heute ist alles erledigt">{emptySentence(day.nextDueOn)}</EmptyState>
      )}
      {day.sections.map(({ key, items }) => (
        <DayList key={key} title={sectionLabels[key]} items={items} today={day.today} />
      ))}
      {day.groups.map(({ key, label, items }) => (
        <DayList key={key} title={label} items={items} today={day.today} />
      ))}
      {day.sections.length > 0 && day.nextDueOn && (
        <p className="kern-body kern-body--muted">Danach als Nächstes: {formatDate(day.nextDueOn)}.</p>
      )}
      {day.more && (
        <Alert tone="info" title="Es gibt noch mehr">
          <p className="kern-body">
            Gezeigt wird das Dringendste. Weitere Aufgaben stehen unter „Aufgaben“, weitere Ziele, Schritte
            und erwartete Antworten in den Fällen.
          </p>
        </Alert>
      )}
    </>
  )
}
