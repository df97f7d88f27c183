import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
let coordinator: Desk
let manager: Desk

beforeAll(async () => {
  office = await openOffice()
  coordinator = await office.desk('wes-koordination', { height: 900 })
  manager = await office.desk('wes-cm1', { height: 900 })
})
afterAll(async () => {
  await coordinator?.leave()
  await manager?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

describe('an interface paper', () => {
  test('in approval: the last party agrees, it comes into force, and the change is readable', async () => {
    await coordinator.open('/')
    await coordinator.sees(/Schnittstellenpapier überprüfen: Wechsel vom AsylbLG ins SGB II/)
    await coordinator.open('/schnittstellenpapiere')
    await coordinator.sees('Fassung 1 gilt weiter')
    await coordinator.inspect()
    await coordinator.picture('schnittstellenpapiere')
    await coordinator.follow('Wechsel vom AsylbLG ins SGB II')
    await coordinator.sees('in Abstimmung')
    await coordinator.inspect()
    await coordinator.picture('schnittstellenpapier')
    // Not yet: the button says why, also to the keyboard.
    await coordinator.page.getByRole('button', { name: 'In Kraft setzen', exact: true }).press('Enter')
    await coordinator.said('Noch nicht alle Parteien haben zugestimmt')
    await coordinator.press('Antwort eintragen: Jobcenter Kreis Wesel')
    await coordinator.pick('Antwort', 'Stimmt zu')
    await coordinator.type('Wer hat geantwortet? (Funktion)', 'Herr Muster')
    await coordinator.press('Antwort festhalten')
    await coordinator.sees(/Bitte nennen Sie eine Funktion statt eines Namens/)
    await coordinator.type('Wer hat geantwortet? (Funktion)', 'Geschäftsführung')
    await coordinator.press('Antwort festhalten')
    await coordinator.said('Antwort festgehalten')
    await coordinator.press('In Kraft setzen')
    await coordinator.press('Papier in Kraft setzen')
    await coordinator.said('Das Papier gilt')
    await coordinator.follow('Änderungen in Fassung 2')
    await coordinator.heading('Änderungen von Fassung 1 zu 2')
    await coordinator.inspect()
    expect(await coordinator.page.locator('ins').first().textContent()).toContain('fünf')
  })

  test('that is in force stands beside a referral to its party', async () => {
    await manager.go('Fälle')
    await manager.follow(/^Haddad, .* \+\d$/)
    await manager.tab('Verweise')
    await manager.press('Verweis')
    await manager.choose('Stelle', 'Jobcenter Kreis Wesel')
    const hint = manager.page.getByText('Es gilt ein Schnittstellenpapier').first()
    await hint.waitFor()
    await manager.sees(/Teamleitung Markt und Integration/)
    await manager.inspect()
    await manager.press('Abbrechen')
  })
})

test('the register says from the data that Rheinberg has no agreement', async () => {
  await coordinator.open('/vereinbarungen')
  const row = coordinator.page.getByRole('row', { name: /Stadt Rheinberg/ }).first()
  await coordinator.sees('fehlt', row)
  await coordinator.inspect()
  await coordinator.picture('vereinbarungen')
})

test('a recommendation goes out, is answered, and the answer comes back, by keyboard', async () => {
  await manager.open('/massnahmen/neu')
  await manager.settled()
  await manager.page.getByLabel('Empfehlung oder Maßnahme').focus()
  await manager.page.keyboard.type('Ein Raum für vertrauliche Gespräche')
  await manager.page.keyboard.press('Control+Enter')
  await manager.said('Empfehlung abgegeben')
  await manager.inspect()
  const address = new URL(manager.page.url()).pathname
  await coordinator.open(address)
  await coordinator.press('Nicht aufgreifen')
  await coordinator.inspect()
  await coordinator.press('Nicht aufgreifen')
  await coordinator.sees(/Bitte schreiben Sie, warum/)
  await coordinator.type('Antwort', 'Der Raum im Erdgeschoss steht ab Januar bereit.')
  await coordinator.press('Nicht aufgreifen')
  await coordinator.said('Festgehalten: nicht aufgegriffen')
  await manager.open('/massnahmen')
  await manager.page.getByRole('tab', { name: 'Von mir empfohlen' }).click()
  await manager.sees('Der Raum im Erdgeschoss steht ab Januar bereit.')
  await manager.inspect()
})

test('the effect: before and after, what is hidden and why, one page for the steering group', async () => {
  await coordinator.open('/loesungen')
  await coordinator.sees('Beschlossen, umgesetzt, hat es geholfen?')
  await coordinator.inspect()
  await coordinator.follow(/Schneller Wechsel/)
  await coordinator.sees('Vorher und nachher')
  await coordinator.inspect()
  await coordinator.picture('wirkung')
  await coordinator.press('Bewerten, ob es geholfen hat')
  await coordinator.pick('Hat es geholfen?', 'hat teilweise geholfen')
  await coordinator.press('Bewertung festhalten')
  await coordinator.said('Bewertung festgehalten')
})
