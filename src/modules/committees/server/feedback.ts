import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { PageQuery } from '../../../platform/contract/paging.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id, newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { FeedbackAnswer, FeedbackView, NewFeedback } from '../contract/registers.ts'
import { changeRow, lockRow, logged, wrongField, type Ids } from './store.ts'

const feedbackRows = (rest: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select s.id, s.on_date::text as "onDate", s.stakeholder, o.name as organisation, s.tone, s.content, c.name as committee,
    s.answer, s.answered_on::text as "answeredOn", s.version
  from stakeholder_feedback s left join organisation o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
    left join committee c on c.tenant_id = s.tenant_id and c.id = s.committee_id
  where s.tenant_id = (select app.tenant_id()) ${rest}`

const Cursor = z.tuple([PlainDate, Id])

/** What stakeholders say (R131), newest first. */
export async function listFeedback(
  tx: Tx,
  query: z.output<typeof PageQuery> & { tone?: FeedbackView['tone'] | undefined },
) {
  const cursor = decodeCursor(query.after, Cursor)
  const parts = [
    query.tone ? sql`and s.tone = ${query.tone}` : sql``,
    cursor ? sql`and (s.on_date, s.id) < (${cursor[0]}::date, ${cursor[1]}::uuid)` : sql``,
    sql`order by s.on_date desc, s.id desc limit ${query.limit + 1}`,
  ]
  const { rows } = await sql<FeedbackView>`${feedbackRows(sql.join(parts, sql` `))}`.execute(tx)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page,
    ...(rows.length > query.limit && last ? { next: encodeCursor([last.onDate, last.id]) } : {}),
  }
}

async function readFeedback(tx: Tx, id: string): Promise<FeedbackView> {
  const { rows } = await sql<FeedbackView>`${feedbackRows(sql`and s.id = ${id}`)}`.execute(tx)
  return found(rows[0])
}

export async function recordFeedback(
  tx: Tx,
  wish: z.output<typeof NewFeedback>,
  now: Temporal.Instant,
): Promise<FeedbackView> {
  if (wish.onDate > dayOf(now)) throw wrongField('onDate', 'dayInFuture')
  const id = newId()
  await tx
    .insertInto('stakeholder_feedback')
    .values({
      id,
      on_date: wish.onDate,
      stakeholder: wish.stakeholder,
      organisation_id: wish.organisationId ?? null,
      tone: wish.tone,
      content: wish.content,
      committee_id: wish.committeeId ?? null,
    })
    .execute()
  await logged(tx, 'feedback.recorded', 'stakeholderFeedback', id, { tone: wish.tone })
  return readFeedback(tx, id)
}

/** Throws 404, 412. */
export async function answerFeedback(
  tx: Tx,
  ids: Ids,
  wish: z.output<typeof FeedbackAnswer>,
  now: Temporal.Instant,
): Promise<FeedbackView> {
  const row = await lockRow(tx, 'stakeholder_feedback', ids.id)
  const current = await readFeedback(tx, ids.id)
  refuseStale(row.version, ids.version, () => current)
  await changeRow(tx, 'stakeholder_feedback', row, { answer: wish.answer, answered_on: dayOf(now) })
  await logged(tx, 'feedback.answered', 'stakeholderFeedback', ids.id)
  return readFeedback(tx, ids.id)
}
