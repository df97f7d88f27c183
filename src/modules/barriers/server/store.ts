import type { Insertable, Selectable, Updateable } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import type {
  Problem,
  ProblemArrangement,
  ProblemStep,
  ProblemText,
} from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'

export type ProblemRow = Selectable<Problem>

export async function caseOfProblem(tx: Tx, id: string): Promise<string> {
  return found(await tx.selectFrom('problem').select('case_id').where('id', '=', id).executeTakeFirst())
    .case_id
}

export async function lockProblem(tx: Tx, id: string): Promise<ProblemRow> {
  return found(
    await tx.selectFrom('problem').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst(),
  )
}

export async function insertProblem(
  tx: Tx,
  problem: Insertable<Problem>,
  text: Omit<Insertable<ProblemText>, 'problem_id' | 'case_id'>,
  organisationIds: readonly string[],
): Promise<void> {
  await tx.insertInto('problem').values(problem).execute()
  const link = { problem_id: problem.id, case_id: problem.case_id }
  await tx
    .insertInto('problem_text')
    .values({ ...link, ...text })
    .execute()
  await replaceOrganisations(tx, link, organisationIds)
}

/** Row, words and organisations carry one version. */
export async function updateProblem(
  tx: Tx,
  problem: Pick<ProblemRow, 'id' | 'version'>,
  change: Updateable<Problem>,
  text: Updateable<ProblemText> = {},
): Promise<void> {
  if (Object.keys(text).length > 0) {
    await tx.updateTable('problem_text').set(text).where('problem_id', '=', problem.id).execute()
  }
  await tx
    .updateTable('problem')
    .set({ ...change, version: problem.version + 1 })
    .where('id', '=', problem.id)
    .execute()
}

export async function replaceOrganisations(
  tx: Tx,
  link: { problem_id: string; case_id: string },
  organisationIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('problem_organisation').where('problem_id', '=', link.problem_id).execute()
  const rows = [...new Set(organisationIds)].map((id) => ({ ...link, organisation_id: id }))
  if (rows.length > 0) await tx.insertInto('problem_organisation').values(rows).execute()
}

type Step = Omit<Insertable<ProblemStep>, 'id' | 'case_id' | 'problem_id'>

/** A dated step and what was said with it. */
export async function insertStep(
  tx: Tx,
  problem: Pick<ProblemRow, 'id' | 'case_id'>,
  step: Step,
  note?: string | null,
): Promise<void> {
  const id = newId()
  const link = { case_id: problem.case_id, problem_id: problem.id }
  await tx
    .insertInto('problem_step')
    .values({ id, ...link, ...step })
    .execute()
  if (note) {
    await tx
      .insertInto('problem_step_text')
      .values({ step_id: id, ...link, content: note })
      .execute()
  }
}

export async function insertArrangement(tx: Tx, row: Insertable<ProblemArrangement>): Promise<void> {
  await tx.insertInto('problem_arrangement').values(row).execute()
}

export async function lockArrangement(
  tx: Tx,
  problemId: string,
  id: string,
): Promise<Selectable<ProblemArrangement>> {
  return found(
    await tx
      .selectFrom('problem_arrangement')
      .selectAll()
      .where('id', '=', id)
      .where('problem_id', '=', problemId)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
}

export async function endArrangement(
  tx: Tx,
  row: Pick<Selectable<ProblemArrangement>, 'id' | 'version'>,
  outcome: string,
  on: string,
): Promise<void> {
  await tx
    .updateTable('problem_arrangement')
    .set({ outcome, outcome_on: on, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
}
