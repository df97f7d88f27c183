import { sql } from 'kysely'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'
import type { OpenWork, userEndpoints } from '../../contract/users.ts'
import { nothingLeft } from '../../rules.ts'
import { notify } from '../notify.ts'
import { endOversight } from './end-oversight.ts'
import { lockUser } from './store.ts'

/** What the person would leave behind; that it was asked for is recorded by who shows it. */
export async function readOpenWork(tx: Tx, id: string): Promise<OpenWork> {
  const { rows } = await sql<Omit<OpenWork, 'nothingLeft'>>`
    select w.open_cases as "openCases", w.closed_cases as "closedCases", w.agreement_drafts as "agreementDrafts", w.open_requests as "openRequests",
      w.open_tasks as "openTasks", w.standing_in as "standingIn", w.stood_in_for as "stoodInFor", w.oversees, w.drafts,
      w.asked_disclosures as "askedDisclosures", w.action_items as "actionItems", w.reconstructions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.given_name || ' ' || x.family_name)
          order by x.family_name, x.given_name), '[]')
        from oversight v join staff_user x on x.tenant_id = v.tenant_id and x.id = v.coordinator_id and x.active
        where v.tenant_id = (select app.tenant_id()) and v.case_manager_id = ${id} and v.valid_during @> now()) as "handOverBy"
    from app.open_work(${id}) w`.execute(tx)
  const work = found(rows[0])
  return { ...work, nothingLeft: nothingLeft(work) }
}

/** The page of a person who leaves: asked one by one, never listed (R171). */
export async function showOpenWork(tx: Tx, id: string): Promise<OpenWork> {
  await lockUser(tx, id)
  await audit(tx, { action: 'user.openWorkRead', objectKind: 'user', objectId: id })
  return readOpenWork(tx, id)
}

const actions = {
  request: 'request.returned',
  task: 'task.released',
  deputy: 'deputy.ended',
  disclosure: 'disclosure.returned',
  actionItem: 'actionItem.released',
  reconstruction: 'reconstruction.released',
} as const

/** Puts back what needs nobody new to be chosen; each row leaves its own trace. */
export async function releaseOpenWork(
  tx: Tx,
  actor: Actor,
  id: string,
  wish: Body<typeof userEndpoints.releaseOpenWork>,
): Promise<OpenWork> {
  await lockUser(tx, id)
  if (wish.oversight) await endOversights(tx, actor, id)
  const { rows } = await sql<{ kind: keyof typeof actions; id: string }>`
    select kind, id from app.release_open_work(${id}, ${wish.requests}, ${wish.tasks}, ${wish.deputies})
    union all
    select kind, id from app.release_other_work(${id}, ${wish.disclosures}, ${wish.actionItems}, ${wish.reconstructions})`.execute(
    tx,
  )
  for (const row of rows) {
    const about = { objectKind: row.kind, objectId: row.id, reason: 'offboarding' }
    await audit(tx, { action: actions[row.kind], ...about })
    if (row.kind === 'deputy') await tellAbsent(tx, id, row.id)
  }
  return readOpenWork(tx, id)
}

async function endOversights(tx: Tx, actor: Actor, id: string): Promise<void> {
  const running = await tx
    .selectFrom('oversight')
    .select('id')
    .where('coordinator_id', '=', id)
    .where(sql<boolean>`valid_during @> now()`)
    .execute()
  for (const oversight of running) await endOversight(tx, actor, oversight.id)
}

/** Whoever counted on the deputy has to look for another. */
async function tellAbsent(tx: Tx, leaverId: string, deputyId: string): Promise<void> {
  const row = await tx
    .selectFrom('deputy')
    .select(['absent_user_id', 'deputy_user_id'])
    .where('id', '=', deputyId)
    .executeTakeFirst()
  const other = row?.absent_user_id === leaverId ? row.deputy_user_id : row?.absent_user_id
  if (other)
    await notify(tx, { userId: other, kind: 'deputy.ended', objectKind: 'deputy', objectId: deputyId })
}
