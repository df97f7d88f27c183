import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './journey/desk.ts'
import { districts } from './journey/districts.ts'
import { nameOf } from './journey/name-of.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

describe.each(districts)(
  '$name: a deputy sees the cases in the period agreed, not before and not after',
  (district) => {
    const login = `${district.key}-neu`
    const name = 'Henrike Vossebrink'
    let absent: Desk
    let deputy: Desk
    let path = ''
    beforeAll(async () => {
      await office.hire(district.caseManager, { login, givenName: 'Henrike', familyName: 'Vossebrink' })
      absent = await office.desk(district.caseManager)
      deputy = await office.desk(login)
      await absent.go('Fälle')
      const href = await absent.page.getByRole('table').getByRole('link').first().getAttribute('href')
      path = href!
    })
    afterAll(async () => {
      await absent?.leave()
      await deputy?.leave()
    })
    const status = async () =>
      (await deputy.page.request.get(`/api${path.replace('/faelle/', '/cases/')}`)).status()

    test('planned for tomorrow: nothing is open today', async () => {
      expect(await status()).toBe(404)
      await arrange(absent, name, 'morgen', 'morgen')
      await absent.sees('geplant')
      await absent.inspect()
      expect(await status()).toBe(404)
      await deputy.go('Fälle')
      await deputy.sees('Keine Fälle mit diesen Filtern')
      await end(absent, name)
    })

    test('from today: the case is open, says why, and the access list names the deputy', async () => {
      await arrange(absent, name, 'heute', 'morgen')
      await absent.sees('läuft')
      await deputy.open(path)
      await deputy.sees(/^Sie vertreten/)
      await deputy.inspect()
      await absent.open(path)
      await absent.press('Wer sieht diesen Fall?')
      const dialog = absent.dialog('Wer sieht diesen Fall, und warum?')
      await absent.sees(name, dialog)
      await absent.press('Schließen', dialog)
    })

    test('ended: the case is closed to the deputy with the next click', async () => {
      await end(absent, name)
      expect(await status()).toBe(404)
      await deputy.page.goto(path)
      expect(await deputy.text()).not.toContain(nameOf(district.caseManager))
    })
  },
)

async function arrange(desk: Desk, deputy: string, from: string, lastDay: string): Promise<void> {
  await desk.open('/vertretungen')
  await desk.press('Vertretung eintragen')
  const sheet = desk.dialog('Vertretung eintragen')
  await desk.choose('Wer vertritt?', deputy, sheet)
  await desk.type('Erster Tag', from, sheet)
  await desk.type('Letzter Tag', lastDay, sheet)
  await desk.press('Vertretung eintragen', sheet)
  await desk.said('Vertretung eingetragen')
}

async function end(desk: Desk, deputy: string): Promise<void> {
  await desk.open('/vertretungen')
  await desk.press(new RegExp(`^Beenden: ${deputy}`))
  await desk.press('Vertretung beenden', desk.dialog('Vertretung beenden?'))
  await desk.said('Vertretung beendet')
}
