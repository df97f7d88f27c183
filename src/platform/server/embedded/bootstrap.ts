import pg from 'pg'
import { applyRoles } from '../db/apply-roles.ts'
import { urlFor, type Secrets } from './secrets.ts'

/** Creates roles and database in a new cluster. Every step looks first, so an interrupted one is continued. */
export async function bootstrap(secrets: Secrets): Promise<void> {
  const client = new pg.Client(urlFor(secrets, 'postgres', 'postgres'))
  await client.connect()
  try {
    await applyRoles(client, {
      owner: secrets.passwords.lotse_owner,
      app: secrets.passwords.lotse_app,
      auth: secrets.passwords.lotse_auth,
      jobs: secrets.passwords.lotse_jobs,
    })
    const { rowCount } = await client.query("select from pg_database where datname = 'lotse'")
    if (rowCount === 0) await client.query('create database lotse owner lotse_owner')
    await client.query('revoke connect, temporary on database lotse from public')
    await client.query('grant connect on database lotse to lotse_app, lotse_auth, lotse_jobs')
  } finally {
    await client.end()
  }
}
