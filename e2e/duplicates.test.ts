import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

async function intake(login: string, familyName: string, givenName: string): Promise<Desk> {
  const desk = await office.desk(login, { at: '/faelle/neu' })
  await desk.type('Familienname', familyName)
  await desk.type('Vorname', givenName)
  return desk
}

async function openFile(desk: Desk): Promise<void> {
  await desk.page.getByRole('radio', { name: /^öffentliche Aufgabe/ }).check()
  await desk.choose('In welcher Sprache', 'Türkisch')
  await desk.page
    .getByRole('radio', { name: /Prozessbegleitung|Begleitung/ })
    .first()
    .check()
  await desk.press('Fall eröffnen')
  await desk.said(/^Fall .* eröffnet/)
}

test('BC-05 a duplicate in another town: that a file could exist and whom to ask, nothing else', async () => {
  const desk = await intake('wes-cm2', 'Aydin', 'Goekhan')
  await desk.sees('Eine Akte könnte bestehen')
  const text = await desk.text(desk.page.locator('main'))
  expect(text).toMatch(/Bitte bei Kreis Wesel, Kommunales Integrationsmanagement .+ anfragen/)
  expect(text).not.toContain('(Koordination)')
  expect(text).not.toMatch(/Gökhan|Aydın|WES-\d{4}|Ist dieselbe Person|van Elst/)
  await desk.inspect()
  // Writing on is possible; whoever asks first clears the field.
  await desk.type('Familienname', 'Ganzandersmann')
  await desk.page.getByText('Eine Akte könnte bestehen').waitFor({ state: 'hidden' })
  await desk.press('Abbrechen')
  await desk.leave()
})

test('a person of an own case is offered, taken over, and the decision stands in the history', async () => {
  const desk = await intake('wes-cm1', 'Aydin', 'Gökhan')
  await desk.sees('Ist das eine dieser Personen?')
  await desk.inspect()
  await desk.press('Ist dieselbe Person: Aydın, Gökhan')
  await desk.sees('Diese Person ist schon erfasst')
  await desk.inspect()
  await openFile(desk)
  await desk.heading(/Aydın/)
  await desk.follow(/Aydın, Gökhan/, desk.page.getByRole('table').first())
  await desk.sees(/Dieselbe Person, in WES-\d{4}-\d{4} übernommen/)
  await desk.inspect()
  await desk.leave()
})

test('somebody else with the same name is told apart and not offered again', async () => {
  const desk = await intake('wes-cm1', 'Aydın', 'Gökhan')
  await desk.press('Andere Person als Aydın, Gökhan')
  await desk.page.getByText('Ist das eine dieser Personen?').waitFor({ state: 'hidden' })
  await openFile(desk)
  await desk.follow(/Aydın, Gökhan/, desk.page.getByRole('table').first())
  await desk.sees('Andere Person als Aydın, Gökhan')
  await desk.leave()
})

test('noticed too late: two files of one person name each other after a person decided', async () => {
  const desk = await intake('wes-cm1', 'Aydın', 'Gökhan')
  await openFile(desk)
  await desk.follow(/Aydın, Gökhan/, desk.page.getByRole('table').first())
  await desk.press('Doppelte Erfassung prüfen')
  await desk.press('Ist dieselbe Person: Aydın, Gökhan')
  await desk.press('Dieselbe Person', desk.dialog('Dieselbe Person?'))
  await desk.said(/Beide Akten verweisen aufeinander/)
  await desk.sees('Doppelt erfasst: dieselbe Person wie Aydın, Gökhan')
  await desk.inspect()
  await desk.follow(/^WES-\d{4}-\d{4}$/)
  await desk.follow(/Aydın, Gökhan/, desk.page.getByRole('table').first())
  await desk.sees('Doppelt erfasst: dieselbe Person wie Aydın, Gökhan')
  await desk.leave()
})
