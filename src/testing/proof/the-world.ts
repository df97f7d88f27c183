import { roles, type Role } from '../../modules/staff/index.ts'
import { newId } from '../../platform/contract/ids.ts'
import { assessmentSettings } from '../an-assessment.ts'
import { aThemePath } from '../a-theme.ts'
import { arrange } from '../arrange.ts'
import type { House, TestTenant, TestUser, UserOptions } from '../house.ts'
import { tireless } from './tireless-client.ts'

/** One tenant of the proof with everybody in it. */
export interface World {
  readonly house: House
  readonly tenant: TestTenant
  /** Who works cases: two colleagues of the Kreis at one site, one of the town. */
  readonly owners: { readonly own: TestUser; readonly colleague: TestUser; readonly otherEmployer: TestUser }
  /** One person for each role. The case manager is `owners.own`; the coordinator has oversight over `owners.own`. */
  readonly people: Readonly<Record<Role, TestUser>>
  /** Case managers without any case, to be overseen by whoever asks for it. */
  readonly spare: Readonly<Partial<Record<Role, TestUser>>>
}

const lists = {
  contactKind: ['onSite', 'phone'],
  activityType: ['application'],
  language: ['de', 'ar', 'uk'],
  entryRoute: ['self'],
  targetGroup: ['family'],
  closureReason: ['goalsReached'],
  agreementType: ['traeger'],
} as const

/** Lists, settings, one person for each role and two more case managers. */
export async function theWorld(house: House, tenant: TestTenant): Promise<World> {
  await assessmentSettings(house, tenant)
  await aThemePath(house, tenant)
  const rows = Object.entries(lists).flatMap(([kind, keys]) =>
    keys.map((key, position) => ({ id: newId(), kind, key, label: key, position })),
  )
  await house.system(tenant, (tx) => tx.insertInto('catalogue_entry').values(rows).execute())
  const someone = async (options: UserOptions) => tireless(house, await house.user(tenant, options))
  const manager = async (site: string, organisation: string, unit?: string) =>
    someone({
      organisation,
      ...(unit ? { unit } : {}),
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: site }],
    })
  const owners = {
    own: await manager(tenant.site, tenant.kreis),
    colleague: await manager(tenant.site, tenant.kreis),
    otherEmployer: await manager(tenant.townSite, tenant.town, tenant.kimUnitOfTown),
  }
  // A partner is a unit, not an authority.
  const office = { organisation: tenant.town, unit: tenant.socialOfficeOfTown }
  const people: Partial<Record<Role, TestUser>> = { caseManager: owners.own }
  for (const role of roles) {
    if (role !== 'caseManager')
      people[role] = await someone({ roles: [{ role }], ...(role === 'partner' ? office : {}) })
  }
  const all = people as Record<Role, TestUser>
  await arrange.oversight(house, all.coordinator, owners.own)
  const spare = {
    kimLead: await manager(tenant.site, tenant.kreis),
    administrator: await manager(tenant.site, tenant.kreis),
  }
  return { house, tenant, owners, people: all, spare }
}
