import { Suspense, useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Tabs } from '../../../platform/web/ui/tabs.tsx'
import { useParts } from '../../../platform/web/use-parts.ts'
import { usePages } from '../../../platform/web/use-view.ts'
import { taskEndpoints, type Task } from '../index.ts'
import { TaskTable } from './task-table.tsx'
import { openTask } from './task-sheet-store.ts'

const lists = {
  mine: { label: 'Zu tun', query: { view: 'mine', state: 'open' } },
  given: { label: 'An andere gegeben', query: { view: 'given', state: 'open' } },
  closed: { label: 'Erledigt', query: { view: 'mine', state: 'closed' } },
} as const
type ListKey = keyof typeof lists

/** „Aufgaben“: what there is to do, what others have, what is done. */
export function TasksPage(): ReactElement {
  const [selected, select] = useState<ListKey>('mine')
  return (
    <Page
      title="Aufgaben"
      actions={
        <Button variant="primary" icon="add" onClick={() => openTask({ caseId: undefined })}>
          Aufgabe anlegen
        </Button>
      }
    >
      <Tabs
        label="Aufgaben"
        selected={selected}
        onSelect={(key) => select(key as ListKey)}
        tabs={(Object.keys(lists) as ListKey[]).map((key) => ({
          key,
          label: lists[key].label,
          content: <TaskList key={key} list={key} />,
        }))}
      />
    </Page>
  )
}

interface ListActionsProps {
  query: (typeof lists)[ListKey]['query']
}

/** What other modules offer for this list. */
function ListActions({ query }: ListActionsProps): ReactElement {
  const parts = useParts<{ list: { kind: 'tasks'; caseId: null } & ListActionsProps['query'] }>('list-action')
  return (
    <div className="lt-actions">
      <Suspense>
        {parts.map(({ key, Component }) => (
          <Component key={key} list={{ kind: 'tasks', caseId: null, ...query }} />
        ))}
      </Suspense>
    </div>
  )
}

const empty: Record<ListKey, [string, string]> = {
  mine: ['Nichts zu tun', 'Neue Aufgaben legen Sie mit n und t an, auch aus einem Fall heraus.'],
  given: ['Sie haben nichts abgegeben', 'Wählen Sie beim Anlegen unter „Wer?“ eine andere Person.'],
  closed: ['Noch nichts erledigt', 'Was Sie abhaken, steht hier und lässt sich wieder aufnehmen.'],
}

function TaskList({ list }: { list: ListKey }): ReactElement {
  const { rows, error, loading, retry, pager } = usePages<typeof taskEndpoints.list, Task>(
    taskEndpoints.list,
    { query: lists[list].query },
  )
  const [title, text] = empty[list]
  return (
    <>
      {loading && <Loading />}
      <ListActions query={lists[list].query} />
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && (
        <TaskTable
          caption={lists[list].label}
          rows={rows}
          empty={<EmptyState title={title}>{text}</EmptyState>}
        />
      )}
      <Pager {...pager} />
    </>
  )
}
