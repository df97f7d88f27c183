import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '../../src/demo/accounts.ts'
import type { Desk } from './desk.ts'
import type { districts } from './districts.ts'
import { fillRequest } from './fill-request.ts'
import { nameOf } from './name-of.ts'
import { openOffice, type Office } from './open-office.ts'
import { rate } from './rate.ts'
import { readPdf } from './read-pdf.ts'

/** A case from the first request to closure and back, as the case managers of that district work it. */
export const caseJourney = (district: (typeof districts)[number]): void => {
  describe(`${district.name}: a case from the first request to closure`, () => {
    let office: Office
    beforeAll(async () => {
      office = await openOffice()
    })
    afterAll(() => office?.close())
    afterEach((context) => office.photograph(context))

    const { key } = district
    const concern = 'Sucht eine größere Wohnung und einen Platz im Sprachkurs.'
    const note = 'Besichtigung am Donnerstag, die Unterlagen liegen bereit.'
    const goal = 'Wir wohnen in einer Wohnung mit vier Zimmern.'
    const familyName = 'Șerbănescu-Öztürk'
    // The three districts share their pages: forms, sheets and dialogs are inspected in one, the pages in each.
    const inspect = (one: Desk) => (key === 'wesel' ? one.inspect() : one.settled())
    let desk: Desk
    let caseUrl = ''
    beforeAll(async () => {
      desk = await office.door()
      await desk.signIn(district.caseManager, demoPassword)
    })
    afterAll(() => desk?.leave())

    test('Mein Tag opens on what is due', async () => {
      await desk.heading(/^Guten/)
      await desk.sees(/^Überfällig/)
      await desk.sees('Zur Warteschlange')
      await inspect(desk)
    })

    test('step 1: a request is taken down with n and a, and saved with Strg+Enter', async () => {
      await desk.page.keyboard.press('n')
      await desk.page.keyboard.press('a')
      await desk.heading('Neue Anfrage')
      await fillRequest(desk, { channel: 'Telefon', concern, language: 'Rumänisch', urgency: 'dringend' })
      await inspect(desk)
      await desk.page.keyboard.press('Control+Enter')
      await desk.said('Anfrage erfasst, sie wartet am Standort')
      await desk.heading('Anfragen')
      await desk.sees(concern)
      await inspect(desk)
    })

    test('step 1: the coordinator sees what waits and who could take it, and assigns it', async () => {
      const coordination = await office.desk(district.coordinator)
      await coordination.go('Anfragen')
      await coordination.sees(concern)
      await inspect(coordination)
      await coordination.press(`Zuweisen: ${concern}`)
      const sheet = coordination.dialog('Zuweisen an')
      await sheet.getByRole('heading', { level: 3 }).first().waitFor()
      await inspect(coordination)
      await sheet.getByRole('button', { name: `${nameOf(district.caseManager)} zuweisen` }).click()
      await coordination.said(/^Anfrage zugewiesen/)
      await coordination.page.getByRole('tab', { name: 'Zugewiesen' }).click()
      await coordination.sees('Rumänisch')
      expect(await coordination.text()).not.toContain(concern)
      await coordination.leave()
    })

    test('step 1: the case manager takes another request of the queue', async () => {
      await desk.open('/anfragen')
      await desk.press(/^Übernehmen: /)
      await desk.said(/^Anfrage übernommen/)
      await desk.page.getByRole('tab', { name: 'Meine' }).click()
      await desk.sees(concern)
    })

    test('step 2: intake makes a case of the request', async () => {
      await desk.follow(concern)
      await desk.heading('Anfrage')
      await inspect(desk)
      await desk.follow('Aufnahme beginnen')
      await desk.heading('Neuer Fall')
      await desk.type('Familienname', familyName)
      await desk.type('Vorname', 'Žoška')
      await desk.page.getByRole('radio', { name: /^öffentliche Aufgabe/ }).check()
      await desk.page
        .getByRole('radio', { name: /Case Management/ })
        .first()
        .check()
      await inspect(desk)
      await desk.press('Fall eröffnen')
      await desk.said(/^Fall .* eröffnet/)
      await desk.heading(new RegExp(familyName))
      caseUrl = new URL(desk.page.url()).pathname
      await inspect(desk)
    })

    test('step 3: the legal basis for health data is recorded with the information given', async () => {
      await desk.tab('Aufnahme')
      await inspect(desk)
      await desk.press('Angaben zur Gesundheit: festhalten')
      const form = desk.page.getByRole('region', { name: 'Angaben zur Gesundheit' })
      await form.getByRole('radio', { name: /^Einwilligung/ }).check()
      await desk.press('Rechtsgrundlage festhalten', form)
      await desk.said('Rechtsgrundlage festgehalten')
      await desk.sees(/^Einwilligung .* informiert am .* auf Rumänisch/)
    })

    test('step 7: a contact is recorded from anywhere with n and k', async () => {
      await desk.open(caseUrl)
      await desk.page.keyboard.press('n')
      await desk.page.keyboard.press('k')
      const sheet = desk.dialog('Kontakt erfassen')
      await desk.pick('Dauer in Minuten', '30 Min', sheet)
      await desk.pick('Wie?', 'Telefon', sheet)
      await desk.type('Notiz', note, sheet)
      await inspect(desk)
      await desk.page.keyboard.press('Control+Enter')
      await desk.said(/^Kontakt vom .* gespeichert/)
      await sheet.waitFor({ state: 'hidden' })
    })

    test('step 4: the assessment saves itself; migration data stay locked without their basis', async () => {
      await desk.press('Weiter: Assessment')
      await desk.said('Phase geändert')
      await desk.tab('Lebensbereiche')
      await desk.press('Assessment beginnen')
      const locked = desk.page.locator('.assess-row', { hasText: 'Migrationsdaten' })
      await desk.sees(/^Gesperrt, bis die Rechtsgrundlage „Angaben zu Migration/, locked)
      await rate(desk, 'Wohnsituation', { Ressource: 2, Bedarf: 5, 'Eigene Sicht': 1 })
      await rate(desk, 'Gesundheit', { Ressource: 3, Bedarf: 3, 'Eigene Sicht': 3 })
      await inspect(desk)
      await desk.press('Assessment abschließen')
      await desk.sees('abgeschlossen')
      await inspect(desk)
    })

    test('step 5: a goal in the words of the person, with a step', async () => {
      await desk.press('Weiter: Planung')
      await desk.said('Phase geändert')
      await desk.tab('Plan und Vereinbarung')
      await inspect(desk)
      await desk.press('Ziel hinzufügen')
      await desk.type('Ziel in den Worten der Person', goal)
      await desk.press('Ziel speichern')
      await desk.said('Ziel gespeichert')
      await desk.press('Schritt hinzufügen')
      await desk.type('Schritt', 'Wohnberechtigungsschein beantragen')
      await desk.type('Bis wann', 'morgen')
      await desk.press('Schritt speichern')
      await desk.sees('Wohnberechtigungsschein beantragen')
    })

    test('step 6: the agreement is previewed as printed, signed, and downloads as tagged PDF', async () => {
      await desk.sees(goal, desk.page.locator('.plan-paper'))
      await desk.press('Vereinbarung anlegen')
      await desk.said(/^Fassung 1 angelegt/)
      await inspect(desk)
      await desk.press('Unterschrift festhalten')
      const dialog = desk.dialog('Unterschrift festhalten')
      await desk.press('Unterschrift festhalten', dialog)
      await desk.said('Unterschrift festgehalten')
      await desk.sees(/^Unterschrieben am/)
      const [download] = await Promise.all([
        desk.page.waitForEvent('download'),
        desk.follow('PDF herunterladen'),
      ])
      const pdf = readPdf(await download.path())
      expect(pdf).toMatchObject({ tagged: true, ua: '1' })
      expect(pdf.languages).toContain('ro')
    })

    test('step 2: a consent is drafted, confirmed and withdrawn', async () => {
      await desk.tab('Einwilligungen')
      await inspect(desk)
      await desk.press('Einwilligung')
      await desk.choose('Stelle', 'Agentur für Arbeit')
      // The reader is a unit where an organisation has several (R164).
      const unit = desk.field('Abteilung')
      if (await unit.isVisible()) await unit.selectOption({ index: 1 })
      await desk.pick('Wozu?', 'Arbeit finden oder Arbeitsplatz sichern')
      await desk.type('Wozu genau?', 'Antrag auf Übernahme der Umzugskosten vom November begleiten.')
      await desk.pick('Welche Lebensbereiche?', 'Wohnsituation')
      await desk.pick('Welche Angaben?', 'Wohnen')
      await inspect(desk)
      await desk.press('Entwurf speichern')
      await desk.said('Entwurf gespeichert')
      const card = desk.page.getByRole('region', { name: /Agentur für Arbeit/ })
      await desk.press('Erteilung festhalten', card)
      await inspect(desk)
      await desk.press('Erteilung festhalten', card)
      await desk.said('Erteilung festgehalten')
      await desk.sees(/^gültig/, card)
      await desk.press('Widerruf festhalten', card)
      await inspect(desk)
      await desk.press('Widerruf festhalten', desk.dialog('Widerruf festhalten'))
      await desk.said(/^Widerruf festgehalten/)
      await desk.sees(/^widerrufen/, card)
    })

    test('step 10: Verlauf has everything, newest first', async () => {
      await desk.tab('Verlauf')
      const verlauf = await desk.text(desk.page.locator('.lt-timeline'))
      for (const part of [note, goal, /Vereinbarung/, /Assessment/, /Einwilligung/])
        expect(verlauf).toMatch(part)
      await inspect(desk)
    })

    test('step 8: the coordinator sees structured data only, until the case is released', async () => {
      const coordination = await office.desk(district.coordinator, { at: caseUrl })
      await coordination.sees('Fachaufsicht: nur strukturierte Daten')
      const seen = [await coordination.text()]
      for (const part of ['Aufnahme', 'Lebensbereiche', 'Plan und Vereinbarung', 'Verlauf']) {
        await coordination.tab(part)
        seen.push(await coordination.text())
        await inspect(coordination)
      }
      for (const secret of [familyName, note, goal, concern]) expect(seen.join('\n')).not.toContain(secret)

      await desk.press('Wer sieht diesen Fall?')
      const dialog = desk.dialog('Wer sieht diesen Fall, und warum?')
      await desk.sees(nameOf(district.coordinator), dialog)
      await inspect(desk)
      await desk.press('Für die Koordination freigeben', dialog)
      await desk.press('Freigeben', dialog)
      await desk.said('Fall freigegeben')
      await desk.press('Schließen', dialog)

      await coordination.open(`${caseUrl}/verlauf`)
      await coordination.heading(new RegExp(familyName))
      await coordination.sees(note)
      await coordination.leave()
    })

    test('step 8: closure with reason and evaluation ends the release', async () => {
      await desk.menu('Mehr', 'Fall abschließen')
      await desk.select('Grund', 'Ziele erreicht')
      await desk.pick('Ziele', 'erreicht')
      await desk.type('Sicht der Person', 'Jetzt weiß ich, wen ich fragen kann.')
      await inspect(desk)
      await desk.press('Fall abschließen')
      await desk.said('Fall abgeschlossen')
      await desk.press('Wer sieht diesen Fall?')
      const dialog = desk.dialog('Wer sieht diesen Fall, und warum?')
      await desk.sees(nameOf(district.caseManager), dialog)
      expect(await desk.text(dialog)).not.toContain('freigegeben')
      await desk.press('Schließen', dialog)
    })

    test('step 8: reopening asks for a reason and begins a new episode', async () => {
      await desk.menu('Mehr', 'Fall wieder aufnehmen')
      const dialog = desk.dialog('Fall wieder aufnehmen')
      await desk.pick('Grund', 'neuer Bedarf', dialog)
      await inspect(desk)
      await desk.press('Fall wieder aufnehmen', dialog)
      await desk.said('Fall wieder aufgenommen')
      await desk.sees('2. Begleitung')
      await inspect(desk)
    })

    test.runIf(key === 'wesel')(
      'step 8: after aftercare a file is reopened from the list of restricted ones',
      async () => {
        await desk.open('/faelle')
        await desk.follow('Eingeschränkte Akten')
        await desk.heading('Eingeschränkte Akten')
        await desk.sees(/^E\. K\., geboren/)
        expect(await desk.text()).not.toContain('Karaca')
        await desk.inspect()
        await desk.press(/^Wieder aufnehmen: E\. K\./)
        const dialog = desk.dialog('Fall wieder aufnehmen')
        await desk.pick('Grund', 'die Person meldet sich wieder', dialog)
        await desk.press('Fall wieder aufnehmen', dialog)
        await desk.said('Fall wieder aufgenommen')
        await desk.heading(/^Karaca, Elif/)
        await desk.sees('2. Begleitung')
      },
    )

    test('none of its pages has a serious finding of axe, or scrolls sideways at 320 px or 200 %', async () => {
      const parts = ['', '/aufnahme', '/lebensbereiche', '/plan', '/verlauf', '/einwilligungen', '/dokumente']
      for (const path of ['/', '/anfragen', '/faelle', ...parts.map((part) => caseUrl + part)]) {
        await desk.open(path)
        await desk.inspect()
      }
    })
  })
}
