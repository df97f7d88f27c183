import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'
import { readPdf } from './journey/read-pdf.ts'

let office: Office
let manager: Desk
let partner: Desk
let casePath = ''

beforeAll(async () => {
  office = await openOffice()
  manager = await office.desk('wes-cm1')
  partner = await office.desk('wes-jugendamt')
  await manager.go('Fälle')
  const row = manager.page
    .getByRole('table')
    .getByRole('link', { name: /Haddad/ })
    .first()
  casePath = (await row.getAttribute('href'))!
})
afterAll(async () => {
  await manager?.leave()
  await partner?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

const concern = 'Frühförderung für die Tochter'
const card = (title: string) =>
  manager.page
    .locator('section', { has: manager.page.getByRole('heading', { level: 3, name: title }) })
    .last()

async function toReferrals(): Promise<void> {
  await manager.open(`${casePath}/verweise`)
  await manager.settled()
}

async function answer(button: string, ...choices: [group: string, option: string][]): Promise<void> {
  await partner.press(button)
  for (const [group, option] of choices) await partner.pick(group, option)
  await partner.pick('Worauf beruht Ihre Auskunft?', 'Die Person hat uns die Auskunft erlaubt')
  await partner.page.getByLabel(/^Ich bestätige/).check()
  await partner.page.getByRole('main').getByRole('button', { name: button, exact: true }).last().click()
}

describe('a referral to the Jugendamt', () => {
  test('is drafted, says what the consent does not name, and is sent when it does', async () => {
    await toReferrals()
    await manager.press('Verweis')
    await manager.select('Um wen geht es?', 'Mahmoud Haddad')
    await manager.choose('Stelle', 'Kreis Wesel')
    await manager.select('Abteilung', 'Jugendamt des Kreises (liest in Lotse)')
    await manager.select('Wozu?', 'Familie, Kinder oder Erziehung unterstützen')
    await manager.type('Worum geht es?', concern)
    await manager.pick('Welche Lebensbereiche?', 'Familiäre Situation')
    await manager.pick('Welche Angaben?', 'Arbeit')
    await manager.inspect()
    await manager.press('Entwurf speichern')
    await manager.said('Entwurf gespeichert')
    const mine = card(`Kreis Wesel, Jugendamt des Kreises: ${concern}`)
    await manager.sees('Angaben sind nicht genannt. Es fehlt: Arbeit.', mine)
    await manager.inspect()
    await manager.press('Ändern', mine)
    await manager.pick('Welche Angaben?', 'Arbeit')
    await manager.press('Entwurf speichern')
    await manager.sees(/Durch Einwilligung gedeckt/, mine)
    await manager.press('Verweis abschicken', mine)
    await manager.press('Verweis abschicken', manager.dialog('Verweis abschicken?'))
    await manager.said('Verweis abgeschickt')
  })

  test('is accepted, begun and completed there; then the content is closed', async () => {
    await partner.go('Eingegangene Verweise')
    await partner.inspect()
    const row = partner.page.getByRole('row', { name: new RegExp(concern) })
    await partner.follow('Beantworten', row)
    await partner.sees('Mahmoud Haddad')
    await partner.inspect()
    await partner.press('Annehmen')
    await partner.page.getByRole('main').getByRole('button', { name: 'Annehmen', exact: true }).last().click()
    await partner.sees('Bitte wählen Sie, worauf Ihre Auskunft beruht.')
    await partner.inspect()
    await partner.press('Abbrechen')
    await answer('Annehmen')
    await partner.said('Verweis angenommen')
    await answer('Beginnen')
    await partner.said('Beginn festgehalten')
    await answer('Abschließen', ['Was ist erreicht?', 'Anliegen erledigt'])
    await partner.said('Verweis abgeschlossen')
    await partner.sees('Dieser Verweis ist beendet')
    expect(await partner.text()).not.toContain('Haddad')
    await partner.inspect()
  })

  test('comes back to the sender, who asks the person', async () => {
    await manager.open('/')
    await manager.sees(/Sicht der Person zum Verweis festhalten: Kreis Wesel, Jugendamt des Kreises/)
    await toReferrals()
    const mine = card(`Kreis Wesel, Jugendamt des Kreises: ${concern}`)
    await manager.sees(/abgeschlossen am .* \(Anliegen erledigt\)/, mine)
    await manager.press('Sicht der Person festhalten', mine)
    await manager.pick('Hat der Verweis der Person geholfen?', 'Hat geholfen')
    await manager.press('Sicht festhalten')
    await manager.said('Sicht der Person festgehalten')
    await manager.open(`${casePath}/verlauf`)
    await manager.sees('Verweis an Kreis Wesel, Jugendamt des Kreises: abgeschlossen (Anliegen erledigt)')
  })
})

test('one that nobody answers comes back to Mein Tag, and an answer by telephone is written down', async () => {
  await manager.open('/')
  const item = manager.page
    .getByRole('listitem')
    .filter({ hasText: 'Verweis ohne Antwort: Jobcenter Kreis Wesel' })
  await item
    .getByRole('link', { name: /Nachfassen/ })
    .first()
    .click()
  await manager.settled()
  const mine = card('Jobcenter Kreis Wesel: Gespräch über Arbeit als Elektriker')
  await manager.press('Antwort eintragen', mine)
  await manager.inspect()
  await manager.pick('Antwort', 'Ablehnen', mine)
  await manager.pick('Warum?', 'Kein Platz frei', mine)
  await mine.getByRole('button', { name: 'Antwort eintragen' }).click()
  await manager.said('Antwort eingetragen')
  await manager.sees(/abgelehnt am .* \(Kein Platz frei\)/)
})

describe('a withdrawn consent', () => {
  test('closes the sight of the partner at once', async () => {
    await partner.go('Eingegangene Verweise')
    await partner.follow('Öffnen', partner.page.getByRole('row', { name: /Beratung zur Erziehung/ }))
    await partner.sees('Mahmoud Haddad')
    await manager.open(`${casePath}/einwilligungen`)
    const consent = manager.page.getByRole('region', { name: 'Kreis Wesel, Jugendamt des Kreises' })
    await manager.press('Widerruf festhalten', consent)
    await manager.press('Widerruf festhalten', manager.dialog('Widerruf festhalten'))
    await manager.said(/Widerruf festgehalten/)
    await partner.page.reload()
    await partner.sees(/Dieser Verweis ist (beendet|nicht mehr freigegeben)/)
    expect(await partner.text()).not.toContain('Haddad')
  })

  test('lists what the recipient got, and drafts the letter', async () => {
    await toReferrals()
    await manager.sees(/Verweis vom .*: Name, Geburtsdatum, Staatsangehörigkeit/)
    await manager.inspect()
    const [letter] = await Promise.all([
      manager.page.waitForEvent('download'),
      manager.follow('Schreiben herunterladen (PDF)'),
    ])
    expect(readPdf(await letter.path())).toMatchObject({ tagged: true, languages: ['de'], ua: '1' })
    await manager.press('Verschickt')
    await manager.said('Als verschickt festgehalten')
  })
})

describe('a partner asks KIM in', () => {
  const need = 'Braucht Hilfe beim Antrag auf einen Kitaplatz.'

  test('with the word of the person, and names nobody in its own list', async () => {
    await partner.go('KIM hinzuziehen')
    await partner.inspect()
    await partner.follow('Beratung anfragen')
    await partner.select('An welchen Standort?', 'KIM Rheinberg')
    await partner.type('Name der Person', 'Mariam Noori')
    await partner.type('Worum geht es?', need)
    await partner.type('Ihr Zeichen', 'JA 118')
    await partner.pick('Wer hat zugestimmt?', 'die Person selbst')
    await partner.pick('Wie hat die Person zugestimmt?', 'mündlich')
    await partner.press('Anfrage senden')
    await partner.sees('Ohne Zustimmung der Person geht keine Anfrage hinaus.')
    await partner.inspect()
    await partner.page.getByLabel(/^Die Person stimmt zu, dass Name/).check()
    await partner.page.getByLabel(/^Die Person stimmt zu, dass KIM/).check()
    await partner.press('Anfrage senden')
    await partner.said('Anfrage gesendet, sie wartet beim KIM')
    await partner.sees('wartet auf Antwort')
    expect(await partner.text()).not.toContain('Noori')
  })

  test('takes another one back while nobody has taken it; the queue says so', async () => {
    const ask = partner.page.request
    const { sites } = (await (await ask.get('/api/partner-requests/options')).json()) as {
      sites: { id: string; name: string }[]
    }
    const data = {
      siteId: sites.find(({ name }) => name === 'KIM Rheinberg')!.id,
      name: 'Parwin Noori',
      concern: 'Sucht einen Sprachkurs.',
      reference: 'JA 119',
      consentedOn: '2026-11-02',
      consentForm: 'oral',
      consentBy: 'self',
      answerAgreed: true,
    }
    expect((await ask.post('/api/partner-requests', { data })).status()).toBe(201)
    await partner.open('/kim-anfragen')
    await partner.press('Zurückziehen: JA 119')
    const dialog = partner.dialog('Anfrage zurückziehen?')
    await partner.inspect()
    await partner.press('Anfrage zurückziehen', dialog)
    await partner.said('Anfrage zurückgezogen')
    await partner.sees(/^zurückgezogen \(/)
    await partner.settled()
    const site = await office.desk('wes-cm1', { at: '/anfragen' })
    await site.sees('Von der Partnerstelle zurückgezogen')
    await site.inspect()
    await site.leave()
  })

  test('is answered once, and no more than that', async () => {
    await manager.open('/anfragen')
    const row = manager.page.getByRole('row', { name: new RegExp(need) })
    await manager.sees(/^Partner: /, row)
    await manager.press(`Übernehmen: ${need}`)
    await manager.said(/^Anfrage übernommen/)
    await manager.page.getByRole('tab', { name: 'Meine' }).click()
    await manager.follow(need)
    await manager.sees('JA 118')
    await manager.inspect()
    await manager.pick('Antwort an die Stelle', 'KIM hat übernommen')
    await manager.press('Antwort senden')
    await manager.said('Antwort gesendet')
    await partner.open('/kim-anfragen')
    await partner.sees(/^KIM hat übernommen/)
    await partner.inspect()
  })
})
