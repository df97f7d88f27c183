import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'
import { readPdf } from './journey/read-pdf.ts'

let office: Office
let wesel: Desk
beforeAll(async () => {
  office = await openOffice()
  wesel = await office.desk('wes-koordination')
})
afterAll(async () => {
  await wesel?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

const steps = (desk: Desk) => desk.group('Nächste Schritte')
async function openTheme(desk: Desk, title: string): Promise<void> {
  await desk.open('/themen')
  await desk.follow(title)
  await desk.heading(title)
}
/** Presses the step at the theme and again in its dialog, with what it asks for in between. */
async function step(desk: Desk, name: string, fill: () => Promise<void> = async () => {}): Promise<void> {
  await desk.press(name, steps(desk))
  await fill()
  await desk.press(name, desk.dialog(name))
  await desk.dialog(name).waitFor({ state: 'hidden' })
}

test('Wesel: the overhead prepares, the steering group decides on the format and prioritises', async () => {
  await wesel.open('/themen')
  await wesel.sees('In der Projektarbeitsgruppe')
  await wesel.inspect()
  await wesel.picture('themen-tafel')
  const title = 'Spracherwerb, Kinderbetreuung und Integration in Arbeit'
  await openTheme(wesel, title)
  await wesel.sees(/Noch nicht gefragt/)
  await wesel.inspect()
  await wesel.picture('thema')
  await step(wesel, 'Der Lenkungsgruppe vorlegen')
  const decide = 'Lenkungsgruppe beauftragt eine Projektarbeitsgruppe'
  await wesel.press(decide, steps(wesel))
  await wesel.press(decide, wesel.dialog(decide))
  await wesel.sees('Bitte nennen Sie das Arbeitsformat.', wesel.dialog(decide))
  await wesel.inspect()
  await wesel.type('Arbeitsformat', 'Projektarbeitsgruppe Sprache und Betreuung')
  await wesel.pick('Priorität', 'hoch')
  await wesel.press(decide, wesel.dialog(decide))
  await wesel.dialog(decide).waitFor({ state: 'hidden' })
  await wesel.sees('In der Projektarbeitsgruppe')
})

test('a reconstruction: stations put in order by keys, both chains, the protocol, the end in a theme', async () => {
  await wesel.open('/rekonstruktionen')
  await wesel.follow('Mutter mit zwei kleinen Kindern sucht einen Sprachkurs')
  await wesel.sees(/Die Wartezeit sinkt von 46 Wochen auf 10 Wochen/)
  await wesel.inspect()
  await wesel.picture('rekonstruktion')
  const link = wesel.page.getByRole('link', { name: 'Protokoll als PDF' })
  const [download] = await Promise.all([wesel.page.waitForEvent('download'), link.click()])
  expect(readPdf(await download.path())).toMatchObject({ tagged: true, ua: '1' })

  await wesel.open('/rekonstruktionen')
  await wesel.press('Konstruierten Fall beginnen')
  await wesel.type('Titel', 'Wechsel vom Asylbewerberleistungsgesetz zum Jobcenter')
  await wesel.press('Rekonstruktion beginnen')
  await wesel.heading('Wechsel vom Asylbewerberleistungsgesetz zum Jobcenter')
  for (const name of ['Antrag am 3.4.2026', 'Bescheid des Sozialamts']) {
    await wesel.press('Station hinzufügen')
    await wesel.page
      .getByLabel(/^Was war das\?/)
      .last()
      .fill(name)
  }
  await wesel.page.getByRole('button', { name: 'Station 2 nach oben' }).focus()
  await wesel.page.keyboard.press('Enter')
  expect(
    await wesel.page
      .getByLabel(/^Was war das\?/)
      .first()
      .inputValue(),
  ).toBe('Bescheid des Sozialamts')
  await wesel.press('Rekonstruktion speichern')
  await wesel.sees(/Hier steht ein Datum/)
  await wesel.inspect()
  await wesel.page
    .getByLabel(/^Was war das\?/)
    .last()
    .fill('Antrag beim Jobcenter')
  await wesel.press('Rekonstruktion speichern')
  await wesel.said('Rekonstruktion gespeichert')
  await wesel.press('Ergebnis festhalten')
  await wesel.pick('Ergebnis', 'Keine strukturelle Ursache')
  await wesel.type('Was spricht dafür?', 'Ein Versehen, das sich nicht wiederholt hat.')
  await wesel.press('Ergebnis festhalten', wesel.dialog('Ergebnis festhalten'))
  await wesel.said('Ergebnis festgehalten')
  await wesel.sees('Keine strukturelle Ursache')
})

test('a case manager offers an own case: what tells who it is stops, the coordination takes it', async () => {
  const manager = await office.desk('wes-cm1')
  await manager.open('/rekonstruktionen')
  await manager.follow('Eigenen Fall anbieten')
  await manager.heading('Eigenen Fall anbieten')
  await manager.choose('Ihr Fall', 'WES-')
  await manager.press('Stationen aus dem Fall vorschlagen')
  await manager.said(/vorgeschlagen|kennt noch keine/)
  await manager.type('Titel statt des Namens', 'Familie wartet auf einen Schulplatz')
  await manager.type('Ausgangslage', 'Frau Müller rief am 3.4.2026 an.')
  await manager.page.getByLabel(/^Die Person ist einverstanden/).check()
  await manager.press('Fall anbieten')
  await manager.sees(/Das muss aus dem Text heraus/)
  await manager.inspect()
  await manager.type('Ausgangslage', 'Zwei Kinder sollen in die Schule.')
  await manager.press('Fall anbieten')
  await manager.said(/^Fall angeboten/)
  await manager.sees('Von mir angeboten')
  const navigation = manager.page.getByRole('navigation', { name: 'Hauptnavigation' }).first()
  expect(await navigation.locator('[aria-current=page]').allInnerTexts()).toEqual(['Themen'])
  await manager.leave()
  await wesel.open('/rekonstruktionen')
  await wesel.inspect()
  await wesel.follow('Familie wartet auf einen Schulplatz')
  await wesel.sees('Dieser Fall ist angeboten')
  expect(await wesel.text()).not.toMatch(/WES-\d/)
  await wesel.press('In Arbeit nehmen')
  await wesel.said('In Arbeit genommen')
})

test('Warendorf: a regional theme never meets the steering group, one of the whole Kreis does first', async () => {
  const desk = await office.desk('waf-koordination')
  await openTheme(desk, 'Anmeldung an der weiterführenden Schule')
  expect(await desk.text()).not.toContain('In der Lenkungsgruppe')
  await desk.sees('Wirkung geprüft')
  await openTheme(desk, 'Anerkennung von Abschlüssen dauert zu lange')
  await desk.sees('In der Lenkungsgruppe')
  await desk.sees('Lenkungsgruppe erteilt Auftrag an eine Projektgruppe')
  await openTheme(desk, 'Kursplätze mit Kinderbetreuung im Nordkreis')
  await step(desk, 'Als aufbereitet festhalten')
  // Not possible now: the button keeps its place in the order of the keys and says why.
  const closed = steps(desk).getByRole('button', { name: 'Die Lenkungsgruppe einschalten' })
  await closed.focus()
  await desk.page.keyboard.press('Enter')
  await desk.said(/nur offen, wenn das Thema den ganzen Kreis betrifft/)
  await step(desk, 'In eine Projektgruppe geben', async () => {
    await desk.page.getByLabel(/^Gremium/).selectOption({ index: 1 })
  })
  await step(desk, 'Schnittstellenpapier vereinbart', () =>
    desk.type('Worin besteht die Lösung, und wo steht sie?', 'Papier von Kursträgern und Jugendamt'),
  )
  await step(desk, 'Als umgesetzt festhalten')
  await step(desk, 'Wirkung festhalten', () => desk.pick('Hat es geholfen?', 'Hat geholfen'))
  await desk.sees('Wirkung geprüft')
  expect(await desk.text()).not.toContain('In der Lenkungsgruppe')
  await desk.leave()
})

test('Coesfeld: from the local conference over the network to the steering group, which advises', async () => {
  const desk = await office.desk('coe-koordination')
  await openTheme(desk, 'Übergang vom Sprachkurs in den Beruf')
  const told = await desk.text()
  const way = [
    'In der lokalen Fachkonferenz',
    'In der Arbeitsgruppe des Netzwerks',
    'In der Steuerungsgruppe',
  ]
  expect(way.map((state) => told.includes(state))).toEqual([true, true, true])
  await desk.sees('Von der Steuerungsgruppe mitgetragen')
  await step(desk, 'Als umgesetzt festhalten')
  await step(desk, 'Wirkung festhalten', () => desk.pick('Hat es geholfen?', 'Hat teilweise geholfen'))
  await desk.sees('Wirkung geprüft')
  await desk.leave()
})

test('reported to the Land and deferred stand on the board; a case manager reads and does not write', async () => {
  const manager = await office.desk('wes-cm1', { at: '/themen' })
  await manager.sees('An das Land gemeldet')
  await manager.sees(/Wiedervorlage/)
  await manager.follow('Wohnraumsituation und Vermittlung in Wohnraum')
  await manager.sees('Zurückgestellt')
  expect(await manager.page.getByRole('button', { name: 'Wieder vorlegen' }).count()).toBe(0)
  await manager.leave()
})
