import { expect, test } from 'vitest'

import { meaningOf, type KeyPress } from './key-sequence.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlOrMeta: false,
  alt: false,
  typing: false,
  ...more,
})
const on = { letterKeys: true }

test('single keys', () => {
  expect(meaningOf(press('k', { ctrlOrMeta: true }), on, 0)).toEqual({ type: 'palette' })
  expect(meaningOf(press('/'), on, 0)).toEqual({ type: 'search' })
  expect(meaningOf(press('?'), on, 0)).toEqual({ type: 'keys' })
  expect(meaningOf(press('x'), on, 0)).toEqual({ type: 'none' })
})

test('n and then a letter within 1.5 seconds', () => {
  expect(meaningOf(press('n'), on, 0)).toEqual({ type: 'sequence' })
  expect(meaningOf(press('k'), { ...on, sequenceSince: 0 }, 900)).toEqual({ type: 'new', key: 'k' })
  expect(meaningOf(press('k'), { ...on, sequenceSince: 0 }, 1_600)).toEqual({ type: 'none' })
})

test('letters are text while typing, and off when switched off; Strg K stays', () => {
  expect(meaningOf(press('n', { typing: true }), on, 0)).toEqual({ type: 'none' })
  expect(meaningOf(press('n'), { letterKeys: false }, 0)).toEqual({ type: 'none' })
  expect(meaningOf(press('k', { ctrlOrMeta: true, typing: true }), { letterKeys: false }, 0)).toEqual({
    type: 'palette',
  })
})
