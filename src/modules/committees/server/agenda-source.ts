import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { Offer, OfferList } from '../contract/meetings.ts'
import type { z } from 'zod'

export interface AgendaSpan {
  readonly meetingId: string
  readonly committeeId: string
  /** Kind of the committee, e.g. `teamMeeting`, `steeringGroup`. */
  readonly kind: string
  /** Day of the meeting and today, ISO, in Berlin. */
  readonly onDate: string
  readonly today: string
}

/**
 * Open items a module offers for an agenda. All sources become one statement: `rows` selects `id, title, detail` from
 * tables under row level security, the most pressing first; what stands on the agenda already is left out outside, and so
 * is what goes beyond `mostOffers`, which is said.
 */
export interface AgendaSource {
  /** Closed word, also kept in the item (`source_key`). */
  readonly key: string
  /** German heading of these offers. */
  readonly label: string
  readonly kind: Offer['kind']
  readonly subjectKind: Offer['subjectKind']
  /** Kinds of committees that get these offers; absent: all. */
  readonly committeeKinds?: readonly string[]
  /** What is offered belongs into the part without B3. */
  readonly withoutB3?: boolean
  /** What is offered stays inside. */
  readonly notPublic?: boolean
  /** `rows` also selects `subject_kind, subject_id, subject_title, without_b3`, each row its own. */
  readonly ownSubjects?: boolean
  readonly rows: (span: AgendaSpan) => RawBuilder<unknown>
}

export const mostOffers = 30
const tenant = sql`(select app.tenant_id())`

/** Meetings of the KIM team among itself. */
export const teamKinds = ['teamMeeting', 'staffMeeting']

/** What this module itself offers: monitoring, commissions, action items due, what was postponed, open agreements. */
export const committeeAgendaSources: readonly AgendaSource[] = [
  {
    // Numbers of the whole Kreis alone: no case, no person, no colleague, no town.
    key: 'monitoring',
    label: 'Aus dem Monitoring',
    kind: 'source',
    subjectKind: 'none',
    committeeKinds: teamKinds,
    withoutB3: true,
    notPublic: true,
    rows: ({ today }) => sql`select md5('monitoring')::uuid as id, 'Monitoring: Was im Kreis wartet' as title,
      format(E'Stand %s\nRe-Assessments überfällig: %s\nSchritte überfällig: %s\nAnfragen, die noch niemand übernommen hat: %s\nVerweise ohne Antwort: %s',
        to_char(${today}::date, 'DD.MM.YYYY'), n.reassessments, n.steps, n.requests, n.referrals) as detail
      from app.monitoring_counts(${today}::date) n`,
  },
  {
    key: 'commissionOpen',
    label: 'Offene Projektaufträge',
    kind: 'commission',
    subjectKind: 'commission',
    rows: ({ committeeId }) => sql`select k.id, k.title, k.result as detail from commission k
      where k.tenant_id = ${tenant} and k.state not in ('done', 'returned')
        and (k.committee_id = ${committeeId} or k.to_committee_id = ${committeeId})
      order by k.due_on nulls last, k.id`,
  },
  {
    key: 'actionItemDue',
    label: 'Arbeitsaufträge, die fällig sind',
    kind: 'actionItem',
    subjectKind: 'actionItem',
    rows: ({ committeeId, onDate }) => sql`select a.id, a.title, a.responsible as detail from action_item a
      where a.tenant_id = ${tenant} and a.state = 'open' and a.committee_id = ${committeeId}
        and (a.due_on is null or a.due_on <= ${onDate}::date) order by a.due_on nulls last, a.id`,
  },
  {
    // Until it is taken up again: a later agenda that has it, by its subject or its words, answers for it.
    key: 'postponed',
    label: 'Vertagt und noch offen',
    kind: 'source',
    subjectKind: 'none',
    ownSubjects: true,
    rows: ({
      committeeId,
      meetingId,
    }) => sql`select i.id, i.title, i.detail, i.subject_kind, i.subject_id, i.subject_title,
        i.without_b3 from agenda_item i join meeting m on m.tenant_id = i.tenant_id and m.id = i.meeting_id
      where i.tenant_id = ${tenant} and i.committee_id = ${committeeId} and i.state = 'postponed'
        and i.kind <> 'case' and m.id <> ${meetingId} and not exists (select from agenda_item j
          join meeting n on n.tenant_id = j.tenant_id and n.id = j.meeting_id and n.state <> 'cancelled'
          where j.tenant_id = i.tenant_id and j.committee_id = i.committee_id and n.id <> ${meetingId}
            and (n.on_date, n.start_time, n.id) > (m.on_date, m.start_time, m.id)
            and (j.title = i.title or j.subject_id = i.subject_id))
      order by m.on_date desc, i.position`,
  },
  {
    key: 'agreementOpen',
    label: 'Vereinbarungen, die noch nicht alle bestätigt haben',
    kind: 'review',
    subjectKind: 'none',
    rows: ({ committeeId }) => sql`select d.id, d.title, null as detail from decision d
      where d.tenant_id = ${tenant} and d.committee_id = ${committeeId} and d.kind = 'agreement'
        and d.state = 'valid' and exists (select from decision_party r where r.tenant_id = d.tenant_id
          and r.decision_id = d.id and r.state = 'open') order by d.decided_on, d.id`,
  },
]

interface Row {
  source: number
  id: string
  title: string
  detail: string | null
  subject_kind: Offer['subjectKind'] | null
  subject_id: string | null
  subject_title: string | null
  without_b3: boolean | null
}

/** Offers of all sources that the agenda does not have yet, in the order of the sources. */
export async function readOffers(
  tx: Tx,
  sources: readonly AgendaSource[],
  span: AgendaSpan,
): Promise<z.infer<typeof OfferList>> {
  const asked = sources.filter(({ committeeKinds }) => committeeKinds?.includes(span.kind) ?? true)
  if (asked.length === 0) return { rows: [], more: [] }
  const none = sql`null::text, null::uuid, null::text, null::boolean`
  const own = sql`x.subject_kind::text, x.subject_id::uuid, x.subject_title::text, x.without_b3`
  const parts = asked.map(
    (source, index) => sql`(select ${index}::int as source, row_number() over () as n, x.id::uuid as id,
      x.title::text as title, x.detail::text as detail, ${source.ownSubjects ? own : none}
      from (${source.rows(span)}) x limit ${mostOffers + 1})`,
  )
  const { rows } = await sql<Row & { n: number }>`
    with offered (source, n, id, title, detail, subject_kind, subject_id, subject_title, without_b3) as
      (${sql.join(parts, sql` union all `)})
    select o.* from offered o where not exists (select from agenda_item i where i.tenant_id = (select app.tenant_id())
      and i.meeting_id = ${span.meetingId} and (i.subject_id in (o.id, o.subject_id) or i.title = o.title))
    order by o.source, o.n`.execute(tx)
  const more = new Set(
    rows.filter(({ n }) => Number(n) > mostOffers).map(({ source }) => asked[source]!.label),
  )
  return {
    rows: rows.filter(({ n }) => Number(n) <= mostOffers).map((row) => offerOf(row, asked[row.source]!)),
    more: [...more],
  }
}

function offerOf(row: Row, { key, label, kind, ...source }: AgendaSource): Offer {
  const title = row.title.slice(0, 300)
  const subjectKind = row.subject_kind ?? source.subjectKind
  const subject = source.ownSubjects
    ? { subjectId: row.subject_id, subjectTitle: row.subject_title }
    : { subjectId: row.id, subjectTitle: title }
  return {
    source: key,
    label,
    kind,
    title,
    detail: row.detail,
    subjectKind,
    ...(subjectKind === 'none' ? { subjectId: null, subjectTitle: null } : subject),
    withoutB3: row.without_b3 ?? source.withoutB3 ?? false,
    isPublic: !source.notPublic,
  }
}
