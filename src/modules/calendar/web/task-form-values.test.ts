import { expect, test } from 'vitest'

import { fieldErrors } from '../../../platform/contract/german.ts'
import { bodyOfTask, changesOfTask, emptyTask, TaskEntry } from './task-form-values.ts'

const typed = (more: object) => TaskEntry.parse({ ...emptyTask, title: 'Anrufen', ...more })

test('empty means nothing said', () => {
  expect(bodyOfTask(typed({ remark: '  ' }))).toEqual({
    title: 'Anrufen',
    dueOn: null,
    remindOn: null,
    kind: 'own',
    assigneeId: null,
    remark: null,
  })
})

test('only what was changed travels', () => {
  const before = { ...emptyTask, title: 'Anrufen' }
  expect(changesOfTask(before, typed({}))).toEqual({})
  expect(changesOfTask(before, typed({ waits: true, dueOn: '2026-11-25' }))).toEqual({
    kind: 'waitingForOthers',
    dueOn: '2026-11-25',
  })
})

test.each([
  [{ title: ' ' }, 'title'],
  [{ title: 'x', dueOn: 'bald' }, 'dueOn'],
  [{ title: 'x', dueOn: '2026-11-25', remindOn: '2026-11-26' }, 'remindOn'],
])('%o: the message stands at %s', (entry, path) => {
  const result = TaskEntry.safeParse({ ...emptyTask, ...entry })
  expect(fieldErrors(result.error!).map((one) => one.path)).toEqual([path])
})
