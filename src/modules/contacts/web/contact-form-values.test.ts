import { expect, test } from 'vitest'

import type { ContactForm } from '../index.ts'
import { bodyOf, changesOf, ContactEntry, newEntry } from './contact-form-values.ts'

const form: ContactForm = {
  caseId: 'c',
  name: 'Beispiel, Amina',
  fileNumber: 'WES-2026-0001',
  persons: [
    { id: 'main', name: 'Amina Beispiel', isMain: true },
    { id: 'other', name: 'Omar Beispiel', isMain: false },
  ],
  language: 'ar',
  mediator: 'volunteer',
  siteId: 'site',
  sites: [{ id: 'site', name: 'Rathaus' }],
  organisations: [{ id: 'town', name: 'Stadt' }],
}
const now = { day: '2026-11-21', time: '10:42', kind: 'phone' }
const typed = (more: object = {}) => ContactEntry.parse({ ...newEntry(form, now), ...more })

test('a new entry starts with now, the main person and the last language', () => {
  expect(newEntry(form, now)).toMatchObject({
    onDate: '2026-11-21',
    atTime: '10:42',
    kind: 'phone',
    persons: ['main'],
    language: 'ar',
    mediator: 'volunteer',
    siteId: 'site',
  })
})

test('empty means nothing said', () => {
  expect(
    bodyOf(typed({ language: '', mediator: '', siteId: '', atTime: '' }), form.organisations),
  ).toMatchObject({
    language: null,
    mediator: null,
    siteId: null,
    atTime: null,
    minutes: null,
    note: null,
    share: null,
    wait: null,
  })
})

test.each([
  ['town', { organisationId: 'town', label: null, until: null }],
  ['Frau Beispiel, Schule', { organisationId: null, label: 'Frau Beispiel, Schule', until: null }],
])('waits for %s', (waitsFor, wait) => {
  expect(bodyOf(typed({ waitsFor }), form.organisations).wait).toEqual(wait)
})

test('9:05 is a time too', () => {
  expect(bodyOf(typed({ atTime: '9:05' }), form.organisations).atTime).toBe('09:05')
})

test('only what was changed travels', () => {
  const before = newEntry(form, now)
  expect(changesOf(before, typed(), form.organisations)).toEqual({})
  expect(changesOf(before, typed({ note: 'x', minutes: '45' }), form.organisations)).toEqual({
    note: 'x',
    minutes: 45,
  })
})
