import { aCase, type TestCase } from '../a-case.ts'
import { aFinishedExport } from '../a-finished-export.ts'
import { anExportGrant } from '../an-export-grant.ts'
import { arrange } from '../arrange.ts'
import type { TestUser } from '../house.ts'
import type { ObjectKind } from './object-kind.ts'
import type { World } from './the-world.ts'

const aFileOf = (owner: TestUser, { otherEmployer }: World['owners']): Promise<TestCase> =>
  aCase({
    responsible: owner,
    organisation: owner === otherEmployer ? owner.tenant.town : owner.tenant.kreis,
  })

/** Objects of the administration and of what is taken out; more of `objects`. */
export const arrangedObjects: Readonly<Record<string, ObjectKind>> = {
  '/api/oversights/:id': {
    make: async (owner, { house }) => {
      const manager = await house.user(owner.tenant, { roles: [{ role: 'caseManager' }] })
      const coordinator = await house.user(owner.tenant, { roles: [{ role: 'coordinator' }] })
      return { id: await arrange.oversight(house, coordinator, manager) }
    },
  },
  '/api/export-grants/:id': {
    table: 'export_grant',
    make: async (owner, { house, people }) => ({
      id: await anExportGrant(people.administrator, (await house.user(owner.tenant)).id),
    }),
  },
  '/api/exports/:id': {
    personal: true,
    make: async (owner, { owners, people }) =>
      aFinishedExport(owner, (await aFileOf(owner === people.coordinator ? owners.own : owner, owners)).id),
  },
}
