import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import type { Programme } from '../../tenancy/index.ts'
import type { TaskState } from '../contract/codes.ts'
import type { TaskListView, TaskMark, TaskRow } from '../contract/tasks.ts'
import { kindOfPeriod, neighbours, periodLabel, periodOf } from '../rules/periods.ts'
import { districtFacts } from './district-facts.ts'
import { mayWrite, mine } from './list-page.ts'
import { refuseFields } from './refuse-fields.ts'
import { record } from './store.ts'

interface Known {
  regions: { id: string; label: string }[]
  marks: {
    list: string
    task: string
    period: string
    regionId: string | null
    state: TaskState
    note: string | null
    version: number
  }[]
  writes: boolean
}

/** The lists of the district file with what is recorded for the period the day lies in. Two statements. */
export async function readTaskLists(
  tx: Tx,
  now: Temporal.Instant,
  on?: string,
): Promise<{ lists: TaskListView[]; can: 'mark'[] }> {
  const day = on ?? dayOf(now)
  const { programme } = await districtFacts(tx)
  const periods = [...new Set(programme.taskLists.map(({ period }) => periodOf(period, day)))]
  const { rows } = await sql<Known>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'label', r.label) order by r.position, r.key), '[]')
        from region r where r.tenant_id = ${mine} and (r.valid_to is null or r.valid_to > ${day}::date)) as regions,
      (select coalesce(jsonb_agg(jsonb_build_object('list', m.list_key, 'task', m.task_key, 'period', m.period,
          'regionId', m.region_id, 'state', m.state, 'note', m.note, 'version', m.version)), '[]')
        from programme_task_mark m where m.tenant_id = ${mine} and m.period = any (${periods}::text[])) as marks,
      ${mayWrite} as writes`.execute(tx)
  const { regions, marks, writes } = rows[0]!
  const lists = programme.taskLists.flatMap((list) => {
    const places = list.perRegion && regions.length > 0 ? regions : [{ id: null, label: null }]
    return places.map((region) => listView(list, region, marks, { day, today: dayOf(now) }))
  })
  return { lists, can: writes ? ['mark'] : [] }
}

function listView(
  list: Programme['taskLists'][number],
  region: { id: string | null; label: string | null },
  marks: Known['marks'],
  { day, today }: { day: string; today: string },
): TaskListView {
  const period = periodOf(list.period, day)
  const { previous, next } = neighbours(period)
  const here = marks.filter(
    (mark) => mark.list === list.key && mark.period === period && mark.regionId === region.id,
  )
  return {
    key: list.key,
    label: list.label,
    source: list.source ?? null,
    period,
    periodLabel: periodLabel(period),
    previous,
    next: period >= periodOf(list.period, today) ? null : next,
    regionId: region.id,
    regionLabel: region.label,
    tasks: list.tasks.map((task) => {
      const mark = here.find((one) => one.task === task.key)
      return { ...task, state: mark?.state ?? 'open', note: mark?.note ?? null, version: mark?.version ?? 0 }
    }),
  }
}

/** Throws 400 for what the district file does not know, 412 when somebody else was faster. */
export async function markTask(tx: Tx, version: number, body: z.output<typeof TaskMark>): Promise<TaskRow> {
  const { programme } = await districtFacts(tx)
  const list = programme.taskLists.find(({ key }) => key === body.list)
  const task = list?.tasks.find(({ key }) => key === body.task)
  const regionId = body.regionId ?? null
  refuseFields({
    task: list && task ? null : 'taskUnknown',
    period: list && kindOfPeriod(body.period) !== list.period ? 'periodUnknown' : null,
    regionId: list ? await whyNotRegion(tx, list.perRegion, regionId) : null,
  })
  const stored = await tx
    .selectFrom('programme_task_mark')
    .select(['id', 'state', 'note', 'version'])
    .where('list_key', '=', body.list)
    .where('task_key', '=', body.task)
    .where('period', '=', body.period)
    .where('region_id', regionId === null ? 'is' : '=', regionId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const current = {
    ...task!,
    state: stored?.state ?? 'open',
    note: stored?.note ?? null,
    version: stored?.version ?? 0,
  }
  if (current.version !== version) throw new Refusal('stale', 'stale', { current })
  const note = body.note === undefined ? current.note : body.note
  const next = { state: body.state, note, version: version + 1 }
  const id = stored?.id ?? newId()
  if (stored) await tx.updateTable('programme_task_mark').set(next).where('id', '=', id).execute()
  else await insertMark(tx, { id, body, regionId, note })
  const about = { list: body.list, task: body.task, period: body.period, state: body.state }
  await record(tx, 'taskMarked', { kind: 'programmeTask', id }, about)
  return { ...task!, ...next }
}

/** Two at the same time: the second one is told. */
async function insertMark(
  tx: Tx,
  mark: { id: string; body: z.output<typeof TaskMark>; regionId: string | null; note: string | null },
): Promise<void> {
  const { id, body, regionId, note } = mark
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('programme_task_mark')
    .values({
      id,
      list_key: body.list,
      task_key: body.task,
      period: body.period,
      region_id: regionId,
      state: body.state,
      note,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) throw new Refusal('stale', 'stale')
}

async function whyNotRegion(tx: Tx, perRegion: boolean, id: string | null): Promise<string | null> {
  if (id === null) {
    if (!perRegion) return null
    const any = await tx.selectFrom('region').select('id').limit(1).executeTakeFirst()
    return any ? 'regionUnknown' : null
  }
  if (!perRegion) return 'regionUnexpected'
  const region = await tx.selectFrom('region').select('id').where('id', '=', id).executeTakeFirst()
  return region ? null : 'regionUnknown'
}
