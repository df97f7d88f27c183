import { newId } from '../../../../../platform/contract/ids.ts'
import { aCatalogue } from '../../../../../testing/a-catalogue.ts'
import type { House, TestTenant, TestUser } from '../../../../../testing/house.ts'

export interface Office {
  /** Two case managers and a coordinator of the Kreis's site. */
  readonly caseManager: TestUser
  readonly colleague: TestUser
  /** Oversees `caseManager` and nobody else. */
  readonly coordinator: TestUser
  /** Case manager of another employer at another site. */
  readonly elsewhere: TestUser
  readonly immigration: TestUser
  readonly partner: TestUser
}

/** The people a request meets, with the district's lists. */
export async function anOffice(house: House, tenant: TestTenant): Promise<Office> {
  await aCatalogue(house, tenant)
  const at = (role: 'caseManager' | 'coordinator', scopeId: string) => ({
    roles: [{ role, scopeKind: 'site' as const, scopeId }],
  })
  const caseManager = await house.user(tenant, { ...at('caseManager', tenant.site), familyName: 'Adler' })
  const coordinator = await house.user(tenant, { ...at('coordinator', tenant.site), familyName: 'Berg' })
  await house.system(tenant, (tx) =>
    tx
      .insertInto('oversight')
      .values({ id: newId(), coordinator_id: coordinator.id, case_manager_id: caseManager.id })
      .execute(),
  )
  return {
    caseManager,
    coordinator,
    colleague: await house.user(tenant, { ...at('caseManager', tenant.site), familyName: 'Clausen' }),
    elsewhere: await house.user(tenant, {
      ...at('caseManager', tenant.townSite),
      organisation: tenant.town,
      familyName: 'Dorn',
    }),
    immigration: await house.user(tenant, {
      roles: [{ role: 'immigrationOfficer' }],
      unit: tenant.immigrationUnit,
    }),
    partner: await house.user(tenant, { roles: [{ role: 'partner' }], organisation: tenant.welfare }),
  }
}

/** `deputy` stands in for `absent` from an hour ago until tomorrow. */
export async function standsIn(house: House, deputy: TestUser, absent: TestUser): Promise<void> {
  await house.system(absent.tenant, (tx) =>
    tx
      .insertInto('deputy')
      .values({
        id: newId(),
        absent_user_id: absent.id,
        deputy_user_id: deputy.id,
        valid_during: `[${new Date(Date.now() - 3_600_000).toISOString()},${new Date(Date.now() + 86_400_000).toISOString()})`,
      })
      .execute(),
  )
}
