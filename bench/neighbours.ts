import { connect } from '../src/platform/server/db/connect.ts'

type Client = Awaited<ReturnType<typeof connect>>

interface Table {
  readonly name: string
  /** Names of the columns that are written, without the tenant's. */
  readonly columns: readonly string[]
  /** Secondary indexes: what makes each again. */
  readonly indexes: readonly { readonly name: string; readonly sql: string }[]
}

/**
 * Copies all that belongs to one tenant into tenants of their own, row by row as it is but for the tenant's id. Made by
 * the superuser without triggers and foreign keys: the rows came through all of them once, and keys lead with the
 * tenant. Secondary indexes are made at the end. What breaks off in the middle is no database to measure: the caller
 * begins anew.
 */
export async function copyTenant(
  admin: string,
  from: string,
  to: readonly { readonly id: string; readonly key: string }[],
  say: (line: string) => void,
): Promise<void> {
  const begin = performance.now()
  const client = await connect(admin)
  try {
    const tables = await filledTables(client, from)
    await client.query('create schema copied')
    for (const { name, columns } of tables) {
      // In the order of the key, and apart: the table itself grows while it is written.
      await client.query(
        `create unlogged table copied.${name} as select ${columns.join(', ')} from ${name} where tenant_id = '${from}' order by ${columns.includes('id') ? 'id' : '1'}`,
      )
    }
    for (const { indexes } of tables) for (const { name } of indexes) await client.query(`drop index ${name}`)
    const queue = [...to]
    await Promise.all([1, 2].map(() => copyEach(admin, tables, from, queue)))
    await client.query('drop schema copied cascade')
    say(`${to.length} Nachbarkreise in ${seconds(begin)} s.`)
    await inParallel(
      admin,
      tables.flatMap(({ indexes }) => indexes.map(({ sql }) => sql)),
    )
    say(`Indexe nach ${seconds(begin)} s.`)
    await inParallel(
      admin,
      tables.map(({ name }) => `vacuum (analyze) ${name}`),
    )
    say(`Statistiken nach ${seconds(begin)} s.`)
  } finally {
    await client.end()
  }
}

const seconds = (begin: number) => ((performance.now() - begin) / 1000).toFixed(0)

async function copyEach(
  admin: string,
  tables: readonly Table[],
  from: string,
  queue: { readonly id: string; readonly key: string }[],
): Promise<void> {
  const client = await connect(admin)
  try {
    await client.query("set session_replication_role = 'replica'; set synchronous_commit = off")
    for (let next = queue.shift(); next; next = queue.shift()) {
      await client.query('begin')
      await client.query(`insert into tenant (id, key, name) values ($1, $2, 'Musterkreis ' || $2)`, [
        next.id,
        next.key,
      ])
      await client.query(systemSession, [next.id, from])
      for (const { name, columns } of tables) {
        const list = columns.join(', ')
        await client.query(
          `insert into ${name} (tenant_id, ${list}) select '${next.id}', ${list} from copied.${name}`,
        )
      }
      await client.query('commit')
    }
  } finally {
    await client.end()
  }
}

/** What clock-driven work of the tenant runs as; createTenant makes it otherwise. */
const systemSession = `
  insert into auth.session (token_hash, id, tenant_id, user_id, kind, state, idle_expires_at, expires_at)
  select encode(sha256(convert_to($1 || token_hash, 'UTF8')), 'hex'), gen_random_uuid(), $1::uuid, user_id, kind, state, idle_expires_at, expires_at
  from auth.session where tenant_id = $2::uuid and kind = 'system'`

/** Two at a time, the biggest first: as many as there are cores. */
async function inParallel(admin: string, statements: readonly string[]): Promise<void> {
  const queue = [...statements]
  const work = async () => {
    const client = await connect(admin)
    try {
      await client.query("set maintenance_work_mem = '1GB'; set synchronous_commit = off")
      for (let next = queue.shift(); next; next = queue.shift()) await client.query(next)
    } finally {
      await client.end()
    }
  }
  await Promise.all([work(), work()])
}

/** Tables that have rows of the tenant, the biggest first. */
async function filledTables(client: Client, tenant: string): Promise<Table[]> {
  const { rows } = await client.query<Table>(tablesOfTenants)
  const filled: Table[] = []
  for (const table of rows) {
    const { rowCount } = await client.query(`select from ${table.name} where tenant_id = $1 limit 1`, [
      tenant,
    ])
    if (rowCount) filled.push(table)
  }
  return filled
}

const tablesOfTenants = `
  select c.oid::regclass::text as name,
    (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'tenant_id') as columns,
    coalesce((select jsonb_agg(jsonb_build_object('name', i.indexrelid::regclass::text, 'sql', pg_get_indexdef(i.indexrelid)))
      from pg_index i where i.indrelid = c.oid and not i.indisunique and not i.indisexclusion), '[]') as indexes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
  order by pg_total_relation_size(c.oid) desc`
