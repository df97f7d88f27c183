import type { ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { usePages } from '../../../platform/web/use-view.ts'
import { taskEndpoints, type Task } from '../index.ts'
import { TaskTable } from './task-table.tsx'
import { openTask } from './task-sheet-store.ts'

/** Card of a case's overview: its open tasks. */
export default function CaseTasksPart({ caseId }: { caseId: string }): ReactElement {
  const { session } = useApp()
  const { rows, error, loading, retry, pager } = usePages<typeof taskEndpoints.list, Task>(
    taskEndpoints.list,
    { query: { caseId, state: 'open', limit: 10 } },
  )
  const mayWrite = session.rights.has('contact.write')
  return (
    <Card
      title="Aufgaben"
      end={
        mayWrite && (
          <Button size="small" icon="add" onClick={() => openTask({ caseId })}>
            Aufgabe
          </Button>
        )
      }
    >
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && (
        <TaskTable
          caption="Offene Aufgaben des Falls"
          withoutCase
          rows={rows}
          empty={<p className="kern-body">Keine offene Aufgabe.</p>}
        />
      )}
      {pager.hasMore && <Pager {...pager} />}
    </Card>
  )
}
