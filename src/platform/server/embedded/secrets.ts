import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the embedded server must remember between starts. Readable by the owner of Lotse only. */
export interface Secrets {
  readonly port: number
  readonly passwords: Readonly<Record<Login, string>>
}
export const logins = ['postgres', 'lotse_owner', 'lotse_app', 'lotse_auth', 'lotse_jobs'] as const
export type Login = (typeof logins)[number]

export function loadSecrets(home: string): Secrets {
  const file = join(home, 'postgres.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const passwords = Object.fromEntries(logins.map((login) => [login, randomBytes(24).toString('hex')]))
  const secrets = { port: 0, passwords: passwords as Record<Login, string> }
  saveSecrets(home, secrets)
  return secrets
}

/** Replaces the file in one step, so that a crash never leaves half of it. */
export function saveSecrets(home: string, secrets: Secrets): void {
  const file = join(home, 'postgres.json')
  writeFileSync(`${file}.neu`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.neu`, file)
}

export function urlFor(secrets: Secrets, login: Login, database: string): string {
  return `postgres://${login}:${secrets.passwords[login]}@127.0.0.1:${secrets.port}/${database}`
}
