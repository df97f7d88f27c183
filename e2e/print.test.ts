import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
let desk: Desk
beforeAll(async () => {
  office = await openOffice()
  desk = await office.desk('wes-cm1')
})
afterAll(async () => {
  await desk?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

const hasPdftotext = existsSync('/usr/bin/pdftotext')

/** The sheet as a reader gets it, one line. */
async function sheet(): Promise<string> {
  const pdf = await desk.page.pdf({ format: 'A4', preferCSSPageSize: true })
  expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf })
    .toString('utf8')
    .replaceAll(/\s+/g, ' ')
}

/** What belongs to the program and not on paper. */
const around = ['Zum Inhalt springen', 'Strg K', 'API-Beschreibung', 'Kontakt erfassen', 'Drucken']

describe.runIf(hasPdftotext)('printed pages', () => {
  test.each([
    ['/', 'Mein Tag', []],
    // Headings of narrow columns wrap.
    ['/faelle', 'Fälle', ['Aktenzeichen', 'WES-2026-0001', 'Letzter', 'Kontakt']],
    ['/aufgaben', 'Aufgaben', []],
  ] as const)('%s: the content without the program around it', async (path, _name, words) => {
    await desk.open(path)
    await desk.settled()
    const text = await sheet()
    for (const word of around) expect(text).not.toContain(word)
    for (const word of words) expect(text).toContain(word)
    expect(text).toMatch(/Gedruckt am \d\d\.\d\d\.\d{4} von Leonie van Elst/)
  })

  test('a case and its timeline: the facts, no tabs, no buttons', async () => {
    await desk.open('/faelle')
    await desk.page.getByRole('link', { name: /^Haddad, Mahmoud/ }).click()
    await desk.heading(/^Haddad, Familie/)
    await desk.settled()
    const overview = await sheet()
    expect(overview).toContain('Haddad, Familie (WES-2026-0001)')
    for (const word of [...around, 'Lebensbereiche Plan und Vereinbarung'])
      expect(overview).not.toContain(word)
    await desk.tab('Verlauf')
    await desk.settled()
    // The button reads all pages before it prints.
    await desk.page.evaluate(`window.print = () => document.body.setAttribute('data-printed', 'yes')`)
    await desk.press('Drucken')
    await desk.page.locator('body[data-printed]').waitFor()
    const timeline = await sheet()
    expect(timeline).toContain('Fall eröffnet')
    for (const word of [...around, 'Nur zeigen']) expect(timeline).not.toContain(word)
  })

  test('dark screens print black on white', async () => {
    await desk.page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    const ink = await desk.page.evaluate(
      `getComputedStyle(document.querySelector('main h1')).color + ' ' + getComputedStyle(document.body).backgroundColor`,
    )
    await desk.page.emulateMedia({ colorScheme: null, media: null })
    expect(ink).toBe('rgb(0, 0, 0) rgb(255, 255, 255)')
  })
})
