import { randomBytes } from 'node:crypto'
import { rolesSql } from '../db/apply-roles.ts'
import type { Command } from './command.ts'

/**
 * `lotse roles`: prints the SQL with which the DBA of a server of one's own creates roles and database,
 * with fresh passwords, and below it the variables to set. Nothing is stored or executed.
 */
export const roles: Command = async (_args, { say }) => {
  const password = () => randomBytes(24).toString('hex')
  const passwords = { owner: password(), app: password(), auth: password(), jobs: password() }
  const url = (login: keyof typeof passwords) =>
    `postgres://lotse_${login}:${passwords[login]}@RECHNER:5432/lotse`
  say(rolesSql(passwords).trim())
  say(
    `
-- In psql als Superuser, außerhalb einer Transaktion (PostgreSQL 15 bis 18, UTF8):
create database lotse owner lotse_owner encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8' template template0;
revoke connect, temporary on database lotse from public;
grant connect on database lotse to lotse_app, lotse_auth, lotse_jobs;

-- Danach für Lotse (RECHNER ersetzen; die Passwörter stehen nur hier):
-- DATABASE_OWNER_URL=${url('owner')}   nur für »lotse migrate«
-- DATABASE_URL=${url('app')}
-- DATABASE_AUTH_URL=${url('auth')}
-- DATABASE_JOBS_URL=${url('jobs')}`,
  )
  return 0
}
