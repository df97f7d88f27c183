import { sql } from 'kysely'
import type { AgendaSource } from '../../committees/server/index.ts'
import { MeasureState, measureStateLabels } from '../contract/codes.ts'

const tenant = sql`(select app.tenant_id())`
const stateWords = sql`case m.state ${sql.join(
  MeasureState.options.map((state) => sql`when ${state}::text then ${measureStateLabels[state]}::text`),
  sql` `,
)} end`
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
      group by v.id, v.title, v.state_on order by v.state_on, v.id`,
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
      order by least(v.review_on, v.valid_until), v.id`,
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
      order by least(a.review_on, a.valid_until), a.id`,
  },
  {
    key: 'measureRecommended',
    label: 'Empfehlungen an dieses Gremium',
    kind: 'source',
    subjectKind: 'none',
    ownSubjects: true,
    rows: ({
      committeeId,
    }) => sql`select m.id, m.title, nullif(concat_ws(E'\n', nullif(m.description, m.title),
        'Empfohlen von: ' || f.name), '') as detail, 'measure' as subject_kind, m.id as subject_id,
        m.title as subject_title, coalesce(d.without_b3, false) as without_b3
      from measure m left join committee f on f.tenant_id = m.tenant_id and f.id = m.from_committee_id
        left join decision d on d.tenant_id = m.tenant_id and d.id = m.decision_id
      where m.tenant_id = ${tenant} and m.state = 'recommended' and m.committee_id = ${committeeId}
      order by m.state_on, m.id`,
  },
  {
    // What a group answered, until it stood on an agenda here.
    key: 'measureAnswered',
    label: 'Rückmeldungen auf Empfehlungen dieses Gremiums',
    kind: 'source',
    subjectKind: 'none',
    ownSubjects: true,
    rows: ({ committeeId, meetingId }) => sql`select m.id, 'Rückmeldung: ' || m.title as title,
        concat_ws(E'\n', format('%s: %s am %s', coalesce(c.name, 'Stelle'), ${stateWords}, ${day(sql`s.on_date`)}), s.note)
          as detail, 'measure' as subject_kind, m.id as subject_id,
        m.title as subject_title, coalesce(d.without_b3, false) as without_b3
      from measure m join lateral (select x.on_date, x.note, x.at from measure_step x where x.tenant_id = m.tenant_id
          and x.measure_id = m.id and x.to_state = m.state order by x.at desc limit 1) s on true
        left join committee c on c.tenant_id = m.tenant_id and c.id = m.committee_id
        left join decision d on d.tenant_id = m.tenant_id and d.id = m.decision_id
      where m.tenant_id = ${tenant} and m.from_committee_id = ${committeeId} and m.state <> 'recommended'
        and m.committee_id is distinct from m.from_committee_id
        and not exists (select from agenda_item i where i.tenant_id = m.tenant_id and i.committee_id = ${committeeId}
          and i.subject_id = m.id and i.meeting_id <> ${meetingId} and i.created_at > s.at)
      order by s.at, m.id`,
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
      from measure m where m.tenant_id = ${tenant} and m.due_on < ${onDate}::date
        and (m.state in ('planned', 'running') and ${committeeId} in (m.committee_id, m.from_committee_id)
          or m.state = 'recommended' and m.from_committee_id = ${committeeId})
      order by m.due_on, m.id`,
  },
]
