import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'

interface Office {
  readonly organisationId: string | null
  readonly unitId: string | null
}

/** For each office what does not exist in this district: field below `path` and code. One statement for all. */
export async function wrongOffices(
  tx: Tx,
  offices: readonly (Office & { readonly path: string })[],
): Promise<(readonly [string, string])[]> {
  if (offices.length === 0) return []
  const { rows } = await sql<{ organisation: boolean; unit: boolean }>`
    select exists (select from organisation o where o.tenant_id = (select app.tenant_id()) and o.id = w.o) as organisation,
      exists (select from unit u where u.tenant_id = (select app.tenant_id()) and u.id = w.u and u.organisation_id = w.o) as unit
    from unnest(${offices.map((one) => one.organisationId)}::uuid[], ${offices.map((one) => one.unitId)}::uuid[])
      with ordinality as w (o, u, n) order by w.n`.execute(tx)
  return offices.flatMap(({ organisationId, unitId, path }, index): (readonly [string, string])[] => {
    const known = rows[index]!
    if (organisationId !== null && !known.organisation)
      return [[`${path}organisationId`, 'solutionOrganisationUnknown']]
    return unitId !== null && !known.unit ? [[`${path}unitId`, 'solutionUnitUnknown']] : []
  })
}
