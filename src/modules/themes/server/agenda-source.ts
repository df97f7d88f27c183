import { sql } from 'kysely'
import type { AgendaSource } from '../../committees/server/index.ts'

/** Themes whose state on the district's path belongs to this kind of committee, or that it was given. */
export const themeAgendaSources: readonly AgendaSource[] = [
  {
    key: 'themeOpen',
    label: 'Themen, die hier stehen',
    kind: 'theme',
    subjectKind: 'theme',
    rows: ({ committeeId, kind }) => sql`select t.id, t.title, e.label as detail from theme t
      join catalogue_entry e on e.tenant_id = t.tenant_id and e.kind = 'themeState' and e.key = t.state
      where t.tenant_id = (select app.tenant_id()) and t.stage in ('consulted', 'working', 'solved')
        and (t.committee_id = ${committeeId} or (e.settings ->> 'body' = ${kind} and t.committee_id is null)
          or (e.settings ->> 'body' = ${kind} and t.stage = 'consulted'))
      order by array_position(array['high', 'medium', 'low'], t.priority) nulls last, t.state_on, t.id`,
  },
  {
    key: 'themeResubmitted',
    label: 'Zurückgestellte Themen zur Wiedervorlage',
    kind: 'theme',
    subjectKind: 'theme',
    committeeKinds: ['steeringGroup', 'coordinationGroup', 'teamMeeting'],
    rows: ({ onDate }) => sql`select t.id, t.title, 'Wiedervorlage'::text as detail from theme t
      where t.tenant_id = (select app.tenant_id()) and t.stage = 'deferred' and t.resubmit_on <= ${onDate}::date
      order by t.resubmit_on, t.id`,
  },
]
