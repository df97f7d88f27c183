import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { connect } from '../src/platform/server/db/connect.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
let written: number
beforeAll(async () => {
  office = await openOffice()
  written = await writeHostileTexts(office.adminUrl)
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

/** Begins where HTML, an attribute, a template and a URL would end. */
const hostile = `"><img src=x onerror="window.lotseXss=1"><script>window.lotseXss=1</script>{{7*7}}`
/** Columns that hold what a person types. Keys, codes and hashes are not typed. */
const typed =
  /^(family_name|given_name|search_name|caller_name|name|title|label|note|description|concern|helped|client_view|words|answer|question|result|reason_text|text|content|goal|method|hypothesis|remark|place|topic|purpose|function|evidence|file_name|body|summary|indicator|countermeasure|changes|audience|languages|procedure)$/

/** Puts the hostile text before every text a person can type; a column whose rules refuse it is left as it is. */
async function writeHostileTexts(url: string): Promise<number> {
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ table: string; column: string; length: number | null }>(`
      select c.table_name as table, c.column_name as column, c.character_maximum_length as length
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.data_type = 'text' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      order by 1, 2`)
    let count = 0
    await client.query(`set session_replication_role = 'replica'`)
    for (const { table, column } of rows) {
      if (!typed.test(column)) continue
      const { rowCount } = await client
        .query(`update "${table}" set "${column}" = $1 || "${column}" where "${column}" <> ''`, [hostile])
        .catch(() => ({ rowCount: 0 }))
      if (rowCount) count += 1
    }
    return count
  } finally {
    await client.end()
  }
}

interface Shown {
  readonly ran: boolean
  readonly planted: number
  readonly shown: boolean
  readonly links: string[]
}
// A text, because the tests know no DOM types.
const shown = `({
  ran: 'lotseXss' in window,
  planted: document.querySelectorAll('img[src="x"], [onerror]').length,
  shown: document.body.textContent.includes('<img src=x onerror='),
  links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
})`

/** What one person has been shown need not be walked again by the next. */
const seen = new Set<string>()
/** `/faelle/019a…` and `/faelle/019b…` are one page. */
const shapeOf = (path: string) => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '')

test.for([
  ['wes-cm1', 20],
  ['wes-admin', 8],
] as const)(
  'BC-24 as %s: what looks like HTML is shown as text on every page that links lead to',
  async ([login, enough]) => {
    expect(written).toBeGreaterThan(60)
    const desk = await office.desk(login)
    const before = seen.size
    seen.delete('/')
    const waiting = ['/']
    let pages = 0
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (seen.has(shapeOf(path))) continue
      seen.add(shapeOf(path))
      await desk.turnTo(path)
      await desk.page.getByRole('heading').first().waitFor()
      const page = await desk.page.evaluate<Shown>(shown)
      expect({ path, ran: page.ran, planted: page.planted }).toEqual({ path, ran: false, planted: 0 })
      expect(
        page.links.filter((link) => /^\s*(javascript|data|vbscript):/i.test(link)),
        path,
      ).toEqual([])
      pages += Number(page.shown)
      waiting.push(...page.links.filter((link) => /^\/(?!api\/|docs)/.test(link)))
    }
    expect(seen.size - before).toBeGreaterThan(enough)
    expect(pages).toBeGreaterThan(enough / 2)
    // Fails on any complaint of the browser: an error in a script, something the content security policy stopped.
    await desk.leave()
  },
)
