import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { DatabaseUrls } from './urls.ts'

const file = new URL('../../../../db/roles.sql', import.meta.url)

/** db/roles.sql with the four passwords put in as quoted literals. */
export function rolesSql(passwords: Record<keyof DatabaseUrls, string>): string {
  return readFileSync(file, 'utf8').replace(/\{\{(app|auth|jobs|owner)_password\}\}/g, (_, login) =>
    pg.escapeLiteral(passwords[login as keyof DatabaseUrls]),
  )
}

/** Applies it in one transaction unless the roles are there already. True when it did. */
export async function applyRoles(
  client: pg.Client,
  passwords: Record<keyof DatabaseUrls, string>,
): Promise<boolean> {
  await client.query('begin')
  try {
    // Two test runs on one server must not both find them missing.
    await client.query('select pg_advisory_xact_lock(7241865325823965)')
    const { rowCount } = await client.query("select from pg_roles where rolname = 'lotse_owner'")
    if (rowCount === 0) await client.query(rolesSql(passwords))
    await client.query('commit')
    return rowCount === 0
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
