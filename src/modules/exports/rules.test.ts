import { expect, test } from 'vitest'
import { defaultColumns, caseColumnLabels, contactColumnLabels } from './contract/columns.ts'
import { actionsOf, mostOpen, whyNotExport } from './rules.ts'

test.for([
  ['caseFile', false, 0, null],
  ['caseFile', false, mostOpen, 'exportsWaiting'],
  ['cases', false, 0, 'exportNotGranted'],
  ['contacts', false, mostOpen, 'exportNotGranted'],
  ['tasks', true, 0, null],
  ['tasks', true, mostOpen - 1, null],
  ['cases', true, mostOpen, 'exportsWaiting'],
] as const)('%s, granted %s, %s open: %s', ([kind, granted, open, expected]) => {
  expect(whyNotExport({ kind, granted, open })).toBe(expected)
})

test.for([
  ['waiting', ['cancel']],
  ['running', ['cancel']],
  ['done', ['download', 'remove']],
  ['failed', []],
  ['refused', []],
  ['cancelled', []],
] as const)('with an export that is %s one can %s', ([state, expected]) => {
  expect(actionsOf(state)).toEqual(expected)
})

test('no name and no free text is chosen beforehand', () => {
  expect(defaultColumns(caseColumnLabels, 'cases')).not.toContain('familyName')
  expect(defaultColumns(caseColumnLabels, 'cases')).toContain('persons')
  const contacts = defaultColumns(contactColumnLabels, 'contacts')
  expect(contacts).toContain('onDate')
  for (const key of ['note', 'persons', 'waitsFor']) expect(contacts).not.toContain(key)
})
