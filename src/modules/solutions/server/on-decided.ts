import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { Decided, OnDecided } from '../../committees/server/index.ts'
import { notify } from '../../staff/server/index.ts'
import { MeasureState } from '../contract/codes.ts'
import { whyNotMeasureMove } from '../rules/measures.ts'
import { addStep } from './measures.ts'
import { solutionTexts } from './texts.ts'

type Note = Awaited<ReturnType<OnDecided>>

/**
 * From the team meeting to a group and back (R092). A recommendation that names its group becomes one in the catalogue
 * when the minutes go to the members; the group's decision on it, in its own meeting, is the answer. Each once.
 */
export const recommendDecided: OnDecided = async (tx, decided, now) => {
  if (decided.stage !== 'released' && decided.stage !== 'approved') return null
  if (decided.toCommitteeId !== null) return recommend(tx, decided, dayOf(now))
  const answers = decided.kind !== 'acknowledgement' && decided.subjectKind === 'measure' && !decided.struck
  return answers && decided.subjectId !== null ? answer(tx, decided, decided.subjectId, dayOf(now)) : null
}

/** What is not public stays in the minutes; the catalogue says only that there is something. */
const inPrivate = 'Empfehlung aus nicht öffentlicher Beratung'
const titleOf = (wording: string): string => {
  const line = wording.split('\n')[0]!
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

async function recommend(tx: Tx, decided: Decided, today: string): Promise<Note> {
  const query = tx
    .selectFrom('measure')
    .select(['id', 'state', 'version'])
    .where('decision_id', '=', decided.decisionId)
  const made = await query.forNoKeyUpdate().executeTakeFirst()
  if (made) return decided.struck ? takeBack(tx, made, today) : null
  if (decided.outcome !== 'adopted') return null
  const id = newId()
  const subject = decided.subjectId === null ? 'none' : decided.subjectKind
  await tx
    .insertInto('measure')
    .values({
      id,
      title: decided.isPublic ? titleOf(decided.wording) : inPrivate,
      description: decided.isPublic ? decided.wording.slice(0, 2000) : null,
      state: 'recommended',
      state_on: today,
      committee_id: decided.toCommitteeId,
      from_committee_id: decided.committeeId,
      decision_id: decided.decisionId,
      subject_kind: subject,
      subject_id: subject === 'none' ? null : decided.subjectId,
      subject_title: subject === 'none' ? null : decided.subjectTitle,
    })
    .execute()
  await addStep(tx, { id, from: null, to: 'recommended', on: today, note: null })
  const details = { state: 'recommended', subject }
  await audit(tx, { action: 'measure.created', objectKind: 'measure', objectId: id, details })
  return null
}

interface Row {
  id: string
  state: string
  version: number
}

/** Struck before the group answered: nobody waits for an answer any more. */
async function takeBack(tx: Tx, row: Row, today: string): Promise<Note> {
  if (row.state !== 'recommended') return null
  await move(tx, row, { to: 'declined', today, note: 'In der Niederschrift gestrichen.' })
  return null
}

async function answer(tx: Tx, decided: Decided, id: string, today: string): Promise<Note> {
  const { rows } = await sql<
    Row & { title: string; due: string | null; by: string; answered: string | null }
  >`
    select m.id, m.state, m.version, m.title, m.due_on as due, m.created_by as by, m.answer_decision_id as answered
    from measure m where m.tenant_id = (select app.tenant_id()) and m.id = ${id}
      and m.committee_id = ${decided.committeeId} for no key update`.execute(tx)
  const [row] = rows
  if (!row || row.answered === decided.decisionId) return null
  const to = { adopted: 'planned', rejected: 'declined', postponed: 'deferred' } as const
  const said = decided.isPublic ? decided.wording.slice(0, 900) : 'Nicht öffentlich beraten.'
  const note = decided.inOtherForm ? `In anderer Form aufgegriffen: ${said}` : said
  const wish = {
    to: to[decided.outcome],
    note,
    evidence: null,
    dueOn: decided.dueOn ?? row.due,
    responsible: true,
  }
  const about = { title: row.title, subjectKind: 'measure', subjectId: id } as const
  const why = whyNotMeasureMove(MeasureState.parse(row.state), wish)
  if (why !== null)
    return {
      ...about,
      kind: 'notMoved',
      text: `Die Antwort ist nicht bei der Empfehlung angekommen. ${solutionTexts[why] ?? ''}`,
    }
  await move(tx, row, { to: wish.to, today, note, dueOn: wish.dueOn, decisionId: decided.decisionId })
  if (row.by !== (await ownId(tx)))
    await notify(tx, { userId: row.by, kind: 'measure.answered', objectKind: 'measure', objectId: id })
  return { ...about, kind: 'moved', text: `Die Antwort steht bei der Empfehlung: ${words[decided.outcome]}.` }
}

const words = {
  adopted: 'aufgegriffen',
  rejected: 'nicht aufgegriffen',
  postponed: 'zurückgestellt',
} as const

async function ownId(tx: Tx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select app.user_id() as id`.execute(tx)
  return rows[0]!.id
}

async function move(
  tx: Tx,
  row: Row,
  step: { to: string; today: string; note: string; dueOn?: string | null; decisionId?: string },
): Promise<void> {
  await tx
    .updateTable('measure')
    .set({
      state: step.to,
      state_on: step.today,
      version: row.version + 1,
      ...(step.dueOn === undefined ? {} : { due_on: step.dueOn }),
      ...(step.decisionId === undefined ? {} : { answer_decision_id: step.decisionId }),
    })
    .where('id', '=', row.id)
    .execute()
  await addStep(tx, { id: row.id, from: row.state, to: step.to, on: step.today, note: step.note })
  const details = { from: row.state, to: step.to }
  await audit(tx, { action: 'measure.moved', objectKind: 'measure', objectId: row.id, details })
}
