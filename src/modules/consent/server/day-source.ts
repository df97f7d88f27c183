import { sql } from 'kysely'
import { dayRows, type DaySource } from '../../calendar/server/index.ts'
import { sharingKindLabels, type SharingKind } from '../contract/codes.ts'

/** A consent that runs out and has no successor with the same person and recipient. */
const runningOut = (kind: SharingKind, table: 'consent' | 'secrecy_release'): DaySource => ({
  key: `${kind}RunsOut`,
  right: 'consent.read',
  group: { key: 'consentsRunningOut', label: 'Einwilligungen laufen ab' },
  rows: ({ today }) =>
    dayRows(
      {
        id: sql`c.id`,
        caseId: sql`c.case_id`,
        dueOn: sql`c.valid_to`,
        title: sql`case c.recipient_kind when 'kimTeam' then 'KIM-Team' else o.name end`,
      },
      sql`from ${sql.table(table)} c join my_case m on m.id = c.case_id and m.closed_on is null
        left join organisation o on o.tenant_id = c.tenant_id and o.id = c.organisation_id
        where c.tenant_id = (select app.tenant_id()) and c.given_on is not null and c.withdrawn_on is null
          and c.ended_on is null and c.valid_to >= ${today}::date
          and c.valid_to <= ${today}::date + coalesce((select (s.value #>> '{}')::int from tenant_setting s
            where s.tenant_id = (select app.tenant_id()) and s.key = 'consentWarningDays'), 30)
          and not exists (select from ${sql.table(table)} n where n.tenant_id = c.tenant_id and n.case_id = c.case_id
            and n.person_id = c.person_id and n.recipient_kind = c.recipient_kind
            and n.organisation_id is not distinct from c.organisation_id and n.unit_id is not distinct from c.unit_id
            and n.given_on is not null and n.withdrawn_on is null and n.ended_on is null and n.valid_to > c.valid_to
            and n.id <> c.id)`,
    ),
  item: (row) => ({
    what: `${sharingKindLabels[kind]} läuft ab: ${row.title ?? 'andere Stelle'}`,
    action: { label: 'Ansehen', to: `/faelle/${row.case_id}/einwilligungen` },
  }),
})

/** Consents and releases that run out soon, for who works the case. */
export const consentDaySources: readonly DaySource[] = [
  runningOut('consent', 'consent'),
  runningOut('secrecyRelease', 'secrecy_release'),
]
