import { sql } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { SubjectView } from '../contract/assessment.ts'
import type { AssessmentComparison, ComparedAssessment } from '../contract/comparison.ts'
import { domainViews, type CatalogueDomain } from '../rules/domain-views.ts'
import { basesSql, domainsSql, mine, staffOf, subjectsSql } from './screen-sql.ts'

/** Twelve years at one every half year. */
const most = 24

interface Raw {
  id: string
  total: number
  domains: CatalogueDomain[]
  bases: string[]
  subjects: SubjectView[]
  assessments: ComparedAssessment[]
}

/**
 * All assessments of a case beside each other. Values of a domain whose legal basis is not recorded never leave.
 * The read is audited.
 */
export async function compareAssessments(
  tx: Tx,
  caseId: string,
  today: string,
): Promise<AssessmentComparison> {
  const raw = await readRaw(tx, caseId, today)
  const used = new Set(raw.assessments.flatMap(({ ratings }) => ratings.map((one) => one.lifeDomain)))
  const domains = domainViews(raw.domains, raw.bases, used)
  const open = new Set(domains.filter((domain) => domain.locked === null).map(({ key }) => key))
  await audit(tx, { action: 'assessment.compared', objectKind: 'assessment', objectId: null, caseId })
  return {
    caseId: raw.id,
    assessments: raw.assessments.map((one) => ({
      ...one,
      ratings: one.ratings.filter(({ lifeDomain }) => open.has(lifeDomain)),
    })),
    leftOut: raw.total - raw.assessments.length,
    domains,
    subjects: raw.subjects,
  }
}

async function readRaw(tx: Tx, caseId: string, today: string): Promise<Raw> {
  const { rows } = await sql<Raw>`
    with x as (select * from assessment y where ${mine('y')} and y.case_id = ${caseId} order by y.id desc limit ${most})
    select f.id, ${domainsSql(today)} as domains, ${basesSql} as bases,
      (select count(*)::int from assessment n where ${mine('n')} and n.case_id = f.id) as total,
      ${subjectsSql(sql`(c.valid_to is null or exists (select from assessment_rating r
        where ${mine('r')} and r.case_id = f.id and r.person_id = c.person_id))`)} as subjects,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'episode', x.episode,
          'startedOn', x.started_on, 'finishedOn', x.finished_on, 'scale', x.scale, 'by', ${staffOf('s')},
          'finishedBy', case when e.id is not null then ${staffOf('e')} end,
          'ratings', (select coalesce(jsonb_agg(jsonb_build_object('lifeDomain', r.life_domain,
              'personId', r.person_id, 'state', r.state, 'resource', r.resource, 'need', r.need,
              'clientView', r.client_view)), '[]')
            from assessment_rating r
            where ${mine('r')} and r.case_id = x.case_id and r.assessment_id = x.id)) order by x.id), '[]')
        from x join staff_user s on ${mine('s')} and s.id = x.created_by
        left join staff_user e on ${mine('e')} and e.id = x.finished_by) as assessments
    from case_file f where ${mine('f')} and f.id = ${caseId}`.execute(tx)
  return found(rows[0])
}
