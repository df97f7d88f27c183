import { expect, test } from 'vitest'
import { changesOf } from '../../bench/plans.ts'

test('a plan whose subplans are only numbered anew is the same', () => {
  expect(changesOf('SubPlan 3 Result\n  Index Scan a', 'SubPlan 7 Result\n  Index Scan a')).toEqual([])
})

test('the lines that went and came are told, each as often as it did', () => {
  expect(changesOf('Seq Scan a\nSeq Scan a\nSort', 'Seq Scan a\nSort\nIndex Scan a_pkey')).toEqual([
    '− Seq Scan a',
    '+ Index Scan a_pkey',
  ])
})

test('lines that changed places or depth are told', () => {
  for (const after of ['Sort\n  Seq Scan b\n  Seq Scan a', 'Sort\n  Seq Scan a\n    Seq Scan b'])
    expect(changesOf('Sort\n  Seq Scan a\n  Seq Scan b', after)).toEqual([
      'dieselben Zeilen an anderen Stellen',
    ])
})
