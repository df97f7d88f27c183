import { sql } from 'kysely'
import type { AgendaSource } from '../../committees/server/index.ts'

/** Most of one kind offered for one agenda; the registers have all. */
const most = 30
const tenant = sql`(select app.tenant_id())`
const day = (date: ReturnType<typeof sql>) => sql`to_char(${date}, 'DD.MM.YYYY')`

/** What of solutions a meeting may have to deal with. */
export const solutionAgendaSources: readonly AgendaSource[] = [
  {
    key: 'paperInApproval',
    label: 'Schnittstellenpapiere, denen noch Parteien zustimmen müssen',
    kind: 'review',
    subjectKind: 'interfacePaper',
    committeeKinds: ['steeringGroup', 'coordinationGroup', 'workingGroup', 'projectGroup'],
    rows: () => sql`select v.id, v.title,
        format('%s von %s Parteien haben zugestimmt', count(*) filter (where p.state = 'agreed'), count(*)) as detail
      from interface_paper_version v join interface_paper_party p on p.tenant_id = v.tenant_id and p.version_id = v.id
      where v.tenant_id = ${tenant} and v.state = 'inApproval'
      group by v.id, v.title, v.state_on order by v.state_on, v.id limit ${most}`,
  },
  {
    key: 'paperReview',
    label: 'Schnittstellenpapiere, die zu überprüfen sind',
    kind: 'review',
    subjectKind: 'interfacePaper',
    committeeKinds: ['steeringGroup', 'coordinationGroup', 'workingGroup', 'projectGroup'],
    rows: ({ onDate }) => sql`select v.id, v.title,
        'fällig am ' || ${day(sql`least(v.review_on, v.valid_until)`)} as detail
      from interface_paper_version v where v.tenant_id = ${tenant} and v.state = 'valid'
        and least(v.review_on, v.valid_until) <= ${onDate}::date
      order by least(v.review_on, v.valid_until), v.id limit ${most}`,
  },
  {
    key: 'agreementReview',
    label: 'Kooperationsvereinbarungen, die zu überprüfen sind',
    kind: 'review',
    subjectKind: 'agreement',
    committeeKinds: ['steeringGroup', 'coordinationGroup'],
    rows: ({ onDate }) => sql`select a.id, a.title,
        'fällig am ' || ${day(sql`least(a.review_on, a.valid_until)`)} as detail
      from cooperation_agreement a where a.tenant_id = ${tenant} and a.state <> 'ended'
        and least(a.review_on, a.valid_until) <= ${onDate}::date
      order by least(a.review_on, a.valid_until), a.id limit ${most}`,
  },
  {
    key: 'measureOverdue',
    label: 'Maßnahmen dieses Gremiums, die überfällig sind',
    kind: 'review',
    subjectKind: 'measure',
    rows: ({
      committeeId,
      onDate,
    }) => sql`select m.id, m.title, 'fällig war ' || ${day(sql`m.due_on`)} as detail
      from measure m where m.tenant_id = ${tenant} and m.state in ('recommended', 'planned', 'running')
        and m.due_on < ${onDate}::date and ${committeeId} in (m.committee_id, m.from_committee_id)
      order by m.due_on, m.id limit ${most}`,
  },
]
