import { sql } from 'kysely'
import { hashPassword } from '../modules/staff/server/index.ts'
import { newId } from '../platform/contract/ids.ts'
import type { Tx } from '../platform/server/db/with-actor.ts'
import { demoPassword, type DemoAccount } from './accounts.ts'

let hash: Promise<string> | undefined

/** Users, roles, oversight and availability of one district. Answers the user id of each login. */
export async function loadAccounts(
  tx: Tx,
  accounts: readonly DemoAccount[],
): Promise<ReadonlyMap<string, string>> {
  const passwordHash = await (hash ??= hashPassword(demoPassword))
  const keys = await readKeys(tx)
  const ids = new Map(accounts.map((account) => [account.login, newId()]))
  for (const account of accounts) {
    const id = ids.get(account.login)!
    const unit = account.unit === undefined ? undefined : keys.units.get(account.unit)
    if (account.unit !== undefined && !unit) throw new Error(`demo: no unit ${account.unit}`)
    await tx
      .insertInto('staff_user')
      .values({
        id,
        given_name: account.givenName,
        family_name: account.familyName,
        email: `${account.login}@lotse.example`,
        organisation_id: unit?.organisationId ?? keyed(keys.organisations, account.organisation),
        unit_id: unit?.id ?? null,
      })
      .execute()
    // Second factor off: everybody knows the demo password.
    await sql`select app.create_account(${id}, ${account.login}, ${passwordHash}, false)`.execute(tx)
    await sql`update auth.account set must_change = false where user_id = ${id}`.execute(tx)
    await tx
      .insertInto('role_assignment')
      .values({
        id: newId(),
        user_id: id,
        role: account.role,
        scope_kind: account.scope?.kind ?? 'tenant',
        scope_id: account.scope
          ? keyed(account.scope.kind === 'region' ? keys.regions : keys.organisations, account.scope.key)
          : null,
      })
      .execute()
    if (account.availability) {
      await tx
        .insertInto('availability')
        .values({ user_id: id, state: account.availability, languages: [...(account.languages ?? [])] })
        .execute()
    }
  }
  await loadOversight(tx, accounts, ids)
  return ids
}

async function loadOversight(
  tx: Tx,
  accounts: readonly DemoAccount[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { login, oversees = [] } of accounts) {
    for (const caseManager of oversees) {
      await tx
        .insertInto('oversight')
        .values({ id: newId(), coordinator_id: keyed(ids, login), case_manager_id: keyed(ids, caseManager) })
        .execute()
    }
  }
}

async function readKeys(tx: Tx) {
  const units = await tx.selectFrom('unit').select(['id', 'key', 'organisation_id']).execute()
  const organisations = await tx.selectFrom('organisation').select(['id', 'key']).execute()
  const regions = await tx.selectFrom('region').select(['id', 'key']).execute()
  return {
    units: new Map(units.map((row) => [row.key, { id: row.id, organisationId: row.organisation_id }])),
    organisations: new Map(organisations.map((row) => [row.key, row.id])),
    regions: new Map(regions.map((row) => [row.key, row.id])),
  }
}

function keyed(map: ReadonlyMap<string, string>, key: string | undefined): string {
  const id = key === undefined ? undefined : map.get(key)
  if (id === undefined) throw new Error(`demo: nothing has the key ${key}`)
  return id
}
