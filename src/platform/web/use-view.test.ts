import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { keepAnswer } from './use-view.ts'

const key = ['/cases/:id/assessment', { id: '1' }]

/** A view in the cache, and a reading of it under way that was asked for before an action. */
function readingUnderWay() {
  const client = new QueryClient()
  client.setQueryData(key, { current: null, note: 'as shown' })
  let arrive = (_view: object) => {}
  const read = client
    .fetchQuery({ queryKey: key, queryFn: () => new Promise<object>((resolve) => (arrive = resolve)) })
    .catch(() => {})
  return { client, arriveAfterwards: () => (arrive({ current: null, note: 'older' }), read) }
}

test('a reading that was asked for before an action does not take back its answer', async () => {
  const { client, arriveAfterwards } = readingUnderWay()
  keepAnswer(client, key, { current: 'begun' })
  await arriveAfterwards()
  expect(client.getQueryData(key)).toEqual({ current: 'begun' })
})

test('nor what was made of the view that is shown', async () => {
  const { client, arriveAfterwards } = readingUnderWay()
  keepAnswer<{ current: string | null }>(client, key, (shown) => shown && { ...shown, current: 'begun' })
  await arriveAfterwards()
  expect(client.getQueryData(key)).toEqual({ current: 'begun', note: 'as shown' })
})

test('a view that nobody has read yet is kept as well, other readings go on', async () => {
  const { client } = readingUnderWay()
  const other = client.fetchQuery({ queryKey: ['/other'], queryFn: async () => 'read' })
  keepAnswer(client, ['/exports/:id'], { id: '2' })
  expect(await other).toBe('read')
  expect(client.getQueryData(['/exports/:id'])).toEqual({ id: '2' })
})
