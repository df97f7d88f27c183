import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type {
  Agreement,
  AgreementParty,
  Goal,
  GoalStep,
  GoalStepText,
  GoalText,
} from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'

export type GoalRow = Selectable<Goal>
export type StepRow = Selectable<GoalStep>
export type AgreementRow = Selectable<Agreement>

/** The goal's case, asked before the case is locked: the case is always locked first, then what hangs on it. */
export async function caseOfGoal(tx: Tx, goalId: string): Promise<string> {
  return found(await tx.selectFrom('goal').select('case_id').where('id', '=', goalId).executeTakeFirst())
    .case_id
}

export async function caseOfStep(tx: Tx, stepId: string): Promise<string> {
  return found(await tx.selectFrom('goal_step').select('case_id').where('id', '=', stepId).executeTakeFirst())
    .case_id
}

export async function caseOfAgreement(tx: Tx, agreementId: string): Promise<string> {
  return found(
    await tx.selectFrom('agreement').select('case_id').where('id', '=', agreementId).executeTakeFirst(),
  ).case_id
}

export async function lockGoal(tx: Tx, goalId: string): Promise<GoalRow> {
  return found(
    await tx.selectFrom('goal').selectAll().where('id', '=', goalId).forNoKeyUpdate().executeTakeFirst(),
  )
}

export async function lockStep(tx: Tx, stepId: string): Promise<StepRow> {
  return found(
    await tx.selectFrom('goal_step').selectAll().where('id', '=', stepId).forNoKeyUpdate().executeTakeFirst(),
  )
}

export async function lockAgreement(tx: Tx, agreementId: string): Promise<AgreementRow> {
  return found(
    await tx
      .selectFrom('agreement')
      .selectAll()
      .where('id', '=', agreementId)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
}

/** Position after the last one; the case is locked, so nobody takes the same. */
export async function nextGoalPosition(tx: Tx, caseId: string): Promise<number> {
  const row = await tx
    .selectFrom('goal')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function nextStepPosition(tx: Tx, goalId: string): Promise<number> {
  const row = await tx
    .selectFrom('goal_step')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('goal_id', '=', goalId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function insertGoal(tx: Tx, goal: Insertable<Goal>, text: Insertable<GoalText>): Promise<void> {
  await tx.insertInto('goal').values(goal).execute()
  await tx.insertInto('goal_text').values(text).execute()
}

export async function insertStep(
  tx: Tx,
  step: Insertable<GoalStep>,
  text: Insertable<GoalStepText>,
): Promise<void> {
  await tx.insertInto('goal_step').values(step).execute()
  await tx.insertInto('goal_step_text').values(text).execute()
}

/** Row and wording carry one version: whoever changes either makes both stale for others. */
export async function updateGoal(
  tx: Tx,
  goal: Pick<GoalRow, 'id' | 'version'>,
  change: Updateable<Goal>,
  text: Updateable<GoalText>,
): Promise<void> {
  await tx
    .updateTable('goal')
    .set({ ...change, version: goal.version + 1 })
    .where('id', '=', goal.id)
    .execute()
  if (Object.keys(text).length === 0) return
  await tx.updateTable('goal_text').set(text).where('goal_id', '=', goal.id).execute()
}

export async function updateStep(
  tx: Tx,
  step: Pick<StepRow, 'id' | 'version'>,
  change: Updateable<GoalStep>,
  text: Updateable<GoalStepText>,
): Promise<void> {
  await tx
    .updateTable('goal_step')
    .set({ ...change, version: step.version + 1 })
    .where('id', '=', step.id)
    .execute()
  if (Object.keys(text).length === 0) return
  await tx.updateTable('goal_step_text').set(text).where('step_id', '=', step.id).execute()
}

export async function insertStateChange(
  tx: Tx,
  change: {
    id: string
    case_id: string
    goal_id: string
    from_state: string | null
    to_state: string
    reason: string | null
    episode: number
    on_date: string
  },
): Promise<void> {
  await tx.insertInto('goal_state_change').values(change).execute()
}

/** Positions 1…n in the order of `ids`. Order is no content: versions stay, so that nobody's open form turns stale. */
export async function setPositions(
  tx: Tx,
  table: 'goal' | 'goal_step',
  ids: readonly string[],
): Promise<void> {
  await sql`update ${sql.table(table)} t set position = o.position::int
    from unnest(${[...ids]}::uuid[]) with ordinality o (id, position)
    where t.tenant_id = (select app.tenant_id()) and t.id = o.id`.execute(tx)
}

export async function insertAgreement(
  tx: Tx,
  agreement: Insertable<Agreement>,
  content: unknown,
  parties: readonly Insertable<AgreementParty>[],
): Promise<void> {
  await tx.insertInto('agreement').values(agreement).execute()
  await tx
    .insertInto('agreement_content')
    .values({ agreement_id: agreement.id, case_id: agreement.case_id, content: JSON.stringify(content) })
    .execute()
  await insertParties(tx, parties)
}

export async function insertParties(tx: Tx, parties: readonly Insertable<AgreementParty>[]): Promise<void> {
  if (parties.length > 0)
    await tx
      .insertInto('agreement_party')
      .values([...parties])
      .execute()
}

export async function updateAgreement(
  tx: Tx,
  agreement: Pick<AgreementRow, 'id' | 'version'>,
  change: Updateable<Agreement>,
): Promise<void> {
  await tx
    .updateTable('agreement')
    .set({ ...change, version: agreement.version + 1 })
    .where('id', '=', agreement.id)
    .execute()
}

/** Ends the life of an earlier version in this state; its content stays as it is. */
export async function supersede(tx: Tx, caseId: string, state: 'draft' | 'signed'): Promise<void> {
  await tx
    .updateTable('agreement')
    .set((eb) => ({ state: 'superseded', version: eb('version', '+', 1) }))
    .where('case_id', '=', caseId)
    .where('state', '=', state)
    .execute()
}

export async function nextAgreementNumber(tx: Tx, caseId: string): Promise<number> {
  const row = await tx
    .selectFrom('agreement')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function openGoalIds(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('goal')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute()
  return rows.map((row) => row.id)
}

export async function stepIds(tx: Tx, goalId: string): Promise<string[]> {
  const rows = await tx.selectFrom('goal_step').select('id').where('goal_id', '=', goalId).execute()
  return rows.map((row) => row.id)
}
