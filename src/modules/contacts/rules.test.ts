import { expect, test } from 'vitest'
import { whyNotAnswered, whyNotChangeable, whyNotContactDate, whyNotRecordable } from './rules.ts'

const today = '2026-11-21'

test.each([
  ['2026-11-21', null],
  ['2026-11-22', 'contactInFuture'],
  ['2021-11-20', null],
  ['2021-01-01', 'contactTooOld'],
])('a contact on %s: %s', (onDate, why) => {
  expect(whyNotContactDate(onDate, today)).toBe(why)
})

test.each([
  [{ createdBy: 'me', withdrawn: false }, null],
  [{ createdBy: 'other', withdrawn: false }, 'contactNotOwn'],
  [{ createdBy: 'other', withdrawn: true }, 'contactNotOwn'],
  [{ createdBy: 'me', withdrawn: true }, 'contactWithdrawn'],
] as const)('changing %o: %s', (entry, why) => {
  expect(whyNotChangeable(entry, 'me')).toBe(why)
})

test.each([
  [{ closedOn: null, phase: 'planning' }, null],
  [{ closedOn: '2026-11-01', phase: 'closed' }, 'caseClosed'],
  [{ closedOn: '2026-11-01', phase: 'aftercare' }, null],
] as const)('recording in %o: %s', (file, why) => {
  expect(whyNotRecordable(file)).toBe(why)
})

const wait = { since: '2026-11-10', answeredOn: null, dropped: false }
test.each([
  [wait, '2026-11-20', null],
  [wait, '2026-11-10', null],
  [wait, '2026-11-09', 'answerBeforeWait'],
  [wait, '2026-11-22', 'answerInFuture'],
  [{ ...wait, answeredOn: '2026-11-20' }, null, null],
  [{ ...wait, dropped: true }, '2026-11-20', 'noWait'],
  [undefined, '2026-11-20', 'noWait'],
] as const)('answer to %o on %s: %s', (row, answeredOn, why) => {
  expect(whyNotAnswered(row, answeredOn, today)).toBe(why)
})
