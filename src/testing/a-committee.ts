import { sql } from 'kysely'
import { newId } from '../platform/contract/ids.ts'
import type { House, TestTenant } from './house.ts'

export interface TestCommittee {
  readonly id: string
  /** The seat of members. */
  readonly functionId: string
}

/** A committee as a district file would bring it, with one function. */
export async function aCommittee(
  house: House,
  tenant: TestTenant = house.a,
  { kind = 'steeringGroup', name = 'Lenkungsgruppe' }: { kind?: string; name?: string } = {},
): Promise<TestCommittee> {
  const id = newId()
  const functionId = newId()
  await house.system(tenant, async (tx) => {
    const facts = { key: `gremium-${id}`, kind, name, authority: 'deciding', position: 1 }
    await tx
      .insertInto('committee')
      .values({ id, ...facts, interval_days: 184, details: '{"topics":["Ergebnisse des Monitorings"]}' })
      .execute()
    const seat = { committee_id: id, key: 'mitglied', label: 'Mitglied', role: 'member', position: 1 }
    await tx
      .insertInto('committee_function')
      .values({ id: functionId, ...seat })
      .execute()
  })
  return { id, functionId }
}

export interface SeatOptions {
  readonly kind?: 'holder' | 'substitute' | 'adviser' | 'frontOffice'
  readonly forMember?: string
  readonly from?: string
  readonly to?: string
  readonly b3?: boolean
}

/** A seat held by an account; answers the id of the row. */
export async function aSeat(
  house: House,
  committee: TestCommittee,
  account: { id: string; tenant: TestTenant },
  { kind = 'holder', forMember, from = '2020-01-01', to, b3 = false }: SeatOptions = {},
): Promise<string> {
  const id = newId()
  await house.system(account.tenant, (tx) =>
    tx
      .insertInto('committee_member')
      .values({
        id,
        committee_id: committee.id,
        function_id: committee.functionId,
        kind,
        for_member_id: forMember ?? null,
        held_by: 'Kim Muster',
        account_id: account.id,
        from_on: from,
        to_on: to ?? null,
        b3,
      })
      .execute(),
  )
  return id
}

/** Whether the derived rows are what the seats say. */
export const accessAsExpected = (house: House, tenant: TestTenant, committee: string): Promise<boolean> =>
  house.system(tenant, async (tx) => {
    const { rows } = await sql<{ differ: boolean }>`
      select exists (
        (select * from committee_access where committee_id = ${committee}
         except select * from app.expected_committee_access(app.tenant_id(), array[${committee}::uuid]))
        union all
        (select * from app.expected_committee_access(app.tenant_id(), array[${committee}::uuid])
         except select * from committee_access where committee_id = ${committee})) as differ`.execute(tx)
    return !rows[0]!.differ
  })
