import { expect, test } from 'vitest'

import { conflictRows } from './conflict-rows.ts'

test('shows only the fields that differ, in words', () => {
  const mine = { name: 'Neu', day: '2026-11-21', done: true, tags: ['a', 'b'], note: '' }
  const current = { name: 'Alt', day: '2026-11-20', done: false, tags: [], note: null }
  const labels = {
    name: 'Name',
    day: 'Tag',
    done: 'Erledigt',
    tags: 'Themen',
    note: 'Notiz',
    other: 'Anderes',
  }
  expect(conflictRows(mine, current, labels).map((row) => [row.label, row.mine, row.current])).toEqual([
    ['Name', 'Neu', 'Alt'],
    ['Tag', '21.11.2026', '20.11.2026'],
    ['Erledigt', 'Ja', 'Nein'],
    ['Themen', 'a, b', '(leer)'],
    ['Notiz', '(leer)', '(leer)'],
  ])
})
