import { OperatorError } from '../cli/operator-error.ts'
import { connect } from './connect.ts'
import type { DatabaseUrls } from './urls.ts'

interface Findings {
  version: number
  settings: string[]
  unforced: string[]
}

interface Login {
  login: string
  powers: string[]
  groups: string[]
}

const loginSql = `
  select current_user as login,
    array_remove(array[case when r.rolsuper then 'SUPERUSER' end, case when r.rolbypassrls then 'BYPASSRLS' end,
      case when r.rolcreaterole then 'CREATEROLE' end, case when r.rolcreatedb then 'CREATEDB' end,
      case when exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)
        or (select d.datdba = r.oid from pg_database d where d.datname = current_database()) then 'Eigentum' end], null) as powers,
    array(select g.rolname::text from pg_roles g where g.rolname <> current_user and pg_has_role(r.oid, g.oid, 'member') order by 1) as groups
  from pg_roles r where r.rolname = current_user`

const databaseSql = `
  select current_setting('server_version_num')::int as version,
    array(select s from unnest(array['fsync', 'synchronous_commit', 'full_page_writes']) s where current_setting(s) = 'off') as settings,
    array(select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity) order by 1) as unforced`

/** set_config('role') reaches every granted role: a login must be a member of nothing beside its own groups. */
const groupsOf = { app: ['app_user'], auth: ['app_auth'], jobs: ['app_jobs', 'app_system'] } as const

/**
 * Refuses to serve from a database on which the access rules would not hold: a login that stands above row level
 * security, in every mode; in production also a server that is too old, loses acknowledged writes in a crash, or
 * has a table without forced row level security. Throws OperatorError in German, all reasons at once.
 */
export async function refuseUnsafeDatabase(config: {
  readonly mode: 'demo' | 'production'
  readonly database: Pick<DatabaseUrls, 'app' | 'auth' | 'jobs'>
}): Promise<void> {
  const keys = ['app', 'auth', 'jobs'] as const
  const reasons = (await Promise.all(keys.map((key) => powersOf(key, config.database[key])))).flat()
  if (config.mode === 'production') {
    const [found] = await ask<Findings>(config.database.app, databaseSql)
    reasons.push(...weaknessesOf(found!))
  }
  if (reasons.length === 0) return
  throw new OperatorError(
    `Lotse startet mit dieser Datenbank nicht, weil der Zugriffsschutz dort nicht gilt:\n- ${reasons.join('\n- ')}\n` +
      'Welche Rollen Lotse braucht, gibt »npm run lotse -- roles« aus.',
    { exitCode: 3 },
  )
}

async function powersOf(key: keyof typeof groupsOf, url: string): Promise<string[]> {
  const [login] = await ask<Login>(url, loginSql)
  const { login: name, powers, groups } = login!
  const foreign = groups.filter((group) => !(groupsOf[key] as readonly string[]).includes(group))
  return [
    ...(powers.length > 0 ? [`Die Anmeldung ${name} hat zu viele Rechte (${powers.join(', ')}).`] : []),
    // A superuser counts as a member of everything: said above.
    ...(foreign.length > 0 && !powers.includes('SUPERUSER')
      ? [`Die Anmeldung ${name} gehört zu Rollen, die sie nicht braucht (${foreign.join(', ')}).`]
      : []),
  ]
}

function weaknessesOf({ version, settings, unforced }: Findings): string[] {
  return [
    ...(version < 150_014 ? ['PostgreSQL ist älter als Version 15.14.'] : []),
    ...settings.map(
      (name) => `Die Einstellung ${name} ist aus: Bei einem Absturz gingen bestätigte Eingaben verloren.`,
    ),
    ...unforced.map((name) => `Der Tabelle ${name} fehlt der erzwungene Zeilenschutz.`),
  ]
}

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = await connect(url)
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}
