import { aBarrierRow, aReconstructionRow, aThemeRow } from '../a-theme.ts'
import { enoughCases } from '../a-problem.ts'
import { newId } from '../../platform/contract/ids.ts'
import { inCase, type Ids, type Make, type ObjectKind } from './object-kind.ts'
import type { TestUser } from '../house.ts'

/** What paths of themes and reconstructions name; they belong to the tenant. */
export const themeObjects: Readonly<Record<string, ObjectKind>> = {
  '/api/themes/:id': {
    table: 'theme',
    make: async (owner, { house }) => ({
      id: await aThemeRow(house, owner),
      barrier: await aBarrierRow(house, owner.tenant),
    }),
  },
  '/api/themes/:id/barriers/:barrierId': {
    make: async (owner, { house }) => {
      const ids = { id: await aThemeRow(house, owner), barrierId: await aBarrierRow(house, owner.tenant) }
      const row = { theme_id: ids.id, barrier_id: ids.barrierId, added_on: '2026-11-20', added_by: owner.id }
      await house.system(owner.tenant, (tx) => tx.insertInto('theme_barrier').values(row).execute())
      return ids
    },
  },
  '/api/themes/:id/organisations/:organisationId': {
    make: async (owner, { house }) => {
      const ids = { id: await aThemeRow(house, owner), organisationId: owner.tenant.welfare }
      const row = { theme_id: ids.id, organisation_id: ids.organisationId, added_by: owner.id }
      await house.system(owner.tenant, (tx) => tx.insertInto('theme_organisation').values(row).execute())
      return ids
    },
  },
  '/api/reconstructions/:id': {
    table: 'reconstruction',
    make: async (owner, { house }) => ({ id: await aReconstructionRow(house, owner.tenant) }),
  },
}

const offered: Make = async (owner, { house }) => ({
  id: await aReconstructionRow(house, owner.tenant, 'offered'),
})

export const themeStates: Readonly<Record<string, Make>> = {
  'POST /api/cases/:id/reconstructions': inCase(async (owner, file, { house }) => {
    await enoughCases(house, owner)
    return { id: file.id }
  }),
  'POST /api/reconstructions/:id/taking': offered,
  'POST /api/reconstructions/:id/declining': offered,
  'POST /api/reconstructions/:id/reopening': async (owner, { house }) => ({
    id: await aReconstructionRow(house, owner.tenant, 'done'),
  }),
}

export const themeBodies: Readonly<Record<string, (ids: Ids, actor: TestUser) => object>> = {
  'POST /api/themes/:id/moves': () => ({ move: 'on' }),
  'POST /api/themes/:id/barriers': ({ barrier }) => ({ barrierIds: [barrier ?? newId()] }),
  'POST /api/themes/:id/organisations': (_ids, { tenant }) => ({ organisationId: tenant.welfare }),
  'POST /api/reconstructions/:id/result': () => ({ result: 'noStructuralCause' }),
  'POST /api/cases/:id/reconstructions': () => ({ consent: true }),
}
