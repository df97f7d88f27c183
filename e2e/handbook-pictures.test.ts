import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { nameOf } from './journey/name-of.ts'
import { openOffice, type Office } from './journey/open-office.ts'
import { wanted } from './journey/picture.ts'

let office: Office

// With LOTSE_PICTURES=1 these are the pictures of docs/handbuch; in `test:full`, that the pages it describes open.
const seat = (login: string) => office.desk(login, { height: 900 })

/** The family of the demo data: assessed, an agreement signed, released to the coordinator. */
async function openFamily(desk: Desk): Promise<void> {
  await desk.go('Fälle')
  await desk.follow(/^Haddad, .* \+\d$/)
  await desk.heading(/^Haddad/)
}

// Other journeys walk these pages as well.
describe.runIf(wanted)('pictures of the handbook', () => {
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())
  afterEach((context) => office.photograph(context))

  test('handbook: a case with its contact sheet, who sees it, its referrals', async () => {
    const desk = await seat('wes-cm1')
    await openFamily(desk)
    await desk.press('Kontakt erfassen')
    await desk.dialog('Kontakt erfassen').waitFor()
    await desk.picture('kontakt')
    await desk.page.keyboard.press('Escape')
    await desk.press('Wer sieht diesen Fall?')
    const dialog = desk.dialog('Wer sieht diesen Fall, und warum?')
    await desk.sees(nameOf('wes-koordination'), dialog)
    await desk.picture('wer-sieht')
    await desk.press('Schließen', dialog)
    await desk.tab('Verweise')
    await desk.page.setViewportSize({ width: 1366, height: 1200 })
    await desk.sees(/wartet auf Antwort/)
    await desk.picture('verweise')
    await desk.leave()
  })

  test('handbook: search, a person known already, two assessments compared', async () => {
    const desk = await seat('wes-cm1')
    await desk.open('/suche')
    await desk.type('Wonach suchen Sie?', 'Hadad')
    await desk.sees(/Haddad, Mahmoud/)
    await desk.picture('suche')
    await desk.go('Fälle')
    await desk.follow(/^Aydın, Gökhan/)
    await desk.tab('Lebensbereiche')
    await desk.follow('Assessments vergleichen')
    await desk.sees('Vergleich der Assessments')
    await desk.page.setViewportSize({ width: 1366, height: 1200 })
    await desk.picture('re-assessment-vergleich')
    await desk.page.setViewportSize({ width: 1366, height: 900 })
    await desk.open('/faelle/neu')
    await desk.type('Familienname', 'Aydin')
    await desk.type('Vorname', 'Goekhan')
    await desk.sees('Ist das eine dieser Personen?')
    await desk.picture('dubletten-hinweis')
    await desk.leave()
  })

  test('handbook: a case file as a file of one’s own', async () => {
    const desk = await seat('wes-cm1')
    await openFamily(desk)
    await desk.menu('Mehr', 'Akte drucken')
    await desk.heading('Akte drucken')
    await desk.press('PDF erstellen')
    await desk.sees('Fertig')
    await desk.open('/ausgaben')
    await desk.sees('fertig')
    await desk.picture('ausgaben')
    await desk.leave()
    const administrator = await seat('wes-admin')
    await administrator.open('/verwaltung/rechte')
    await administrator.sees(/Heuvelmann/)
    await administrator.picture('rechte')
    await administrator.leave()
  })

  test('handbook: the coordinator assigns, oversees without names, arranges a deputy', async () => {
    const desk = await seat('wes-koordination')
    await desk.go('Anfragen')
    await desk.press(/^Zuweisen: /)
    await desk.sees(nameOf('wes-cm1'), desk.dialog('Zuweisen an'))
    await desk.picture('warteschlange-koordination')
    await desk.page.keyboard.press('Escape')
    await desk.go('Fälle')
    await desk.follow(/^WES-\d{4}-0002$/)
    await desk.heading(/^WES-/)
    await desk.picture('fall-fachaufsicht')
    await desk.open('/vertretungen')
    await desk.press('Vertretung eintragen')
    const sheet = desk.dialog('Vertretung eintragen')
    await desk.choose('Wer ist abwesend?', nameOf('wes-cm1'), sheet)
    await desk.choose('Wer vertritt?', nameOf('wes-cm2'), sheet)
    await desk.type('Erster Tag', 'heute', sheet)
    await desk.type('Letzter Tag', 'morgen', sheet)
    await desk.press('Vertretung eintragen', sheet)
    await desk.said('Vertretung eingetragen')
    await desk.picture('vertretung')
    await desk.leave()
  })

  test('handbook: a partner reads what was sent to the own office', async () => {
    const desk = await seat('wes-jugendamt')
    await desk.go('Eingegangene Verweise')
    await desk.sees('wartet auf Ihre Antwort')
    await desk.picture('eingegangene-verweise')
    await desk.follow('Beantworten')
    await desk.sees('Person und Rückfragen')
    await desk.picture('eingegangener-verweis')
    await desk.leave()
  })

  test('handbook: administration and data protection', async () => {
    const desk = await seat('wes-admin')
    await desk.open('/verwaltung/konten')
    await desk.follow('van Elst, Leonie')
    await desk.heading(nameOf('wes-cm1'))
    await desk.picture('konto')
    await desk.open('/verwaltung/einwilligungstexte')
    await desk.sees('In Gebrauch')
    await desk.picture('einwilligungstexte')
    await desk.leave()
    const officer = await seat('wes-dsb')
    await officer.open('/verwaltung/datenschutz')
    await officer.sees('Stellungnahmen zu § 87 AufenthG')
    await officer.picture('datenschutz')
    await officer.open('/verwaltung/protokoll')
    await officer.sees('Was im Monat geschah')
    // The case manager has read the disclosures of a case above: everyday work, so no access with a name.
    const accesses = officer.page.getByRole('table', { name: 'Zugriffe außerhalb der täglichen Arbeit' })
    expect(await officer.text(accesses)).not.toContain('Übermittlung')
    await officer.picture('protokoll')
    await officer.leave()
  })
})
