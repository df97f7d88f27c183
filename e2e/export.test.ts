import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'
import { readPdf } from './journey/read-pdf.ts'

let office: Office
let manager: Desk
let administrator: Desk
beforeAll(async () => {
  office = await openOffice()
  manager = await office.desk('wes-cm1')
  administrator = await office.desk('wes-admin')
})
afterAll(async () => {
  await manager?.leave()
  await administrator?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

/** Fetches what the link offers; answers where it lies. */
async function fetched(desk: Desk, link: string | RegExp): Promise<{ path: string; name: string }> {
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.follow(link)])
  return { path: await download.path(), name: download.suggestedFilename() }
}

test('a case file is chosen, made while one can go on working, fetched and deleted', async () => {
  await manager.open('/faelle')
  await manager.follow(/^Haddad, Mahmoud/)
  await manager.heading(/^Haddad, Familie/)
  await manager.menu('Mehr', 'Akte drucken')
  await manager.heading('Akte drucken')
  await manager.inspect()
  await manager.press('PDF erstellen')
  await manager.sees('Fertig')
  await manager.inspect()
  const { path, name } = await fetched(manager, 'PDF herunterladen')
  expect(name).toBe('WES-2026-0001-Akte.pdf')
  expect(readPdf(path)).toMatchObject({ tagged: true, ua: '1' })
  await manager.open('/ausgaben')
  await manager.inspect()
  const before = await manager.page.getByRole('button', { name: 'Datei jetzt löschen' }).count()
  await manager.press('Datei jetzt löschen')
  await manager.sees('abgebrochen')
  expect(await manager.page.getByRole('button', { name: 'Datei jetzt löschen' }).count()).toBe(before - 1)
})

test('lists are closed until an administrator allows them, and closed again when that ends', async () => {
  await manager.open('/faelle')
  await manager.press('Liste ausgeben')
  const dialog = manager.dialog('Liste ausgeben')
  await manager.sees('Listen dürfen Sie nicht ausgeben', dialog)
  await manager.press('Schließen', dialog)

  await administrator.open('/verwaltung/konten')
  await administrator.follow(/^van Elst/)
  await administrator.press('Ausgabe erlauben')
  const sheet = administrator.dialog('Ausgabe von Listen erlauben')
  await administrator.type('Begründung', 'Verwendungsnachweis', sheet)
  await administrator.press('Ausgabe erlauben', sheet)
  await administrator.said('Ausgabe erlaubt')
  await administrator.sees('Verwendungsnachweis')
  await administrator.inspect()

  await manager.open('/faelle')
  await manager.press('Liste ausgeben')
  await manager.sees('Welche Spalten?', dialog)
  await manager.inspect()
  await manager.press('Datei erstellen', dialog)
  await manager.sees('Fertig', dialog)
  const { name } = await fetched(manager, 'XLSX herunterladen')
  expect(name).toMatch(/^Liste-der-Fälle-.*\.xlsx$/)

  await administrator.press('Beenden: Ausgabe von Listen')
  await administrator.press('Recht beenden', administrator.dialog('Recht beenden?'))
  await administrator.said('Recht beendet')
  const file = await manager.page.getByRole('link', { name: 'XLSX herunterladen' }).getAttribute('href')
  expect((await manager.page.request.get(file!)).status()).toBe(404)
})

test('who may what: a list, and a report of each person', async () => {
  await administrator.open('/verwaltung/rechte')
  await administrator.inspect()
  const { path } = await fetched(administrator, /^Rechtebericht als PDF: Leonie/)
  expect(readPdf(path)).toMatchObject({ tagged: true, ua: '1' })
})

test('the shared screen shows domains, goals and agreement of this case and nothing else', async () => {
  await manager.open('/faelle')
  await manager.follow(/^Haddad, Mahmoud/)
  await manager.heading(/^Haddad, Familie/)
  await manager.menu('Mehr', 'Bildschirm teilen')
  const shared = manager.dialog('Zum gemeinsamen Ansehen')
  await manager.sees('Ihre Lebensbereiche', shared)
  await manager.inspect()
  await manager.page.keyboard.press('Control+k')
  await manager.settled()
  expect(await manager.page.getByRole('dialog').count()).toBe(1)
  await manager.page.reload()
  await manager.sees('Ihre Lebensbereiche', shared)
  expect(await manager.page.title()).toBe('Lotse')
  await manager.press('Ziele', shared)
  await manager.sees('Ihre Ziele', shared)
  await manager.press('Vereinbarung', shared)
  await manager.settled()
  const text = await manager.text(shared)
  // Neither other cases nor what the professional noted.
  for (const hidden of ['Ehmed', 'Nair', 'Zeugnisse liegen übersetzt vor']) expect(text).not.toContain(hidden)
  await manager.page.keyboard.press('Escape')
  await manager.heading(/^Haddad, Familie/)
})
