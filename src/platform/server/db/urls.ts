/**
 * The four logins of an installation, as connection strings. Each is a member of one group only (db/roles.sql):
 * `app` serves requests, `auth` signs people in, `jobs` runs workers, `owner` migrates and does nothing else.
 */
export interface DatabaseUrls {
  readonly app: string
  readonly auth: string
  readonly jobs: string
  readonly owner: string
}
