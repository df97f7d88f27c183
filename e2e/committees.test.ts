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

/** What the party Stadt Wesel has said, written down or put right. */
async function answer(button: 'Antwort festhalten' | 'Berichtigen', said: string): Promise<void> {
  await administration.press(`${button}: Stadt Wesel`)
  const form = administration.dialog(/^Antwort (festhalten|berichtigen)$/)
  await administration.pick('Was antwortet Stadt Wesel?', said, form)
  await administration.press(/^Antwort (festhalten|berichtigen)$/, form)
  await administration.said(`Stadt Wesel: ${said}`)
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
    await administration.menu('TOP 3 ändern', 'Text ändern')
    const item = administration.dialog('TOP 3 ändern')
    await administration.type('Worum geht es?', 'Wer lädt die Schulen ein?', item)
    await administration.press('Punkt speichern', item)
    await administration.said('Punkt geändert')
    await administration.press('Termin oder Ort ändern')
    const when = administration.dialog('Termin oder Ort ändern')
    await administration.type('Ort', 'Kreishaus Wesel, Raum 007', when)
    await administration.inspect()
    await administration.press('Änderung speichern', when)
    await administration.said('Sitzung geändert')
    await administration.sees('Kreishaus Wesel, Raum 007')
    await administration.sees('Wer lädt die Schulen ein?')
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
    await administration.type('Zeile zu TOP 3', '/vereinbarung Übergabe in fünf Tagen')
    await administration.type('Wer bestätigt die Vereinbarung?', 'Stadt Wesel, Kreis Wesel')
    await administration.press('Vereinbarung festhalten')
    await administration.said('Vereinbarung festgehalten')
    await answer('Antwort festhalten', 'abgelehnt')
    await answer('Berichtigen', 'bestätigt')
    await administration.sees(/bestätigt am/)
    await administration.sees('noch offen')
    await administration.inspect()
    await administration.press('Sitzung schließen')
    await administration.said('Die Sitzung ist geschlossen')
    await administration.press('Niederschrift zur Genehmigung geben')
    await administration.said('Niederschrift und Aufträge sind bei den Mitgliedern')
    // Otherwise it lies on the next button for eight seconds.
    const message = administration.page.locator('.lt-toast', { hasText: 'Niederschrift und Aufträge' })
    await administration.press('Meldung schließen', message)
    await member.page.reload()
    await member.sees('Die Projektgruppe wird eingerichtet.')
    await administration.press('Niederschrift genehmigen')
    await administration.inspect()
    await administration.press('Genehmigung festhalten')
    await administration.said('Die Niederschrift ist genehmigt')
    await administration.press('Berichtigen: Stadt Wesel')
    const wrong = administration.dialog('Antwort berichtigen')
    await administration.pick('Was antwortet Stadt Wesel?', 'noch offen', wrong)
    await administration.press('Antwort berichtigen', wrong)
    await administration.sees(/warum Sie die Antwort berichtigen/, wrong)
    await administration.inspect()
    await administration.type('Warum berichtigen Sie die Antwort?', 'Der Rat entscheidet erst.', wrong)
    await administration.press('Antwort berichtigen', wrong)
    await administration.said('Stadt Wesel: noch offen')
    await administration.sees(/Berichtigt am .*: Der Rat entscheidet erst\./)
    await administration.go('Gremien')
    await administration.follow('Beschlüsse')
    await administration.sees('Die Projektgruppe wird eingerichtet.')
    await administration.sees(/671\/X/)
    await administration.press('Ergänzen: Die Projektgruppe wird eingerichtet.')
    const known = administration.dialog('Beschluss ergänzen')
    await administration.type('Zeichen der Vorlage', 'LG 4/2026', known)
    await administration.type('Adresse im Ratsinformationssystem', 'https://ris.example.org/4', known)
    await administration.inspect()
    await administration.press('Angaben speichern', known)
    await administration.said('Beschluss ergänzt')
    await administration.sees(/Zeichen LG 4\/2026/)
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

  test('an action item is given between two meetings', async () => {
    await administration.open('/gremien')
    await administration.follow('Lenkungsgruppe KIM')
    await administration.menu('Mehr', 'Arbeitsauftrag geben')
    const form = administration.dialog('Arbeitsauftrag geben')
    await administration.type('Was ist zu tun?', 'Raum für die nächste Sitzung buchen', form)
    await administration.press('Arbeitsauftrag geben', form)
    await administration.inspect()
    // Words of one's own, where nobody with an account does it.
    await form.getByRole('combobox', { name: /^Wer ist zuständig\?/ }).fill('Geschäftsstelle')
    await administration.press('Arbeitsauftrag geben', form)
    await administration.said('Arbeitsauftrag gegeben')
    await administration.sees('Raum für die nächste Sitzung buchen')
  })

  test('the member settles an own action item, and sees own committees and nothing else', async () => {
    await member.go('Meine Gremien')
    await member.press(/^Erledigt: /)
    await member.type('Ergebnis', 'Benannt', member.dialog('Arbeitsauftrag ist erledigt'))
    await member.press('Als erledigt festhalten', member.dialog('Arbeitsauftrag ist erledigt'))
    await member.said('Als erledigt festgehalten')
    await member.picture('meine-gremien')
    await member.inspect()
    const navigation = member.page.getByRole('navigation', { name: 'Hauptnavigation' }).first()
    expect(await navigation.getByRole('link').allInnerTexts()).toEqual(['Mein Tag', 'Meine Gremien'])
  })
})

describe('the weekly team meeting of Warendorf, and the group it turns to', () => {
  const recommended = 'Wartezeiten im Sprachkurs vorlegen'
  let lead: Desk
  let manager: Desk

  /** The first offer with these words or under this heading, onto the agenda; answers its title. */
  async function take(words: string): Promise<string> {
    const offers = lead.page.getByRole('region', { name: 'Vorschläge' }).getByRole('listitem')
    const button = offers.filter({ hasText: words }).getByRole('button').first()
    const title = (await button.getAttribute('aria-label'))!.replace('Aufnehmen: ', '')
    await button.click()
    await lead.said('Auf die Tagesordnung gesetzt')
    await lead.sees(new RegExp(`^TOP \\d+: ${title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\\$&`)}$`))
    return title
  }
  async function steps(...buttons: [button: string, said: string | RegExp][]): Promise<void> {
    for (const [button, said] of buttons) {
      await lead.press(button)
      await lead.said(said)
    }
  }
  const toTheMembers: [string, string][] = [
    ['Sitzung schließen', 'Die Sitzung ist geschlossen'],
    ['Niederschrift zur Genehmigung geben', 'Niederschrift und Aufträge sind bei den Mitgliedern'],
  ]

  test('fills from monitoring and new barriers, hears a case without name, ends in a recommendation', async () => {
    lead = await office.desk('waf-koordination')
    await lead.go('Gremien')
    await lead.follow('Teambesprechung KIM')
    // The weekly one stands on a working day; the journey needs one on the day it runs.
    await lead.press('Sitzung planen')
    const sheet = lead.dialog('Sitzung planen')
    await lead.type('Tag', today, sheet)
    await lead.type('Beginn', '11:00', sheet)
    await lead.press('Sitzung planen', sheet)
    await lead.said('Sitzung geplant')
    await lead.follow(new RegExp(`^${today}, 11:00`))
    await lead.press('Vorlage übernehmen')
    await lead.said('Vorlage übernommen')
    await lead.sees(/Ergebnisse des Monitorings/)
    await lead.sees(/Liste der Sprachkurse/)
    await take('Aus dem Monitoring')
    await lead.sees(/Anfragen, die noch niemand übernommen hat: \d+/)
    const barrier = await take('Neue Hürden')
    await lead.inspect()
    const path = new URL(lead.page.url()).pathname

    manager = await office.desk('waf-cm1', { at: path })
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
    await steps(['Einladen', /^Eingeladen/], ['Sitzung eröffnen', 'Die Sitzung läuft'])
    await manager.page.reload()
    const section = manager.page
      .getByRole('region', { name: /^Niederschrift zu TOP/ })
      .filter({ hasText: barrier })
    await section.getByRole('textbox').fill(`/empfehlung @Lenkungsgruppe ${recommended}`)
    await manager.press('Empfehlung festhalten')
    await manager.said('Empfehlung festgehalten')
    await lead.sees(
      'an Lenkungsgruppe KIM',
      lead.page.getByRole('region', { name: /^Niederschrift zu TOP/ }).filter({ hasText: recommended }),
    )
    await lead.picture('teambesprechung')
    await steps(...toTheMembers)

    const b3 = await office.desk('waf-ebh', { at: path })
    const seen = await b3.text()
    for (const inner of ['Fall A', 'Monitoring: Was im Kreis wartet', barrier, recommended])
      expect(seen).not.toContain(inner)
    await b3.leave()
  })

  test('the steering group finds it on its agenda and answers; the team hears the answer', async () => {
    await lead.go('Gremien')
    await lead.follow('Lenkungsgruppe KIM')
    await lead.sees(recommended)
    await lead.sees('Empfehlungen und Antworten')
    await lead.press('Sitzung planen')
    const sheet = lead.dialog('Sitzung planen')
    await lead.type('Tag', today, sheet)
    await lead.type('Beginn', '16:00', sheet)
    await lead.press('Sitzung planen', sheet)
    await lead.said('Sitzung geplant')
    await lead.follow(new RegExp(`^${today}, 16:00`))
    await lead.heading(/^Sitzung am/)
    expect(await take(recommended)).toBe(recommended)
    await steps(['Sitzung eröffnen', 'Die Sitzung läuft'])
    await lead.type('Zeile zu TOP 1', '/beschluss Ja, zuerst im Nordkreis.')
    await lead.type('Bis wann?', today)
    await lead.page.getByLabel('In anderer Form aufgegriffen, als empfohlen').check()
    await lead.inspect()
    await lead.press('Beschluss festhalten')
    await lead.said('Beschluss festgehalten')
    await steps(...toTheMembers)
    await lead.sees('Die Antwort steht bei der Empfehlung: aufgegriffen.')

    await lead.go('Gremien')
    await lead.follow('Teambesprechung KIM')
    await lead.page
      .getByRole('link', { name: /, 09:00 Uhr$/ })
      .first()
      .click()
    await lead.heading(/^Sitzung am/)
    await take(`Rückmeldung: ${recommended}`)
    await lead.sees(/In anderer Form aufgegriffen: Ja, zuerst im Nordkreis\./)
    await lead.inspect()
    await manager.leave()
    await lead.leave()
  })
})
