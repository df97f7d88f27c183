import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'

import { call } from '../../../platform/web/api.ts'
import { toast } from '../../../platform/web/ui/toast.ts'
import { taskEndpoints, type Task, type TaskState } from '../index.ts'

interface Wish {
  readonly task: Pick<Task, 'id' | 'version'>
  readonly as: TaskState
}

const said = { done: 'Aufgabe erledigt', dropped: 'Aufgabe verworfen', open: 'Aufgabe wieder offen' } as const

/** Completes, drops or takes up a task again. Dropping and completing can be undone in the list of closed tasks. */
export function useTaskAction(onDone?: () => void): UseMutationResult<Task, Error, Wish> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ task, as }: Wish) => {
      const common = { params: { id: task.id }, ifMatch: task.version }
      return as === 'open'
        ? call(taskEndpoints.reopen, common)
        : call(taskEndpoints.close, { ...common, body: { as } })
    },
    onSuccess: (_, { as }) => {
      toast(said[as])
      onDone?.()
      void client.invalidateQueries()
    },
  })
}
