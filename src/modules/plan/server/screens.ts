import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import {
  AgreementSnapshot,
  type AgreementParty,
  type AgreementSummary,
  type AgreementView,
} from '../contract/agreement.ts'
import type { Plan, PlanGoal, PlanPerson, PlanStep } from '../contract/plan.ts'
import { changesSince } from '../rules/changes-since.ts'
import { whyNotScannable } from '../rules/why-not.ts'

const WORK = 64
const PLAN_TEXTS = 16

/** What of the case the acting person may see and do now, over all grants together. */
const partsOf = (
  caseId: RawBuilder<unknown>,
) => sql<number>`coalesce((select bit_or(a.parts) from case_access a
  where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
    and a.case_id = ${caseId} and a.valid_during @> now()), 0)`

const stepJson = sql`jsonb_build_object('id', s.id, 'goalId', s.goal_id, 'responsible', s.responsible,
  'organisation', case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end,
  'dueOn', s.due_on, 'state', s.state, 'stateOn', s.state_on, 'version', s.version,
  'text', case when x.step_id is not null then
    jsonb_build_object('wording', x.wording, 'clientWording', x.client_wording, 'who', x.who) end)`
const stepFrom = sql`goal_step s
  left join goal_step_text x on x.tenant_id = s.tenant_id and x.step_id = s.id
  left join organisation o on o.tenant_id = s.tenant_id and o.id = s.organisation_id`

const goalJson = sql`jsonb_build_object('id', g.id, 'personId', g.person_id, 'lifeDomains', g.life_domains,
  'targetOn', g.target_on, 'state', g.state, 'droppedReason', g.dropped_reason, 'stateOn', g.state_on,
  'setInEpisode', g.set_in_episode, 'version', g.version,
  'text', case when t.goal_id is not null then jsonb_build_object('wording', t.wording, 'clientWording', t.client_wording,
    'clientLanguage', t.client_language, 'indicator', t.indicator, 'outcomeNote', t.outcome_note) end,
  'steps', coalesce((select jsonb_agg(${stepJson} order by s.position, s.id) from ${stepFrom}
    where s.tenant_id = g.tenant_id and s.goal_id = g.id), '[]'))`
const goalFrom = sql`goal g left join goal_text t on t.tenant_id = g.tenant_id and t.goal_id = g.id`

const summaryJson = sql`jsonb_build_object('id', v.id, 'number', v.number, 'state', v.state, 'madeOn', v.made_on,
  'goalCount', v.goal_count, 'language', v.language, 'signedOn', v.signed_on, 'signatureKind', v.signature_kind,
  'signedRoles', v.signed_roles, 'readLanguages', v.read_languages, 'mediatorKind', v.mediator_kind,
  'scanDocumentId', v.scan_document_id, 'endedOn', v.ended_on, 'endedBy', v.ended_by, 'version', v.version)`

export async function goalView(tx: Tx, goalId: string): Promise<PlanGoal> {
  const { rows } = await sql<{ view: PlanGoal }>`select ${goalJson} as view from ${goalFrom}
    where g.tenant_id = (select app.tenant_id()) and g.id = ${goalId}`.execute(tx)
  return found(rows[0]).view
}

export async function stepView(tx: Tx, stepId: string): Promise<PlanStep> {
  const { rows } = await sql<{ view: PlanStep }>`select ${stepJson} as view from ${stepFrom}
    where s.tenant_id = (select app.tenant_id()) and s.id = ${stepId}`.execute(tx)
  return found(rows[0]).view
}

interface PlanRow {
  file_number: string
  episode: number
  language: string | null
  closed_on: string | null
  parts: number
  goals: PlanGoal[]
  persons: PlanPerson[]
  agreements: AgreementSummary[]
  signed: { id: string; signedOn: string; content: unknown } | null
  life_domains: { key: string; label: string }[]
  organisations: { id: string; name: string }[]
  settings: Record<string, unknown>
  tenant: string
  manager: string | null
  manager_organisation: string | null
}

/** The tab „Plan und Vereinbarung“ in one statement; 404 when the case is hidden. */
export async function planScreen(tx: Tx, caseId: string): Promise<Plan> {
  const { rows } = await sql<PlanRow>`
    select f.file_number, f.episode, f.language, f.closed_on, p.parts,
      coalesce((select jsonb_agg(${goalJson} order by g.position, g.id) from ${goalFrom}
        where g.tenant_id = f.tenant_id and g.case_id = f.id), '[]') as goals,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.person_id, 'role', c.role, 'isMain', c.is_main,
          'name', n.given_name || ' ' || n.family_name) order by c.is_main desc, c.id)
        from case_person c left join person n on n.tenant_id = c.tenant_id and n.id = c.person_id
        where c.tenant_id = f.tenant_id and c.case_id = f.id and c.valid_to is null), '[]') as persons,
      coalesce((select jsonb_agg(${summaryJson} order by v.number desc) from agreement v
        where v.tenant_id = f.tenant_id and v.case_id = f.id), '[]') as agreements,
      (select jsonb_build_object('id', v.id, 'signedOn', v.signed_on, 'content', c.content) from agreement v
        join agreement_content c on c.tenant_id = v.tenant_id and c.agreement_id = v.id
        where v.tenant_id = f.tenant_id and v.case_id = f.id and v.state = 'signed') as signed,
      coalesce((select jsonb_agg(jsonb_build_object('key', e.key, 'label', e.label) order by e.position, e.key)
        from catalogue_entry e where e.tenant_id = f.tenant_id and e.kind = 'lifeDomain' and e.valid_to is null), '[]')
        as life_domains,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.position, o.key)
        from organisation o where o.tenant_id = f.tenant_id and o.valid_to is null and p.parts & ${WORK} <> 0), '[]')
        as organisations,
      coalesce((select jsonb_object_agg(s.key, s.value) from tenant_setting s
        where s.tenant_id = f.tenant_id and s.key in ('kiName', 'fundersNote')), '{}') as settings,
      t.name as tenant, u.given_name || ' ' || u.family_name as manager, w.name as manager_organisation
    from case_file f
      join tenant t on t.id = f.tenant_id
      cross join lateral (select ${partsOf(sql`f.id`)} as parts) p
      left join staff_user u on u.tenant_id = f.tenant_id and u.id = f.responsible_user_id
      left join organisation w on w.tenant_id = f.tenant_id and w.id = f.responsible_organisation_id
    where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId}`.execute(tx)
  return planOf(caseId, found(rows[0]))
}

function planOf(caseId: string, row: PlanRow): Plan {
  const setting = (key: string) => (typeof row.settings[key] === 'string' ? row.settings[key] : '')
  const plan: Plan = {
    caseId,
    fileNumber: row.file_number,
    episode: row.episode,
    language: row.language,
    goals: row.goals,
    persons: row.persons,
    agreements: row.agreements,
    changes: null,
    lifeDomains: row.life_domains,
    organisations: row.organisations,
    printed: { district: row.tenant, kiName: setting('kiName'), fundersNote: setting('fundersNote') },
    caseManager: { name: row.manager ?? '', organisation: row.manager_organisation ?? '' },
    can: [
      ...(row.parts & WORK && row.closed_on === null ? ['write' as const] : []),
      ...(row.parts & PLAN_TEXTS ? ['readTexts' as const] : []),
    ],
  }
  if (row.signed === null) return plan
  const { id, signedOn, content } = row.signed
  const changes = changesSince(AgreementSnapshot.parse(content), plan)
  return { ...plan, changes: { agreementId: id, signedOn, changes } }
}

interface AgreementScreenRow {
  view: AgreementSummary & { caseId: string }
  content: unknown
  parties: AgreementParty[]
  parts: number
}

/** One version of the agreement; without the right to read plan texts its content is null. */
export async function agreementScreen(tx: Tx, agreementId: string): Promise<AgreementView> {
  const { rows } = await sql<AgreementScreenRow>`
    select ${summaryJson} || jsonb_build_object('caseId', v.case_id) as view, c.content,
      coalesce((select jsonb_agg(jsonb_build_object('stage', p.stage, 'role', p.role, 'personId', p.person_id, 'name', p.name)
          order by p.stage, p.position, p.id)
        from agreement_party p where p.tenant_id = v.tenant_id and p.agreement_id = v.id), '[]') as parties,
      ${partsOf(sql`v.case_id`)} as parts
    from agreement v left join agreement_content c on c.tenant_id = v.tenant_id and c.agreement_id = v.id
    where v.tenant_id = (select app.tenant_id()) and v.id = ${agreementId}`.execute(tx)
  const { view, content, parties, parts } = found(rows[0])
  const works = (parts & WORK) !== 0
  return {
    ...view,
    content: content === null ? null : AgreementSnapshot.parse(content),
    parties,
    can: [
      ...(works && view.state === 'draft' ? ['sign' as const] : []),
      ...(works && view.state === 'signed' ? ['end' as const] : []),
      ...(works && whyNotScannable(view) === null ? ['scan' as const] : []),
      ...(content === null ? [] : ['print' as const]),
    ],
  }
}
