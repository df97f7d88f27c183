import { sql } from 'kysely'
import { teamKinds, type AgendaSource } from '../../committees/server/index.ts'
import { barrierKindLabels } from '../contract/codes.ts'

const kindWords = sql`case b.kind ${sql.join(
  Object.entries(barrierKindLabels).map(([kind, label]) => sql`when ${kind}::text then ${label}::text`),
  sql` `,
)} end`

/**
 * Barriers nobody has looked at yet, for the meeting of the team. When one came stands nowhere (the gate promises it), so
 * „since the last meeting“ is: it has stood on no agenda of this committee. Those told in the same words are one offer, the
 * most frequent first. They begin in the part without B3; the team may move them.
 */
export const structureAgendaSources: readonly AgendaSource[] = [
  {
    key: 'barrierNew',
    label: 'Neue Hürden',
    kind: 'source',
    subjectKind: 'barrier',
    committeeKinds: teamKinds,
    withoutB3: true,
    rows: ({ committeeId, meetingId }) => sql`select (array_agg(b.id order by b.id))[1] as id,
        x.title, ${kindWords} || case when count(*) > 1
          then format(', mit denselben Worten %s-mal gemeldet', count(*)) else '' end as detail
      from barrier b join barrier_text x on x.tenant_id = b.tenant_id and x.barrier_id = b.id
      where b.tenant_id = (select app.tenant_id()) and b.state = 'new'
        and not exists (select from agenda_item i where i.tenant_id = b.tenant_id and i.committee_id = ${committeeId}
          and (i.subject_id = b.id or i.title = x.title) and i.meeting_id <> ${meetingId})
      group by b.kind, x.title order by count(*) desc, b.kind, x.title`,
  },
]
