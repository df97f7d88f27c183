import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Query } from '../../../platform/contract/endpoint.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseStale } from '../../../platform/server/http/refusal.ts'
import type {
  MilestoneChange,
  MilestoneView,
  NewMilestone,
  programmeMilestoneEndpoints,
} from '../contract/milestones.ts'
import { byDay, byTitle, holds, listPage, mayWrite, mine } from './list-page.ts'
import { refuseFields } from './refuse-fields.ts'
import { add, change, lock, record, sentFields, type Ids } from './store.ts'

const table = 'programme_milestone'
const kind = 'programmeMilestone'

const rowsOf = (sort: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  select m.id, ${sort} as sort, jsonb_build_object('id', m.id, 'title', m.title, 'dueOn', m.due_on,
      'duePrecision', m.due_precision, 'state', m.state, 'stateOn', m.state_on, 'evidence', m.evidence,
      'source', m.source, 'version', m.version,
      'can', case when ${mayWrite} then '["change"]'::jsonb else '[]'::jsonb end) as view
  from programme_milestone m where m.tenant_id = ${mine} and ${where}`

export function listMilestones(tx: Tx, query: Query<typeof programmeMilestoneEndpoints.list>) {
  const sort = query.sort === 'title' ? byTitle(sql`m.title`) : byDay(sql`m.due_on`)
  const where = sql`(${query.state} = 'all' or m.state = ${query.state})
    and ${holds(sql`concat_ws(' ', m.title, m.evidence)`, query.q)}`
  return listPage<MilestoneView>(tx, rowsOf(sort, where), query)
}

async function readMilestone(tx: Tx, id: string): Promise<MilestoneView> {
  const { rows } = await sql<{ view: MilestoneView }>`${rowsOf(sql`''`, sql`m.id = ${id}`)}`.execute(tx)
  return found(rows[0]).view
}

export async function createMilestone(tx: Tx, body: z.output<typeof NewMilestone>): Promise<MilestoneView> {
  const id = await add(tx, table, { title: body.title, due_on: body.dueOn })
  await record(tx, 'milestoneSet', { kind, id })
  return readMilestone(tx, id)
}

/** Throws 404, 412; 400 `evidenceMissing`, `settledInFuture`. */
export async function changeMilestone(
  tx: Tx,
  ids: Ids,
  body: z.output<typeof MilestoneChange>,
  now: Temporal.Instant,
): Promise<MilestoneView> {
  const row = await lock(tx, table, ids.id)
  if (row.version !== ids.version) {
    const current = await readMilestone(tx, ids.id)
    refuseStale(row.version, ids.version, () => current)
  }
  const today = dayOf(now)
  const state = body.state ?? row.state
  const settled = state !== 'open'
  const evidence = body.evidence === undefined ? row.evidence : body.evidence
  const stateOn = body.stateOn ?? row.state_on ?? today
  refuseFields({
    evidence: settled && !evidence ? 'evidenceMissing' : null,
    stateOn: settled && stateOn > today ? 'settledInFuture' : null,
  })
  await change(tx, table, ids, {
    title: body.title,
    due_on: body.dueOn,
    ...(body.dueOn !== undefined && body.dueOn !== row.due_on ? { due_precision: 'day' } : {}),
    evidence: body.evidence,
    state,
    state_on: settled ? stateOn : null,
  })
  await record(tx, 'milestoneChanged', { kind, id: ids.id }, { ...sentFields(body), state })
  return readMilestone(tx, ids.id)
}
