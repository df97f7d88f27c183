import { expect, test } from 'vitest'
import { ExportChoice } from '../contract/exports.ts'
import { choiceOf, columnChoices, type ListRequest } from './column-choices.ts'

const lists: readonly ListRequest[] = [
  { kind: 'cases', filter: { scope: 'mine', state: 'open', sort: 'phaseSince' } },
  { kind: 'contacts', caseId: null },
  { kind: 'tasks', caseId: null, view: 'mine', state: 'open' },
]
const wish = { format: 'csv', from: '', to: '' } as const

test.for(lists)('what is chosen for $kind is what the server takes', (list) => {
  const all = new Set(columnChoices(list.kind).map(({ key }) => key))
  expect(ExportChoice.safeParse(choiceOf(list, { ...wish, columns: all })).success).toBe(true)
})

test('the columns come in the order of the table, however they were ticked', () => {
  const choice = choiceOf(lists[2]!, { ...wish, columns: new Set(['state', 'title']) })
  expect(choice).toMatchObject({ columns: ['title', 'state'] })
})

test('names and free text are marked and not chosen beforehand', () => {
  for (const { kind } of lists)
    for (const column of columnChoices(kind)) expect(column.personal && column.byDefault).toBe(false)
  expect(columnChoices('contacts').find(({ key }) => key === 'persons')?.personal).toBe(true)
})

test('a period stands with contacts alone', () => {
  const period = { ...wish, from: '2026-01-01', to: '', columns: new Set(['onDate', 'title']) }
  expect(choiceOf(lists[1]!, period)).toMatchObject({ from: '2026-01-01', to: null })
  expect(choiceOf(lists[2]!, period)).not.toHaveProperty('from')
})
