import { accessParts } from '../../../modules/cases/index.ts'
import { roles } from '../../../modules/staff/index.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { offices, persons, places, tenants, times } from './cast.ts'

/** What gives somebody access; a table is asked only by those whom its policies may let in. */
export type Source =
  | 'role'
  | 'case_access'
  | 'person_access'
  | 'referral_access'
  | 'committee_access'
  | 'site_access'
  | 'oversight'
  | 'deputy'
  | 'export_grant'
  | 'protection_opinion'
  | 'case_assignment'

/** Who asks: me, with one way of access each. */
export interface Asker {
  readonly name: string
  readonly source: Source
  readonly roles: readonly string[]
  /** Told together when all of a group get the same answer. */
  readonly group?: string
  /** Told only where the answer is another than this one's; of the others, than that of the role alone. */
  readonly like?: string
  /** A table whose rows are away. */
  readonly without?: string
  readonly rows: readonly { readonly table: Source; readonly values: Readonly<Record<string, unknown>> }[]
}

const granted = (
  source: Source,
  name: string,
  values: Readonly<Record<string, unknown>>,
  ...roles: readonly string[]
): Asker => ({
  name: [...roles, name].join(', '),
  source,
  roles,
  rows: [{ table: source, values }],
})

const grouped = (group: string, list: readonly Asker[]) => list.map((asker) => ({ ...asker, group }))

/** An access that runs, is over or is yet to come; where rows do not tell, also one that leads to somebody else. */
function everyWay(
  source: Source,
  name: string,
  values: Readonly<Record<string, unknown>>,
  { elsewhere, role }: { elsewhere?: Readonly<Record<string, unknown>>; role?: string } = {},
): readonly Asker[] {
  const during = (time: string) =>
    source === 'referral_access' ? { shared_during: `{${time}}` } : { valid_during: time }
  const one = (way: string, more: Readonly<Record<string, unknown>>) =>
    granted(source, `${name}${way}`, { ...values, ...more }, ...(role === undefined ? [] : [role]))
  return [
    one('', during(times.runs)),
    ...grouped(`${role === undefined ? '' : `${role}, `}${name} over or yet to come`, [
      one(' over', during(times.over)),
      one(' yet to come', during(times.comes)),
    ]),
    ...(elsewhere ? [one(' elsewhere', { ...during(times.runs), ...elsewhere })] : []),
  ]
}

/** What runs here, and something less elsewhere: for rows that are moved there, or belong to a row there. */
function andElsewhere(
  asker: Asker,
  way: string,
  ...elsewhere: readonly Readonly<Record<string, unknown>>[]
): Asker {
  const row = asker.rows[0]!
  return {
    ...asker,
    name: `${asker.name}, elsewhere ${way}`,
    like: asker.name,
    rows: [row, ...elsewhere.map((values) => ({ ...row, values: { ...row.values, ...values } }))],
  }
}

const mine = { user_id: persons.me }
const here = (kind: string) => places[kind]!.here
const there = (kind: string) => places[kind]!.elsewhere

const everything = Object.values(accessParts).reduce((mask, part) => mask | part, 0)
const toCase = (basis: string, parts: number) => ({
  ...mine, case_id: here('case_file'), basis, basis_id: newId(), level: 'read', parts,
}) // oxfmt-ignore
const runs = { valid_during: times.runs }
const over = { valid_during: times.over }

const [assigned, ...assignedBeforeOrLater] = everyWay(
  'case_access',
  'case: everything by assignment',
  toCase('assignment', everything),
)
const ofCases: readonly Asker[] = [
  ...Object.entries(accessParts).map(([part, bit]) =>
    granted('case_access', `case: ${part} only`, { ...toCase('release', bit), ...runs }),
  ),
  granted('case_access', 'case: identity and planTexts', {
    ...toCase('release', accessParts.identity | accessParts.planTexts),
    ...runs,
  }),
  ...grouped('case: everything', [
    assigned!,
    ...['reason', 'teamConsent', 'oversight'].map((basis) =>
      granted('case_access', `case: everything by ${basis}`, { ...toCase(basis, everything), ...runs }),
    ),
    granted(
      'case_access',
      'everything by assignment',
      { ...toCase('assignment', everything), ...runs },
      'coordinator',
    ),
  ]),
  ...assignedBeforeOrLater,
  andElsewhere(
    assigned!,
    'structured now and everything before',
    { case_id: there('case_file'), parts: accessParts.structured },
    { case_id: there('case_file'), ...over },
  ),
  ...everyWay('case_access', 'oversight', toCase('oversight', accessParts.structured), {
    role: 'coordinator',
  }),
]

const toPerson = (level: string) => ({ ...mine, person_id: here('person'), level, basis_id: newId() })
const [work, ...workBeforeOrLater] = everyWay('person_access', 'person: work', toPerson('work'))
const ofPersons: readonly Asker[] = [
  work!,
  andElsewhere(work!, 'over', { person_id: there('person'), ...over }),
  ...workBeforeOrLater,
  ...everyWay('person_access', 'person: read', toPerson('read')),
  andElsewhere(work!, 'read', { person_id: there('person'), level: 'read' }),
  ...Object.entries({
    'the case': runs,
    'the case before': over,
    'documents of the case only': { ...runs, parts: accessParts.documents },
  }).map(([way, values]) => ({
    name: `person: work, with ${way}`,
    like: 'person: work',
    source: 'person_access' as const,
    roles: [],
    rows: [
      { table: 'person_access' as const, values: { ...toPerson('work'), ...runs } },
      { table: 'case_access' as const, values: { ...toCase('assignment', everything), ...values } },
    ],
  })),
]

const shared = {
  referral_id: here('referral'),
  office: offices.mine,
  sent_on: '2026-01-15',
  state: 'sent',
  state_on: '2026-01-15',
}
const ofReferrals: readonly Asker[] = [
  ...everyWay('referral_access', 'referral to my office', shared, { role: 'partner' }),
  granted(
    'referral_access',
    'referral to another office',
    { ...shared, office: offices.other, shared_during: `{${times.runs}}` },
    'partner',
  ),
]

const member = (b3: boolean) => ({
  ...mine,
  committee_id: here('committee'),
  b3,
  kind: 'member',
  member_id: newId(),
})
const ofCommittees: readonly Asker[] = ['committeeMember', 'caseManager'].flatMap((role) => {
  const [now, ...beforeOrLater] = everyWay('committee_access', 'committee', member(false), { role })
  return [
    ...grouped(now!.name, [now!, andElsewhere(now!, 'over', { committee_id: there('committee'), ...over })]),
    ...beforeOrLater,
    granted('committee_access', 'committee for B3', { ...member(true), ...runs }, role),
  ]
})

const [atSite, ...atSiteBeforeOrLater] = everyWay(
  'site_access',
  'site',
  { ...mine, site_id: here('site'), role: 'caseManager', basis_id: newId() },
  { role: 'caseManager' },
)
const ofSites: readonly Asker[] = [
  atSite!,
  andElsewhere(atSite!, 'over', { site_id: there('site'), ...over }),
  ...atSiteBeforeOrLater,
]

const overColleague = { id: newId(), coordinator_id: persons.me, case_manager_id: persons.colleague }
const ofOversight: readonly Asker[] = [
  ...everyWay('oversight', 'oversight over the colleague', overColleague, {
    elsewhere: { case_manager_id: persons.third },
    role: 'coordinator',
  }),
  // Who sees all oversights has none of them by that.
  ...[['coordinator'], ['coordinator', 'kimLead']].map((roles) =>
    granted(
      'oversight',
      'oversight of another coordinator',
      { ...overColleague, coordinator_id: persons.third, ...runs },
      ...roles,
    ),
  ),
  granted('oversight', 'oversight without the role', { ...overColleague, ...runs }),
]

const forColleague = {
  id: newId(), absent_user_id: persons.colleague, deputy_user_id: persons.me, created_by: persons.third, version: 1,
} // oxfmt-ignore
const ofDeputies = everyWay('deputy', 'deputy of the colleague', forColleague, {
  elsewhere: { absent_user_id: persons.third },
  role: 'caseManager',
})

const mayExport = { ...mine, id: newId(), granted_by: persons.third, reason: 'x', version: 1 }
const ofGrants: readonly Asker[] = [
  ...everyWay('export_grant', 'may export', mayExport),
  // Who sees all grants has none of them by that.
  granted(
    'export_grant',
    'somebody else may export',
    { ...mayExport, user_id: persons.third, ...runs },
    'administrator',
  ),
]

const opinion = (topic: string, allows: boolean) => ({
  id: newId(), topic, allows, given_on: '2026-01-15', recorded_by: persons.third, reference: 'x',
}) // oxfmt-ignore
const ofOpinions: readonly Asker[] = ['valueWithoutStatus', 'closureByDeparture'].flatMap((topic) =>
  [true, false].map((allows) =>
    granted(
      'protection_opinion',
      `${allows ? 'allowed' : 'refused'}: ${topic}`,
      opinion(topic, allows),
      'administrator',
    ),
  ),
)

/** Asked about every table. */
export const nobody = 'no role'

export const askers: readonly Asker[] = [
  ...grouped('every role', [
    { name: nobody, source: 'role', roles: [], rows: [] },
    ...roles.map((role) => ({ name: role, source: 'role' as const, roles: [role], rows: [] })),
  ]),
  ...ofCases,
  ...ofPersons,
  ...ofReferrals,
  ...ofCommittees,
  ...ofSites,
  ...ofOversight,
  ...ofDeputies,
  ...ofGrants,
  ...ofOpinions,
  {
    name: 'caseManager, before the first assignment',
    source: 'case_assignment',
    roles: ['caseManager'],
    rows: [],
    without: 'case_assignment',
  },
]

/** The rows that make the asker: role and access, with the tenant. */
export function rowsOf({ roles: held, rows }: Asker) {
  const ofRoles = held.map((role) => ({
    table: 'role_assignment',
    values: { id: newId(), user_id: persons.me, role, scope_kind: 'tenant', valid_during: times.runs },
  }))
  return [...ofRoles, ...rows].map(({ table, values }) => ({
    table,
    values: { tenant_id: tenants.own, ...values },
  }))
}
