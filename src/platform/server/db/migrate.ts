import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { OperatorError } from '../cli/operator-error.ts'
import { connect } from './connect.ts'

const folder = fileURLToPath(new URL('../../../../db/migrations', import.meta.url))
const table = { migrationsSchema: 'migration', migrationsTable: 'applied' }

/**
 * Applies the SQL files of db/migrations that are missing, forward only, all in one transaction: a broken
 * or killed run leaves the database as it was (F15). A second process waits for the first.
 * `lockTimeout`: how long a busy table is waited for, while others queue behind; tests shorten it and bring files of the
 * next version in another `dir`.
 * @returns the names of the files applied, in order. Throws OperatorError.
 */
export async function migrate(
  ownerUrl: string,
  { dir = folder, lockTimeout = '15s' }: { dir?: string; lockTimeout?: string } = {},
): Promise<string[]> {
  const client = await connect(ownerUrl)
  let current = ''
  const watched = /^### MIGRATION (.+) \(UP\) ###$/
  const note = (line: string) => (current = watched.exec(line)?.[1] ?? current)
  try {
    // Taken before the time limits are set: a second process may wait as long as the first one needs.
    await client.query('select pg_advisory_lock(7241865325823964)')
    // A busy table makes the migration give up instead of queueing everybody else behind it.
    await client.query(`set lock_timeout = '${lockTimeout}'; set statement_timeout = '30min'`)
    const applied = await runner({
      dbClient: client,
      dir,
      ...table,
      createMigrationsSchema: true,
      direction: 'up',
      singleTransaction: true,
      checkOrder: true,
      ignorePattern: '(?!.*\\.sql$).*',
      noLock: true,
      logger: { info: note, warn: note, error: () => {} },
    })
    // Lets `lotse start` see, with the login it has, whether the schema fits the program.
    await client.query(
      'grant usage on schema migration to lotse_app; grant select on migration.applied to lotse_app',
    )
    return applied.map(({ name }) => name)
  } catch (error) {
    throw explain(error, current)
  } finally {
    await client.end()
  }
}

/** Names of migrations the program needs and the database lacks, asked with the application's login. */
export async function pendingMigrations(appUrl: string): Promise<string[]> {
  const client = await connect(appUrl)
  try {
    const { rows } = await client.query<{ name: string }>('select name from migration.applied')
    const applied = new Set(rows.map(({ name }) => name))
    return migrationFiles().filter((name) => !applied.has(name))
  } catch (error) {
    const { code } = error as pg.DatabaseError
    if (code === '42P01' || code === '42501' || code === '3F000') return migrationFiles()
    throw error
  } finally {
    await client.end()
  }
}

/** Changes with every change of the schema: names the template database of the tests. */
export function migrationsHash(): string {
  const hash = createHash('sha256')
  for (const name of migrationFiles()) hash.update(name).update(readFileSync(join(folder, `${name}.sql`)))
  return hash.digest('hex').slice(0, 12)
}

function migrationFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -'.sql'.length))
    .sort()
}

function explain(error: unknown, migration: string): OperatorError {
  if (error instanceof OperatorError) return error
  const { code, message, position } = error as pg.DatabaseError
  const where = migration ? ` in ${migration}.sql` : ''
  const texts: Record<string, string> = {
    '55P03': 'Eine Tabelle war zu lange gesperrt. Versuchen Sie es zu einer ruhigeren Zeit noch einmal.',
    '57014': 'Die Änderung dauerte zu lange und wurde abgebrochen.',
    '42501':
      'DATABASE_OWNER_URL darf das nicht: Die Anmeldung muss Eigentümerin der Datenbank sein (lotse roles).',
  }
  const known = code ? texts[code] : undefined
  const order = /is preceding already run/.test(message)
    ? 'Die Datenbank stammt von einer anderen Fassung des Programms.'
    : undefined
  const details = `${message}${position ? ` (Zeile ${lineOf(migration, Number(position))})` : ''}`
  return new OperatorError(
    `Die Datenbank konnte nicht auf den neuen Stand gebracht werden${where}; sie ist unverändert. ` +
      `${known ?? order ?? ''}\n${details}`,
    { exitCode: 3, cause: error },
  )
}

function lineOf(migration: string, position: number): number {
  return readFileSync(join(folder, `${migration}.sql`), 'utf8')
    .slice(0, position)
    .split('\n').length
}
