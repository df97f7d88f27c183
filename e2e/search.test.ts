import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { Keyboard } from './journey/keyboard.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

const hits = (desk: Desk, group: string) =>
  desk.page.getByRole('region', { name: group }).getByRole('listitem')

test('search: the palette finds a case without umlauts, with the keyboard alone', async () => {
  const desk = await office.desk('wes-cm1')
  const keys = new Keyboard(desk.page)
  await desk.heading(/^Guten/)
  await keys.press('Control+k')
  await desk.dialog('Suchen und Befehle').waitFor()
  await keys.type('aydin gokhan')
  await desk.page
    .getByRole('option', { name: /Aydın, Gökhan/ })
    .first()
    .waitFor()
  await desk.inspect()
  await keys.press('Enter')
  await desk.heading(/Aydın/)
  expect(desk.page.url()).not.toMatch(/ayd|gok/i)
  await desk.leave()
})

test('search: typing errors, another script and a telephone number find the person; the address stays empty', async () => {
  const desk = await office.desk('wes-cm1', { at: '/suche' })
  await desk.sees('Geben Sie mindestens zwei Zeichen ein')
  await desk.type('Wonach suchen Sie?', 'Hadad Mamud')
  await hits(desk, 'Personen').filter({ hasText: 'Haddad, Mahmoud' }).waitFor()
  await hits(desk, 'Fälle').filter({ hasText: 'Haddad, Mahmoud' }).waitFor()
  await desk.inspect()
  expect(new URL(desk.page.url()).search).toBe('')
  await desk.type('Wonach suchen Sie?', 'Schmidt-Unbekannt')
  await desk.sees('keine Personen, keine Fälle')
  await desk.inspect()
  await desk.leave()
})

test('search: a word inside a compound finds the contact and is marked', async () => {
  const desk = await office.desk('wes-cm1', { at: '/suche' })
  await desk.type('Wonach suchen Sie?', 'feuchtigkeit')
  const hit = hits(desk, 'Kontakte').first()
  await hit.waitFor()
  expect((await hit.locator('mark').first().innerText()).toLowerCase()).toBe('feuchtigkeit')
  await desk.inspect()
  await desk.type('Wonach suchen Sie?', 'kinderzimm')
  await hits(desk, 'Kontakte').first().locator('mark', { hasText: 'Kinderzimm' }).waitFor()
  await desk.leave()
})

test('search: who does not work with the person finds nobody', async () => {
  for (const login of ['wes-cm2', 'wes-koordination-2']) {
    const desk = await office.desk(login, { at: '/suche' })
    await desk.type('Wonach suchen Sie?', 'Aydın')
    await desk.sees('keine Personen, keine Fälle')
    await desk.leave()
  }
})
