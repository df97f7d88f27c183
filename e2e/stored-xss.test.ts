import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { connect } from '../src/platform/server/db/connect.ts'
import type { Desk } from './journey/desk.ts'
import { openOffice, type Office } from './journey/open-office.ts'
import { writeHostileTexts, type HostileTexts } from './write-hostile-texts.ts'

let office: Office
let written: HostileTexts
beforeAll(async () => {
  office = await openOffice()
  written = await writeHostileTexts(office.adminUrl)
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

interface Shown {
  readonly ran: boolean
  readonly planted: number
  readonly shown: boolean
  /** Columns of jsonb whose words are shown. */
  readonly jsonb: readonly string[]
  readonly navigation: readonly string[]
  readonly links: readonly string[]
}
// A text, because the tests know no DOM types. What frames every page (who prints it, the footer) says nothing about the page.
const shown = `(() => {
  const parts = [...document.querySelectorAll('main > :not(.lt-printed, .lt-footer), dialog[open]')]
  const fields = [...document.querySelectorAll('input, textarea')]
  const text = [...parts.map((part) => part.textContent), ...fields.map((field) => field.value)].join(' ')
  const linksIn = (part) => [...document.querySelectorAll(part + ' a[href]')].map((link) => link.getAttribute('href'))
  return {
    ran: 'lotseXss' in window,
    planted: document.querySelectorAll('img[src="x"], [onerror]').length,
    shown: text.includes('<img src=x onerror='),
    jsonb: [...text.matchAll(/{{7\\*7}}\\[([a-z_.]+)\\]/g)].map(([, column]) => column),
    navigation: linksIn('[aria-label=Hauptnavigation]'),
    links: linksIn('body'),
  }
})()`

const shownOfJsonb = new Set<string>()

/** What the window shows now; fails when any of it was taken for more than text. */
async function look({ page }: Desk): Promise<Shown> {
  const now = await page.evaluate<Shown>(shown)
  const at = page.url()
  expect({ at, ran: now.ran, planted: now.planted }).toEqual({ at, ran: false, planted: 0 })
  expect(
    now.links.filter((link) => /^\s*(javascript|data|vbscript):/i.test(link)),
    at,
  ).toEqual([])
  for (const column of now.jsonb) shownOfJsonb.add(column)
  return now
}

/** An error in place of a page would show nothing hostile either. */
async function sit(login: string): Promise<{ desk: Desk; failed: string[] }> {
  const desk = await office.desk(login)
  const failed: string[] = []
  desk.page.on('response', (answer) => {
    if (answer.status() >= 400) failed.push(`${answer.status()} ${answer.url()}`)
  })
  return { desk, failed }
}

/** The address of the first row that has something on each of its pages; `sql` answers its id. */
async function fullest(path: string, sql: string): Promise<string> {
  const client = await connect(office.adminUrl)
  try {
    const { rows } = await client.query<{ id: string }>(`${sql} order by 1 limit 1`)
    return path + rows[0]!.id
  } finally {
    await client.end()
  }
}
const fullCase = (path: string) =>
  fullest(
    path,
    `select a.case_id as id from agreement a join case_access x on x.case_id = a.case_id and x.valid_during @> now()
      join staff_user u on u.id = x.user_id and u.family_name like '%van Elst' where a.state = 'signed'`,
  )
const fullReconstruction = () =>
  fullest(
    '/rekonstruktionen/',
    `select r.id from reconstruction r join tenant t on t.id = r.tenant_id and t.key = 'wesel'
      where r.comparisons <> '[]'`,
  )

/** What one person has been shown need not be walked again by the next, but for the pages of the main navigation. */
const seen = new Set<string>()
/** `/faelle/019a…` and `/faelle/019b…` are one page. */
const shapeOf = (path: string) => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '')

/** The least number of pages each must come to, of those that show something hostile beyond their frame, and what they walk besides. */
test.for([
  ['wes-cm1', 60, 50, async () => [await fullCase('/faelle/')]],
  ['wes-koordination', 13, 10, async () => [await fullCase('/faelle/'), await fullReconstruction()]],
  ['wes-leitung', 11, 5, async () => []],
  ['wes-jobcenter', 6, 5, async () => []],
  ['wes-abh', 3, 1, async () => []],
  ['wes-dsb', 6, 3, async () => []],
  ['wes-admin', 14, 9, async () => []],
  // What only the concept of this Kreis says.
  ['coe-leitung', 11, 7, async () => ['/beschluesse', '/kreis/gremien', '/kreis/stellen']],
] as const)(
  'BC-24 as %s: what looks like HTML is shown as text on every page that links lead to',
  async ([login, pages, hostile, besides]) => {
    const { desk, failed } = await sit(login)
    const { navigation } = await look(desk)
    // What is named stands before what a link leads to: of one shape only the first is walked.
    const waiting = [...(await besides()), '/', ...navigation]
    const own = new Set(waiting.map(shapeOf))
    const walked = new Map<string, boolean>()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const shape = shapeOf(path)
      if (walked.has(shape) || (seen.has(shape) && !own.has(shape))) continue
      await desk.open(path)
      const page = await look(desk)
      walked.set(shape, page.shown)
      waiting.push(...page.links.filter((link) => /^\/(?!api\/|docs)/.test(link)))
    }
    for (const shape of walked.keys()) seen.add(shape)
    expect(failed).toEqual([])
    expect(walked.size).toBeGreaterThanOrEqual(pages)
    expect([...walked.values()].filter(Boolean).length).toBeGreaterThanOrEqual(hostile)
    // Fails on any complaint of the browser: an error in a script, something the content security policy stopped.
    await desk.leave()
  },
)

test('BC-24 what opens on a click only: the agreement as it was signed, a wording of the consent', async () => {
  const manager = await sit('wes-cm1')
  await manager.desk.open(`${await fullCase('/faelle/')}/plan`)
  const versions = manager.desk.page.locator('#plan-version')
  const signed = await versions.getByText(/^Fassung .*, unterschrieben$/).textContent()
  await versions.selectOption(signed)
  await manager.desk.page.getByText('[agreement_content.content]').first().waitFor()
  await look(manager.desk)
  await manager.desk.leave()
  const officer = await sit('wes-dsb')
  await officer.desk.open('/verwaltung/einwilligungstexte')
  await officer.desk.page
    .getByRole('button', { name: /^Ansehen: Fassung/ })
    .first()
    .click()
  await officer.desk.page.getByText('[consent_wording.sections]').first().waitFor()
  await look(officer.desk)
  await officer.desk.leave()
  expect([...manager.failed, ...officer.failed]).toEqual([])
})

// Last, because the walks before it gather what has been shown.
test('BC-24 the hostile text stood in every column that holds words, and what stands in jsonb has been shown', () => {
  expect(written.texts.length).toBeGreaterThan(150)
  expect(written.jsonb.length).toBeGreaterThan(15)
  expect(written.jsonb.filter((column) => !shownOfJsonb.has(column))).toEqual([])
})
