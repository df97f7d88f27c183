import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
let sender: Desk
let receiver: Desk
beforeAll(async () => {
  office = await openOffice()
  sender = await office.desk('wes-cm1')
  receiver = await office.desk('wes-cm2')
})
afterAll(async () => {
  await sender?.leave()
  await receiver?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

test('a request moves to another employer with the agreement of the person, and is found there', async () => {
  await sender.open('/anfragen')
  // The first that waits; the list comes after the page's heading.
  const waiting = sender.page.locator('main a[href^="/anfragen/"]').filter({ hasNotText: /Neue|Kurz/ })
  const href = await waiting.first().getAttribute('href')
  await sender.open(href!)
  await sender.press('An anderen Standort geben')
  const sheet = sender.dialog('An anderen Standort geben')
  const site = await receiverSite()
  await sender.choose('Standort', site, sheet)
  await sender.select('Grund', 'Die Person wohnt im Bereich des anderen Standorts', sheet)
  await sender.sees('Das ist ein anderer Träger', sheet)
  await sender.inspect()
  await sender.press('Anfrage weitergeben', sheet)
  // Without the agreement it does not leave; what was typed stays.
  await sender.sees('Bitte fragen Sie die Person vorher', sheet)
  await sender.type('Die Person hat zugestimmt am', 'heute', sheet)
  await sender.press('Anfrage weitergeben', sheet)
  await sender.said(`Die Anfrage wartet jetzt in ${site}`)
  const gone = await sender.page.request.get(`/api/requests/${href!.split('/').at(-1)}`)
  expect(gone.status()).toBe(404)

  await receiver.open(href!)
  await receiver.sees('Weitergegeben')
  await receiver.sees('Die Person hat am')
  await receiver.inspect()
  await receiver.press('Übernehmen')
  await receiver.said('Anfrage übernommen')
})

/** A site of the second case manager, who works for another employer. */
async function receiverSite(): Promise<string> {
  const answer = await receiver.page.request.get('/api/session')
  const { sites } = (await answer.json()) as { sites: { name: string }[] }
  return sites[0]!.name
}
