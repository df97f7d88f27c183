import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { SharingKind } from '../contract/codes.ts'
import type { ConsentView } from '../contract/consents.ts'
import { missingElements } from '../rules/elements.ts'
import { runsOut, stateOf } from '../rules/state.ts'
import { minorOf, type AgeFacts } from './case-persons.ts'
import { settingsOf } from './settings.ts'

const WORK = 64
const WORDS = 4

/** Most rows a case's list shows; nobody signs that many. */
const most = 200

type Stored = Omit<ConsentView, 'kind' | 'state' | 'runsOut' | 'person' | 'recipient' | 'missing' | 'can'> & {
  readonly personId: string
  readonly recipientKind: ConsentView['recipient']['kind']
  readonly organisationId: string | null
  readonly unitId: string | null
}

interface Row extends AgeFacts {
  view: Stored
  person_name: string | null
  organisation: string | null
  unit: string | null
  has_units: boolean
  parts: number
  closed_on: string | null
  settings: Record<string, unknown>
}

const names = {
  consent: { main: sql.table('consent'), text: sql.table('consent_text'), giver: sql.table('consent_giver') },
  secrecyRelease: {
    main: sql.table('secrecy_release'),
    text: sql.table('secrecy_release_text'),
    giver: sql.table('secrecy_release_giver'),
  },
} as const

/** Everything about one consent, or all of a case, in one statement. */
const rowsOf = (kind: SharingKind, where: RawBuilder<unknown>) => sql<Row>`
  select jsonb_build_object('id', c.id, 'caseId', c.case_id, 'personId', c.person_id, 'direction', c.direction,
      'recipientKind', c.recipient_kind, 'organisationId', c.organisation_id, 'unitId', c.unit_id, 'purposes', c.purposes,
      'lifeDomains', (select coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'label', coalesce(e.label, k.key)) order by k.n), '[]')
        from unnest(c.life_domains) with ordinality k (key, n) left join catalogue_entry e
          on e.tenant_id = c.tenant_id and e.kind = 'lifeDomain' and e.key = k.key),
      'dataCategories', c.data_categories, 'specialCategories', c.special_categories, 'validFrom', c.valid_from,
      'validTo', c.valid_to, 'defaultPeriod', c.default_period, 'textVersion', c.text_version, 'language', c.language,
      'mediator', c.mediator, 'givenOn', c.given_on, 'givenAs', c.given_as, 'givenRoles', c.given_roles,
      'givers', (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'personId', g.person_id,
            'name', coalesce(g.name, gp.given_name || ' ' || gp.family_name)) order by g.position), '[]')
        from ${names[kind].giver} g left join person gp on gp.tenant_id = g.tenant_id and gp.id = g.person_id
        where g.tenant_id = c.tenant_id and g.consent_id = c.id),
      'proofDocumentId', c.proof_document_id, 'withdrawnOn', c.withdrawn_on, 'withdrawnAs', c.withdrawn_as,
      'endedOn', c.ended_on, 'version', c.version,
      'text', case when t.consent_id is not null then jsonb_build_object('purpose', t.purpose,
        'refusalConsequence', t.refusal_consequence, 'recipientName', t.recipient_name, 'witness', t.witness) end) as view,
    n.given_name || ' ' || n.family_name as person_name, n.birth_date, n.birth_year,
    (select p.age_group from case_person p where p.tenant_id = c.tenant_id and p.case_id = c.case_id
      and p.person_id = c.person_id order by p.valid_to desc nulls first limit 1) as age_group,
    o.name as organisation, u.label as unit,
    exists (select from unit x where x.tenant_id = c.tenant_id and x.organisation_id = c.organisation_id
      and x.valid_to is null) as has_units,
    (select bit_or(a.parts) from case_access a where a.tenant_id = (select app.tenant_id())
      and a.user_id = (select app.user_id()) and a.case_id = c.case_id and a.valid_during @> now()) as parts,
    f.closed_on,
    (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from tenant_setting s
      where s.tenant_id = c.tenant_id and s.key in ('consentWarningDays', 'consentMonths', 'oralConsent')) as settings
  from ${names[kind].main} c
    join case_file f on f.tenant_id = c.tenant_id and f.id = c.case_id
    left join ${names[kind].text} t on t.tenant_id = c.tenant_id and t.consent_id = c.id
    left join person n on n.tenant_id = c.tenant_id and n.id = c.person_id
    left join organisation o on o.tenant_id = c.tenant_id and o.id = c.organisation_id
    left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
  where c.tenant_id = (select app.tenant_id()) and ${where}
  order by c.created_at desc, c.id desc limit ${most}`

/** One consent as the acting person may see it; 404 when it is hidden. */
export async function readConsent(
  tx: Tx,
  kind: SharingKind,
  id: string,
  today: string,
): Promise<ConsentView> {
  const { rows } = await rowsOf(kind, sql`c.id = ${id}`).execute(tx)
  return viewOf(kind, found(rows[0]), today)
}

/** All of a case, newest first. */
export async function readConsents(
  tx: Tx,
  kind: SharingKind,
  caseId: string,
  today: string,
): Promise<ConsentView[]> {
  const { rows } = await rowsOf(kind, sql`c.case_id = ${caseId}`).execute(tx)
  return rows.map((row) => viewOf(kind, row, today))
}

function viewOf(kind: SharingKind, row: Row, today: string): ConsentView {
  const settings = settingsOf(row.settings)
  const { personId, recipientKind, organisationId, unitId, ...view } = row.view
  const state = stateOf(view, today)
  const readsWords = (row.parts & WORDS) !== 0
  const label = labelOf(row)
  return {
    ...view,
    kind,
    state,
    runsOut: runsOut(view, today, settings.warningDays),
    person: { id: personId, name: row.person_name, minor: minorOf(row, today) },
    recipient: { kind: recipientKind, organisationId, unitId, label, hasUnits: row.has_units },
    missing: state === 'draft' && readsWords ? missingOf(row, today) : [],
    can: (row.parts & WORK) === 0 ? [] : actionsOf(row, state),
  }
}

const missingOf = ({ view, has_units }: Row, today: string) =>
  missingElements(
    {
      ...view,
      lifeDomains: view.lifeDomains.map((domain) => domain.key),
      recipientHasUnits: has_units,
      recipientName: view.text?.recipientName ?? null,
      purpose: view.text?.purpose ?? null,
      refusalConsequence: view.text?.refusalConsequence ?? null,
    },
    today,
  )

function labelOf({ view, organisation, unit }: Row): string | null {
  if (view.recipientKind === 'kimTeam') return 'KIM-Team'
  if (view.recipientKind === 'other') return view.text?.recipientName ?? null
  return unit === null ? organisation : `${organisation}, ${unit}`
}

function actionsOf({ closed_on, view }: Row, state: ConsentView['state']): ConsentView['can'] {
  const open = closed_on === null
  if (state === 'draft') return open ? ['change', 'confirm', 'discard'] : ['discard']
  return [
    ...(view.proofDocumentId === null ? (['attachProof'] as const) : []),
    ...(state === 'withdrawn' ? [] : (['withdraw'] as const)),
  ]
}
