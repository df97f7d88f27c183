import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { FormatRequestMove, FormatRequestView, NewFormatRequest } from '../contract/registers.ts'
import { requestMoves, whyNotRequestMove } from '../rules/states.ts'
import { keepsCommittees, listOf } from './office.ts'
import { changeRow, lockRow, logged, wrongField, type Ids } from './store.ts'

type Raw = Omit<FormatRequestView, 'moves'> & { own: boolean }

const requestRows = (rest: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select r.id, r.title, r.need, r.proposed_by as "proposedBy", r.state, r.state_on::text as "stateOn", r.form,
    r.committee_id as "committeeId", c.name as committee, r.version, r.created_by = (select app.user_id()) as own,
    ${listOf(sql`select s.to_state as "to", s.on_date::text as "onDate", s.reason from format_request_step s
      where s.tenant_id = r.tenant_id and s.request_id = r.id order by s.at, s.id`)} as steps
  from format_request r left join committee c on c.tenant_id = r.tenant_id and c.id = r.committee_id
  where r.tenant_id = (select app.tenant_id()) ${rest}`

/** Who asked may take it back; every other step is the office's. `founded` follows from founding. */
function withMoves({ own, ...row }: Raw, actor: Actor): FormatRequestView {
  const moves = requestMoves[row.state].filter((to) => to !== 'founded')
  if (keepsCommittees(actor)) return { ...row, moves: [...moves] }
  return { ...row, moves: own ? moves.filter((to) => to === 'withdrawn') : [] }
}

/** Open ones first, newest first; beside them the way as the district's concept tells it. */
export async function listFormatRequests(tx: Tx, actor: Actor) {
  const requests =
    await sql<Raw>`${requestRows(sql`order by r.state in ('declined', 'existing', 'withdrawn', 'founded'),
    r.state_on desc, r.id limit 200`)}`.execute(tx)
  const way = await sql<{ way: { label: string; source: string | null }[]; remark: string | null }>`select
    ${listOf(sql`select e.label, e.source from catalogue_entry e where e.tenant_id = (select app.tenant_id())
      and e.kind = 'committeeRequestStep' and e.valid_to is null order by e.position`)} as way,
    (select s.value ->> 'remark' from tenant_setting s where s.tenant_id = (select app.tenant_id())
      and s.key = 'catalogue.committeeRequestStep') as remark`.execute(tx)
  const told = found(way.rows[0])
  return {
    rows: requests.rows.map((row) => withMoves(row, actor)),
    way: told.way,
    wayRemark: told.remark,
    can: ['propose' as const],
  }
}

async function readRequest(tx: Tx, actor: Actor, id: string): Promise<FormatRequestView> {
  const { rows } = await sql<Raw>`${requestRows(sql`and r.id = ${id}`)}`.execute(tx)
  return withMoves(found(rows[0]), actor)
}

const writeStep = (
  tx: Tx,
  step: { request: string; from: string | null; to: string; on: string; reason?: string | null },
) =>
  tx
    .insertInto('format_request_step')
    .values({
      id: newId(),
      request_id: step.request,
      from_state: step.from,
      to_state: step.to,
      on_date: step.on,
      reason: step.reason ?? null,
    })
    .execute()

export async function proposeFormat(
  tx: Tx,
  actor: Actor,
  wish: z.output<typeof NewFormatRequest>,
  now: Temporal.Instant,
): Promise<FormatRequestView> {
  const id = newId()
  await tx
    .insertInto('format_request')
    .values({ id, title: wish.title, need: wish.need, proposed_by: wish.proposedBy, state_on: dayOf(now) })
    .execute()
  await writeStep(tx, { request: id, from: null, to: 'proposed', on: dayOf(now) })
  await logged(tx, 'formatRequest.proposed', 'formatRequest', id)
  return readRequest(tx, actor, id)
}

async function refuseUnknownCommittee(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('committee').select('id').where('id', '=', id).executeTakeFirst()
  if (!row) throw wrongField('committeeId', 'committeeUnknown')
}

/** Throws 404, 412 and the codes of `whyNotRequestMove`. */
export async function moveFormatRequest(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: FormatRequestMove,
  now: Temporal.Instant,
): Promise<FormatRequestView> {
  const row = await lockRow(tx, 'format_request', ids.id)
  const current = await readRequest(tx, actor, ids.id)
  refuseStale(row.version, ids.version, () => current)
  refuseIf(
    whyNotRequestMove(current.state, wish.to, {
      reason: wish.reason ?? null,
      form: wish.form ?? current.form,
      committee: Boolean(wish.committeeId),
    }),
  )
  if (!current.moves.includes(wish.to)) throw new Refusal('forbidden', 'requestOfOffice')
  if (wish.committeeId) await refuseUnknownCommittee(tx, wish.committeeId)
  await writeStep(tx, {
    request: ids.id,
    from: current.state,
    to: wish.to,
    on: dayOf(now),
    reason: wish.reason ?? null,
  })
  await changeRow(tx, 'format_request', row, {
    state: wish.to,
    state_on: dayOf(now),
    ...(wish.form ? { form: wish.form } : {}),
    ...(wish.committeeId ? { committee_id: wish.committeeId } : {}),
  })
  await logged(tx, `formatRequest.${wish.to}`, 'formatRequest', ids.id)
  return readRequest(tx, actor, ids.id)
}
