import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { Task, TaskListQuery } from '../contract/task.ts'
import { caseLabelSql, meSql, myCaseSql, namedSql, tenantSql } from './case-sql.ts'

const Cursor = z.tuple([z.string().regex(/^[0-9: .+T-]{10,40}$/), z.uuid()])

interface TaskRow {
  view: Task
  sort_key: string
}

/** Tasks as their view; titles that row level security hides come as null. */
function taskViews(condition: RawBuilder<unknown>, sortKey: RawBuilder<unknown>): RawBuilder<TaskRow> {
  return sql`
    select ${sortKey}::text as sort_key, jsonb_build_object('id', t.id, 'case', ${caseLabelSql}, 'title', x.title,
      'remark', x.remark, 'kind', t.kind, 'dueOn', t.due_on, 'remindOn', t.remind_on, 'assignee', ${namedSql('a')},
      'responsible', ${namedSql('r')}, 'state', t.state,
      'closed', case when t.closed_at is not null
        then jsonb_build_object('at', t.closed_at, 'by', ${namedSql('d')}) end,
      'createdBy', ${namedSql('c')}, 'createdAt', t.created_at,
      'can', to_jsonb(array_remove(array[
        case when w.works and t.state = 'open' then 'change' end,
        case when w.works and t.state = 'open' then 'close' end,
        case when w.works and t.state <> 'open' then 'reopen' end], null)),
      'version', t.version) as view
    from task t
    left join case_file f on f.tenant_id = t.tenant_id and f.id = t.case_id
    cross join lateral (select t.case_id is null or exists (select from case_access y where y.tenant_id = ${tenantSql}
      and y.user_id = ${meSql} and y.case_id = t.case_id and y.parts & 64 <> 0 and y.valid_during @> now()) as works) w
    left join task_text x on x.tenant_id = t.tenant_id and x.task_id = t.id
    left join staff_user a on a.tenant_id = t.tenant_id and a.id = t.assignee_id
    left join staff_user r on r.tenant_id = t.tenant_id and r.id = f.responsible_user_id
    left join staff_user d on d.tenant_id = t.tenant_id and d.id = t.closed_by
    left join staff_user c on c.tenant_id = t.tenant_id and c.id = t.created_by
    where t.tenant_id = ${tenantSql} and ${condition}` as RawBuilder<TaskRow>
}

export async function readTask(tx: Tx, id: string): Promise<Task> {
  const { rows } = await taskViews(sql`t.id = ${id}`, sql`t.id`).execute(tx)
  return found(rows[0]).view
}

const openKey = sql`coalesce(t.due_on, '9999-12-31'::date)`
const closedKey = sql`t.closed_at`

/** One page: open tasks by due date (without one last), closed ones newest first. */
export async function listTasks(tx: Tx, query: z.output<typeof TaskListQuery>) {
  const open = query.state === 'open'
  const cursor = decodeCursor(query.after, Cursor)
  const behind = cursor
    ? open
      ? sql`and (${openKey}, t.id) > (${cursor[0]}::date, ${cursor[1]}::uuid)`
      : sql`and (${closedKey}, t.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : sql``
  const state = open ? sql`t.state = 'open'` : sql`t.state <> 'open'`
  const views = taskViews(sql`${state} and ${whose(query)} ${behind}`, open ? openKey : closedKey)
  const order = open ? sql`${openKey}, t.id` : sql`${closedKey} desc, t.id desc`
  const { rows } = await sql<TaskRow>`${views} order by ${order} limit ${query.limit + 1}`.execute(tx)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => row.view),
    ...(rows.length > query.limit && last ? { next: encodeCursor([last.sort_key, last.view.id]) } : {}),
  }
}

function whose({ view, caseId }: z.output<typeof TaskListQuery>): RawBuilder<unknown> {
  if (caseId !== undefined) return sql`t.case_id = ${caseId}`
  if (view === 'given')
    return sql`t.case_id is null and t.created_by = ${meSql} and t.assignee_id <> ${meSql}`
  // In a case, what nobody is named for is the responsible person's, and the deputy's.
  return sql`t.id in (select o.id from task o where o.tenant_id = ${tenantSql} and o.assignee_id = ${meSql}
    union select o.id from task o join (${myCaseSql}) m on m.id = o.case_id
      where o.tenant_id = ${tenantSql} and (o.assignee_id is null or o.assignee_id = m.responsible_user_id))`
}

const MOST_COLLEAGUES = 1000

/** Who can be given a task. In a case: whoever works it now (the answer of app.who_sees_case). */
export async function listAssignees(tx: Tx, caseId: string | undefined) {
  const among = caseId
    ? sql`u.id in (select w.user_id from app.who_sees_case(${caseId}) w
        where w.parts & 64 <> 0 and w.valid_during @> now())`
    : sql`u.kind = 'person'`
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, u.given_name || ' ' || u.family_name as name from staff_user u
    where u.tenant_id = ${tenantSql} and u.active and ${among}
    order by u.family_name, u.given_name, u.id limit ${MOST_COLLEAGUES}`.execute(tx)
  return { rows }
}
