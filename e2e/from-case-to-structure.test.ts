import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { berlinDay, germanDate } from '../src/platform/contract/dates.ts'
import type { Desk } from './journey/desk.ts'
import { nameOf } from './journey/name-of.ts'
import { openOffice, type Office } from './journey/open-office.ts'
import { readPdf } from './journey/read-pdf.ts'

// What Lotse is for, in Kreis Wesel: two cases, one obstacle, a theme, a decision, a paper, and the answer in both cases.

let office: Office
let first: Desk
let second: Desk
let coordinator: Desk
let administration: Desk
beforeAll(async () => {
  office = await openOffice()
  first = await office.desk('wes-cm1')
  second = await office.desk('wes-cm2')
  coordinator = await office.desk('wes-koordination', { height: 900 })
  administration = await office.desk('wes-verwaltung', { height: 900 })
})
afterAll(async () => {
  for (const desk of [first, second, coordinator, administration]) await desk?.leave()
  await office?.close()
})
afterEach((context) => office.photograph(context))

const obstacle = 'Kita-Anmeldung nur persönlich und nur vormittags'
const alike = 'Anmeldung in der Kita nur persönlich am Vormittag'
const theme = 'Anmeldung in der Kindertagesbetreuung'
const paper = 'Anmeldung in der Kita ohne Vorsprache'
const decision = 'Die Projektarbeitsgruppe Kita-Anmeldung wird eingerichtet.'
const sections = [
  'Anlass und Ziel',
  'Zusammenarbeit und Zuständigkeiten',
  'Zugang: So kommt jemand hinein',
  'Übergabe: So geht ein Fall über',
  'Rückkehr und Abgang',
  'Datenschutz und Einwilligung',
]
const measure = 'Anmeldebogen in fünf Sprachen'
const item = 'Vordruck für die Anmeldung entwerfen'
const group = 'Projektarbeitsgruppe Kita-Anmeldung'
/** Today as it is typed. */
const today = germanDate(berlinDay(Temporal.Now.instant()))

const card = (desk: Desk, name: string) =>
  desk.page.locator('section', { has: desk.page.getByRole('heading', { level: 3, name }) }).last()

/** The first open case of the own list. */
async function ownCase(desk: Desk): Promise<string> {
  await desk.go('Fälle')
  const link = desk.page.getByRole('table').locator('a[href^="/faelle/"]').first()
  return (await link.getAttribute('href'))!
}

async function record(desk: Desk, path: string, title: string): Promise<void> {
  await desk.open(path)
  await desk.settled()
  await desk.page.keyboard.press('n')
  await desk.page.keyboard.press('h')
  const sheet = desk.dialog('Hürde melden')
  await sheet.waitFor()
  await desk.pick('Was für eine Hürde?', 'Hindernis im Verfahren', sheet)
  await desk.type('Kurz in einem Satz', title, sheet)
  await desk.press('Hürde melden', sheet)
  await desk.said(/Sie bleibt im Fall/)
}

async function report(desk: Desk, path: string, title: string): Promise<void> {
  await record(desk, path, title)
  await desk.open(`${path}/huerden`)
  const mine = card(desk, title)
  await desk.press('An die Strukturebene melden', mine)
  await desk.type('Was ist passiert?', 'Wer vormittags im Sprachkurs ist, kann nicht vorsprechen', mine)
  await desk.sees('Genau das geht hinaus', mine)
  await desk.settled()
  await desk.press('So melden', mine)
  await desk.said(/Hürde gemeldet/)
}

async function step(name: string, fill: () => Promise<void> = async () => {}): Promise<void> {
  await coordinator.press(name, coordinator.group('Nächste Schritte'))
  await fill()
  await coordinator.press(name, coordinator.dialog(name))
  await coordinator.dialog(name).waitFor({ state: 'hidden' })
}

async function minute(
  top: number,
  line: string,
  kind: string,
  fill: () => Promise<void> = async () => {},
): Promise<void> {
  await administration.type(`Zeile zu TOP ${top}`, line)
  await fill()
  await administration.press(`${kind} festhalten`)
  await administration.said(`${kind} festgehalten`)
}

describe('Wesel: from the case to the structure and back', () => {
  let cases: [string, string]
  let themePath = ''

  test('two case managers report the same obstacle; the coordinator sees the cluster and no case', async () => {
    cases = [await ownCase(first), await ownCase(second)]
    await report(first, cases[0], obstacle)
    await report(second, cases[1], alike)
    await coordinator.open('/huerden')
    await coordinator.follow(obstacle)
    await coordinator.heading(obstacle)
    const found = coordinator.page.getByRole('region', { name: alike })
    await coordinator.sees(/Gefunden: /, found)
    await found.getByRole('checkbox', { name: 'Auswählen' }).check()
    await coordinator.type('Name der Gruppe (2 Hürden)', 'Kita-Anmeldung')
    await coordinator.inspect()
    await coordinator.press('Gruppieren')
    await coordinator.said('Gruppe mit 2 Hürden angelegt')
    expect(await coordinator.text()).not.toMatch(/WES-\d{4}-\d+/)
  })

  test('the group becomes a theme; an older barrier is searched for and taken in', async () => {
    await coordinator.follow('Kita-Anmeldung')
    await coordinator.heading('Kita-Anmeldung')
    await coordinator.sees(alike)
    await coordinator.inspect()
    await coordinator.press('Thema daraus machen')
    const begin = coordinator.dialog('Thema daraus machen')
    await coordinator.sees('Das Thema beruht dann auf der Gruppe „Kita-Anmeldung“ (2 Hürden).', begin)
    await coordinator.type('Titel', theme, begin)
    await coordinator.pick(
      'Wie wurde die Sicht der Zielgruppe eingeholt?',
      'Die Zielgruppe ist gefragt worden',
      begin,
    )
    await coordinator.type(
      'Wen haben Sie gefragt, was kam heraus?',
      'Vier Mütter hätten sich online angemeldet.',
      begin,
    )
    await coordinator.type('Vorgeschlagenes Arbeitsformat', 'Projektarbeitsgruppe Kita-Anmeldung', begin)
    await coordinator.pick('Vorgeschlagene Priorität', 'hoch', begin)
    await coordinator.press('Thema anlegen', begin)
    await coordinator.heading(theme)
    themePath = new URL(coordinator.page.url()).pathname
    await coordinator.press('Hürden hinzufügen')
    const sheet = coordinator.dialog('Hürden hinzufügen')
    await coordinator.type('Wörter der Hürde', 'Wohnungsgeber', sheet)
    await sheet
      .getByRole('checkbox', { name: /^Wohnungsgeberbestätigung/ })
      .first()
      .check()
    await coordinator.inspect()
    await coordinator.press('Hürden hinzufügen', sheet)
    await coordinator.said('Hürde hinzugefügt')
    await coordinator.page.getByText('Die Hürden einzeln (3)').click()
    await coordinator.sees(obstacle)
    await coordinator.sees(alike)
  })

  test('an office named by its short name has to be asked first; the text may say what kind it is', async () => {
    const say = async (words: string) => {
      await coordinator.press('Thema ändern')
      const form = coordinator.dialog('Thema ändern')
      await coordinator.type('Was passiert den Menschen?', words, form)
      await coordinator.press('Thema speichern', form)
      await form.waitFor({ state: 'hidden' })
    }
    const paper = coordinator.page.getByRole('link', { name: 'Für ein Gremium (PDF)' })
    await say('Das JC Wesel verlangt den Nachweis der Kita.')
    await coordinator.sees('Der Text nennt Stellen, die noch nicht gefragt sind')
    await paper.click()
    const refused = coordinator.dialog('Für ein Gremium (PDF)')
    await coordinator.sees('Was den Menschen passiert: „JC Wesel“ nennt Jobcenter Kreis Wesel.', refused)
    await coordinator.inspect()
    await coordinator.press('Schließen', refused)
    await say('Das Jobcenter verlangt den Nachweis der Kita.')
    const [download] = await Promise.all([coordinator.page.waitForEvent('download'), paper.click()])
    expect(readPdf(await download.path())).toMatchObject({ tagged: true, ua: '1' })
    expect(download.suggestedFilename()).toMatch(/^Thema-.*\.pdf$/)
  })

  test('a reconstruction ends in the theme, which is presented', async () => {
    await coordinator.open('/rekonstruktionen')
    await coordinator.press('Konstruierten Fall beginnen')
    await coordinator.type('Titel', 'Mutter im Sprachkurs sucht einen Kita-Platz')
    await coordinator.press('Rekonstruktion beginnen')
    await coordinator.heading('Mutter im Sprachkurs sucht einen Kita-Platz')
    for (const [at, station] of ['Anruf in der Kita', 'Vorsprache in der Kita'].entries()) {
      await coordinator.press('Station hinzufügen')
      const own = coordinator.group(`Station ${at + 1}`)
      await own.getByLabel(/^Was war das\?/).fill(station)
      await coordinator.type('Beteiligte Stellen', 'Kita', own)
      await coordinator.type('Wartezeit davor in Wochen', String(at + 3), own)
    }
    await coordinator.press('Vergleich hinzufügen')
    await coordinator.type('Welcher Fall?', 'Zweite Familie')
    await coordinator.choose('Oder eine Hürde', alike)
    await coordinator.choose('Aus einem Papier oder einer Vereinbarung', 'Wechsel vom AsylbLG ins SGB II')
    await coordinator.press('Schritte ansehen')
    const steps = coordinator.dialog('Schritte prüfen und übernehmen')
    await steps
      .getByRole('group', { name: /Zugang/ })
      .getByLabel('Schritt')
      .fill('Zugang: Meldung mit Bogen')
    await steps
      .getByRole('group', { name: /Rückkehr/ })
      .getByRole('checkbox')
      .uncheck()
    await coordinator.inspect()
    await coordinator.press(/Schritte übernehmen$/, steps)
    await coordinator.said(/übernommen. Ergänzen Sie die Wartezeiten/)
    await coordinator.press('Rekonstruktion speichern')
    await coordinator.said('Rekonstruktion gespeichert')
    await coordinator.sees('Stationen auf der Zeitachse')
    await coordinator.sees('Vergleich in Zahlen')
    await coordinator.sees(/^Heute 2 Schritte bei 1 Stelle, künftig \d+ Schritte/)
    await coordinator.inspect()
    await coordinator.press('Ergebnis festhalten')
    const end = coordinator.dialog('Ergebnis festhalten')
    await coordinator.pick('Ergebnis', 'Generatives Thema', end)
    await coordinator.choose('Thema, das es schon gibt', theme, end)
    await coordinator.type('Was spricht dafür?', 'Das Verfahren verlangt eine Vorsprache am Vormittag.', end)
    await coordinator.press('Ergebnis festhalten', end)
    await coordinator.said('Ergebnis festgehalten')
    await coordinator.open(themePath)
    await step('Für die Lenkungsgruppe aufbereiten')
    await step('Der Lenkungsgruppe vorlegen')
    await coordinator.inspect()
  })

  test('the steering group meets, decides, commissions a project group and gives an action item', async () => {
    await administration.go('Gremien')
    await administration.follow('Lenkungsgruppe KIM')
    await administration.press('Sitzung planen')
    const sheet = administration.dialog('Sitzung planen')
    await administration.type('Tag', today, sheet)
    await administration.type('Beginn', '10:15', sheet)
    await administration.type('Ort', 'Kreishaus Wesel', sheet)
    await administration.type('Titel', 'Sitzung zur Kita-Anmeldung', sheet)
    await administration.press('Sitzung planen', sheet)
    await administration.said('Sitzung geplant')
    await administration.follow(new RegExp(`^${today}, 10:15`))
    await administration.heading(/^Sitzung zur Kita-Anmeldung/)
    const offered = administration.page.getByRole('region', { name: 'Vorschläge' }).getByRole('listitem')
    await administration.press(/^Aufnehmen: /, offered.filter({ hasText: theme }))
    await administration.said('Auf die Tagesordnung gesetzt')
    await administration.press('Einladen')
    await administration.said(/^Eingeladen/)
    await administration.press('Sitzung eröffnen')
    await administration.said('Die Sitzung läuft')
    // The meeting chooses another priority than the one that was proposed.
    await minute(1, `/beschluss 12:0:0 ${decision}`, 'Beschluss', () =>
      administration.pick('Priorität', 'mittel'),
    )
    await minute(1, `/projektauftrag @"${group}" bis ${today} Anmeldung ohne Vorsprache`, 'Projektauftrag')
    // @ opens the list of who could do it; by keyboard alone.
    const line = administration.field('Zeile zu TOP 1')
    const { keyboard } = administration.page
    await line.fill(`/auftrag bis ${today} ${item} `)
    await line.press('@')
    await keyboard.type(nameOf('wes-cm1'))
    await keyboard.press('Enter')
    await line.and(administration.page.locator(':focus')).waitFor()
    await administration.inspect()
    await keyboard.press('Control+Enter')
    await administration.said('Arbeitsauftrag festgehalten')
    await administration.sees(new RegExp(`${nameOf('wes-cm1')} · bis`))
    await administration.press('Sitzung schließen')
    await administration.said('Die Sitzung ist geschlossen')
    await administration.press('Niederschrift zur Genehmigung geben')
    await administration.said('Niederschrift und Aufträge sind bei den Mitgliedern')
    await administration.press('Niederschrift genehmigen')
    await administration.press('Genehmigung festhalten')
    await administration.said('Die Niederschrift ist genehmigt')
    await coordinator.open(themePath)
    await coordinator.sees(decision)
    // The decision has moved the theme: format and priority stood in it already.
    await coordinator.sees('In der Projektarbeitsgruppe')
    await coordinator.sees('Lenkungsgruppe beauftragt eine Projektarbeitsgruppe')
    await coordinator.sees('mittel')
  })

  test('the project group is founded for its commission in one step, with chair and moderation', async () => {
    await administration.open('/arbeitsauftraege')
    await administration.follow('Projektgruppe dafür gründen: Anmeldung ohne Vorsprache')
    await administration.heading('Gremium gründen')
    expect(await administration.field('Name').inputValue()).toBe(group)
    await administration.choose('Diese Gremien habe ich mir angesehen', 'Chancenaufenthalt')
    await administration.type('Warum keines davon passt', 'Befasst sich mit einem anderen Thema.')
    await administration.type('Vorsitz (Funktion)', 'Leitung des Jugendamtes')
    await administration.type('Moderation (Funktion)', 'Koordination KIM')
    await administration.inspect()
    await administration.press('Gremium gründen')
    await administration.said('Gremium gegründet')
    await administration.heading(group)
    await administration.sees('Anmeldung ohne Vorsprache')
    await administration.sees('Leitung des Jugendamtes')
    await administration.sees('Vorsitz')
    await administration.inspect()
  })

  test('the action item goes to somebody else, who finds it on the own account and says that it is done', async () => {
    await first.open('/')
    await first.sees(`Arbeitsauftrag: ${item}`)
    await administration.open('/arbeitsauftraege')
    await administration.press(`Ändern: ${item}`)
    const form = administration.dialog('Zuständigkeit oder Frist ändern')
    await administration.choose('Wer ist zuständig?', nameOf('wes-cm2'), form)
    await administration.pick('Warum die Änderung?', 'So im Gremium besprochen', form)
    await administration.inspect()
    await administration.press('Änderung speichern', form)
    await administration.said('Arbeitsauftrag geändert')
    await first.open('/')
    expect(await first.text()).not.toContain(item)
    await second.open('/')
    await second.sees(`Arbeitsauftrag: ${item}`)
    await second.open('/meine-gremien')
    await second.press(`Erledigt: ${item}`)
    const dialog = second.dialog('Arbeitsauftrag ist erledigt')
    await second.type('Ergebnis', 'Der Vordruck liegt vor.', dialog)
    await second.press('Als erledigt festhalten', dialog)
    await second.said('Als erledigt festgehalten')
  })

  test('the paper is agreed and in force, the theme implemented', async () => {
    await coordinator.open(themePath)
    await coordinator.follow('Papier beginnen')
    await coordinator.type('Titel', paper)
    const parties = ['Agentur für Arbeit', 'Jobcenter Kreis Wesel']
    for (const [at, party] of parties.entries()) {
      await coordinator.choose(`Stelle, Partei ${at + 1}`, party)
      await coordinator.type(`Ansprechstelle (Funktion), Partei ${at + 1}`, 'Teamleitung')
    }
    await coordinator.choose('Rechtskreise', 'Kinder- und Jugendhilfe')
    for (const section of sections) await coordinator.type(section, 'Anmeldung schriftlich oder online.')
    await coordinator.inspect()
    await coordinator.press('Entwurf speichern')
    await coordinator.said('Entwurf gespeichert')
    await coordinator.heading(paper)
    // What is missing is named where it is asked for.
    await coordinator.press('In die Abstimmung geben')
    await coordinator.sees('Überprüfung am: Bitte geben Sie an, wann das Papier überprüft wird.')
    await coordinator.press('Ändern')
    await coordinator.type('Überprüfung am', '31.12.2099')
    await coordinator.press('Entwurf speichern')
    await coordinator.press('In die Abstimmung geben')
    await coordinator.said('Der Entwurf ist in Abstimmung')
    for (const party of parties) {
      await coordinator.press(new RegExp(`^Antwort eintragen: ${party}`))
      await coordinator.pick('Antwort', 'Stimmt zu')
      await coordinator.type('Wer hat geantwortet? (Funktion)', 'Geschäftsführung')
      await coordinator.press('Antwort festhalten')
      await coordinator.said('Antwort festgehalten')
    }
    await coordinator.press('In Kraft setzen')
    await coordinator.press('Papier in Kraft setzen')
    await coordinator.said('Das Papier gilt')
    await coordinator.follow(theme)
    await coordinator.heading(theme)
    await coordinator.sees(paper)
    await coordinator.follow('Maßnahme empfehlen')
    await coordinator.type('Empfehlung oder Maßnahme', measure)
    await coordinator.inspect()
    await coordinator.press('Empfehlung abgeben')
    await coordinator.said('Empfehlung abgegeben')
    await coordinator.follow(theme)
    await coordinator.sees(measure)

    await coordinator.open(themePath)
    await step('Lösung vereinbart', () =>
      coordinator.type('Worin besteht die Lösung, und wo steht sie?', `Schnittstellenpapier „${paper}“`),
    )
    await step('Als umgesetzt festhalten')
    await coordinator.sees('Umgesetzt')
  })

  test('a referral in a case shows the paper', async () => {
    await first.open(cases[0])
    await first.tab('Verweise')
    await first.press('Verweis')
    await first.choose('Stelle', 'Agentur für Arbeit')
    await first.sees('Es gilt ein Schnittstellenpapier')
    await first.sees(paper)
    await first.press('Abbrechen')
  })

  test('the effect is on one page, and both case managers read the answer in their cases', async () => {
    await coordinator.open(themePath)
    await coordinator.follow('Lösung eintragen')
    await coordinator.type('Kurze Bezeichnung', 'Anmeldung ohne Vorsprache')
    await coordinator.choose('Welches?', paper)
    await coordinator.type('Beschlossen am', today)
    await coordinator.type('Beschlossen von', 'Lenkungsgruppe KIM')
    await coordinator.type('Umgesetzt seit', today)
    await coordinator.pick('Art der Hürden', 'Hindernis im Verfahren')
    await coordinator.press('Lösung speichern')
    await coordinator.said('Lösung gespeichert')
    await coordinator.open('/loesungen')
    await coordinator.follow('Anmeldung ohne Vorsprache')
    await coordinator.sees('Vorher und nachher')
    await coordinator.inspect()
    await coordinator.press('Bewerten, ob es geholfen hat')
    await coordinator.pick('Hat es geholfen?', 'hat geholfen')
    await coordinator.type('Woran Sie das sehen', 'Die Kitas nehmen Anmeldungen schriftlich an.')
    await coordinator.press('Bewertung festhalten')
    await coordinator.said('Bewertung festgehalten')
    for (const [at, desk] of [first, second].entries()) {
      await desk.open(`${cases[at]}/huerden`)
      const mine = card(desk, at === 0 ? obstacle : alike)
      await desk.sees('Was daraus wurde', mine)
      await desk.sees(new RegExp(theme), mine)
      await desk.sees(/Umgesetzt/i, mine)
      await desk.sees('Die Kitas nehmen Anmeldungen schriftlich an.', mine)
      await desk.sees(measure, mine)
      await desk.inspect()
    }
  })
})

test('short path: individual help suffices, stays in the case and is only counted', async () => {
  const path = await ownCase(second)
  await record(second, path, 'Formular war nur auf Deutsch zu haben')
  await second.open(`${path}/huerden`)
  await second.sees(/Individuelle Hilfe genügt/, card(second, 'Formular war nur auf Deutsch zu haben'))
  await coordinator.open('/huerden')
  await coordinator.settled()
  expect(await coordinator.text()).not.toContain('Formular war nur auf Deutsch zu haben')
})

test('the coordinator is called in: case manager and coordinator prepare the case in one text without names', async () => {
  const title = 'Drei Stellen warten aufeinander'
  const path = await ownCase(first)
  await record(first, path, title)
  await first.open(`${path}/huerden`)
  const mine = card(first, title)
  await first.press('Einschätzung ändern', mine)
  await first.pick('Was braucht es jetzt?', '3 Entscheidung auf Leitungsebene', mine)
  await first.select('Warum?', 'Die Stelle kann das nicht selbst entscheiden', mine)
  await first.press('Einschätzung speichern', mine)
  await first.press('Koordination einschalten', mine)
  await first.said(/Die Koordination ist eingeschaltet/)
  const prepare = card(first, title).getByRole('region', { name: 'Gemeinsame Fallaufbereitung' })
  await first.press('Aufbereitung schreiben', prepare)
  await first.type('Was macht den Fall schwierig?', 'Der Bescheid vom 3.4.2026 fehlt.', prepare)
  await first.press('Aufbereitung speichern', prepare)
  await first.sees('Das muss aus dem Text heraus', prepare)
  await first.inspect()
  await first.type(
    'Was macht den Fall schwierig?',
    'Jede Stelle wartet auf den Bescheid der anderen.',
    prepare,
  )
  await first.press('Aufbereitung speichern', prepare)
  await first.said(/^Fallaufbereitung gespeichert/)

  await coordinator.open('/huerden/eingeschaltet')
  const joint = coordinator.page
    .getByRole('region', { name: 'Gemeinsame Fallaufbereitung' })
    .filter({ hasText: 'Jede Stelle wartet auf den Bescheid der anderen.' })
  await coordinator.press('Aufbereitung ändern', joint)
  await coordinator.page
    .getByLabel('Was muss entschieden werden?')
    .fill('Welche Stelle beginnt, und in welcher Frist antworten die anderen?')
  await coordinator.press('Aufbereitung speichern')
  await coordinator.said(/^Fallaufbereitung gespeichert/)
  await coordinator.sees('Welche Stelle beginnt, und in welcher Frist antworten die anderen?')
  expect(await coordinator.text()).not.toContain(title)
  await coordinator.inspect()
  await coordinator.page.setViewportSize({ width: 1366, height: 1200 })
  await coordinator.picture('fallaufbereitung')

  await first.page.reload()
  await first.sees('Welche Stelle beginnt, und in welcher Frist antworten die anderen?', prepare)
  await first.sees(new RegExp(`von ${nameOf('wes-koordination')}`), prepare)
})

test('short paths: one theme goes to the Land, one is deferred until a day, each with its reason', async () => {
  for (const [title, move, state] of [
    ['Dolmetschen ist landesweit nicht finanziert', 'An das Land melden', 'An das Land gemeldet'],
    ['Fahrkarten für Kursteilnehmende', 'Zurückstellen', 'Zurückgestellt'],
  ] as const) {
    await coordinator.open('/themen')
    await coordinator.press('Thema anlegen')
    await coordinator.type('Titel', title)
    await coordinator.press('Thema anlegen', coordinator.dialog('Thema anlegen'))
    await coordinator.heading(title)
    await step(move, async () => {
      await coordinator.type('Begründung', 'Der Kreis kann das nicht selbst ändern.')
      if (move === 'Zurückstellen') await coordinator.type('Wiedervorlage am', 'morgen')
    })
    await coordinator.sees(state)
  }
})
