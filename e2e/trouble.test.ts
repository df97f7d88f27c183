import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../src/demo/accounts.ts'
import { checkPage } from './check-page.ts'
import { fillRequest } from './journey/fill-request.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

test('bad input: all wrong fields at once, each linked, and nothing typed is lost', async () => {
  const desk = await office.desk('coe-cm1', { at: '/anfragen/neu' })
  await desk.type('Anliegen', 'Möchte zurückgerufen werden.')
  await desk.type('Rückrufnummer', 'abends')
  await desk.press('Anfrage erfassen')
  const summary = desk.page.getByRole('group', { name: 'Fehlerliste' })
  await desk.sees(/Wie kam die Anfrage\? Bitte wählen/, summary)
  await desk.sees(/Rückrufnummer: Bitte geben Sie eine Telefonnummer ein/, summary)
  await desk.inspect()
  await summary.getByRole('link', { name: /Rückrufnummer/ }).click()
  const number = desk.field('Rückrufnummer')
  expect(await desk.hasFocus(number)).toBe(true)
  expect(await number.inputValue()).toBe('abends')
  expect(await desk.field('Anliegen').inputValue()).toBe('Möchte zurückgerufen werden.')
  await number.fill('02541 123456')
  await desk.pick('Wie kam die Anfrage?', 'Telefon')
  await desk.press('Anfrage erfassen')
  await desk.said('Anfrage erfasst, sie wartet am Standort')
  await desk.leave()
})

test('what was typed and not saved is there again on another device', async () => {
  const desk = await office.desk('coe-cm2', { at: '/anfragen/neu' })
  await desk.type('Anliegen', 'Angefangen und unterbrochen worden.')
  await desk.page.getByText(/gespeichert \d/).waitFor()
  const phone = await office.desk('coe-cm2', { width: 390, height: 844 })
  await phone.open('/anfragen/neu')
  await phone.sees('Ihr Entwurf ist wieder da')
  expect(await phone.field('Anliegen').inputValue()).toBe('Angefangen und unterbrochen worden.')
  await phone.press('Entwurf verwerfen')
  await phone.leave()
  await desk.leave()
})

test('two editors: the second sees both versions side by side and decides', async () => {
  const desk = await office.desk('coe-cm1', { at: '/anfragen/neu' })
  await fillRequest(desk, { channel: 'Telefon', concern: 'Frage zum Führerschein.', language: 'Englisch' })
  await desk.page.getByLabel('Ich übernehme die Anfrage selbst').check()
  await desk.press('Anfrage erfassen')
  await desk.heading('Anfrage')
  const second = await office.desk('coe-cm1')
  await second.open(new URL(desk.page.url()).pathname)
  await second.press('Ändern')
  await second.type('Anliegen', 'Führerschein aus dem Ausland umschreiben.')

  await desk.press('Ändern')
  await desk.type('Anliegen', 'Führerschein und Fahrzeug.')
  await desk.press('Änderung speichern')
  await desk.said('Anfrage geändert')

  await second.press('Änderung speichern')
  const row = second.page.getByRole('row', { name: /^Anliegen/ })
  await second.sees('Führerschein aus dem Ausland umschreiben.', row)
  await second.sees('Führerschein und Fahrzeug.', row)
  await second.inspect()
  await second.press('Meine Eingabe behalten')
  await second.press('Änderung speichern')
  await second.said('Anfrage geändert')
  await second.sees('Führerschein aus dem Ausland umschreiben.')
  await second.leave()
  await desk.leave()
})

test('a session that ran out asks for the password over the page, and what was typed is saved', async () => {
  const desk = await office.desk('waf-cm1', { at: '/anfragen/neu' })
  await fillRequest(desk, { channel: 'Telefon', concern: 'Sucht eine Hebamme.', language: 'Tigrinya' })
  await desk.page.context().clearCookies()
  await desk.press('Anfrage erfassen')
  const dialog = desk.dialog('Bitte melden Sie sich noch einmal an')
  await desk.sees('Ihre Eingabe ist noch da', dialog)
  await checkPage(desk.page)
  await desk.type('Anmeldename', 'waf-cm1', dialog)
  await desk.type('Kennwort', demoPassword, dialog)
  await desk.press('Anmelden', dialog)
  await desk.said('Anfrage erfasst, sie wartet am Standort')
  await desk.sees('Sucht eine Hebamme.')
  await desk.leave()
})

test('a wrong password is refused without saying which of both is wrong', async () => {
  const desk = await office.door()
  await desk.page.goto('/')
  await desk.type('Anmeldename', 'wes-cm1')
  await desk.type('Kennwort', 'gewiss-nicht-dieses')
  await desk.press('Anmelden')
  const alert = desk.page.locator('.kern-alert--danger')
  await alert.waitFor()
  expect(await desk.text(alert)).not.toMatch(/unbekannt|gibt es nicht/)
  await desk.inspect()
  await desk.leave()
})
