import { expect, test } from 'vitest'
import { bodyOf, emptyStation, moved, Workspace } from './workspace-values.ts'

test('an entry moves by one and never out of the list', () => {
  const list = ['a', 'b', 'c']
  expect(moved(list, 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(list, 2, -1)).toEqual(['a', 'c', 'b'])
  expect([moved(list, 0, -1), moved(list, 2, 1)]).toEqual([list, list])
})

test('what is typed becomes what is sent: numbers, or null where nothing is known', () => {
  const rest = {
    situation: '',
    hypothesis: '',
    comparisons: [],
    targetChain: [],
    participants: '',
    heldOn: '' as const,
  }
  const values = {
    title: 'Fall',
    ...rest,
    stations: [{ ...emptyStation, title: 'Antrag', month: '3' }],
    stepsDone: ['1'],
  }
  const body = bodyOf(Workspace.parse(values))
  expect(body.stations[0]).toMatchObject({ month: 3, waitingWeeks: null })
  expect(body).toMatchObject({ situation: null, heldOn: null, stepsDone: [1] })
  const wrong = { ...values, stations: [{ ...emptyStation, title: 'Antrag', month: 'drei' }] }
  expect(Workspace.safeParse(wrong).error?.issues[0]?.path).toEqual(['stations', 0, 'month'])
})
