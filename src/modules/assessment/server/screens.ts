import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type {
  AssessmentScreen,
  AssessmentView,
  DomainView,
  PreviousRating,
  RatingView,
  ScaleStep,
  SubjectView,
} from '../contract/assessment.ts'
import { domainViews, type CatalogueDomain } from '../rules/domain-views.ts'
import { whyNotUndoCompletion } from '../rules/why-not.ts'
import { basesSql, domainsSql, mine, staffOf, subjectsSql } from './screen-sql.ts'

/** The interval where neither the district nor its file says one; marked as a default on the screen. */
const defaultMonths = 6

type Stored = Omit<AssessmentView, 'summary'> & {
  summary: { content: string | null; restsOn: string[]; version: number } | null
}

interface Raw {
  case_id: string
  closed: boolean
  due_on: string | null
  work: boolean
  texts: boolean
  domains: CatalogueDomain[]
  bases: string[]
  subjects: SubjectView[]
  scale: { withoutScaleAllowed: boolean; steps: ScaleStep[] } | null
  months: { value: number; isDefault: boolean } | null
  history: AssessmentScreen['history']
  current: Stored | null
  previous: AssessmentScreen['previous']
}

const accessTo = (part: number) => sql`exists (select from case_access a where ${mine('a')}
  and a.user_id = (select app.user_id()) and a.case_id = f.id and a.parts & ${part} <> 0 and a.valid_during @> now())`

const districtParts = (today: string) => sql`${domainsSql(today)} as domains,
  (select s.value from tenant_setting s where ${mine('s')} and s.key = 'assessmentScale' and s.valid_to is null) as scale,
  (select jsonb_build_object('value', s.value, 'isDefault', s.is_default) from tenant_setting s
    where ${mine('s')} and s.key = 'reassessmentMonths' and s.valid_to is null) as months`

const caseParts = sql`${basesSql} as bases, ${subjectsSql(sql`c.valid_to is null`)} as subjects,
  (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'kind', h.kind, 'startedOn', h.started_on,
      'finishedOn', h.finished_on, 'by', u.given_name || ' ' || u.family_name) order by h.id desc), '[]')
    from assessment h join staff_user u on ${mine('u')} and u.id = h.created_by
    where ${mine('h')} and h.case_id = f.id) as history`

const currentPart = sql`
  (select jsonb_build_object('id', x.id, 'version', x.version, 'kind', x.kind, 'episode', x.episode,
      'startedOn', x.started_on, 'finishedOn', x.finished_on, 'scale', x.scale,
      'by', (select ${staffOf('u')} from staff_user u where ${mine('u')} and u.id = x.created_by),
      'finishedBy', (select ${staffOf('u')} from staff_user u where ${mine('u')} and u.id = x.finished_by),
      'summary', (select jsonb_build_object('content', s.content, 'restsOn', s.rests_on, 'version', s.version)
        from assessment_summary s where ${mine('s')} and s.assessment_id = x.id),
      'ratings', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'lifeDomain', r.life_domain, 'personId', r.person_id,
          'state', r.state, 'resource', r.resource, 'need', r.need, 'clientView', r.client_view, 'urgency', r.urgency,
          'version', r.version, 'text', case when t.rating_id is null then null
            else jsonb_build_object('note', t.note, 'clientWords', t.client_words) end)), '[]')
        from assessment_rating r left join assessment_text t on ${mine('t')} and t.rating_id = r.id
        where ${mine('r')} and r.case_id = x.case_id and r.assessment_id = x.id)) from x) as current`

const previousPart = sql`
  (select jsonb_build_object('finishedOn', p.finished_on, 'scale', p.scale,
      'by', ${staffOf('u')},
      'ratings', (select coalesce(jsonb_agg(jsonb_build_object('lifeDomain', r.life_domain, 'personId', r.person_id,
          'state', r.state, 'resource', r.resource, 'need', r.need, 'clientView', r.client_view,
          'text', case when t.rating_id is null then null
            else jsonb_build_object('note', t.note, 'clientWords', t.client_words) end)), '[]')
        from assessment_rating r left join assessment_text t on ${mine('t')} and t.rating_id = r.id
        where ${mine('r')} and r.case_id = p.case_id and r.assessment_id = p.id))
    from assessment p join staff_user u on ${mine('u')} and u.id = coalesce(p.finished_by, p.created_by)
    where ${mine('p')} and p.case_id = f.id and p.finished_on is not null
      and (select x.id from x) > p.id order by p.id desc limit 1) as previous`

/** Ids are time-ordered: the newest assessment of a case is the open one, if there is any. */
async function readRaw(tx: Tx, where: { caseId: string; id: string | null }, today: string): Promise<Raw> {
  const { rows } = await sql<Raw>`
    with x as (select * from assessment y where ${mine('y')} and y.case_id = ${where.caseId}
      and (${where.id}::uuid is null or y.id = ${where.id}::uuid) order by y.id desc limit 1)
    select f.id as case_id, f.closed_on is not null as closed, f.reassessment_due_on as due_on,
      ${accessTo(64)} as work, ${accessTo(8)} as texts, ${districtParts(today)}, ${caseParts},
      ${currentPart}, ${previousPart}
    from case_file f where ${mine('f')} and f.id = ${where.caseId}`.execute(tx)
  return found(rows[0])
}

/**
 * The tab „Lebensbereiche“ of a case in one statement: the newest assessment, or the one named. Values of a domain
 * whose legal basis is not recorded never leave, neither now nor as last time's.
 */
export async function assessmentScreen(
  tx: Tx,
  where: { caseId: string; id: string | null },
  today: string,
): Promise<AssessmentScreen> {
  const raw = await readRaw(tx, where, today)
  const domains = domainsOf(raw)
  const openKeys = new Set(domains.filter((domain) => domain.locked === null).map(({ key }) => key))
  const readable = <R extends { lifeDomain: string }>(ratings: readonly R[]) =>
    ratings.filter((rating) => openKeys.has(rating.lifeDomain))
  const current = raw.current && viewOf(raw.current, raw, openKeys, readable<RatingView>(raw.current.ratings))
  const { months } = raw
  return {
    caseId: raw.case_id,
    current,
    previous: raw.previous && { ...raw.previous, ratings: readable<PreviousRating>(raw.previous.ratings) },
    history: raw.history,
    domains,
    subjects: raw.subjects,
    scale: raw.scale && { steps: raw.scale.steps, withoutScaleAllowed: raw.scale.withoutScaleAllowed },
    reassessment: {
      dueOn: raw.due_on,
      months: months?.value ?? defaultMonths,
      isDefault: months?.isDefault ?? true,
    },
    can: actionsOf(raw, today),
  }
}

const domainsOf = (raw: Raw): DomainView[] => {
  const used = [...(raw.current?.ratings ?? []), ...(raw.previous?.ratings ?? [])]
  return domainViews(raw.domains, raw.bases, new Set(used.map((one) => one.lifeDomain)))
}

function viewOf(
  { summary, ...stored }: Stored,
  { texts }: Raw,
  openKeys: ReadonlySet<string>,
  ratings: RatingView[],
): AssessmentView {
  const closed = summary?.restsOn.some((key) => !openKeys.has(key)) ?? false
  const withheld = !texts ? ('noAccess' as const) : closed ? ('basisMissing' as const) : null
  const content = withheld === null ? (summary?.content ?? null) : null
  return { ...stored, ratings, summary: { content, withheld, version: summary?.version ?? 0 } }
}

function actionsOf(raw: Raw, today: string): AssessmentScreen['can'] {
  const { current, history } = raw
  if (!raw.work || raw.closed) return []
  const isLatest = current !== null && history[0]?.id === current.id
  const hasOpen = history.some((one) => one.finishedOn === null)
  return [
    ...(hasOpen ? [] : (['start'] as const)),
    ...(current && current.finishedOn === null ? (['rate', 'complete', 'discard'] as const) : []),
    ...(current && whyNotUndoCompletion(current, { today, isLatest }) === null
      ? (['undoCompletion'] as const)
      : []),
  ]
}
