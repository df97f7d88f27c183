import { newId } from '../platform/contract/ids.ts'
import type { House, TestTenant } from './house.ts'

/** Entries that forms of tests choose from: kind → keys. */
const entries = {
  contactKind: ['onSite', 'phone'],
  lifeDomain: ['housing', 'language', 'health', 'work'],
  activityType: ['application', 'escort'],
  language: ['de', 'ar', 'uk'],
  entryRoute: ['self', 'jobcenter'],
} as const

/** A small set of the district's lists, as a loaded district file leaves them. */
export async function aCatalogue(house: House, tenant: TestTenant): Promise<void> {
  const rows = Object.entries(entries).flatMap(([kind, keys]) =>
    keys.map((key, position) => ({ id: newId(), kind, key, label: key, position })),
  )
  await house.system(tenant, (tx) => tx.insertInto('catalogue_entry').values(rows).execute())
}
