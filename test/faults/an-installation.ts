import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSession } from '../../src/modules/staff/server/index.ts'
import { newId } from '../../src/platform/contract/ids.ts'
import { createAuthDatabase } from '../../src/platform/server/db/auth-database.ts'
import { migrate } from '../../src/platform/server/db/migrate.ts'
import { createPool, type Pool } from '../../src/platform/server/db/pool.ts'
import { withSystem } from '../../src/platform/server/db/with-actor.ts'
import {
  startEmbedded,
  type Embedded,
  type EmbeddedOptions,
} from '../../src/platform/server/embedded/start-embedded.ts'
import { furnish, type TestTenant } from '../../src/testing/house.ts'
import type { Writer } from './writers.ts'

export interface Installation {
  readonly folder: string
  readonly embedded: Embedded
  readonly tenant: TestTenant
  /** Signed-in case managers of one site. */
  readonly writers: readonly Writer[]
  readonly owner: Pool
  /** Everything durable: this server keeps fsync on, unlike the one of the other tests. */
  close(): Promise<void>
}

/** An embedded server of its own as an operator starts it, with one Kreis and as many case managers as asked for. */
export async function anInstallation(
  caseManagers: number,
  layout: Partial<Omit<EmbeddedOptions, 'dataDir'>> = {},
): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-faults-'))
  chmodSync(folder, 0o755)
  const embedded = await startEmbedded({ dataDir: folder, log: () => {}, ...layout })
  await migrate(embedded.urls.owner)
  const owner = createPool(embedded.urls.owner, 3)
  const tenant = await furnish(owner, 'kreis-a')
  const authPool = createPool(embedded.urls.auth, 2)
  const writers: Writer[] = []
  for (let n = 0; n < caseManagers; n += 1) {
    const id = await aCaseManager(owner, tenant, n)
    const token = await createSession(
      createAuthDatabase(authPool),
      { userId: id, tenantId: tenant.id },
      'open',
      'test',
    )
    writers.push({ token, site: tenant.site })
  }
  await authPool.end()
  return {
    folder,
    embedded,
    tenant,
    writers,
    owner,
    close: async () => {
      await owner.end()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function aCaseManager(owner: Pool, tenant: TestTenant, n: number): Promise<string> {
  return withSystem(owner, tenant.id, async (tx) => {
    const id = newId()
    const names = { given_name: 'Kim', family_name: `Muster ${n}` }
    await tx
      .insertInto('staff_user')
      .values({ id, ...names, organisation_id: tenant.kreis })
      .execute()
    const scope = { scope_kind: 'site', scope_id: tenant.site }
    await tx
      .insertInto('role_assignment')
      .values({ id: newId(), user_id: id, role: 'caseManager', ...scope })
      .execute()
    return id
  })
}
