import { connect } from '../../platform/server/db/connect.ts'

/** A login that sees every row; tables whose rows change by looking are left out. */
const byLooking = new Set(['auth.session', 'auth.attempt', 'public.idempotency_key'])

/**
 * Every table with a checksum of all its rows, to see that nothing has changed, or what has. `admin` is the login of
 * the test database that may do everything.
 */
export async function databaseImage(
  admin: string,
  without: readonly string[] = [],
): Promise<Map<string, string>> {
  const client = await connect(admin)
  try {
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'auth') order by 1`,
    )
    const names = rows
      .map(({ name }) => name)
      .filter((name) => !byLooking.has(name) && !without.includes(name))
    const each = names.map(
      (name) =>
        `select '${name}' as name, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
    )
    const sums = await client.query<{ name: string; sum: string }>(each.join(' union all '))
    return new Map(sums.rows.map(({ name, sum }) => [name, sum]))
  } finally {
    await client.end()
  }
}

/** Names of the tables that differ. */
export const differingTables = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] => [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name)
