import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
let administration: Desk
let member: Desk

beforeAll(async () => {
  office = await openOffice()
  administration = await office.desk('wes-verwaltung')
  member = await office.desk('wes-gremium')
})
afterAll(async () => {
  await administration?.leave()
  await member?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

/** Today as it is typed. */
const today = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
}).format(new Date())

async function write(desk: Desk, item: number, line: string, kind: string): Promise<void> {
  await desk.type(`Zeile zu TOP ${item}`, line)
  await desk.press(`${kind} festhalten`)
  await desk.said(`${kind} festgehalten`)
}

describe('a meeting from invitation to approved minutes', () => {
  test('is planned, filled from the template and invited; the member sees nothing before', async () => {
    await administration.go('Gremien')
    await administration.picture('gremien')
    await administration.inspect()
    await administration.follow('Lenkungsgruppe KIM')
    await administration.heading('Lenkungsgruppe KIM')
    await administration.inspect()
    await administration.press('Sitzung planen')
    const sheet = administration.dialog('Sitzung planen')
    await administration.type('Tag', today, sheet)
    await administration.type('Beginn', '09:30', sheet)
    await administration.type('Ort', 'Kreishaus Wesel', sheet)
    await administration.type('Titel', 'Sondersitzung', sheet)
    await administration.press('Sitzung planen', sheet)
    await administration.said('Sitzung geplant')
    await administration.follow(new RegExp(`^${today}, 09:30`))
    await administration.heading(/^Sondersitzung am/)
    await administration.press('Vorlage übernehmen')
    await administration.said('Vorlage übernommen')
    await administration.press('Punkt hinzufügen')
    const form = administration.dialog('Punkt hinzufügen')
    await administration.type('Thema', 'Übergang in die Berufsschule', form)
    await administration.press('Punkt hinzufügen', form)
    await administration.said('Punkt hinzugefügt')
    await administration.inspect()
    await member.go('Meine Gremien')
    await member.follow(/Sondersitzung/)
    await member.sees('Die Tagesordnung kommt mit der Einladung.')
    await administration.press('Einladen')
    await administration.said('Eingeladen. Mitglieder sehen jetzt die Tagesordnung.')
    await administration.sees(/wir laden Sie ein: Sondersitzung/)
    await member.page.reload()
    await member.sees(/Übergang in die Berufsschule/)
    await member.inspect()
  })

  test('is minuted live, by keyboard too, and what another writes appears', async () => {
    await administration.press('Sitzung eröffnen')
    await administration.said('Die Sitzung läuft')
    await write(administration, 1, 'Die Vorsitzende begrüßt die Anwesenden.', 'Notiz')
    const line = administration.field('Zeile zu TOP 2')
    await line.focus()
    await administration.page.keyboard.type('/beschluss 12:0:1 Die Projektgruppe wird eingerichtet.')
    await administration.page.keyboard.press('Control+Enter')
    await administration.said('Beschluss festgehalten')
    await administration.sees('12 ja, 0 nein, 1 Enthaltungen')
    await write(
      administration,
      2,
      `/auftrag @Jugendamt bis ${today} Liste der Schulen schicken`,
      'Arbeitsauftrag',
    )
    await administration.type('Zeile zu TOP 2', '/beschlus X')
    await administration.sees('„/beschlus“ gibt es nicht.')
    await administration.type('Zeile zu TOP 2', '')
    await administration.picture('sitzung-niederschrift')
    await administration.inspect()

    const second = await office.desk('wes-koordination')
    await second.open(new URL(administration.page.url()).pathname)
    await second.sees('Die Projektgruppe wird eingerichtet.')
    await write(second, 2, 'Aus der zweiten Feder.', 'Notiz')
    await administration.sees('Aus der zweiten Feder.')
    await second.leave()
    await member.page.reload()
    await member.settled()
    expect(await member.text()).not.toContain('Die Projektgruppe wird eingerichtet.')
  })

  test('goes to approval with its decisions and action items, and is approved', async () => {
    await administration.press('Sitzung schließen')
    await administration.said('Die Sitzung ist geschlossen')
    await administration.press('Niederschrift zur Genehmigung geben')
    await administration.said('Niederschrift und Aufträge sind bei den Mitgliedern')
    await member.page.reload()
    await member.sees('Die Projektgruppe wird eingerichtet.')
    await administration.press('Niederschrift genehmigen')
    await administration.said('Die Niederschrift ist genehmigt')
    await administration.go('Gremien')
    await administration.follow('Beschlüsse')
    await administration.sees('Die Projektgruppe wird eingerichtet.')
    await administration.sees(/671\/X/)
    await administration.inspect()
    await administration.follow('Aufträge')
    await administration.sees('Liste der Schulen schicken')
    await administration.inspect()
    await administration.follow('Bedarfsanzeigen')
    await administration.sees('Lenkungsgruppe entscheidet über die Einrichtung')
    await administration.inspect()
    await administration.follow('Rückmeldungen')
    await administration.sees('Freie Wohlfahrtspflege')
    await administration.inspect()
  })

  test('the member settles an own action item, and sees own committees and nothing else', async () => {
    await member.go('Meine Gremien')
    await member.press('Erledigt')
    await member.type('Ergebnis', 'Benannt', member.dialog('Arbeitsauftrag ist erledigt'))
    await member.press('Als erledigt festhalten', member.dialog('Arbeitsauftrag ist erledigt'))
    await member.said('Als erledigt festgehalten')
    await member.picture('meine-gremien')
    await member.inspect()
    const navigation = member.page.getByRole('navigation', { name: 'Hauptnavigation' }).first()
    expect(await navigation.getByRole('link').allInnerTexts()).toEqual(['Mein Tag', 'Meine Gremien'])
  })
})

test('the weekly team meeting of Warendorf: topics of the concept, a case without name, a recommendation', async () => {
  const lead = await office.desk('waf-verwaltung')
  await lead.go('Gremien')
  await lead.follow('Teambesprechung KIM')
  await lead.follow(new RegExp(`^${today}, 09:00`))
  await lead.press('Vorlage übernehmen')
  await lead.said('Vorlage übernommen')
  await lead.sees(/Ergebnisse des Monitorings/)
  await lead.sees(/Fallbesprechung/)
  await lead.sees(/Liste der Sprachkurse/)
  await lead.press('Aufnehmen')
  await lead.said('Auf die Tagesordnung gesetzt')
  const path = new URL(lead.page.url()).pathname

  const manager = await office.desk('waf-cm1')
  await manager.open(path)
  await manager.press('Fall ohne Namen einbringen')
  const form = manager.dialog('Fall ohne Namen einbringen')
  await manager.choose('Ihr Fall', 'WAF-', form)
  await manager.type('Frage an die Runde', 'Wer ist für den Übergang zuständig?', form)
  await manager.press('Fall einbringen', form)
  await manager.said('Fall ohne Namen eingebracht')
  await manager.sees('nur ohne Namen')
  await manager.inspect()

  await lead.page.reload()
  await lead.sees(/Fall A/)
  expect(await lead.text(lead.page.locator('main'))).not.toContain('WAF-')
  await lead.press('Einladen')
  await lead.said(/^Eingeladen/)
  await lead.press('Sitzung eröffnen')
  await lead.said('Die Sitzung läuft')
  await manager.page.reload()
  await write(manager, 2, '/empfehlung Der Projektgruppe die Wartezeiten vorlegen', 'Empfehlung')
  await lead.sees('Der Projektgruppe die Wartezeiten vorlegen')
  await lead.picture('teambesprechung')

  const b3 = await office.desk('waf-ebh')
  await b3.open(path)
  await b3.settled()
  expect(await b3.text()).not.toContain('Fall A')
  await b3.leave()
  await manager.leave()
  await lead.leave()
})
