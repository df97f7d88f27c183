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

describe('a re-assessment with comparison', () => {
  let path = ''

  test('what is due stands in Mein Tag and among the overdue cases', async () => {
    await desk.heading(/^Guten/)
    await desk.sees(/^Re-Assessments fällig/)
    await desk.open('/faelle?ueberfaellig=true')
    await desk.page.getByRole('table').getByRole('link').first().waitFor()
    await desk.open('/')
    await desk.follow('Zu den Lebensbereichen: Re-Assessment')
    await desk.sees('Assessment')
    path = new URL(desk.page.url()).pathname
    expect(path).toMatch(/\/lebensbereiche$/)
  })

  test('one begun by mistake is discarded after a question, and nothing of it stays', async () => {
    await desk.press('Re-Assessment beginnen')
    await desk.sees('offen')
    await desk.press('Re-Assessment verwerfen')
    const dialog = desk.dialog('Re-Assessment verwerfen?')
    await desk.sees(/noch nichts beantwortet/, dialog)
    await desk.inspect()
    await desk.press('Re-Assessment verwerfen', dialog)
    await desk.said('Assessment verworfen')
    await desk.sees('abgeschlossen')
    expect(await desk.page.getByRole('link', { name: 'Assessments vergleichen' }).count()).toBe(0)
  })

  test('the last values stand beside the new ones, nothing is filled in, the change is said in words', async () => {
    await desk.press('Re-Assessment beginnen')
    const row = desk.page.getByRole('region', { name: 'Wohnsituation' })
    await desk.sees('zuletzt 5 – sehr hoher Bedarf', row)
    expect(await row.locator('input[type=radio]:checked').count()).toBe(0)
    await row.getByText('Notiz und eigene Worte').click()
    await desk.sees(/^Zuletzt notiert: Zwei Zimmer/, row)
    await rate(desk, 'Wohnsituation', { Ressource: 3, Bedarf: 2, 'Eigene Sicht': 4 })
    await desk.sees(/zuletzt 5 – sehr hoher Bedarf, jetzt.*besser/, row)
    await rate(desk, 'Sprache', { Ressource: 2, Bedarf: 5 })
    await rate(desk, 'Berufliche Situation', { Ressource: 3, Bedarf: 5, 'Eigene Sicht': 2 })
    await desk.sees(/^Beim letzten Mal beantwortet, diesmal noch nicht: .*Mobilität/)
    await desk.sees(/^Die eigene Sicht der ratsuchenden Person fehlt noch bei: Sprache/)
    await desk.inspect()
    await desk.press('Re-Assessment abschließen')
    await desk.said('Assessment abgeschlossen')
    await desk.sees(/^Nächstes Re-Assessment:/)
  })

  test('the comparison shows each domain, what is missing, and the same as a drawing', async () => {
    await desk.follow('Assessments vergleichen')
    await desk.sees('Vergleich der Assessments')
    await desk.settled()
    const table = desk.page.getByRole('table', { name: /^Veränderung über die Zeit/ })
    const cells = async (domain: string) =>
      (await table.getByRole('row', { name: new RegExp(`^${domain}`) }).innerText()).replaceAll(/\s+/g, ' ')
    expect(await cells('Wohnsituation')).toMatch(/↗ besser .*Bedarf: 2 – geringer Bedarf \(↗ besser\)/)
    expect(await cells('Berufliche Situation')).toMatch(/↘ schlechter/)
    expect(await cells('Sprache')).toMatch(/= gleich/)
    expect(await cells('Mobilität')).toMatch(/ohne Angabe/)
    expect(await desk.page.getByRole('img', { name: /^Veränderung über die Zeit/ }).count()).toBe(1)
    await desk.inspect()
    await desk.follow('Zum Assessment')
    await desk.sees(/^Nächstes Re-Assessment:/)
  })

  test('the overview says what changed, and the case is no longer due', async () => {
    await desk.open(path.replace('/lebensbereiche', ''))
    await desk.sees('besser')
    await desk.inspect()
    await desk.open('/')
    expect(await desk.text()).not.toContain('Re-Assessments fällig')
  })
})

async function rate(desk: Desk, domain: string, values: Record<string, number>): Promise<void> {
  const row = desk.page.getByRole('region', { name: domain })
  for (const [question, value] of Object.entries(values)) {
    await desk
      .group(question, row)
      .getByRole('radio', { name: new RegExp(`^${value}`) })
      .check()
  }
  await desk.sees(/gespeichert/, row)
}
