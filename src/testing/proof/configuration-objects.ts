import { newId } from '../../platform/contract/ids.ts'
import type { ObjectKind } from './object-kind.ts'
import type { TestUser } from '../house.ts'
import type { World } from './the-world.ts'

type Table =
  | 'organisation'
  | 'unit'
  | 'site'
  | 'staff_position'
  | 'region'
  | 'municipality'
  | 'catalogue_entry'

/** A row of the configuration of the owner's tenant, as the file would have made it. */
async function aRow(owner: TestUser, { house }: World, table: Table, more: object): Promise<{ id: string }> {
  const id = newId()
  const row = { id, position: 9, ...more }
  await house.system(owner.tenant, (tx) =>
    tx
      .insertInto(table)
      .values(row as never)
      .execute(),
  )
  return { id }
}
const key = () => `k${newId().slice(-12)}`
/** Eight digits that no other row has. */
const ags = () => String(10_000_000 + (Number.parseInt(newId().slice(-7), 16) % 89_000_000))

/** What administration changes: entries of the configuration, and where they differ from the file. */
export const configurationObjects: Readonly<Record<string, ObjectKind>> = {
  '/api/organisations/:id': {
    table: 'organisation',
    make: (owner, world) =>
      aRow(owner, world, 'organisation', {
        key: key(),
        name: 'Verein',
        kind: 'welfare',
        public_employer: false,
      }),
  },
  '/api/units/:id': {
    table: 'unit',
    make: (owner, world) =>
      aRow(owner, world, 'unit', {
        key: key(),
        label: 'Team',
        kind: 'kim',
        organisation_id: owner.tenant.town,
      }),
  },
  '/api/sites/:id': {
    table: 'site',
    make: (owner, world) => {
      const place = { kind: 'site', state: 'active', organisation_id: owner.tenant.kreis }
      return aRow(owner, world, 'site', { key: key(), label: 'Treff', ...place })
    },
  },
  '/api/positions/:id': {
    table: 'staff_position',
    make: (owner, world) => {
      const line = { label: 'Case Management', building_block: 'B2', role: 'caseManagement', fte: 1 }
      return aRow(owner, world, 'staff_position', { key: key(), ...line })
    },
  },
  '/api/regions/:id': {
    table: 'region',
    make: (owner, world) => aRow(owner, world, 'region', { key: key(), label: 'Ost' }),
  },
  '/api/municipalities/:id': {
    table: 'municipality',
    make: (owner, world) =>
      aRow(owner, world, 'municipality', { ags: ags(), name: 'Dorf', kind: 'Gemeinde' }),
  },
  '/api/target-groups/:id': {
    table: 'catalogue_entry',
    make: (owner, world) =>
      aRow(owner, world, 'catalogue_entry', {
        key: key(),
        kind: 'targetGroup',
        label: 'Familien',
        settings: '{}',
      }),
  },
  '/api/district-differences/:id': {
    table: 'district_difference',
    make: async (owner, { house }) => {
      const id = newId()
      const row = { id, entry_table: 'site', entry_key: newId(), proposed: '{"label": "Treff"}' }
      await house.system(owner.tenant, (tx) => tx.insertInto('district_difference').values(row).execute())
      return { id }
    },
  },
}
