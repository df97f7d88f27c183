import { sql } from 'kysely'
import { z } from 'zod'
import type { Body, Query } from '../../../platform/contract/endpoint.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { impulseEndpoints } from '../contract/endpoints.ts'
import type { GatePreview, ImpulseView, ImpulseWish, InterviewWish } from '../contract/gate.ts'
import type { OwnBarrier } from '../contract/problems.ts'
import { marksOfFields, noFile, openMarks } from '../rules/marks.ts'
import { checkFields } from './check-fields.ts'
import { pass, refuseMarks, refuseUnready, weigh, type GateRequest } from './gate.ts'
import { sendAnswer, wordsOf } from './report-problem.ts'

/** There is no file whose names could be known; the patterns count all the same. */
function requestOf(wish: Omit<ImpulseWish, 'source'>, today: string): GateRequest {
  return {
    caseId: null,
    kind: wish.kind,
    lifeDomain: wish.lifeDomain,
    legalDomains: wish.legalDomains,
    organisationIds: wish.organisationIds,
    municipalityId: wish.municipalityId,
    noticedOn: wish.noticedOn ?? today,
    since: wish.since,
    daysLost: wish.daysLost,
    unmet: wish.unmet,
    level: null,
    attributes: [],
    words: wordsOf(wish),
    accepted: wish.accepted,
    facts: noFile,
  }
}

async function checked(
  tx: Tx,
  wish: Omit<ImpulseWish, 'source'> & { conductedBy?: string },
  today: string,
): Promise<GateRequest> {
  const request = requestOf(wish, today)
  await checkFields(tx, wish, { noticedOn: request.noticedOn, since: request.since, today })
  return request
}

/** What would leave, of an impulse or an interview. Throws `invalidInput`. */
export async function previewWithoutCase(
  tx: Tx,
  wish: ImpulseWish | InterviewWish,
  now: Temporal.Instant,
): Promise<GatePreview> {
  return weigh(tx, await checked(tx, wish, dayOf(now)))
}

/** Throws `invalidInput` and what the gate refuses. */
export async function giveImpulse(
  tx: Tx,
  { fingerprint, ...wish }: Body<typeof impulseEndpoints.give>,
  now: Temporal.Instant,
): Promise<ImpulseView> {
  const today = dayOf(now)
  const request = await checked(tx, wish, today)
  const leaves = refuseUnready(await weigh(tx, request), fingerprint, wish.accepted)
  const id = newId()
  await pass(tx, request, leaves, {
    source: 'impulse',
    from: id,
    today,
    extra: { impulseSource: wish.source },
  })
  await audit(tx, {
    action: 'impulse.given',
    objectKind: 'impulse',
    objectId: id,
    details: { source: wish.source },
  })
  return readImpulse(tx, id)
}

/** Evidence of another service. The log names no barrier. */
export async function recordInterview(
  tx: Tx,
  { fingerprint, ...wish }: Body<typeof impulseEndpoints.interview>,
  now: Temporal.Instant,
): Promise<{ barrierId: string }> {
  const today = dayOf(now)
  const request = await checked(tx, wish, today)
  const leaves = refuseUnready(await weigh(tx, request), fingerprint, wish.accepted)
  const extra = { conductedBy: wish.conductedBy, guide: wish.guide, consent: wish.consent }
  const barrierId = await pass(tx, request, leaves, { source: 'interview', from: null, today, extra })
  await audit(tx, { action: 'interview.recorded', objectKind: 'interview', details: { guide: wish.guide } })
  return { barrierId }
}

const Cursor = z.tuple([z.uuid()])

const ownImpulses = (where: ReturnType<typeof sql>, limit: number) => sql<ImpulseView>`
  select i.id, i.given_on as "givenOn", b.view || jsonb_build_object('id', b.barrier_id, 'answers',
      (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'title', a.title, 'state', a.state, 'onDate', a.on_date,
        'words', a.words)), '[]') from app.barrier_answer(array[b.barrier_id]) a)) as barrier
  from impulse i cross join lateral app.own_barrier(array[i.barrier_id]) b
  where i.tenant_id = (select app.tenant_id()) and i.created_by = (select app.user_id()) and ${where}
  order by i.id desc limit ${limit}`

/** The own impulses, newest first. */
export async function listImpulses(
  tx: Tx,
  { after, limit }: Query<typeof impulseEndpoints.list>,
): Promise<{ rows: ImpulseView[]; next?: string }> {
  const cursor = decodeCursor(after, Cursor)
  const { rows } = await ownImpulses(cursor ? sql`i.id < ${cursor[0]}::uuid` : sql`true`, limit + 1).execute(
    tx,
  )
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page, ...(last ? { next: encodeCursor([last.id]) } : {}) }
}

async function readImpulse(tx: Tx, id: string): Promise<ImpulseView> {
  return found((await ownImpulses(sql`i.id = ${id}`, 1).execute(tx)).rows[0])
}

/** Of an answer without a case: the patterns alone. */
export function checkImpulseText({ content, accepted }: Body<typeof impulseEndpoints.checkText>) {
  const marks = marksOfFields({ content }, noFile)
  return { marks, ready: openMarks(marks, accepted).length === 0 }
}

/** Throws 404, `questionAnswered`, `gateTextNotClean`. */
export async function replyForImpulse(
  tx: Tx,
  ids: { id: string; questionId: string },
  { content, accepted }: Body<typeof impulseEndpoints.reply>,
): Promise<ImpulseView> {
  const impulse = await readImpulse(tx, ids.id)
  const question = found((impulse.barrier as OwnBarrier).questions.find(({ id }) => id === ids.questionId))
  refuseMarks(marksOfFields({ content }, noFile), accepted)
  await sendAnswer(tx, question, content)
  await audit(tx, { action: 'impulse.questionAnswered', objectKind: 'impulse', objectId: ids.id })
  return readImpulse(tx, ids.id)
}
