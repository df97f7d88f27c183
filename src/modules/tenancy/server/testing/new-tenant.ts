import type { House, TestTenant } from '../../../../testing/house.ts'
import { createTenant } from '../../../staff/server/index.ts'

/** An empty tenant beside those of the house: nothing in it but its system actor. */
export async function newTenant(house: House, key: string): Promise<TestTenant> {
  const id = await createTenant(house.owner, { key: `neu-${key}`, name: `Kreis ${key}` })
  return { ...house.a, id, key: `neu-${key}` }
}
