import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Query } from '../../../platform/contract/endpoint.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseStale } from '../../../platform/server/http/refusal.ts'
import type {
  ActivityChange,
  ActivityView,
  NewActivity,
  programmeActivityEndpoints,
} from '../contract/activities.ts'
import { byDay, byTitle, holds, listPage, mayWrite, mine } from './list-page.ts'
import { refuseFields } from './refuse-fields.ts'
import { add, change, lock, record, sentFields, type Ids } from './store.ts'

const table = 'programme_activity'
const kind = 'programmeActivity'

const rowsOf = (sort: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  select a.id, ${sort} as sort, jsonb_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'state', a.state,
      'onDate', a.on_date, 'untilDate', a.until_date, 'audiences', a.audiences, 'buildingBlocks', a.building_blocks,
      'partners', a.partners, 'languages', a.languages, 'agreedOn', a.agreed_on, 'agreedReference', a.agreed_reference,
      'funderNote', a.funder_note, 'result', a.result, 'nextOn', a.next_on, 'source', a.source, 'version', a.version,
      'can', case when ${mayWrite} then '["change"]'::jsonb else '[]'::jsonb end) as view
  from programme_activity a where a.tenant_id = ${mine} and ${where}`

export function listActivities(tx: Tx, query: Query<typeof programmeActivityEndpoints.list>) {
  const sort = query.sort === 'title' ? byTitle(sql`a.title`) : byDay(sql`a.on_date`)
  const where = sql`(${query.state} = 'all' or a.state = ${query.state})
    and (${query.kind ?? null}::text is null or a.kind = ${query.kind ?? null})
    and ${holds(sql`concat_ws(' ', a.title, a.partners, a.result)`, query.q)}`
  return listPage<ActivityView>(tx, rowsOf(sort, where), query)
}

async function readActivity(tx: Tx, id: string): Promise<ActivityView> {
  const { rows } = await sql<{ view: ActivityView }>`${rowsOf(sql`''`, sql`a.id = ${id}`)}`.execute(tx)
  return found(rows[0]).view
}

const columnsOf = (body: z.output<typeof ActivityChange>) => ({
  kind: body.kind,
  title: body.title,
  state: body.state,
  on_date: body.onDate,
  until_date: body.untilDate,
  audiences: body.audiences,
  building_blocks: body.buildingBlocks,
  partners: body.partners,
  languages: body.languages,
  agreed_on: body.agreedOn,
  agreed_reference: body.agreedReference,
  funder_note: body.funderNote,
  result: body.result,
  next_on: body.nextOn,
})

interface Days {
  readonly state: string
  readonly on_date: string | null
  readonly until_date: string | null
}
function refuseDays({ state, on_date: on, until_date: until }: Days, today: string): void {
  const done = state === 'done'
  refuseFields({
    onDate: done && on === null ? 'activityDateMissing' : done && on! > today ? 'activityInFuture' : null,
    untilDate: until !== null && (on === null || until < on) ? 'activityEndsBeforeStart' : null,
  })
}

/** Throws 400 about its days. */
export async function createActivity(
  tx: Tx,
  body: z.output<typeof NewActivity>,
  now: Temporal.Instant,
): Promise<ActivityView> {
  const values = { ...columnsOf(body), kind: body.kind, title: body.title, state: body.state ?? 'planned' }
  refuseDays(
    { state: values.state, on_date: body.onDate ?? null, until_date: body.untilDate ?? null },
    dayOf(now),
  )
  const id = await add(tx, table, values)
  await record(tx, 'activityEntered', { kind, id }, { kind: body.kind })
  return readActivity(tx, id)
}

/** Throws 404, 412, 400 about its days. */
export async function changeActivity(
  tx: Tx,
  ids: Ids,
  body: z.output<typeof ActivityChange>,
  now: Temporal.Instant,
): Promise<ActivityView> {
  const row = await lock(tx, table, ids.id)
  if (row.version !== ids.version) {
    const current = await readActivity(tx, ids.id)
    refuseStale(row.version, ids.version, () => current)
  }
  const days = {
    state: body.state ?? row.state,
    on_date: body.onDate === undefined ? row.on_date : body.onDate,
    until_date: body.untilDate === undefined ? row.until_date : body.untilDate,
  }
  refuseDays(days, dayOf(now))
  await change(tx, table, ids, columnsOf(body))
  await record(tx, 'activityChanged', { kind, id: ids.id }, { ...sentFields(body), state: days.state })
  return readActivity(tx, ids.id)
}
