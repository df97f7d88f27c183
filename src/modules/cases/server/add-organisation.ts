import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, found } from '../../../platform/server/http/refusal.ts'
import type { CaseOrganisationView } from '../contract/case-view.ts'
import type { OrganisationPart } from '../contract/codes.ts'
import { lockCaseForWork } from './lock-case-for-work.ts'

type View = z.output<typeof CaseOrganisationView>

/** Adds an organisation that takes part in the case. This gives nobody access. */
export async function addOrganisation(
  tx: Tx,
  caseId: string,
  wish: {
    organisationId: string
    role: OrganisationPart
    validFrom?: string | undefined
    note?: string | null | undefined
  },
  today: string,
): Promise<View> {
  const file = await lockCaseForWork(tx, caseId)
  const there = await tx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', wish.organisationId)
    .executeTakeFirst()
  if (!there) {
    const message = 'Diese Organisation gibt es in Ihrem Kreis nicht.'
    throw new Refusal('invalid', 'invalidInput', {
      fields: [{ path: 'organisationId', code: 'unknownKey', message }],
    })
  }
  const id = newId()
  await tx
    .insertInto('case_organisation')
    .values({
      id,
      case_id: caseId,
      organisation_id: wish.organisationId,
      role: wish.role,
      valid_from: wish.validFrom ?? today,
    })
    .execute()
  if (wish.note) await saveNote(tx, caseId, id, wish.note)
  await audit(tx, {
    action: 'case.organisationAdded',
    objectKind: 'caseOrganisation',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
  })
  return read(tx, caseId, id)
}

/** Changes the part an organisation has, or its last day. */
export async function changeOrganisation(
  tx: Tx,
  ids: { id: string; caseOrganisationId: string },
  change: {
    role?: OrganisationPart | undefined
    validTo?: string | null | undefined
    note?: string | null | undefined
  },
): Promise<View> {
  const file = await lockCaseForWork(tx, ids.id)
  const before = await read(tx, ids.id, ids.caseOrganisationId)
  if (change.validTo && change.validTo < before.validFrom) throw new Refusal('conflict', 'personRangeEmpty')
  await tx
    .updateTable('case_organisation')
    .set({
      role: change.role ?? before.role,
      valid_to: change.validTo === undefined ? before.validTo : change.validTo,
    })
    .where('case_id', '=', ids.id)
    .where('id', '=', ids.caseOrganisationId)
    .execute()
  if (change.note !== undefined) await saveNote(tx, ids.id, ids.caseOrganisationId, change.note)
  await audit(tx, {
    action: 'case.organisationChanged',
    objectKind: 'caseOrganisation',
    objectId: ids.caseOrganisationId,
    caseId: ids.id,
    deputyOf: file.deputyOf,
    details: { fields: Object.keys(change) },
  })
  return read(tx, ids.id, ids.caseOrganisationId)
}

/** Words about an organisation: none is no row. */
async function saveNote(tx: Tx, caseId: string, id: string, note: string | null): Promise<void> {
  if (note === null) {
    await tx.deleteFrom('case_organisation_text').where('case_organisation_id', '=', id).execute()
    return
  }
  await sql`insert into case_organisation_text (case_organisation_id, case_id, note) values (${id}, ${caseId}, ${note})
    on conflict (tenant_id, case_organisation_id) do update set note = excluded.note`.execute(tx)
}

async function read(tx: Tx, caseId: string, id: string): Promise<View> {
  const { rows } = await sql<{ view: View }>`
    select jsonb_build_object('id', c.id, 'organisation', jsonb_build_object('id', o.id, 'name', o.name), 'role', c.role,
      'validFrom', c.valid_from, 'validTo', c.valid_to, 'note', n.note) as view
    from case_organisation c join organisation o on o.tenant_id = c.tenant_id and o.id = c.organisation_id
      left join case_organisation_text n on n.tenant_id = c.tenant_id and n.case_organisation_id = c.id
    where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId} and c.id = ${id}`.execute(tx)
  return found(rows[0]).view
}
