import { sql, type Insertable, type Updateable } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import type { CaseFile } from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'

export type TextKind =
  | 'concern'
  | 'summary'
  | 'clientView'
  | 'closure'
  | 'openNeeds'
  | 'servedElsewhere'
  | 'handover'

/** The next file number of the year, e.g. `WES-2026-0147`; the counter is locked until the transaction ends. */
export async function nextFileNumber(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ last: number; prefix: string }>`
    insert into case_number (year, last) values (${year}, 1)
    on conflict (tenant_id, year) do update set last = case_number.last + 1
    returning last, upper(coalesce(
      (select s.value #>> '{}' from tenant_setting s where s.tenant_id = (select app.tenant_id()) and s.key = 'fileNumberPrefix'),
      (select left(t.key, 3) from tenant t where t.id = (select app.tenant_id())))) as prefix`.execute(tx)
  const { last, prefix } = rows[0]!
  return `${prefix}-${year}-${String(last).padStart(4, '0')}`
}

/** The file and its first assignment: only then is the case visible to who opened it. */
export async function insertCase(
  tx: Tx,
  file: Omit<Insertable<CaseFile>, 'responsible_organisation_id'> & {
    id: string
    responsible_organisation_id: string
  },
): Promise<void> {
  await tx.insertInto('case_file').values(file).execute()
  await tx
    .insertInto('case_assignment')
    .values({
      id: newId(),
      case_id: file.id,
      user_id: file.responsible_user_id,
      organisation_id: file.responsible_organisation_id,
    })
    .execute()
}

/** Writes the file with a new version. */
export async function updateCase(tx: Tx, id: string, change: Updateable<CaseFile>): Promise<void> {
  await tx
    .updateTable('case_file')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export interface NewStep {
  readonly caseId: string
  readonly episode: number
  readonly kind: 'phase' | 'intensity' | 'firstTalk' | 'closed'
  readonly from?: string | null
  readonly to: string
  readonly on: string
  /** A code; own words go to `note`. */
  readonly reason?: string | null
  readonly note?: string | null | undefined
}

export async function insertSteps(tx: Tx, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return
  const rows = steps.map((step) => ({ ...step, id: newId() }))
  await tx
    .insertInto('case_step')
    .values(
      rows.map((step) => ({
        id: step.id,
        case_id: step.caseId,
        episode: step.episode,
        kind: step.kind,
        from_value: step.from ?? null,
        to_value: step.to,
        on_date: step.on,
        reason: step.reason ?? null,
      })),
    )
    .execute()
  const notes = rows.flatMap(({ id, caseId, note }) => (note ? [{ step_id: id, case_id: caseId, note }] : []))
  if (notes.length > 0) await tx.insertInto('case_step_text').values(notes).execute()
}

/** One text of the case per kind; empty text keeps the row with an empty content. */
export async function saveText(tx: Tx, caseId: string, kind: TextKind, content: string): Promise<void> {
  await sql`insert into case_text (case_id, kind, content) values (${caseId}, ${kind}, ${content})
    on conflict (tenant_id, case_id, kind) do update set content = excluded.content, version = case_text.version + 1`.execute(
    tx,
  )
}
