import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseFields } from './refuse-fields.ts'
import { pathOfStored, pathSql, type StoredPath } from './theme-screen.ts'
import type { ThemePath } from '../rules/theme-path.ts'

interface References {
  readonly regionId?: string | null | undefined
  readonly exampleKey?: string | null | undefined
  readonly purposes?: readonly string[] | undefined
  readonly ownerId?: string | undefined
  readonly barrierIds?: readonly string[] | undefined
  readonly groupId?: string | null | undefined
  readonly targetGroupView?: { readonly on: string | null } | null | undefined
}

interface Known {
  path: StoredPath
  region: boolean
  example: boolean
  purposes: number
  owner: boolean
  barriers: number
  group: boolean
}

/** What a theme refers to must exist in this district; all wrong fields at once. Answers the path of the district. */
export async function checkTheme(tx: Tx, wish: References, today: string): Promise<ThemePath> {
  const { regionId = null, exampleKey = null, ownerId = null, groupId = null } = wish
  const [purposes, barriers] = [[...new Set(wish.purposes)], [...new Set(wish.barrierIds)]]
  const { rows } = await sql<Known>`
    select ${pathSql(today)} as path,
      exists (select from region r where r.tenant_id = (select app.tenant_id()) and r.id = ${regionId}::uuid) as region,
      exists (select from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'themeExample' and e.key = ${exampleKey}) as example,
      (select count(*)::int from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'themePurpose'
        and e.key = any (${purposes}::text[])) as purposes,
      exists (select from app.theme_owners() o where o.user_id = ${ownerId}::uuid) as owner,
      (select count(*)::int from barrier b where b.tenant_id = (select app.tenant_id()) and b.id = any (${barriers}::uuid[])) as barriers,
      exists (select from barrier_group g where g.tenant_id = (select app.tenant_id()) and g.id = ${groupId}::uuid) as group`.execute(
    tx,
  )
  const known = rows[0]!
  refuseFields([
    ['regionId', 'themeRegionUnknown', regionId !== null && !known.region],
    ['exampleKey', 'themeExampleUnknown', exampleKey !== null && !known.example],
    ['purposes', 'themePurposeUnknown', known.purposes < purposes.length],
    ['ownerId', 'themeOwnerUnknown', ownerId !== null && !known.owner],
    ['barrierIds', 'themeBarrierUnknown', known.barriers < barriers.length],
    ['groupId', 'themeGroupUnknown', groupId !== null && !known.group],
    ['targetGroupView.on', 'themeViewInFuture', (wish.targetGroupView?.on ?? '') > today],
  ])
  return pathOfStored(known.path)
}
