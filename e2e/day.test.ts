import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
beforeAll(async () => void (office = await openOffice()))
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

test('Mein Tag on a phone begins with what is due; the bell says on every page what is unread, and leads to it', async () => {
  const desk = await office.desk('wes-cm1', { width: 390, height: 844 })
  await desk.settled()
  const titles = await desk.page.locator('main h2').allTextContents()
  expect(titles[0]).toMatch(/^Überfällig/)
  expect(titles.findIndex((title) => title.startsWith('Benachrichtigungen'))).toBeGreaterThan(
    titles.findIndex((title) => title.startsWith('Heute')),
  )
  await desk.inspect()

  const bell = desk.page.getByRole('link', { name: /^\d+ neu: Benachrichtigungen$/ })
  const unread = async () => Number(await bell.textContent())
  const before = await unread()
  expect(titles).toContain(`Benachrichtigungen (${before})`)
  await desk.page
    .getByRole('button', { name: /^Gelesen:/ })
    .first()
    .click()
  await expect.poll(unread).toBeLessThan(before)
  await desk.go('Fälle')
  expect(await unread()).toBeGreaterThan(0)
  await bell.click()
  await desk.heading('Benachrichtigungen')
  await desk.press('Alles als gelesen markieren')
  await desk.said('Alles als gelesen markiert')
  await expect.poll(() => bell.count()).toBe(0)
  await desk.leave()
})
