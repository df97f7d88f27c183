import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { viewKey } from '../../../platform/web/use-view.ts'
import { contactEndpoints } from '../../contacts/index.ts'
import { dayEndpoints, taskEndpoints, type DayItem } from '../index.ts'

export interface DayAction {
  readonly done: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly run: () => void
  readonly undo: () => void
}

/**
 * The action of a row that is done in place. The row stays, crossed out, with „Rückgängig“, until the page is opened
 * again: a wrong click costs one more.
 */
export function useDayAction(item: DayItem): DayAction {
  const client = useQueryClient()
  // The version of the row after the last step; null: not done.
  const [doneAt, setDoneAt] = useState<number | null>(null)
  const [openAt, setOpenAt] = useState(item.version ?? 0)
  const step = useMutation({
    mutationFn: (done: boolean) => perform(item, done, done ? openAt : (doneAt ?? 0)),
    onSuccess: (version, done) => {
      setDoneAt(done ? version : null)
      if (!done) setOpenAt(version)
      // Not shown again before the next visit, but no longer taken for fresh then.
      void client.invalidateQueries({ queryKey: viewKey(dayEndpoints.read), refetchType: 'none' })
      void client.invalidateQueries({ queryKey: viewKey(taskEndpoints.list) })
    },
  })
  return {
    done: doneAt !== null,
    busy: step.isPending,
    error: step.error,
    run: () => step.mutate(true),
    undo: () => step.mutate(false),
  }
}

/** Answers the version after it. */
async function perform(item: DayItem, done: boolean, ifMatch: number): Promise<number> {
  const params = { id: item.id }
  if (item.source === 'contactWait') {
    const body = { answeredOn: done ? today() : null }
    const contact = await call(contactEndpoints.answer, { params, body, ifMatch })
    return contact.wait?.version ?? 0
  }
  const task = done
    ? await call(taskEndpoints.close, { params, body: { as: 'done' }, ifMatch })
    : await call(taskEndpoints.reopen, { params, ifMatch })
  return task.version
}
