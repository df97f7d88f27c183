import { expect, test } from 'vitest'

import type { Problem } from '../../contract/problem.ts'
import { getIn, setIn } from './form-path.ts'
import { formReducer, initialFormState, type FormAction, type FormState } from './form-state.ts'

interface Values {
  name: string
  persons: { name: string }[]
}

const initial: Values = { name: '', persons: [{ name: 'A' }, { name: 'B' }] }
const problem: Problem = { type: 'about:blank', status: 400, code: 'x', title: 'Nein.' }

function after(...actions: FormAction<Values>[]): FormState<Values> {
  return actions.reduce(formReducer<Values>, initialFormState(initial, 1))
}

test('paths read and write nested values, untouched branches are shared', () => {
  const next = setIn(initial, 'persons.1.name', 'C')
  expect(getIn(next, 'persons.1.name')).toBe('C')
  expect(getIn(initial, 'persons.1.name')).toBe('B')
  expect(next.persons[0]).toBe(initial.persons[0])
  expect(Array.isArray(next.persons)).toBe(true)
  expect(getIn(initial, 'persons.7.name')).toBeUndefined()
})

test('typing removes the message of that field and of its parts, others stay', () => {
  const errors = ['name', 'persons.0.name', 'persons'].map((path) => ({ path, code: 'c', message: 'm' }))
  const state = after({ type: 'invalid', errors }, { type: 'set', path: 'persons', value: [] })
  expect(state.errors.map((error) => error.path)).toEqual(['name'])
})

test.each<FormAction<Values>>([
  { type: 'invalid', errors: [] },
  { type: 'refused', problem },
  { type: 'conflict', problem },
])('$type keeps what was typed and ends the submit', (action) => {
  const state = after({ type: 'set', path: 'name', value: 'getippt' }, { type: 'submitting' }, action)
  expect(state.values.name).toBe('getippt')
  expect(state.submitting).toBe(false)
  expect(state.failures).toBe(1)
})

test('fields of problem details become the messages of the form', () => {
  const fields = [{ path: 'name', code: 'taken', message: 'Vergeben.' }]
  expect(after({ type: 'refused', problem: { ...problem, fields } }).errors).toEqual(fields)
})

test('after a conflict the newer version is sent, whichever side was kept', () => {
  const conflict: FormAction<Values> = {
    type: 'conflict',
    problem: { ...problem, current: { name: 'neu', version: 4 } },
  }
  const typed: FormAction<Values> = { type: 'set', path: 'name', value: 'meins' }
  expect(after(typed, conflict, { type: 'conflictSettled' })).toMatchObject({
    version: 4,
    values: { name: 'meins' },
  })
  const values = { ...initial, name: 'neu' }
  expect(after(typed, conflict, { type: 'conflictSettled', values })).toMatchObject({ version: 4, values })
})

test('a restored draft brings the version it was typed over', () => {
  const values = { ...initial, name: 'Entwurf' }
  const state = after({ type: 'draftRestored', values, version: 0, savedAt: 't' })
  expect(state).toMatchObject({ values, version: 0, draft: { restored: true }, saved: initial })
  expect(formReducer(state, { type: 'draftDropped' })).toMatchObject({ values: initial, draft: undefined })
})

test('after saving nothing is unsaved', () => {
  const state = after({ type: 'set', path: 'name', value: 'x' }, { type: 'submitting' }, { type: 'saved' })
  expect(state.saved).toBe(state.values)
  expect(state.submitting).toBe(false)
})
