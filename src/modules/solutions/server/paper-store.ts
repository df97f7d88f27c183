import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import type {
  InterfacePaperParty,
  InterfacePaperVersion,
} from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { PaperState } from '../contract/codes.ts'

export type VersionRow = Omit<Selectable<InterfacePaperVersion>, 'state'> & { readonly state: PaperState }
type PartyRow = Pick<
  Insertable<InterfacePaperParty>,
  'organisation_id' | 'unit_id' | 'contact_function' | 'contact_reach'
>

/** The paper is locked with all its versions, so that two cannot come into force at once. */
export async function lockVersion(tx: Tx, id: string): Promise<VersionRow> {
  const { rows } = await sql<VersionRow>`
    select v.* from interface_paper_version v
    where v.tenant_id = (select app.tenant_id()) and v.paper_id = (select o.paper_id from interface_paper_version o
      where o.tenant_id = (select app.tenant_id()) and o.id = ${id}) order by v.number for no key update`.execute(
    tx,
  )
  return found(rows.find((row) => row.id === id))
}

export async function insertVersion(
  tx: Tx,
  version: Insertable<InterfacePaperVersion>,
  parties: readonly PartyRow[],
): Promise<void> {
  await tx.insertInto('interface_paper_version').values(version).execute()
  await insertParties(tx, version.id, parties)
}

export async function insertParties(tx: Tx, versionId: string, parties: readonly PartyRow[]): Promise<void> {
  if (parties.length === 0) return
  const rows = parties.map((party, position) => ({ id: newId(), version_id: versionId, position, ...party }))
  await tx.insertInto('interface_paper_party').values(rows).execute()
}

export async function replaceParties(tx: Tx, versionId: string, parties: readonly PartyRow[]): Promise<void> {
  await tx.deleteFrom('interface_paper_party').where('version_id', '=', versionId).execute()
  await insertParties(tx, versionId, parties)
}

export async function updateVersion(
  tx: Tx,
  { id, version }: Pick<VersionRow, 'id' | 'version'>,
  change: Updateable<InterfacePaperVersion>,
): Promise<void> {
  await tx
    .updateTable('interface_paper_version')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
