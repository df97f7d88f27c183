import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'

// A barrier on its way: two clicks in the case, the gate, the board, a blind question, the answer back in the case.

let office: Office
let manager: Desk
let coordinator: Desk
let casePath = ''
const title = 'Kein Kurs am Abend erreichbar'

beforeAll(async () => {
  office = await openOffice()
  manager = await office.desk('wes-cm1')
  coordinator = await office.desk('wes-koordination')
  await manager.go('Fälle')
  const row = manager.page
    .getByRole('table')
    .getByRole('link', { name: /Haddad/ })
    .first()
  casePath = (await row.getAttribute('href'))!
})
afterAll(async () => {
  await manager?.leave()
  await coordinator?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

const card = (desk: Desk, name: string) =>
  desk.page.locator('section', { has: desk.page.getByRole('heading', { level: 3, name }) }).last()

test('n and h: two choices record a problem that stays in the case', async () => {
  await manager.open(casePath)
  await manager.settled()
  await manager.page.keyboard.press('n')
  await manager.page.keyboard.press('h')
  const sheet = manager.dialog('Hürde melden')
  await sheet.waitFor()
  await manager.pick('Was für eine Hürde?', 'Lücke im Angebot', sheet)
  await manager.type('Kurz in einem Satz', title, sheet)
  await manager.inspect()
  await manager.press('Hürde melden', sheet)
  await manager.said(/Sie bleibt im Fall/)
})

test('the gate stops a name, explains it, and lets through what a person has seen', async () => {
  await manager.open(`${casePath}/huerden`)
  await manager.settled()
  await manager.picture('huerden-fall')
  const mine = card(manager, title)
  await manager.press('An die Strukturebene melden', mine)
  await manager.type('Was ist passiert?', 'Herr Haddad wurde zweimal weggeschickt', mine)
  await manager.sees('Das muss aus dem Text heraus', mine)
  await manager.press('So melden', mine)
  await manager.sees(/Im Text stehen noch Angaben/, mine)
  await manager.inspect()
  await manager.picture('huerden-schleuse')
  await manager.type('Was ist passiert?', 'Der letzte Bus fährt vor Kursbeginn', mine)
  await manager.sees('Genau das geht hinaus', mine)
  await manager.settled()
  await manager.page.waitForTimeout(800)
  await manager.press('So melden', mine)
  await manager.said(/Hürde gemeldet/)
  await manager.sees('Was daraus wurde', card(manager, title))
})

test('the coordinator sees the cluster of two case managers, asks blindly and answers', async () => {
  await coordinator.open('/huerden')
  await coordinator.settled()
  await coordinator.sees('Kein Sprachkurs mit Kinderbetreuung')
  await coordinator.inspect()
  await coordinator.picture('huerden-liste')
  for (const tab of ['Matrix', 'Karte', 'Verlauf']) {
    await coordinator.page.getByRole('tab', { name: tab }).click()
    await coordinator.inspect()
    await coordinator.picture(`huerden-${tab.toLowerCase()}`)
  }
  await coordinator.follow('Kein Sprachkurs mit Kinderbetreuung')
  await coordinator.settled()
  await coordinator.sees('Sprachkurs scheitert an fehlender Betreuung')
  await coordinator.sees(/gleiche Wörter: .*Betreuung/)
  await coordinator.inspect()
  await coordinator.picture('huerde')
  expect(await coordinator.text()).not.toContain('Haddad')
  await coordinator.open('/huerden')
  await coordinator.follow(title)
  await coordinator.settled()
  await coordinator.press('Rückfrage stellen')
  await coordinator.type('Was möchten Sie wissen?', 'An welchen Wochentagen?')
  await coordinator.page
    .getByRole('main')
    .getByRole('button', { name: 'Rückfrage stellen', exact: true })
    .last()
    .click()
  await coordinator.said(/Rückfrage gestellt/)
})

test('the answer comes back into the case, and so does the answer to it', async () => {
  await manager.open(`${casePath}/huerden`)
  await manager.settled()
  const mine = card(manager, title)
  await manager.sees('An welchen Wochentagen?', mine)
  await manager.press('Rückfrage beantworten', mine)
  await manager.type('Ihre Antwort, ohne Namen', 'An allen', mine)
  await manager.press('Antwort senden', mine)
  await manager.said(/Wer antwortet, bleibt unbekannt/)
  await coordinator.page.reload()
  await coordinator.settled()
  await coordinator.sees(/An allen/)
  await coordinator.press('Stand ändern und antworten')
  await coordinator.pick('Wie steht es?', 'beantwortet')
  await coordinator.type('Antwort an die meldende Person', 'Ein Abendkurs beginnt im Januar')
  await coordinator.press('Stand speichern')
  await coordinator.said(/sieht es im Fall/)
  await manager.page.reload()
  await manager.settled()
  await manager.sees('Ein Abendkurs beginnt im Januar', card(manager, title))
  await manager.inspect()
})

test('from a rating of the assessment: its life domain is chosen already, and the case says where it came from', async () => {
  await manager.open(`${casePath}/lebensbereiche`)
  await manager.press('Re-Assessment beginnen')
  const row = manager.page.getByRole('region', { name: 'Wohnsituation' })
  await manager.group('Bedarf', row).getByRole('radio', { name: /^5/ }).check()
  await manager.press('Hürde melden: Wohnsituation', row)
  const sheet = manager.dialog('Hürde melden')
  await manager.pick('Was für eine Hürde?', 'Strukturelles Defizit', sheet)
  await manager.type('Kurz in einem Satz', 'Kein Wohnraum für große Familien', sheet)
  await manager.press('Hürde melden', sheet)
  await manager.said(/Sie bleibt im Fall/)
  await manager.open(`${casePath}/huerden`)
  const told = card(manager, 'Kein Wohnraum für große Familien')
  await manager.sees(/aus dem Assessment/, told)
  await manager.sees('Wohnsituation', told)
})

test('an impulse without a case: a partner gives one and reads what came of it', async () => {
  const partner = await office.desk('wes-jobcenter')
  await partner.go('Impulse')
  await partner.settled()
  await partner.sees('Bescheide kommen vor der Beratung')
  await partner.press('Impuls geben')
  await partner.inspect()
  await partner.picture('impulse')
  await partner.leave()
})
