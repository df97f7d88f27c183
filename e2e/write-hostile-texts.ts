import { connect } from '../src/platform/server/db/connect.ts'

/** Begins where HTML, an attribute, a template and a URL would end. */
const hostile = `"><img src=x onerror="window.lotseXss=1"><script>window.lotseXss=1</script>{{7*7}}`
/** In jsonb it says where from, so that whoever walks the pages can tell which of them have been shown. */
const hostileFrom = (column: string) => `${hostile}[${column}]`
/**
 * Columns, as `table.column`, and texts within jsonb, as `table.column.property`, that hold no words of a person, and why.
 * Every other text is tried: a new one is tried by itself, and whoever adds a code says so here. What a check of the table
 * refuses anyway need not be listed.
 */
const noWords: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\.(\w+_)?(key|key2|hash)$/, 'names a row or a file for the program'],
  [/\.(object_kind|kind|list|source_kind|text_version)$/, 'kind of a thing, chosen by the program'],
  [/\.(\w+_)?(state|phase|intensity)$/, 'a state machine decides it'],
  [/\.(from_value|to_value|move|action|deferred_from|outcome|origin_group|age_group)$/, 'written by a rule'],
  [
    /\.(language|\w+_language|code|given_roles|role|traits|activities)$/,
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
  [/^\w+\.topics$/, 'keys of a configured list; in jsonb they are words'],
  [/^partner_request\.office$/, 'compared with the own office'],
  [/^(person|barrier_\w+)\.(phonetic|stem|part)$/, 'worked out from words'],
  [/^(referral_access|idempotency_key|audit_\w+|person_key)\./, 'read by the program alone'],
  [/^tenant_setting\.(?!value)/, 'names a setting for the program'],
  [/^theme\.(format|solution)$|^\w+\.theme_format$|^format_request\.form$/, 'key of a closed list'],
  [/^(decision|committee_member|meeting_participant)\.(held_by|party)$/, 'key of a closed list'],
  [
    /^(draft\.content|saved_filter\.filter|export_job\.choice|notification\.details)\b/,
    'keys, as a form or a rule left them',
  ],
  [/^unit\.mark$/, 'too short for it: the form takes 40 characters'],
  [/^\w+\.\w+\.(\w*[iI]d|\w*On|asOf|date|ags)$/, 'an id or a day'],
  [/^\w+\.\w+\.(field|legalDomains?)$/, 'names a field or an entry of a list'],
  [/^agreement_content\.content\.responsible$/, 'key of a closed list; words stand in `who`'],
  [/^reconstruction\.\w+\.(marks|alike)$/, 'key of a closed list'],
  [/^(municipality\.profile\.size|organisation\.employer_facts\.serves)$/, 'keys a rule reads'],
  [/^committee\.details\.(unit|rhythm|sessions)$/, 'a key or days; words stand in `label`'],
  [/^catalogue_entry\.settings\.(?!contents|reference)/, 'keys a rule reads'],
  [
    /^tenant_setting\.value\.(by|over|of|scope|approvalPath|body|contents|period|due|organisation|unit|unitKind|buildingBlocks)$/,
    'keys a rule reads',
  ],
]
const holdsWords = (name: string) => !noWords.some(([pattern]) => pattern.test(name))

/** What has been written, as `table.column`. */
export interface HostileTexts {
  readonly texts: readonly string[]
  readonly jsonb: readonly string[]
}

/**
 * Puts the hostile text before every text a person can type, also within jsonb. A column of texts whose rules refuse it is
 * left as it is. Answers where it stands now.
 */
export async function writeHostileTexts(url: string): Promise<HostileTexts> {
  const client = await connect(url)
  try {
    const { rows } = await client.query<Column>(`
      select c.table_name as table, c.column_name as column, c.udt_name as type
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and (c.data_type in ('text', 'character varying') or c.udt_name in ('_text', 'jsonb'))
      order by 1, 2`)
    const texts: string[] = []
    const jsonb: string[] = []
    await client.query(`set session_replication_role = 'replica'`)
    for (const column of rows) {
      const name = `${column.table}.${column.column}`
      if (!holdsWords(name)) continue
      const write = column.type === 'jsonb' ? writeInJsonb : writeInTexts
      if (await write(client, column)) (column.type === 'jsonb' ? jsonb : texts).push(name)
    }
    return { texts, jsonb }
  } finally {
    await client.end()
  }
}

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}
type Client = Awaited<ReturnType<typeof connect>>

async function writeInTexts(client: Client, { table, column, type }: Column): Promise<boolean> {
  const set =
    type === '_text'
      ? `update "${table}" set "${column}" = (select array_agg($1 || x) from unnest("${column}") x) where "${column}" <> '{}'`
      : `update "${table}" set "${column}" = $1 || "${column}" where "${column}" <> ''`
  const { rowCount } = await client.query(set, [hostile]).catch(() => ({ rowCount: 0 }))
  return Boolean(rowCount)
}

async function writeInJsonb(client: Client, { table, column }: Column): Promise<boolean> {
  const { rows } = await client.query<{ at: string; value: unknown }>(
    `select ctid::text as at, "${column}" as value from "${table}" where "${column}" is not null`,
  )
  const changed = rows
    .map(({ at, value }) => ({
      at,
      before: JSON.stringify(value),
      after: JSON.stringify(withHostile(value, `${table}.${column}`)),
    }))
    .filter(({ before, after }) => before !== after)
  const { rowCount } = await client.query(
    `update "${table}" t set "${column}" = x.value::jsonb from unnest($1::tid[], $2::text[]) x(at, value) where t.ctid = x.at`,
    [changed.map(({ at }) => at), changed.map(({ after }) => after)],
  )
  return Boolean(rowCount)
}

/** `name` is the column and, below it, the nearest property; what was assumed of a field has the field's name and is words. */
function withHostile(value: unknown, name: string): unknown {
  const column = name.split('.', 2).join('.')
  if (typeof value === 'string') return holdsWords(name) && value !== '' ? hostileFrom(column) + value : value
  if (Array.isArray(value)) return value.map((one) => withHostile(one, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      withHostile(one, name.endsWith('.assumed') ? name : `${column}.${key}`),
    ]),
  )
}
