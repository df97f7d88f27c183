import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { TaskState, taskStateLabels } from '../contract/codes.ts'
import { programmeTaskEndpoints, type TaskListView, type TaskRow } from '../contract/tasks.ts'
import { bounds } from '../rules/periods.ts'
import { ProgrammePage } from './programme-page.tsx'
import { TaskNoteForm } from './task-note-form.tsx'
import './programme.css'
import { useProgrammeAction } from './use-programme-action.ts'

/** Task lists of lead and coordination, anew in each period (R013, R014). */
export function TasksPage(): ReactElement {
  const [on, setOn] = useState<string>()
  const view = useView(programmeTaskEndpoints.list, { query: on === undefined ? {} : { on } })
  const first = view.data?.lists[0]
  return (
    <ProgrammePage
      title="Aufgaben"
      intro="Was Leitung und Koordination nach dem Konzept zu tun haben, je Zeitraum."
      actions={
        first && (
          <>
            <Button icon="back" onClick={() => setOn(bounds(first.previous).first)}>
              Voriger Zeitraum
            </Button>
            {first.next !== null && (
              <Button icon="forward" onClick={() => setOn(bounds(first.next!).first)}>
                Nächster Zeitraum
              </Button>
            )}
          </>
        )
      }
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && view.data.lists.length === 0 && (
        <EmptyState title="Keine Aufgabenlisten">
          Die Konfiguration Ihres Kreises nennt keine. Sie stehen dort unter „programme“, „taskLists“.
        </EmptyState>
      )}
      <div className="lt-stack">
        {view.data?.lists.map((list) => (
          <TaskList
            key={`${list.key} ${list.regionId ?? ''} ${list.period}`}
            list={list}
            may={view.data.can.includes('mark')}
          />
        ))}
      </div>
      <Why label="Warum steht hier kein Name?">
        Die Listen gehören zur Funktion und zum Bezirk, nicht zu einer Person. Sie zeigen, was im Kreis getan
        ist; eine Leistungskontrolle sind sie nicht.
      </Why>
    </ProgrammePage>
  )
}

function TaskList({ list, may }: { list: TaskListView; may: boolean }): ReactElement {
  const [note, setNote] = useState<TaskRow>()
  const settled = list.tasks.filter(({ state }) => state === 'done' || state === 'notNeeded').length
  const place = list.regionLabel === null ? '' : `: ${list.regionLabel}`
  return (
    <Card
      title={`${list.label}${place}, ${list.periodLabel}`}
      end={`${settled} von ${list.tasks.length} erledigt`}
      footer={list.source === null ? undefined : `Quelle: ${list.source}`}
    >
      <ul className="lt-stack programme-tasks">
        {list.tasks.map((task) => (
          <li key={task.key}>
            <Task list={list} task={task} may={may} onNote={() => setNote(task)} />
          </li>
        ))}
      </ul>
      <Dialog open={note !== undefined} onClose={() => setNote(undefined)} title="Notiz zur Aufgabe">
        {note && <TaskNoteForm list={list} task={note} onDone={() => setNote(undefined)} />}
      </Dialog>
    </Card>
  )
}

interface TaskProps {
  list: TaskListView
  task: TaskRow
  may: boolean
  onNote: () => void
}

function Task({ list, task, may, onNote }: TaskProps): ReactElement {
  const mark = useProgrammeAction(
    (state: TaskState) =>
      call(programmeTaskEndpoints.mark, {
        ifMatch: task.version,
        body: { list: list.key, task: task.key, period: list.period, regionId: list.regionId, state },
      }),
    'Aufgabe gespeichert',
  )
  const noteAction = task.note === null ? 'Notiz hinzufügen' : 'Notiz ändern'
  if (!may)
    return (
      <p className="kern-body">
        {task.label}: {taskStateLabels[task.state]}
        {task.note !== null && `. ${task.note}`}
      </p>
    )
  return (
    <>
      <Chips
        id={`${list.key}-${list.regionId ?? 'kreis'}-${task.key}`}
        label={task.label}
        options={TaskState.options.map((value) => ({ value, label: taskStateLabels[value] }))}
        value={task.state}
        onChange={(state) => state !== '' && state !== task.state && mark.mutate(state)}
      />
      {task.note !== null && <p className="kern-body">{task.note}</p>}
      <ProblemAlert error={mark.error} />
      <Button
        size="small"
        variant="tertiary"
        icon="edit"
        aria-label={`${noteAction}: ${task.label}`}
        onClick={onNote}
      >
        {noteAction}
      </Button>
    </>
  )
}
