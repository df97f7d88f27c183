import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Query } from '../../../platform/contract/endpoint.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type {
  GoalChange,
  GoalView,
  NewGoal,
  NewGoalStatus,
  programmeGoalEndpoints,
} from '../contract/goals.ts'
import { whyNotStatus } from '../rules/due.ts'
import { byDay, byTitle, holds, listPage, mayWrite, mine } from './list-page.ts'
import { refuseFields } from './refuse-fields.ts'
import { add, change, lock, record, sentFields, type Ids } from './store.ts'

const table = 'programme_goal'
const kind = 'programmeGoal'

/** When somebody should look again: after the interval since the last status, or since the goal was set. */
export const statusDue = sql`(coalesce((select max(s.on_date) from programme_goal_status s
  where s.tenant_id = g.tenant_id and s.goal_id = g.id), g.created_at::date) + g.review_months * interval '1 month')::date`

const rowsOf = (sort: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  select g.id, ${sort} as sort, jsonb_build_object('id', g.id, 'title', g.title, 'description', g.description,
      'indicator', g.indicator, 'unit', g.unit, 'target', g.target, 'targetOn', g.target_on,
      'reviewMonths', g.review_months, 'state', g.state, 'stateOn', g.state_on, 'stateReason', g.state_reason,
      'source', g.source, 'version', g.version,
      'statusDueOn', case when g.state = 'open' then ${statusDue} end,
      'statuses', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'onDate', s.on_date, 'value', s.value,
          'rating', s.rating, 'note', s.note, 'countermeasure', s.countermeasure, 'countermeasureBy', s.countermeasure_by)
          order by s.on_date desc, s.id desc), '[]')
        from (select * from programme_goal_status s where s.tenant_id = g.tenant_id and s.goal_id = g.id
          order by s.on_date desc, s.id desc limit 24) s),
      'can', case when ${mayWrite} then '["change"]'::jsonb else '[]'::jsonb end) as view
  from programme_goal g where g.tenant_id = ${mine} and ${where}`

export function listGoals(tx: Tx, query: Query<typeof programmeGoalEndpoints.list>) {
  const sorts = {
    title: byTitle(sql`g.title`),
    targetOn: byDay(sql`g.target_on`),
    statusDueOn: byDay(sql`case when g.state = 'open' then ${statusDue} end`),
  }
  const { state, q } = query
  const where = sql`(${state} = 'all' or g.state = ${state})
    and ${holds(sql`concat_ws(' ', g.title, g.description, g.indicator)`, q)}`
  return listPage<GoalView>(tx, rowsOf(sorts[query.sort], where), query)
}

async function readGoal(tx: Tx, id: string): Promise<GoalView> {
  const { rows } = await sql<{ view: GoalView }>`${rowsOf(sql`''`, sql`g.id = ${id}`)}`.execute(tx)
  return found(rows[0]).view
}

export async function createGoal(tx: Tx, body: z.output<typeof NewGoal>): Promise<GoalView> {
  const id = await add(tx, table, {
    title: body.title,
    description: body.description ?? null,
    indicator: body.indicator ?? null,
    unit: body.unit ?? null,
    target: body.target ?? null,
    target_on: body.targetOn ?? null,
    review_months: body.reviewMonths ?? 6,
  })
  await record(tx, 'goalSet', { kind, id })
  return readGoal(tx, id)
}

/** Throws 404, 412; 400 `reasonMissing` when a goal is dropped without a word. */
export async function changeGoal(
  tx: Tx,
  ids: Ids,
  body: z.output<typeof GoalChange>,
  now: Temporal.Instant,
): Promise<GoalView> {
  const row = await lock(tx, table, ids.id)
  if (row.version !== ids.version) {
    const current = await readGoal(tx, ids.id)
    refuseStale(row.version, ids.version, () => current)
  }
  const state = body.state ?? row.state
  const reason = body.stateReason === undefined ? row.state_reason : body.stateReason
  refuseFields({ stateReason: state === 'dropped' && !reason ? 'reasonMissing' : null })
  const moved = state === row.state ? {} : { state, state_on: state === 'open' ? null : dayOf(now) }
  await change(tx, table, ids, {
    title: body.title,
    description: body.description,
    indicator: body.indicator,
    unit: body.unit,
    target: body.target,
    target_on: body.targetOn,
    review_months: body.reviewMonths,
    state_reason: state === 'open' ? null : body.stateReason,
    ...moved,
  })
  await record(tx, 'goalChanged', { kind, id: ids.id }, { ...sentFields(body), state })
  return readGoal(tx, ids.id)
}

/** Throws 404, `goalSettled`; 400 `statusInFuture`, `countermeasureMissing`. */
export async function addGoalStatus(
  tx: Tx,
  id: string,
  body: z.output<typeof NewGoalStatus>,
  now: Temporal.Instant,
): Promise<GoalView> {
  const row = await lock(tx, table, id)
  refuseIf(row.state === 'open' ? null : 'goalSettled')
  const code = whyNotStatus(body, dayOf(now))
  refuseFields({ [code === 'statusInFuture' ? 'onDate' : 'countermeasure']: code })
  await add(tx, 'programme_goal_status', {
    goal_id: id,
    on_date: body.onDate,
    value: body.value ?? null,
    rating: body.rating,
    note: body.note ?? null,
    countermeasure: body.countermeasure ?? null,
    countermeasure_by: body.countermeasureBy ?? null,
  })
  await record(tx, 'goalStatusRecorded', { kind, id }, { rating: body.rating })
  return readGoal(tx, id)
}
