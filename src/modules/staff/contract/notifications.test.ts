import { expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { pathOfNotification } from './notifications.ts'

const id = newId()

test.each([
  ['the case before all else', { caseId: id, objectKind: 'referral', objectId: newId() }, `/faelle/${id}`],
  ['the object itself', { caseId: null, objectKind: 'theme', objectId: id }, `/themen/${id}`],
  ['where all of the kind stand', { caseId: null, objectKind: 'deputy', objectId: id }, '/vertretungen'],
  [
    'no page of an object that is not named',
    { caseId: null, objectKind: 'theme', objectId: null },
    undefined,
  ],
  ['no page', { caseId: null, objectKind: 'oversight', objectId: id }, undefined],
])('a notification leads to %s', (_what, row, path) => {
  expect(pathOfNotification(row)).toBe(path)
})
