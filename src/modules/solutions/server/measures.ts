import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { rightsOf } from '../../staff/index.ts'
import { notify } from '../../staff/server/index.ts'
import { MeasureState } from '../contract/codes.ts'
import type { MeasureChange, MeasureMove, MeasureView, NewMeasure } from '../contract/measures.ts'
import { whyNotMeasureChange, whyNotMeasureMove } from '../rules/measures.ts'
import { readMeasure } from './measure-screens.ts'
import { wrongOffices } from './offices.ts'
import { refuseFields } from './refuse-fields.ts'

const about = (id: string) => ({ objectKind: 'measure', objectId: id })

/** Recommended to a group, or entered as taken up. Throws `invalidInput`, `measureOnlyRecommend`. */
export async function createMeasure(
  tx: Tx,
  actor: Actor,
  wish: NewMeasure,
  now: Temporal.Instant,
): Promise<MeasureView> {
  const taken = wish.state === 'planned'
  if (taken && !rightsOf(actor.roles).has('measure.write'))
    throw new Refusal('forbidden', 'measureOnlyRecommend')
  await refuseWrongNames(tx, wish)
  if (taken)
    refuseFields([
      ...(wish.committeeId || wish.organisationId ? [] : [['committeeId', 'measureNobody'] as const]),
      ...(wish.dueOn ? [] : [['dueOn', 'measureDueMissing'] as const]),
    ])
  const id = newId()
  await tx
    .insertInto('measure')
    .values({
      id,
      title: wish.title,
      state: wish.state,
      state_on: dayOf(now),
      ...columnsOf(wish),
      ...(await subjectColumns(tx, wish.subject)),
    })
    .execute()
  await addStep(tx, { id, from: null, to: wish.state, on: dayOf(now), note: null })
  const details = { state: wish.state, subject: wish.subject?.kind ?? 'none' }
  await audit(tx, { action: 'measure.created', ...about(id), details })
  return readMeasure(tx, actor, id, dayOf(now))
}

/** Throws 404, 412, `measureSettled`, `invalidInput`. */
export async function changeMeasure(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  wish: MeasureChange,
  now: Temporal.Instant,
): Promise<MeasureView> {
  const { row } = await hold(tx, actor, ids, dayOf(now))
  refuseIf(whyNotMeasureChange(row.state))
  const organisationId = wish.organisationId === undefined ? row.organisation_id : wish.organisationId
  const unitId = wish.unitId === undefined ? row.unit_id : wish.unitId
  await refuseWrongNames(tx, { ...wish, organisationId, unitId })
  const title = wish.title === undefined ? {} : { title: wish.title }
  const subject = await subjectColumns(tx, wish.subject)
  const change = { ...title, ...columnsOf(wish), ...subject, version: row.version + 1 }
  await tx.updateTable('measure').set(change).where('id', '=', row.id).execute()
  const details = { fields: Object.keys(wish) }
  await audit(tx, { action: 'measure.changed', ...about(row.id), details })
  return readMeasure(tx, actor, row.id, dayOf(now))
}

/** The next state with what belongs to it; who recommended it is told. Throws 404, 412, a reason code. */
export async function moveMeasure(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  move: MeasureMove,
  now: Temporal.Instant,
): Promise<MeasureView> {
  const { row } = await hold(tx, actor, ids, dayOf(now))
  const dueOn = move.dueOn === undefined ? row.due_on : move.dueOn
  const note = move.note ?? null
  const evidence = move.evidence ?? null
  const responsible = row.committee_id !== null || row.organisation_id !== null
  refuseIf(whyNotMeasureMove(row.state, { to: move.to, note, evidence, dueOn, responsible }))
  await tx
    .updateTable('measure')
    .set({
      state: move.to,
      state_on: dayOf(now),
      due_on: dueOn,
      ...(evidence === null ? {} : { evidence }),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  await addStep(tx, { id: row.id, from: row.state, to: move.to, on: dayOf(now), note })
  if (row.created_by !== actor.userId)
    await notify(tx, {
      userId: row.created_by,
      kind: 'measure.answered',
      objectKind: 'measure',
      objectId: row.id,
    })
  const details = { from: row.state, to: move.to }
  await audit(tx, { action: 'measure.moved', ...about(row.id), details })
  return readMeasure(tx, actor, row.id, dayOf(now))
}

async function hold(tx: Tx, actor: Actor, ids: { id: string; version: number }, today: string) {
  const query = tx.selectFrom('measure').selectAll().where('id', '=', ids.id).forNoKeyUpdate()
  const row = found(await query.executeTakeFirst())
  if (row.version !== ids.version) {
    const current = await readMeasure(tx, actor, ids.id, today)
    refuseStale(row.version, ids.version, () => current)
  }
  return { row: { ...row, state: MeasureState.parse(row.state) } }
}

export async function addStep(
  tx: Tx,
  step: { id: string; from: string | null; to: string; on: string; note: string | null },
): Promise<void> {
  await tx
    .insertInto('measure_step')
    .values({
      id: newId(),
      measure_id: step.id,
      from_state: step.from,
      to_state: step.to,
      on_date: step.on,
      note: step.note,
    })
    .execute()
}

const names = {
  description: 'description',
  committeeId: 'committee_id',
  organisationId: 'organisation_id',
  unitId: 'unit_id',
  function: 'function',
  dueOn: 'due_on',
  fromCommitteeId: 'from_committee_id',
  programme: 'programme',
} as const

/** A theme and a barrier must be there and bring their own title. Throws `invalidInput` at `subject`. */
async function subjectColumns(tx: Tx, subject: MeasureChange['subject']) {
  if (subject === undefined) return {}
  if (subject === null) return { subject_kind: 'none', subject_id: null, subject_title: null }
  const { kind, id } = subject
  const { rows } = await sql<{ title: string }>`
    select t.title from theme t where ${kind} = 'theme' and t.tenant_id = (select app.tenant_id()) and t.id = ${id}::uuid
    union all select coalesce(x.title, 'Hürde') from barrier b left join barrier_text x on x.tenant_id = b.tenant_id and x.barrier_id = b.id
      where ${kind} = 'barrier' and b.tenant_id = (select app.tenant_id()) and b.id = ${id}::uuid`.execute(tx)
  if ((kind === 'theme' || kind === 'barrier') && rows.length === 0)
    refuseFields([['subject', 'measureSubjectUnknown']])
  return { subject_kind: kind, subject_id: id, subject_title: rows[0]?.title ?? subject.title }
}

const columnsOf = (wish: Omit<MeasureChange, 'title'>) =>
  Object.fromEntries(
    (Object.keys(names) as (keyof typeof names)[])
      .filter((key) => wish[key] !== undefined)
      .map((key) => [names[key], wish[key]]),
  )

const Ids = z.array(z.uuid())

/** Office and groups must exist here; all wrong fields at once. */
async function refuseWrongNames(tx: Tx, wish: MeasureChange): Promise<void> {
  const office = { organisationId: wish.organisationId ?? null, unitId: wish.unitId ?? null, path: '' }
  const wrong = [...(await wrongOffices(tx, [office]))]
  const asked = (['committeeId', 'fromCommitteeId'] as const).filter((field) => wish[field])
  if (asked.length > 0) {
    const ids = Ids.parse(asked.map((field) => wish[field]))
    const { rows } = await sql<{ id: string }>`select c.id from committee c
      where c.tenant_id = (select app.tenant_id()) and c.id = any (${ids}::uuid[])`.execute(tx)
    const known = new Set(rows.map(({ id }) => id))
    for (const field of asked) if (!known.has(wish[field]!)) wrong.push([field, 'solutionCommitteeUnknown'])
  }
  refuseFields(wrong)
}
