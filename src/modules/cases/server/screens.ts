import { sql } from 'kysely'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import { accessParts } from '../contract/access-parts.ts'
import type { CasePersonView, CaseView } from '../contract/case-view.ts'
import type { Intensity, Phase } from '../contract/codes.ts'
import { missingIn, nextPhases, phasesOf, type PhaseFacts, type PhaseSet } from '../rules/phases.ts'
import { intakeSql, withSuggestion } from './change-intake.ts'
import { caseActions } from './case-actions.ts'
import { phaseSetFrom } from './district-facts.ts'

/** What comes from the database as it leaves the house; the rest is worked out by the rules. */
type Plain = Omit<CaseView, 'shortName' | 'intake' | 'stepper' | 'access' | 'can' | 'texts' | 'closures'>
interface CaseScreenRow {
  plain: Plain
  intake: Omit<CaseView['intake'], 'suggestion'>
  texts: Record<string, string>
  closures: CaseView['closures']
  parts: number
  basis: CaseView['access']['basis']
  until: string | null
  settings: unknown
  facts: Pick<PhaseFacts, 'assessmentCompleted' | 'goalSet' | 'agreementSigned'>
}

const personSql = sql`jsonb_build_object('id', c.id, 'version', c.version, 'personId', p.id, 'role', c.role, 'isMain', c.is_main,
    'ageGroup', c.age_group, 'originGroup', c.origin_group, 'validFrom', c.valid_from, 'validTo', c.valid_to,
    'name', case when p.id is null then null else jsonb_build_object('familyName', p.family_name, 'givenName', p.given_name,
      'birthYear', p.birth_year) end)`

const nameSql = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)

const householdSql = sql`(select coalesce(jsonb_agg(${personSql} order by c.is_main desc, c.valid_to is not null, c.valid_from, c.id), '[]')
    from case_person c left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = f.tenant_id and c.case_id = f.id)`

const stepsSql = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'episode', s.episode, 'kind', s.kind,
      'from', case when s.kind = 'handover' then ${nameSql('was')} else s.from_value end,
      'to', case when s.kind = 'handover' then coalesce(${nameSql('is_now')}, '') else s.to_value end,
      'on', s.on_date, 'reason', s.reason, 'by', coalesce(${nameSql('u')}, '')) order by s.at, s.id), '[]')
    from case_step s
      left join staff_user u on u.tenant_id = s.tenant_id and u.id = s.actor_id
      left join staff_user was on was.tenant_id = s.tenant_id and was.id = case when s.kind = 'handover' then s.from_value::uuid end
      left join staff_user is_now on is_now.tenant_id = s.tenant_id and is_now.id = case when s.kind = 'handover' then s.to_value::uuid end
    where s.tenant_id = f.tenant_id and s.case_id = f.id)`

const closuresSql = sql`(select coalesce(jsonb_agg(jsonb_build_object('episode', x.episode, 'closedOn', x.closed_on, 'reason', x.reason,
      'goals', x.goals, 'openNeeds', x.open_needs, 'aftercareOn', x.aftercare_on, 'reopenedOn', x.reopened_on,
      'reopeningReason', x.reopening_reason, 'texts', case when t.case_id is null then null else jsonb_build_object(
        'openNeeds', t.open_needs, 'clientView', t.client_view, 'summary', t.summary) end) order by x.episode), '[]')
    from case_closure x left join case_closure_text t on t.tenant_id = x.tenant_id and t.case_id = x.case_id and t.episode = x.episode
    where x.tenant_id = f.tenant_id and x.case_id = f.id)`

/** Facts of other modules' work, read from their tables as every screen does. */
const factsSql = sql`jsonb_build_object(
    'assessmentCompleted', exists (select from assessment x where x.tenant_id = f.tenant_id and x.case_id = f.id
      and x.episode = f.episode and x.finished_on is not null and (f.phase <> 'reassessment' or x.finished_on >= f.phase_since)),
    'goalSet', exists (select from goal x where x.tenant_id = f.tenant_id and x.case_id = f.id and x.state = 'open'),
    'agreementSigned', exists (select from agreement x where x.tenant_id = f.tenant_id and x.case_id = f.id
      and x.episode = f.episode and x.state = 'signed'))`

/** The first screen of a case in one statement; what is hidden from the acting person is null or absent. */
export async function readCase(tx: Tx, actor: Actor, caseId: string): Promise<CaseView> {
  const { rows } = await sql<CaseScreenRow>`
    select a.parts, a.basis, a.until, i.settings, ${factsSql} as facts, ${intakeSql} as intake, ${closuresSql} as closures,
      (select coalesce(jsonb_object_agg(t.kind, t.content), '{}') from case_text t
        where t.tenant_id = f.tenant_id and t.case_id = f.id and t.content <> '') as texts,
      jsonb_build_object('id', f.id, 'version', f.version, 'fileNumber', f.file_number, 'episode', f.episode,
        'intensity', f.intensity, 'phase', f.phase, 'phaseSince', f.phase_since, 'urgency', f.urgency, 'language', f.language,
        'secrecy203', f.secrecy_203, 'entryRoute', f.entry_route, 'targetGroup', f.target_group, 'gapMarkers', f.gap_markers,
        'hardshipUntil', f.hardship_until, 'openedOn', f.opened_on, 'closedOn', f.closed_on, 'closureReason', f.closure_reason,
        'aftercareOn', f.aftercare_on, 'restrictedOn', f.restricted_on, 'lastContactOn', f.last_contact_on,
        'reassessmentDueOn', f.reassessment_due_on,
        'responsible', jsonb_build_object('id', u.id, 'name', ${nameSql('u')}, 'organisation', o.name),
        'site', case when s.id is null then null else jsonb_build_object('id', s.id, 'name', s.label) end,
        'municipality', case when m.id is null then null else jsonb_build_object('id', m.id, 'name', m.name) end,
        'persons', ${householdSql}, 'steps', ${stepsSql},
        'deputies', (select coalesce(jsonb_agg(jsonb_build_object('id', d.deputy_user_id, 'name', ${nameSql('x')},
            'until', upper(d.valid_during)) order by x.family_name), '[]')
          from deputy d join staff_user x on x.tenant_id = d.tenant_id and x.id = d.deputy_user_id
          where d.tenant_id = f.tenant_id and d.absent_user_id = f.responsible_user_id and d.valid_during @> now()),
        'organisations', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'organisation',
            jsonb_build_object('id', x.id, 'name', x.name), 'role', c.role, 'validFrom', c.valid_from, 'validTo', c.valid_to, 'note', n.note)
            order by c.valid_to is not null, c.valid_from, c.id), '[]')
          from case_organisation c join organisation x on x.tenant_id = c.tenant_id and x.id = c.organisation_id
            left join case_organisation_text n on n.tenant_id = c.tenant_id and n.case_organisation_id = c.id
          where c.tenant_id = f.tenant_id and c.case_id = f.id)) as plain
    from case_file f
      join staff_user u on u.tenant_id = f.tenant_id and u.id = f.responsible_user_id
      join organisation o on o.tenant_id = f.tenant_id and o.id = f.responsible_organisation_id
      left join site s on s.tenant_id = f.tenant_id and s.id = f.site_id
      left join municipality m on m.tenant_id = f.tenant_id and m.id = f.municipality_id
      left join catalogue_entry i on i.tenant_id = f.tenant_id and i.kind = 'intensity' and i.key = f.intensity
      join lateral (select bit_or(x.parts) as parts, (array_agg(x.basis order by x.parts desc))[1] as basis,
          (array_agg(upper(x.valid_during) order by x.parts desc))[1] as until from case_access x
        where x.tenant_id = f.tenant_id and x.user_id = ${actor.userId} and x.case_id = f.id and x.valid_during @> now()) a
        on a.parts is not null
    where f.tenant_id = ${actor.tenantId} and f.id = ${caseId}`.execute(tx)
  return viewOf(found(rows[0]), actor)
}

function viewOf(row: CaseScreenRow, actor: Actor): CaseView {
  const { plain, parts } = row
  const texts = (parts & accessParts.contactNotes) !== 0
  return {
    ...plain,
    shortName: shortNameOf(plain),
    intake: withSuggestion(row.intake),
    stepper: stepperOf(row),
    closures: row.closures,
    texts: texts ? row.texts : null,
    access: {
      basis: row.basis,
      identity: (parts & accessParts.identity) !== 0,
      texts,
      work: (parts & accessParts.work) !== 0,
      until: row.until,
    },
    can: caseActions({ roles: actor.roles, parts, closed: plain.closedOn !== null, basis: row.basis }),
  }
}

/** "Muster, Anna" for one person, "Muster, Familie" for several; without names the file number. */
export function shortNameOf(file: Pick<CaseView, 'persons' | 'fileNumber'>): string {
  const present = file.persons.filter((person) => person.validTo === null)
  const main = (present.find((person) => person.isMain) ?? present[0])?.name
  if (!main) return file.fileNumber
  return `${main.familyName}, ${present.length > 1 ? 'Familie' : main.givenName}`
}

function stepperOf({ plain, settings, intake, facts }: CaseScreenRow): CaseView['stepper'] {
  const set: PhaseSet | undefined = phaseSetFrom(settings)
  const intensity: Intensity = plain.intensity
  const visits = plain.steps.filter(
    (step) =>
      step.episode === plain.episode && ['phase', 'intensity', 'reopened', 'closed'].includes(step.kind),
  )
  const entered = new Map(
    visits.filter((step) => step.kind !== 'intensity').map((step) => [step.to, step.on]),
  )
  const phases = phasesOf(intensity, set, [plain.phase, ...([...entered.keys()] as Phase[])])
  const at = phases.indexOf(plain.phase)
  return {
    phases: phases.map((phase, index) => ({
      phase,
      state: index === at ? 'current' : index < at ? 'done' : 'open',
      since: phase === plain.phase ? plain.phaseSince : (entered.get(phase) ?? null),
    })),
    next: nextPhases(intensity, plain.phase, set),
    missing: missingIn(intensity, plain.phase, { ...factsOf(plain, intake), ...facts }),
  }
}

/** What the rules ask about a case, as far as the case's own rows tell. */
export const factsOf = (
  file: Pick<CaseView, 'persons'>,
  intake: Omit<CaseView['intake'], 'suggestion'>,
): PhaseFacts => ({
  hasMainPerson: file.persons.some((person) => person.isMain && person.validTo === null),
  counsellingBasis: intake.bases.some((basis) => basis.kind === 'counselling'),
  servedElsewhereAsked: intake.servedElsewhere !== 'notAsked',
  criteriaAnswered: Object.values(intake.criteria).every((answer) => answer !== 'unknown'),
  firstTalk: intake.firstTalkOn !== null,
})

/** One member of a household as the acting person may see it. */
export async function readCasePerson(tx: Tx, caseId: string, id: string): Promise<CasePersonView> {
  const { rows } = await sql<{ view: CasePersonView }>`
    select ${personSql} as view from case_person c left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId} and c.id = ${id}`.execute(tx)
  return found(rows[0]).view
}
