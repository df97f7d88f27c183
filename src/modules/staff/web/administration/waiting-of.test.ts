import { expect, test } from 'vitest'
import { waitingOf } from './waiting-of.ts'

const nothing = {
  usersWithoutRole: 0,
  usersWithoutLogin: 0,
  caseManagersWithoutOversight: null,
  employersWithoutStaffDataBasis: 0,
  topicsWithoutOpinion: 0,
  unconfirmedDefaults: null,
  openDifferences: null,
}

test('what is in order or none of the person’s business is not said', () =>
  expect(waitingOf(nothing)).toEqual([]))

test('one and many in words', () => {
  expect(
    waitingOf({ ...nothing, usersWithoutRole: 1, topicsWithoutOpinion: 2 }).map((row) => row.text),
  ).toEqual([
    'Ein aktives Konto hat keine Aufgabe',
    '2 Vorgaben warten auf die Stellungnahme des Datenschutzes',
  ])
})
