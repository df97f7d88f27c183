import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../platform/server/db/with-actor.ts'
import type { ActionItemView, CommissionView, PaperView } from '../contract/shared.ts'
import { commissionMoves } from '../rules/states.ts'
import { berlinDay, keepsCommittees, subjectColumns } from './office.ts'

type Raw<T> = Omit<T, 'can'>

/** Columns of an action item; `a` is the table, `c` its committee. */
export const actionItemRows = (rest: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select a.id, a.committee_id as "committeeId", c.name as committee, a.meeting_id as "meetingId",
    (select m.on_date from meeting m where m.tenant_id = a.tenant_id and m.id = a.meeting_id)::text as "meetingOn",
    a.title, a.responsible, coalesce(a.responsible_id = (select app.user_id()), false) as mine,
    a.due_on::text as "dueOn", a.state, a.state_on::text as "stateOn", a.result, ${subjectColumns(sql`a`)},
    a.without_b3 as "withoutB3", a.version
  from action_item a join committee c on c.tenant_id = a.tenant_id and c.id = a.committee_id
  where a.tenant_id = (select app.tenant_id()) ${rest}`

/** Open ones are settled by the office and by whoever is responsible. */
export function withItemActions(row: Raw<ActionItemView>, actor: Actor): ActionItemView {
  const office = keepsCommittees(actor)
  const settle = row.state === 'open' && (office || row.mine)
  return { ...row, can: [...(settle ? ['settle' as const] : []), ...(office ? ['change' as const] : [])] }
}

export const commissionRows = (rest: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select k.id, k.committee_id as "committeeId", c.name as committee, k.meeting_id as "meetingId",
    k.to_committee_id as "toCommitteeId", coalesce(t.name, k.to_label) as "to", k.title, k.mandate,
    k.due_on::text as "dueOn", k.state, k.state_on::text as "stateOn", k.result, ${subjectColumns(sql`k`)}, k.version
  from commission k join committee c on c.tenant_id = k.tenant_id and c.id = k.committee_id
    left join committee t on t.tenant_id = k.tenant_id and t.id = k.to_committee_id
  where k.tenant_id = (select app.tenant_id()) ${rest}`

export const withCommissionActions = (row: Raw<CommissionView>, actor: Actor): CommissionView => ({
  ...row,
  can:
    keepsCommittees(actor) && commissionMoves[row.state].length > 0
      ? row.toCommitteeId === null
        ? ['move', 'found']
        : ['move']
      : [],
})

export const paperRows = (rest: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select p.id, p.committee_id as "committeeId", p.meeting_id as "meetingId", p.agenda_item_id as "agendaItemId",
    (select i.title from agenda_item i where i.tenant_id = p.tenant_id and i.id = p.agenda_item_id) as item, p.title, p.media_type as "mediaType",
    p.byte_size as "byteSize", p.is_public as "isPublic", p.without_b3 as "withoutB3",
    ${berlinDay(sql`p.released_at`)} as "releasedOn", ${berlinDay(sql`p.withdrawn_at`)} as "withdrawnOn", p.version
  from committee_paper p where p.tenant_id = (select app.tenant_id()) ${rest}`

export const withPaperActions = (row: Raw<PaperView>, actor: Actor): PaperView => ({
  ...row,
  can: keepsCommittees(actor) ? ['change'] : [],
})
