import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

test('a filter is kept, applied when the list opens, deleted and brought back', async () => {
  const desk = await office.desk('wes-cm1')
  await desk.go('Fälle')
  await desk.pick('Stand', 'abgeschlossen')
  await desk.press('Diesen Filter merken')
  const dialog = desk.dialog('Filter merken')
  await desk.type('Name des Filters', 'Fertige', dialog)
  await dialog.getByRole('checkbox').check()
  await desk.inspect()
  await desk.press('Filter merken', dialog)
  await desk.said('Filter gemerkt')
  await desk.inspect()

  await desk.load('/faelle')
  await desk.group('Meine Filter').getByRole('button', { name: 'Fertige (Vorgabe)', pressed: true }).waitFor()
  expect(await desk.text(desk.page.getByRole('table'))).not.toMatch(/Umsetzung seit/)
  // Another choice stays: the default is for opening the list only.
  await desk.pick('Stand', 'offen')
  await desk.group('Stand').getByRole('button', { name: 'offen', pressed: true }).waitFor()

  await desk.pick('Meine Filter', 'Fertige (Vorgabe)')
  await desk.menu('Filter „Fertige“', 'Filter löschen')
  await desk.sees('Filter „Fertige“ gelöscht.')
  await desk.inspect()
  await desk.press('Rückgängig')
  await desk.said('Filter wiederhergestellt')
  await desk.group('Meine Filter').getByRole('button', { name: 'Fertige (Vorgabe)' }).waitFor()
  await desk.leave()
})
