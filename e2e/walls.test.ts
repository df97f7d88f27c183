import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { districts } from './journey/districts.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

/** What the case manager of the demo data knows and nobody else may learn: names, file numbers, addresses. */
interface Known {
  readonly names: readonly string[]
  readonly files: readonly string[]
  readonly addresses: readonly string[]
}

describe.each(districts)('$name: who sees nothing', (district) => {
  let known: Known
  beforeAll(async () => {
    const desk = await office.desk(district.caseManager)
    await desk.go('Fälle')
    await desk.settled()
    const links = desk.page.getByRole('table').getByRole('link')
    const names = (await links.allInnerTexts()).map((name) => name.split(',')[0]!)
    const rows = await desk.page.getByRole('table').innerText()
    const files = rows.match(/[A-Z]{3}-\d{4}-\d{4}/g) ?? []
    const hrefs = await Promise.all((await links.all()).map((link) => link.getAttribute('href')))
    known = { names, files, addresses: hrefs.filter((href) => href !== null) }
    await desk.leave()
  })

  test.each([
    ['the immigration office (B3) finds nobody', district.immigrationOffice],
    ['the Sozialamt in the same building sees nothing of the work', district.socialOffice],
  ])('%s', async (_name, login) => {
    expect(known.names.length).toBeGreaterThan(1)
    const desk = await office.desk(login)
    const navigation = await desk.text(desk.page.getByRole('navigation', { name: 'Hauptnavigation' }).first())
    expect(navigation).not.toMatch(/Fälle|Anfragen/)
    const seen = [await desk.text()]
    for (const path of ['/faelle', '/anfragen', '/kalender', '/aufgaben', known.addresses[0]!]) {
      await desk.open(path)
      seen.push(await desk.text())
    }
    seen.push(...(await searchFor(desk, [known.names[0]!, known.files[0]!])))
    for (const text of seen) {
      for (const secret of [...known.names, ...known.files]) expect(text).not.toContain(secret)
      // Not even how many there are (BC-04).
      expect(text).not.toMatch(/\d+ (angezeigt|Anfragen warten|Fälle)/)
    }
    for (const path of ['/api/cases', '/api/requests?view=unassigned', `/api${casePath(known)}`]) {
      expect((await desk.page.request.get(path)).status()).toBeGreaterThanOrEqual(403)
    }
    await desk.inspect()
    await desk.leave()
  })

  test('a coordinator without oversight for the case manager sees nothing of the cases', async () => {
    const desk = await office.desk(district.otherCoordinator)
    await desk.go('Fälle')
    const seen = [await desk.text()]
    await desk.open(known.addresses[0]!)
    seen.push(await desk.text(), ...(await searchFor(desk, [known.files[0]!])))
    for (const text of seen) {
      for (const secret of [...known.names, ...known.files]) expect(text).not.toContain(secret)
    }
    expect((await desk.page.request.get(`/api${casePath(known)}`)).status()).toBe(404)
    await desk.leave()
  })
})

const casePath = ({ addresses }: Known) => addresses[0]!.replace('/faelle/', '/cases/')

async function searchFor(desk: Desk, texts: readonly string[]): Promise<string[]> {
  const answers: string[] = []
  for (const text of texts) {
    await desk.page.keyboard.press('Control+k')
    const dialog = desk.dialog('Suchen und Befehle')
    await dialog.getByRole('combobox').fill(text)
    await desk.sees(/Nichts gefunden|Eintr/, dialog)
    await desk.settled()
    const found = await dialog.getByRole('option').allInnerTexts()
    // The way to the page of the search repeats what was typed.
    answers.push(...found.filter((option) => !option.startsWith('Alle Treffer und Kontakte zu')))
    await desk.page.keyboard.press('Escape')
  }
  return answers
}
