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
/**
 * Columns, as `table.column`, that hold no words of a person, and why. Every other text is tried: a new column is tried by
 * itself, and whoever adds a code says so here. What a check of the table refuses anyway need not be listed.
 */
const noWords: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\.(\w+_)?(key|key2|hash)$/, 'names a row or a file for the program'],
  [/\.(object_kind|kind|list|source_kind|text_version)$/, 'kind of a thing, chosen by the program'],
  [/\.(\w+_)?(state|phase|intensity)$/, 'a state machine decides it'],
  [/\.(from_value|to_value|move|action|deferred_from|outcome|origin_group|age_group)$/, 'written by a rule'],
  [
    /\.(language|\w+_language|code|given_roles|role|traits|topics|activities)$/,
    'key of a closed or configured list',
  ],
  [
    /\.(legal_domains?|life_domains?|purposes|\w+_categories|gap_markers|type_key)$/,
    'keys of configured lists',
  ],
  [/\.(entry_route|target_group|closure_reason|approval_path|attributes)$/, 'keys of configured lists'],
  [
    /\.(building_blocks|audiences|barrier_types|nationalities|read_languages|signed_roles|rests_on)$/,
    'keys of lists',
  ],
  [/^(?!disclosure_text|problem)\w+\.reason$/, 'key of a closed list; words stand in tables of their own'],
  [/^partner_request\.office$/, 'compared with the own office'],
  [/^(person|barrier_\w+)\.(phonetic|stem|part)$/, 'worked out from words'],
  [
    /^(tenant_setting|referral_access|idempotency_key|audit_\w+|person_key|draft)\./,
    'read by the program alone',
  ],
  [/^theme\.(format|solution)$|^\w+\.theme_format$|^format_request\.form$/, 'key of a closed list'],
  [/^(decision|committee_member|meeting_participant)\.(held_by|party)$/, 'key of a closed list'],
]
const holdsWords = (table: string, column: string) =>
  !noWords.some(([pattern]) => pattern.test(`${table}.${column}`))

/** Puts the hostile text before every text a person can type; a column whose rules refuse it is left as it is. */
async function writeHostileTexts(url: string): Promise<number> {
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ table: string; column: string; many: boolean }>(`
      select c.table_name as table, c.column_name as column, c.data_type = 'ARRAY' as many
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and (c.data_type in ('text', 'character varying') or c.udt_name = '_text')
      order by 1, 2`)
    let count = 0
    await client.query(`set session_replication_role = 'replica'`)
    for (const { table, column, many } of rows) {
      if (!holdsWords(table, column)) continue
      const set = many
        ? `update "${table}" set "${column}" = (select array_agg($1 || x) from unnest("${column}") x) where "${column}" <> '{}'`
        : `update "${table}" set "${column}" = $1 || "${column}" where "${column}" <> ''`
      const { rowCount } = await client.query(set, [hostile]).catch(() => ({ rowCount: 0 }))
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
    expect(written).toBeGreaterThan(120)
    const desk = await office.desk(login)
    const before = seen.size
    seen.delete('/')
    const waiting = ['/']
    let pages = 0
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (seen.has(shapeOf(path))) continue
      seen.add(shapeOf(path))
      await desk.open(path)
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
