import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { Offer } from '../contract/meetings.ts'

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
 * tables under row level security, at most `mostOffers`; what stands on the agenda already is left out outside.
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
  readonly rows: (span: AgendaSpan) => RawBuilder<unknown>
}

export const mostOffers = 30

/** What this module itself offers: commissions, action items due, reviews of agreements, minutes to approve. */
export const committeeAgendaSources: readonly AgendaSource[] = [
  {
    key: 'commissionOpen',
    label: 'Offene Projektaufträge',
    kind: 'commission',
    subjectKind: 'commission',
    rows: ({ committeeId }) => sql`select k.id, k.title, k.result as detail from commission k
      where k.tenant_id = (select app.tenant_id()) and k.state not in ('done', 'returned')
        and (k.committee_id = ${committeeId} or k.to_committee_id = ${committeeId})
      order by k.due_on nulls last, k.id limit ${mostOffers}`,
  },
  {
    key: 'actionItemDue',
    label: 'Arbeitsaufträge, die fällig sind',
    kind: 'actionItem',
    subjectKind: 'actionItem',
    rows: ({ committeeId, onDate }) => sql`select a.id, a.title, a.responsible as detail from action_item a
      where a.tenant_id = (select app.tenant_id()) and a.state = 'open' and a.committee_id = ${committeeId}
        and (a.due_on is null or a.due_on <= ${onDate}::date) order by a.due_on nulls last, a.id limit ${mostOffers}`,
  },
  {
    key: 'postponed',
    label: 'Beim letzten Mal vertagt',
    kind: 'source',
    subjectKind: 'none',
    rows: ({ committeeId, meetingId }) => sql`select i.id, i.title, i.detail from agenda_item i
      join meeting m on m.tenant_id = i.tenant_id and m.id = i.meeting_id
      where i.tenant_id = (select app.tenant_id()) and i.committee_id = ${committeeId} and i.state = 'postponed'
        and i.kind <> 'case' and m.id <> ${meetingId} order by m.on_date desc, i.position limit ${mostOffers}`,
  },
  {
    key: 'agreementOpen',
    label: 'Vereinbarungen, die noch nicht alle bestätigt haben',
    kind: 'review',
    subjectKind: 'none',
    rows: ({ committeeId }) => sql`select d.id, d.title, null as detail from decision d
      where d.tenant_id = (select app.tenant_id()) and d.committee_id = ${committeeId} and d.kind = 'agreement'
        and d.state = 'valid' and exists (select from decision_party r where r.tenant_id = d.tenant_id
          and r.decision_id = d.id and r.state = 'open') order by d.decided_on, d.id limit ${mostOffers}`,
  },
]

/** Offers of all sources that the agenda does not have yet, in the order of the sources. */
export async function readOffers(
  tx: Tx,
  sources: readonly AgendaSource[],
  span: AgendaSpan,
): Promise<Offer[]> {
  const asked = sources.filter(({ committeeKinds }) => committeeKinds?.includes(span.kind) ?? true)
  if (asked.length === 0) return []
  const parts = asked.map(
    (source, index) => sql`select ${index}::int as source, x.id::uuid as id, x.title::text as title,
      x.detail::text as detail from (${source.rows(span)}) x (id, title, detail)`,
  )
  const { rows } = await sql<{ source: number; id: string; title: string; detail: string | null }>`
    with offered as (${sql.join(parts, sql` union all `)})
    select o.* from offered o where not exists (select from agenda_item i where i.tenant_id = (select app.tenant_id())
      and i.meeting_id = ${span.meetingId} and (i.subject_id = o.id or i.title = o.title))
    order by o.source`.execute(tx)
  return rows.map((row) => {
    const { key, label, kind, subjectKind } = asked[row.source]!
    return {
      source: key,
      label,
      kind,
      title: row.title.slice(0, 300),
      detail: row.detail,
      subjectKind,
      subjectId: subjectKind === 'none' ? null : row.id,
      subjectTitle: subjectKind === 'none' ? null : row.title.slice(0, 300),
    }
  })
}
