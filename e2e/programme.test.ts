import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'
import { readPdf } from './journey/read-pdf.ts'

let office: Office
let lead: Desk

beforeAll(async () => {
  office = await openOffice()
  lead = await office.desk('wes-leitung', { height: 900 })
})
afterAll(async () => {
  await lead?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

const part = (name: string) =>
  lead.page
    .getByRole('navigation', { name: 'Konzepte und Ziele' })
    .getByRole('link', { name, exact: true })
    .click()
const row = (name: RegExp) => lead.page.getByRole('row', { name })

describe('concepts and goals', () => {
  test('begin with what is due, overdue first', async () => {
    await lead.go('Konzepte und Ziele')
    await lead.sees('Was ist fällig?')
    await lead.sees('überfällig')
    await lead.sees('Gegensteuerung prüfen')
    await lead.picture('konzepte-faellig')
    await lead.inspect()
    const [file] = await Promise.all([
      lead.page.waitForEvent('download'),
      lead.follow('Dokumente, Ziele und Meilensteine drucken (PDF)'),
    ])
    expect(readPdf(await file.path())).toMatchObject({ tagged: true, languages: ['de'], ua: '1' })
  })

  test('a document goes its way: file, approval with file number, in force; the older one is superseded', async () => {
    await part('Dokumente')
    await lead.heading('Dokumente')
    await lead.sees(/wartet auf: Lenkungsgruppe/)
    await lead.inspect()
    await lead.type('Suchen', 'Umsetzung')
    await lead.follow(/^Konzept zur Umsetzung/)
    await lead.heading(/^Konzept zur Umsetzung/)
    await lead.inspect()
    await lead.picture('konzepte-dokument')
    await lead.press('Entscheidung eintragen')
    const dialog = lead.dialog('Entscheidung: Lenkungsgruppe')
    await lead.type('Aktenzeichen oder Vorlage', '49/2026', dialog)
    await lead.press('Entscheidung eintragen', dialog)
    await lead.said('Entscheidung eingetragen')
    await lead.sees(/zugestimmt am .*, 49\/2026/)
    await lead.press('Entscheidung eintragen')
    await lead.press('Entscheidung eintragen', lead.dialog('Entscheidung: Kreistag'))
    await lead.sees('abgelöst')
    await lead.press('Pflichtinhalte prüfen')
    const check = lead.dialog('Pflichtinhalte prüfen')
    await lead.pick('Übersicht über die Beratungsansätze in der Kommune', 'Enthalten', check)
    await lead.inspect()
    await lead.press('Prüfung speichern', check)
    await lead.said('Prüfung gespeichert')
  })

  test('a new handbook with its file', async () => {
    await lead.open('/konzepte/dokumente')
    await lead.follow(/^Handbuch Übergaben/)
    await lead.press('Datei hochladen')
    const dialog = lead.dialog('Datei zu Fassung 1')
    await lead.press('Hochladen', dialog)
    await lead.sees('Wählen Sie eine Datei.', dialog)
    const file = { name: 'handbuch.txt', mimeType: 'text/plain', buffer: Buffer.from('Übergaben') }
    await dialog.getByLabel(/^Datei/).setInputFiles(file)
    await lead.press('Hochladen', dialog)
    await lead.said('Datei gespeichert')
    await lead.sees(/Datei herunterladen/)
  })

  test('a goal that falls behind says what is done about it', async () => {
    await lead.open('/konzepte/ziele')
    await lead.inspect()
    await lead.press(/^Stand festhalten/)
    const dialog = lead.dialog('Stand festhalten')
    await lead.pick('Wie steht es?', 'Im Rückstand', dialog)
    await lead.press('Stand festhalten', dialog)
    await lead.sees('Das Ziel ist im Rückstand. Bitte schreiben Sie, was Sie dagegen tun.', dialog)
    await lead.inspect()
    await lead.type('Was tun Sie dagegen?', 'Zweite Sprechstunde einrichten', dialog)
    await lead.press('Stand festhalten', dialog)
    await lead.said('Stand festgehalten')
    await lead.press(/^Verlauf/)
    await lead.sees('Zweite Sprechstunde einrichten', lead.dialog('Verlauf des Ziels'))
    await lead.page.keyboard.press('Escape')
  })

  test('a milestone is reached, an event has a result', async () => {
    await part('Meilensteine')
    await lead.press(/^Stand eintragen/, row(/Jahresbericht an die Lenkungsgruppe/))
    const milestone = lead.dialog('Meilenstein')
    await lead.pick('Stand', 'Erreicht', milestone)
    await lead.type('Nachweis oder Grund', 'Bericht vom November', milestone)
    await lead.press('Meilenstein speichern', milestone)
    await lead.said('Meilenstein gespeichert')
    await lead.inspect()
    await part('Aktionen und Termine')
    await lead.press(/^Ergebnis eintragen/, row(/Fachliche Beratung durch das fördernde Ministerium/))
    const dialog = lead.dialog('Aktion bearbeiten')
    await lead.pick('Stand', 'Durchgeführt', dialog)
    await lead.press('Aktion speichern', dialog)
    await lead.sees('Bitte geben Sie an, wann es stattgefunden hat.', dialog)
    await lead.type('Am', 'heute', dialog)
    await lead.page.keyboard.press('Tab')
    await lead.press('Aktion speichern', dialog)
    await lead.said('Aktion gespeichert')
    await lead.inspect()
  })

  test('an interface talk is held; its result is handed on', async () => {
    await part('Schnittstellen')
    await lead.select('Anzeigen', 'Nur fällige')
    await lead.inspect()
    await lead.press(/^Gespräch festhalten/)
    const dialog = lead.dialog('Gespräch festhalten')
    await lead.type('Ergebnis', 'Feste Ansprechperson benannt', dialog)
    await lead.select('Weitergegeben an', 'Lenkungsgruppe', dialog)
    await lead.press('Gespräch festhalten', dialog)
    await lead.said('Gespräch festgehalten')
    await lead.select('Anzeigen', 'Alle Stellen')
    await lead.type('Suchen', 'Jugendamt')
    await lead.sees('Jugendamt (im Konzept nicht benannt), 2 von 3')
  })

  test('tasks are ticked by keyboard, for the function and not for a person', async () => {
    await part('Aufgaben')
    const group = lead.group('Am Controlling des Landes teilnehmen')
    await group
      .getByRole('button', { name: 'Erledigt' })
      .or(group.getByRole('radio', { name: 'Erledigt' }))
      .first()
      .focus()
    await lead.page.keyboard.press('Space')
    await lead.said('Aufgabe gespeichert')
    await lead.inspect()
  })
})

test('a case manager reads and changes nothing', async () => {
  const manager = await office.desk('wes-cm1')
  await manager.go('Konzepte und Ziele')
  await manager.open('/konzepte/aufgaben')
  await manager.sees(/Am Controlling des Landes teilnehmen: Erledigt/)
  await manager.open('/konzepte/schnittstellen')
  await manager.sees('Jobcenter Kreis Wesel')
  expect(await manager.page.getByRole('button', { name: /festhalten|hinzufügen/ }).count()).toBe(0)
  await manager.leave()
})
