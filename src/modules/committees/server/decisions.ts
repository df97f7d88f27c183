import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id, newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { publishedCsv } from '../../tenancy/server/index.ts'
import { decisionKindLabels, decisionOutcomeLabels, type PartyState } from '../contract/codes.ts'
import type {
  DecisionChange,
  DecisionQuery,
  DecisionSearch,
  DecisionView,
  NewDecision,
  PartyAnswer,
} from '../contract/registers.ts'
import { whyNotAnswer } from '../rules/states.ts'
import { databaseNow, keepsCommittees, listOf, subjectColumns, votesOf } from './office.ts'
import { paperRows, withPaperActions } from './row-screens.ts'
import { changeRow, lockRow, logged, wrongField, type Ids } from './store.ts'

type Raw = Omit<DecisionView, 'can'>

const decisionRows = (rest: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select d.id, d.committee_id as "committeeId", coalesce(c.name, d.body) as body, d.meeting_id as "meetingId", d.kind,
    d.title, d.wording, d.date_text as "dateText", d.reference, d.council_number as "councilNumber",
    d.council_url as "councilUrl", ${votesOf(sql`d`)} as votes, ${subjectColumns(sql`d`)}, d.is_public as "isPublic",
    d.outcome, d.state, d.source, d.remark, d.alternatives, d.version,
    (select jsonb_build_object('id', x.id, 'title', x.title) from decision x where x.tenant_id = d.tenant_id
      and x.id = d.replaced_by_id) as "replacedBy",
    (select x.name from committee x where x.tenant_id = d.tenant_id and x.id = d.to_committee_id) as "toCommittee",
    ${listOf(paperRows(sql`and p.decision_id = d.id order by p.created_at, p.id`))} as papers
  from decision d left join committee c on c.tenant_id = d.tenant_id and c.id = d.committee_id
  where d.tenant_id = (select app.tenant_id()) ${rest}`

const withActions = (row: Raw, actor: Actor): DecisionView => ({
  ...row,
  papers: row.papers.map((paper) => withPaperActions(paper, actor)),
  can: keepsCommittees(actor) ? ['change'] : [],
})

async function readDecision(tx: Tx, actor: Actor, id: string): Promise<DecisionView> {
  const { rows } = await sql<Raw>`${decisionRows(sql`and d.id = ${id}`)}`.execute(tx)
  return withActions(found(rows[0]), actor)
}

/** Ordered by what the source says of the day, unknown last; a year alone stands at its beginning. */
const order = sql`coalesce(d.date_text, '0000')`
const Cursor = z.tuple([z.string().max(10), Id])

export async function listDecisions(
  tx: Tx,
  actor: Actor,
  query: z.output<typeof DecisionQuery> & Partial<Pick<z.output<typeof DecisionSearch>, 'words'>>,
) {
  const cursor = decodeCursor(query.after, Cursor)
  const parts = [
    query.kind ? sql`and d.kind = ${query.kind}` : sql``,
    query.committeeId ? sql`and d.committee_id = ${query.committeeId}` : sql``,
    query.subjectId ? sql`and d.subject_id = ${query.subjectId}` : sql``,
    query.political === undefined
      ? sql``
      : query.political === 'true'
        ? sql`and d.committee_id is null`
        : sql`and d.committee_id is not null`,
    query.words ? matching(query.words) : sql``,
    cursor ? sql`and (${order}, d.id) < (${cursor[0]}, ${cursor[1]}::uuid)` : sql``,
    sql`order by ${order} desc, d.id desc limit ${query.limit + 1}`,
  ]
  const { rows } = await sql<Raw>`${decisionRows(sql.join(parts, sql` `))}`.execute(tx)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => withActions(row, actor)),
    ...(rows.length > query.limit && last ? { next: encodeCursor([last.dateText ?? '0000', last.id]) } : {}),
  }
}

/** Every word somewhere in title, wording, number or body. */
const matching = (words: string): RawBuilder<unknown> =>
  sql.join(
    words
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8)
      .map((word) => {
        const like = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
        return sql`and concat_ws(' ', d.title, d.wording, d.reference, d.council_number, d.body, c.name, d.subject_title) ilike ${like}`
      }),
    sql` `,
  )

/** The whole register as a table; at most 5,000 rows, and it says so when there are more. */
export async function exportDecisions(tx: Tx): Promise<Download> {
  const most = 5000
  const { rows } =
    await sql<Raw>`${decisionRows(sql`order by ${order} desc, d.id desc limit ${most + 1}`)}`.execute(tx)
  const table = {
    name: 'Beschlüsse',
    header: [
      'Datum',
      'Gremium',
      'Art',
      'Titel',
      'Wortlaut',
      'Zeichen',
      'Ratsinfo-Nummer',
      'Adresse',
      'Ja',
      'Nein',
      'Enthaltung',
      'Ergebnis',
      'Stand',
      'Quelle',
      'Bemerkung',
    ],
    rows: rows
      .slice(0, most)
      .map((row) => [
        PlainDate.safeParse(row.dateText).success ? { date: row.dateText! } : (row.dateText ?? 'unbekannt'),
        row.body,
        decisionKindLabels[row.kind],
        row.title,
        row.wording,
        row.reference,
        row.councilNumber,
        row.councilUrl,
        row.votes?.yes ?? null,
        row.votes?.no ?? null,
        row.votes?.abstained ?? null,
        row.kind === 'acknowledgement' ? null : decisionOutcomeLabels[row.outcome],
        { valid: 'gilt', revoked: 'aufgehoben', replaced: 'ersetzt' }[row.state],
        row.source,
        row.remark,
      ]),
  }
  if (rows.length > most) throw new Refusal('tooLarge', 'registerTooLarge')
  await logged(tx, 'decision.exported', 'decisionRegister', newId(), { rows: rows.length })
  return { name: 'Beschlussregister.csv', bytes: await publishedCsv(tx, table) }
}

/** Of a body that is no committee of KIM; public and readable at once. */
export async function recordDecision(
  tx: Tx,
  actor: Actor,
  wish: z.output<typeof NewDecision>,
): Promise<DecisionView> {
  const id = newId()
  const day = wish.dateText ?? null
  await tx
    .insertInto('decision')
    .values({
      id,
      body: wish.body,
      kind: wish.kind,
      title: wish.title,
      wording: wish.wording ?? null,
      date_text: day,
      decided_on: wholeDay(day),
      reference: wish.reference ?? null,
      council_number: wish.councilNumber ?? null,
      council_url: wish.councilUrl ?? null,
      is_public: wish.isPublic,
      released_at: databaseNow,
      remark: wish.remark ?? null,
    })
    .execute()
  await logged(tx, 'decision.recorded', 'decision', id, { kind: wish.kind })
  return readDecision(tx, actor, id)
}

function wholeDay(text: string | null): string | null {
  if (text === null || text.length < 10) return null
  if (!PlainDate.safeParse(text).success) throw wrongField('dateText', 'dateUnknown')
  return text
}

/** What was decided stays; what is known about it may be completed. Throws 404, 412. */
export async function changeDecision(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: DecisionChange,
): Promise<DecisionView> {
  const row = await lockRow(tx, 'decision', ids.id)
  const current = await readDecision(tx, actor, ids.id)
  refuseStale(row.version, ids.version, () => current)
  // In a meeting the words are the minutes'; here only those of other bodies.
  const words = wish.title !== undefined || wish.wording !== undefined
  if (words && row.meeting_id !== null) throw new Refusal('conflict', 'wordsAreTheMinutes')
  await refuseWrongSuccessor(tx, ids.id, wish)
  const columns = {
    title: wish.title,
    wording: wish.wording,
    reference: wish.reference,
    council_number: wish.councilNumber,
    council_url: wish.councilUrl,
    is_public: wish.isPublic,
    state: wish.state,
    replaced_by_id: wish.state !== undefined && wish.state !== 'replaced' ? null : wish.replacedById,
    remark: wish.remark,
  }
  const change = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  await changeRow(tx, 'decision', row, { ...change, edited_at: databaseNow })
  await logged(tx, 'decision.changed', 'decision', ids.id, { fields: Object.keys(wish) })
  return readDecision(tx, actor, ids.id)
}

/** What replaces it must exist, be another decision, and is named only together with the state. */
async function refuseWrongSuccessor(tx: Tx, id: string, wish: DecisionChange): Promise<void> {
  const { replacedById: next } = wish
  if (wish.state === 'replaced' && !next) throw wrongField('replacedById', 'replacedByMissing')
  if (!next) return
  const query = tx.selectFrom('decision').select('id').where('id', '=', next)
  const known = next !== id && (await query.executeTakeFirst())
  if (!known) throw wrongField('replacedById', 'replacedByUnknown')
}

/**
 * An agreement holds when each party has ratified it. An answer written down by mistake is put right, also back to open;
 * after the approval of the minutes with the reason, which stays visible. Throws 404, 412, the codes of `whyNotAnswer`,
 * `answerInFuture`.
 */
export async function ratify(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: z.output<typeof PartyAnswer>,
  now: Temporal.Instant,
): Promise<DecisionView> {
  const row = await lockRow(tx, 'decision_party', ids.id)
  refuseStale(row.version, ids.version, () => undefined)
  const from = row.state as PartyState
  const approved = from !== 'open' && (await isApproved(tx, row.decision_id))
  const remark = wish.remark ?? null
  const why = whyNotAnswer(from, wish.state, { approved, remark })
  if (why === 'correctionReasonMissing') throw wrongField('remark', why)
  refuseIf(why)
  const today = dayOf(now)
  const on = wish.onDate ?? today
  if (on > today) throw wrongField('onDate', 'answerInFuture')
  await changeRow(tx, 'decision_party', row, {
    state: wish.state,
    on_date: wish.state === 'open' ? null : on,
    remark,
    ...(approved && { corrected_on: today }),
  })
  if (from === 'open') await logged(tx, `decision.${wish.state}`, 'decisionParty', ids.id)
  else
    await logged(tx, 'decision.answerCorrected', 'decisionParty', ids.id, { from, to: wish.state, approved })
  return readDecision(tx, actor, row.decision_id)
}

async function isApproved(tx: Tx, decisionId: string): Promise<boolean> {
  const meeting = await tx
    .selectFrom('decision as d')
    .innerJoin('meeting as m', 'm.id', 'd.meeting_id')
    .select('m.state')
    .where('d.id', '=', decisionId)
    .executeTakeFirst()
  return meeting?.state === 'approved'
}
