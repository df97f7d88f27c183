import { expect, test } from 'vitest'
import { reordered } from './use-reorder.ts'

const rows = ['a', 'b', 'c'].map((id) => ({ id }))
const order = (id: string, by: -1 | 1) =>
  reordered(rows, id, by)
    .map((row) => row.id)
    .join('')

test.each([
  ['a', 1, 'bac'],
  ['b', -1, 'bac'],
  ['b', 1, 'acb'],
  ['c', -1, 'acb'],
  ['a', -1, 'abc'],
  ['c', 1, 'abc'],
  ['x', 1, 'abc'],
] as const)('%s by %i: %s', (id, by, result) => expect(order(id, by)).toBe(result))
