import { expect, test } from 'vitest'
import type { DueItem } from '../contract/overview.ts'
import { gatherTalks } from './gather-talks.ts'

const item = (kind: DueItem['kind'], title: string): DueItem => ({
  kind,
  id: title,
  title,
  targetId: title,
  dueOn: '2026-11-21',
})
const talk = (n: number) => item('interface', `Amt ${n}`)

test('a few talks stand one by one', () => {
  const due = [talk(1), item('goal', 'Ziel'), talk(2)]
  expect(gatherTalks(due)).toEqual(due)
})

test('many talks are one row at the place of the oldest, and nothing else is lost', () => {
  const due = [item('review', 'Konzept'), talk(1), talk(2), item('goal', 'Ziel'), talk(3), talk(4), talk(5)]
  expect(gatherTalks(due).map(({ title }) => title)).toEqual([
    'Konzept',
    'Amt 1; Amt 2; Amt 3 und 2 weitere',
    'Ziel',
  ])
})
