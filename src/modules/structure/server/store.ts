import type { Insertable, Selectable, Updateable } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import type {
  Barrier,
  BarrierGroup,
  BarrierQuestion,
  OrganisationView,
} from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { BarrierState } from '../contract/codes.ts'

export type BarrierRecord = Selectable<Barrier> & { readonly state: BarrierState }

/** 404 when there is none; 404 too for who may not change barriers (the route's right comes first). */
export async function lockBarrier(tx: Tx, id: string): Promise<BarrierRecord> {
  const row = await tx
    .selectFrom('barrier')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return found(row) as BarrierRecord
}

export async function updateBarrier(
  tx: Tx,
  barrier: Pick<BarrierRecord, 'id' | 'version'>,
  change: Updateable<Barrier>,
): Promise<void> {
  await tx
    .updateTable('barrier')
    .set({ ...change, version: barrier.version + 1 })
    .where('id', '=', barrier.id)
    .execute()
}

/** A dated step; the trigger tells the reporter, whom nobody here learns. */
export async function insertStep(
  tx: Tx,
  barrier: Pick<BarrierRecord, 'id' | 'state'>,
  to: BarrierState,
  { onDate, reason }: { onDate: string; reason?: string | undefined },
): Promise<void> {
  await tx
    .insertInto('barrier_step')
    .values({
      id: newId(),
      barrier_id: barrier.id,
      from_state: barrier.state,
      to_state: to,
      on_date: onDate,
      reason: reason ?? null,
    })
    .execute()
}

export async function setAnswer(tx: Tx, barrierId: string, answer: string | null): Promise<void> {
  await tx.updateTable('barrier_text').set({ answer }).where('barrier_id', '=', barrierId).execute()
}

export async function insertQuestion(tx: Tx, question: Insertable<BarrierQuestion>): Promise<void> {
  await tx.insertInto('barrier_question').values(question).execute()
}

export async function insertGroup(tx: Tx, group: Insertable<BarrierGroup>): Promise<void> {
  await tx.insertInto('barrier_group').values(group).execute()
}

export async function lockGroup(tx: Tx, id: string): Promise<Selectable<BarrierGroup>> {
  return found(
    await tx.selectFrom('barrier_group').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst(),
  )
}

export async function updateGroup(
  tx: Tx,
  group: Pick<Selectable<BarrierGroup>, 'id' | 'version'>,
  change: Updateable<BarrierGroup>,
): Promise<void> {
  await tx
    .updateTable('barrier_group')
    .set({ ...change, version: group.version + 1 })
    .where('id', '=', group.id)
    .execute()
}

/** Puts barriers into a group, or out of it (`null`). Answers how many there were. */
export async function setGroup(
  tx: Tx,
  barrierIds: readonly string[],
  groupId: string | null,
  from?: string,
): Promise<number> {
  if (barrierIds.length === 0) return 0
  let change = tx
    .updateTable('barrier')
    .set({ group_id: groupId })
    .where('id', 'in', [...barrierIds])
  if (from !== undefined) change = change.where('group_id', '=', from)
  return Number((await change.executeTakeFirst()).numUpdatedRows)
}

export async function insertView(tx: Tx, view: Insertable<OrganisationView>): Promise<void> {
  await tx.insertInto('organisation_view').values(view).execute()
}

export async function lockView(tx: Tx, id: string): Promise<Selectable<OrganisationView>> {
  return found(
    await tx
      .selectFrom('organisation_view')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
}

export async function updateView(
  tx: Tx,
  view: Pick<Selectable<OrganisationView>, 'id' | 'version'>,
  change: Updateable<OrganisationView>,
): Promise<void> {
  await tx
    .updateTable('organisation_view')
    .set({ ...change, version: view.version + 1 })
    .where('id', '=', view.id)
    .execute()
}
