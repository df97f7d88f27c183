import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { audit } from '../../../platform/server/audit.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { publishedCsv } from '../../tenancy/server/index.ts'
import { rightsOf } from '../../staff/index.ts'
import { measureStateLabels, subjectLabels } from '../contract/codes.ts'
import type { MeasureQuery, MeasureView } from '../contract/measures.ts'
import { isOverdue, measureMoves } from '../rules/measures.ts'

type Row = Omit<MeasureView, 'overdue' | 'can'> & { readonly at: string }

const named = (table: string, id: RawBuilder<unknown>, label: string) =>
  sql`(select jsonb_build_object('id', x.id, 'label', ${sql.raw(label)}) from ${sql.table(table)} x
    where x.tenant_id = m.tenant_id and x.id = ${id})`

const rowsOf = (where: RawBuilder<unknown>, most: number): RawBuilder<Row> => sql<Row>`
  select m.id, m.title, m.description, m.state, m.state_on as "stateOn", m.function, m.due_on as "dueOn",
    ${named('committee', sql`m.committee_id`, 'x.name')} as committee,
    ${named('organisation', sql`m.organisation_id`, 'x.name')} as organisation,
    ${named('unit', sql`m.unit_id`, 'x.label')} as unit,
    ${named('committee', sql`m.from_committee_id`, 'x.name')} as "fromCommittee",
    case when m.subject_kind <> 'none' then jsonb_build_object('kind', m.subject_kind, 'id', m.subject_id,
      'title', m.subject_title) end as subject,
    m.programme, m.evidence, m.created_by = (select app.user_id()) as mine, m.version, m.created_at::text as at,
    (select coalesce(jsonb_agg(jsonb_build_object('from', s.from_state, 'to', s.to_state, 'onDate', s.on_date,
        'note', s.note) order by s.at, s.id), '[]')
      from measure_step s where s.tenant_id = m.tenant_id and s.measure_id = m.id) as steps
  from measure m where m.tenant_id = (select app.tenant_id()) and ${where}
  order by m.created_at desc, m.id desc limit ${most}`

function viewOf({ at: _at, ...row }: Row, actor: Actor, today: string): MeasureView {
  const write = rightsOf(actor.roles).has('measure.write')
  return {
    ...row,
    overdue: isOverdue(row, today),
    can: write && measureMoves[row.state].length > 0 ? ['change', 'move'] : [],
  }
}

/** One with its steps; 404 when it is hidden. */
export async function readMeasure(tx: Tx, actor: Actor, id: string, today: string): Promise<MeasureView> {
  const { rows } = await rowsOf(sql`m.id = ${id}`, 1).execute(tx)
  return viewOf(found(rows[0]), actor, today)
}

const views = {
  open: sql`m.state in ('recommended', 'planned', 'running', 'deferred')`,
  mine: sql`m.created_by = (select app.user_id())`,
  settled: sql`m.state in ('done', 'declined', 'dropped')`,
  all: sql`true`,
} as const

const Cursor = z.tuple([z.string().max(40), z.uuid()])

/** Newest first. */
export async function listMeasures(
  tx: Tx,
  actor: Actor,
  { view, committeeId, search, after, limit }: z.output<typeof MeasureQuery>,
  today: string,
): Promise<{ rows: MeasureView[]; next?: string }> {
  const cursor = decodeCursor(after, Cursor)
  const from = cursor
    ? sql`(m.created_at, m.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : sql`true`
  const of = committeeId ? sql`${committeeId} in (m.committee_id, m.from_committee_id)` : sql`true`
  const like = search && `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const about = like ? sql`m.title ilike ${like}` : sql`true`
  const { rows } = await rowsOf(sql`${views[view]} and ${of} and ${about} and ${from}`, limit + 1).execute(tx)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map((row) => viewOf(row, actor, today)),
    ...(last ? { next: encodeCursor([last.at, last.id]) } : {}),
  }
}

const mostInFile = 5000

/** All of them as a table; audited, because it leaves the program. Refuses rather than cutting off. */
export async function measuresAsCsv(tx: Tx, today: string): Promise<Download> {
  const { rows } = await rowsOf(sql`true`, mostInFile + 1).execute(tx)
  if (rows.length > mostInFile) throw new Refusal('tooLarge', 'tooLarge')
  const bytes = await publishedCsv(tx, {
    name: 'Maßnahmen',
    header: [
      'Titel', 'Stand', 'Stand vom', 'Gremium', 'Stelle', 'Abteilung', 'Funktion', 'Fällig', 'Empfohlen von',
      'Bezug', 'Programm', 'Nachweis', 'Antwort',
    ], // oxfmt-ignore
    rows: rows.map((row) => [
      row.title,
      measureStateLabels[row.state],
      { date: row.stateOn },
      row.committee?.label ?? null,
      row.organisation?.label ?? null,
      row.unit?.label ?? null,
      row.function,
      row.dueOn === null ? null : { date: row.dueOn },
      row.fromCommittee?.label ?? null,
      row.subject ? `${subjectLabels[row.subject.kind]}: ${row.subject.title ?? ''}` : null,
      row.programme,
      row.evidence,
      row.steps.findLast((step) => step.note !== null)?.note ?? null,
    ]),
  })
  await audit(tx, { action: 'measure.exported', objectKind: 'measure', details: { rows: rows.length } })
  return { name: `Massnahmen-${today}.csv`, bytes }
}
