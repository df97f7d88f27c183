import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '../src/demo/accounts.ts'
import type { Desk } from './journey/desk.ts'
import { Keyboard } from './journey/keyboard.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

describe('keyboard alone suffices', () => {
  const concern = 'Fragt nach einem Kitaplatz in der Nähe.'
  const goal = 'Meine Tochter geht in die Kita.'
  const referred = 'Platz in der Frühförderung'
  let desk: Desk
  let keys: Keyboard
  let casePath = ''
  beforeAll(async () => {
    desk = await office.door()
    keys = new Keyboard(desk.page)
  })
  afterAll(() => desk?.leave())

  const button = (name: string | RegExp, part?: Locator) =>
    (part ?? desk.page).getByRole('button', { name, exact: typeof name === 'string' })
  const chip = (group: string, name: string, part?: Locator) =>
    desk.group(group, part).getByRole('button', { name, exact: true })
  const combobox = (name: string, part?: Locator) =>
    (part ?? desk.page).getByRole('combobox', { name: new RegExp(`^${name}`) })
  /** A part of the case; the focus stays in the page. */
  async function tab(name: string): Promise<void> {
    const tabs = desk.page.getByRole('navigation', { name: 'Teile des Falls' })
    await keys.use(tabs.getByRole('link', { name, exact: true }))
    await tabs.locator('[aria-current=page]', { hasText: name }).waitFor()
    await desk.settled()
  }

  test('signing in; a request, whose form leads to the first wrong field', async () => {
    const { page } = desk
    await page.goto('/')
    await page.getByLabel('Anmeldename').waitFor()
    // The field has the focus when the page opens.
    await keys.type('wes-cm1')
    await keys.press('Tab')
    await keys.type(demoPassword)
    await keys.press('Enter')
    await desk.heading(/^Guten/)

    await keys.press('n', 'a')
    await desk.heading('Neue Anfrage')
    await keys.reach(desk.field('Anliegen'))
    await keys.press('Control+Enter')
    await keys.refused(button('Telefon'))
    await keys.press('Space')
    await keys.fill(desk.field('Anliegen'), concern)
    await keys.choose(combobox('Sprache'), 'Ukrainisch')
    await keys.press('Control+Enter')
    await desk.said('Anfrage erfasst, sie wartet am Standort')
    await keys.use(button(`Übernehmen: ${concern}`))
    await desk.said(/^Anfrage übernommen/)
    await keys.stands()
  })

  test('intake makes a case of it', async () => {
    const { page } = desk
    await keys.reach(page.getByRole('tab', { name: 'Warteschlange' }))
    await keys.press('ArrowRight')
    await keys.use(page.getByRole('link', { name: concern }))
    await keys.use(page.getByRole('link', { name: 'Aufnahme beginnen' }))
    await desk.heading('Neuer Fall')
    await keys.fill(desk.field('Familienname'), 'Kowalenko')
    await keys.fill(desk.field('Vorname'), 'Ljudmyla')
    await keys.pick(page.getByRole('radio', { name: /^öffentliche Aufgabe/ }))
    await keys.pick(page.getByRole('radio', { name: /Case Management/ }))
    await keys.press('Control+Enter')
    await desk.heading(/Kowalenko/)
    casePath = new URL(page.url()).pathname
  })

  test('a consent is drafted, given, and lets the referral go', async () => {
    await tab('Einwilligungen')
    await keys.use(button('Einwilligung'))
    await keys.choose(combobox('Stelle'), 'Kreis Wesel')
    await keys.select(desk.field('Abteilung'), 'Jugendamt des Kreises')
    await keys.use(chip('Wozu?', 'Familie, Kinder oder Erziehung unterstützen'), 'Space')
    await keys.fill(desk.field('Wozu genau?'), 'Einen Platz in der Frühförderung finden.')
    await keys.use(chip('Welche Lebensbereiche?', 'Familiäre Situation'), 'Space')
    for (const data of ['Name, Geburtsdatum, Staatsangehörigkeit', 'Anschrift, Telefon, E-Mail', 'Sprache'])
      await keys.use(chip('Welche Angaben?', data), 'Space')
    await keys.press('Control+Enter')
    await desk.said('Entwurf gespeichert')
    const card = desk.page.getByRole('region', { name: /Jugendamt des Kreises/ })
    await keys.use(button('Erteilung festhalten', card))
    await keys.reach(desk.field('Erteilt am', card))
    await keys.press('Control+Enter')
    await desk.said('Erteilung festgehalten')
    await keys.stands()
  })

  test('a contact from anywhere: the sheet gives the focus back', async () => {
    await tab('Überblick')
    await keys.press('n', 'k')
    const sheet = desk.dialog('Kontakt erfassen')
    await keys.use(button('Telefon', sheet), 'Space')
    await keys.fill(desk.field('Notiz', sheet), 'Rückruf am Montag vereinbart.')
    await keys.press('Control+Enter')
    await desk.said(/^Kontakt vom .* gespeichert/)
    await sheet.waitFor({ state: 'hidden' })
    await keys.stands()
  })

  const domain = (name: string) => desk.page.getByRole('region', { name })
  async function rate(name: string, values: Record<string, number>): Promise<void> {
    for (const [question, value] of Object.entries(values)) {
      const choices = desk.group(question, domain(name))
      await keys.pick(choices.getByRole('radio', { name: new RegExp(`^${value}`) }))
    }
    await desk.sees(/gespeichert/, domain(name))
  }

  test('an assessment', async () => {
    await keys.use(button('Weiter: Assessment'))
    await desk.said('Phase geändert')
    await keys.stands()
    await tab('Lebensbereiche')
    await keys.use(button('Assessment beginnen'))
    await rate('Familiäre Situation', { Ressource: 2, Bedarf: 5, 'Eigene Sicht': 1 })
    await keys.use(button('Assessment abschließen'))
    await desk.said('Assessment abgeschlossen')
    await keys.stands()
  })

  test('a plan and its agreement, signed', async () => {
    await keys.use(button('Weiter: Planung'))
    await tab('Plan und Vereinbarung')
    await keys.use(button('Ziel hinzufügen'))
    await keys.reach(desk.field('Ziel in den Worten der Person'))
    await keys.press('Control+Enter')
    await keys.refused(desk.field('Ziel in den Worten der Person'))
    await keys.type(goal)
    await keys.press('Control+Enter')
    await desk.said('Ziel gespeichert')
    await keys.stands()
    await keys.use(button('Schritt hinzufügen'))
    await keys.fill(desk.field('Schritt'), 'Kita besichtigen')
    await keys.fill(desk.field('Bis wann'), 'morgen')
    await keys.press('Control+Enter')
    await desk.sees('Kita besichtigen')
    await keys.use(button('Vereinbarung anlegen'))
    await desk.said(/^Fassung 1 angelegt/)
    await keys.use(button('Unterschrift festhalten'))
    const dialog = desk.dialog('Unterschrift festhalten')
    await keys.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await desk.hasFocus(button('Unterschrift festhalten'))).toBe(true)
    await keys.press('Enter')
    await keys.use(button('Unterschrift festhalten', dialog))
    await desk.said('Unterschrift festgehalten')
    await keys.stands()
  })

  test('a referral is sent', async () => {
    await tab('Verweise')
    await keys.use(button('Verweis'))
    await keys.choose(combobox('Stelle'), 'Kreis Wesel')
    await keys.select(desk.field('Abteilung'), 'Jugendamt des Kreises (liest in Lotse)')
    await keys.select(desk.field('Wozu?'), 'Familie, Kinder oder Erziehung unterstützen')
    await keys.fill(desk.field('Worum geht es?'), referred)
    await keys.use(chip('Welche Lebensbereiche?', 'Familiäre Situation'), 'Space')
    await keys.press('Control+Enter')
    await desk.said('Entwurf gespeichert')
    await keys.use(button('Verweis abschicken'))
    await keys.use(button('Verweis abschicken', desk.dialog('Verweis abschicken?')))
    await desk.said('Verweis abgeschickt')
    await keys.stands()
  })

  test('the partner’s office answers it', async () => {
    const partner = await office.desk('wes-jugendamt', { at: '/verweise' })
    const theirs = new Keyboard(partner.page)
    const main = partner.page.getByRole('main')
    const row = partner.page.getByRole('row', { name: new RegExp(referred) })
    await theirs.use(row.getByRole('link', { name: 'Beantworten' }))
    await partner.sees('Kowalenko')
    const answer = async (name: string, ...more: Locator[]) => {
      await theirs.use(main.getByRole('button', { name, exact: true }))
      for (const radio of more) await theirs.pick(radio)
      await theirs.pick(main.getByRole('radio', { name: 'Die Person hat uns die Auskunft erlaubt' }))
      await theirs.use(main.getByRole('checkbox', { name: /^Ich bestätige/ }), 'Space')
      await theirs.press('Control+Enter')
    }
    await answer('Annehmen')
    await partner.said('Verweis angenommen')
    await theirs.stands()
    await answer('Beginnen')
    await partner.said('Beginn festgehalten')
    await answer('Abschließen', main.getByRole('radio', { name: 'Anliegen erledigt' }))
    await partner.said('Verweis abgeschlossen')
    await theirs.stands()
    await partner.leave()
  })

  test('the consent is withdrawn', async () => {
    await tab('Einwilligungen')
    const card = desk.page.getByRole('region', { name: /Jugendamt des Kreises/ })
    await keys.use(button('Widerruf festhalten', card))
    await keys.use(button('Widerruf festhalten', desk.dialog('Widerruf festhalten')))
    await desk.said(/^Widerruf festgehalten/)
    await desk.sees(/^widerrufen/, card)
    await keys.stands()
  })

  test('a re-assessment is compared with the first', async () => {
    await tab('Lebensbereiche')
    await keys.use(button('Re-Assessment beginnen'))
    await rate('Familiäre Situation', { Ressource: 3, Bedarf: 2, 'Eigene Sicht': 4 })
    await keys.use(button('Re-Assessment abschließen'))
    await desk.said('Assessment abgeschlossen')
    await keys.use(desk.page.getByRole('link', { name: 'Assessments vergleichen' }))
    await desk.sees('Vergleich der Assessments')
    await keys.stands()
  })

  test('a barrier is noted and reported, and the coordinator makes a theme of it', async () => {
    await keys.press('n', 'h')
    const sheet = desk.dialog('Hürde melden')
    await keys.use(button('Hindernis im Verfahren', sheet), 'Space')
    await keys.fill(desk.field('Kurz in einem Satz', sheet), 'Anmeldung nur mit Faxgerät')
    await keys.press('Control+Enter')
    await desk.said(/Sie bleibt im Fall/)
    await keys.use(desk.page.getByRole('link', { name: 'Hürden', exact: true }).last())
    await keys.use(button('An die Strukturebene melden'))
    await keys.fill(desk.field('Was ist passiert?'), 'Ein Formular geht nur mit einem Faxgerät')
    await desk.sees('Genau das geht hinaus')
    await desk.settled()
    await desk.page.waitForTimeout(800)
    await keys.press('Control+Enter')
    await desk.said(/Hürde gemeldet/)

    const coordinator = await office.desk('wes-koordination', { at: '/huerden' })
    const her = new Keyboard(coordinator.page)
    await her.fill(coordinator.field('Wörter der Hürde'), 'Faxgerät')
    await coordinator.settled()
    await her.use(coordinator.page.getByRole('link', { name: 'Anmeldung nur mit Faxgerät' }))
    await her.use(coordinator.page.getByRole('button', { name: 'Thema daraus machen' }))
    await her.reach(coordinator.field('Titel', coordinator.dialog('Thema daraus machen')))
    await her.press('Control+Enter')
    await coordinator.heading('Anmeldung nur mit Faxgerät')
    await coordinator.sees('Die Hürden einzeln (1)')
    await coordinator.leave()
  })

  test('closure, and the timeline that has it all', async () => {
    await keys.menu(button('Mehr'), 'Fall abschließen')
    await keys.reach(desk.field('Grund'))
    await keys.press('Control+Enter')
    await keys.refused(desk.field('Grund'))
    await keys.select(desk.field('Grund'), 'Ziele erreicht')
    await keys.pick(desk.group('Ziele').getByRole('radio', { name: 'erreicht', exact: true }))
    await keys.press('Control+Enter')
    await desk.said('Fall abgeschlossen')
    await tab('Verlauf')
    const timeline = await desk.text(desk.page.locator('.lt-timeline'))
    for (const part of [
      goal,
      /Verweis an Kreis Wesel/,
      /Vereinbarung/,
      /Assessment/,
      /Einwilligung/,
      /Fall abgeschlossen/,
    ])
      expect(timeline).toMatch(part)
    expect(new URL(desk.page.url()).pathname).toBe(`${casePath}/verlauf`)
  })

  test('a duplicate is told apart', async () => {
    await keys.press('n', 'f')
    await desk.heading('Neuer Fall')
    await keys.fill(desk.field('Familienname'), 'Aydın')
    await keys.fill(desk.field('Vorname'), 'Gökhan')
    await keys.use(button('Andere Person als Aydın, Gökhan'))
    await desk.page.getByText('Ist das eine dieser Personen?').waitFor({ state: 'hidden' })
    await keys.stands()
    await keys.pick(desk.page.getByRole('radio', { name: /^öffentliche Aufgabe/ }))
    await keys.choose(combobox('In welcher Sprache'), 'Türkisch')
    await keys.pick(desk.page.getByRole('radio', { name: /Prozessbegleitung/ }))
    await keys.press('Control+Enter')
    await desk.heading(/Aydın/)
    await keys.use(
      desk.page
        .getByRole('table')
        .first()
        .getByRole('link', { name: /Aydın, Gökhan/ }),
    )
    await desk.sees('Andere Person als Aydın, Gökhan')
  })

  test('a request goes to another employer when the person has agreed', async () => {
    await keys.use(desk.page.getByRole('link', { name: 'Anfragen', exact: true }).first())
    await desk.heading('Anfragen')
    const waiting = desk.page.locator('main a[href^="/anfragen/"]').filter({ hasNotText: /Neue|Kurz/ })
    await keys.use(waiting.first())
    await keys.use(button('An anderen Standort geben'))
    const sheet = desk.dialog('An anderen Standort geben')
    await keys.choose(combobox('Standort', sheet), 'KIM Dinslaken')
    await keys.select(desk.field('Grund', sheet), 'Die Person wohnt im Bereich des anderen Standorts')
    await keys.press('Control+Enter')
    await keys.refused(desk.field('Die Person hat zugestimmt am', sheet))
    await keys.type('heute')
    await keys.press('Control+Enter')
    await desk.said(/^Die Anfrage wartet jetzt in/)
    await keys.stands()
  })
})

test('keys are explained, search opens with Strg+K and closes with Escape', async () => {
  const desk = await office.desk('wes-cm1')
  const keys = new Keyboard(desk.page)
  await desk.heading(/^Guten/)
  await keys.press('?')
  const help = desk.dialog('Tastatur')
  await desk.sees('Formular speichern', help)
  await desk.inspect()
  await keys.press('Escape')
  await help.waitFor({ state: 'hidden' })
  const search = desk.page.getByRole('button', { name: /^Suchen/ })
  await keys.reach(search)
  await keys.press('Control+k')
  await keys.type('anfrage')
  await desk.page
    .getByRole('option', { name: /Anfrage/ })
    .first()
    .waitFor()
  await desk.inspect()
  await keys.press('Escape')
  await desk.page
    .getByRole('option', { name: /Anfrage/ })
    .first()
    .waitFor({ state: 'hidden' })
  expect(await desk.hasFocus(search)).toBe(true)
  await desk.leave()
})
