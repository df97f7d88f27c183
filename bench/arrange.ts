import { sql } from 'kysely'
import { generatedKeys } from '../src/cli/generate.ts'
import { createSession } from '../src/modules/staff/server/index.ts'
import { berlinDay } from '../src/platform/contract/dates.ts'
import { newId } from '../src/platform/contract/ids.ts'
import { createAuthDatabase } from '../src/platform/server/db/auth-database.ts'
import { createPool } from '../src/platform/server/db/pool.ts'
import type { DatabaseUrls } from '../src/platform/server/db/urls.ts'
import { withSystem } from '../src/platform/server/db/with-actor.ts'
import type { Variant } from './measures.ts'

/** A hundred people at work in the tenant that is measured, signed in, one case each. */
export async function arrange(urls: DatabaseUrls, cases: number): Promise<Variant[]> {
  const owner = createPool(urls.owner, 2)
  const authPool = createPool(urls.auth, 2)
  try {
    const { rows } = await owner.query<{ id: string }>('select id from tenant where key = $1', [
      generatedKeys({ tenants: 1, cases, seed: cases })[0],
    ])
    const tenantId = rows[0]!.id
    const picked = await withSystem(owner, tenantId, async (tx) => {
      await liftLimit(tx)
      return pick(tx)
    })
    const barrierIds = await withSystem(owner, tenantId, (tx) =>
      tx.selectFrom('barrier').select('id').orderBy('id').limit(100).execute(),
    )
    const themeId = barrierIds.length > 0 ? await withSystem(owner, tenantId, largeTheme) : ''
    const auth = createAuthDatabase(authPool)
    const variants: Variant[] = []
    for (const [at, { userId, ...row }] of picked.entries()) {
      const token = await createSession(auth, { userId, tenantId }, 'open', 'bench')
      const barrierId = barrierIds[at % barrierIds.length]?.id ?? ''
      variants.push({ ...row, barrierId, themeId, token, today: berlinDay(Temporal.Now.instant()) })
    }
    return variants
  } finally {
    await Promise.all([owner.end(), authPool.end()])
  }
}

type Picked = Omit<Variant, 'token' | 'today' | 'barrierId' | 'themeId'> & { userId: string }

/** More barriers than any theme is likely to rest on. */
const behindTheme = 5000
const themeTitle = 'Messung'

/** Made once; the next run finds it. */
async function largeTheme(tx: Parameters<Parameters<typeof withSystem>[2]>[0]): Promise<string> {
  const there = await tx.selectFrom('theme').select('id').where('title', '=', themeTitle).executeTakeFirst()
  if (there) return there.id
  const id = newId()
  const { id: owner } = await tx
    .selectFrom('staff_user')
    .select('id')
    .where('kind', '=', 'person')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const row = { id, title: themeTitle, state: 'erkannt', stage: 'preparing', state_on: '2026-01-02' }
  await tx
    .insertInto('theme')
    .values({ ...row, owner_id: owner, created_by: owner })
    .execute()
  await sql`insert into theme_barrier (theme_id, barrier_id, added_on, added_by)
    select ${id}, b.id, '2026-01-02', ${owner} from barrier b where b.tenant_id = app.tenant_id() and b.state <> 'merged'
    order by b.id limit ${behindTheme}`.execute(tx)
  return id
}

async function pick(tx: Parameters<Parameters<typeof withSystem>[2]>[0]): Promise<Picked[]> {
  const rows = await tx
    .selectFrom('case_file as f')
    .innerJoin('case_person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'f.tenant_id').onRef('p.case_id', '=', 'f.id'),
    )
    .innerJoin('person as n', (join) =>
      join.onRef('n.tenant_id', '=', 'p.tenant_id').onRef('n.id', '=', 'p.person_id'),
    )
    .select(['f.responsible_user_id as userId', 'f.id as caseId', 'p.person_id as personId'])
    .select(['n.family_name', 'n.given_name', 'n.birth_year as birthYear'])
    .distinctOn('f.responsible_user_id')
    .where('f.closed_on', 'is', null)
    .where('p.is_main', '=', true)
    .orderBy('f.responsible_user_id')
    .orderBy('f.id')
    .limit(100)
    .execute()
  const keyOf = async (kind: string) =>
    (
      await tx
        .selectFrom('catalogue_entry')
        .select('key')
        .where('kind', '=', kind)
        .orderBy('key')
        .executeTakeFirstOrThrow()
    ).key
  const keys = { contactKind: await keyOf('contactKind'), lifeDomain: await keyOf('lifeDomain') }
  return rows.map(({ family_name: family, given_name: given, ...row }) => ({
    ...row,
    ...keys,
    typedName: { familyName: typed(family), givenName: typed(given) },
  }))
}

/** Without accents, and two letters the wrong way round where the name is long enough. */
function typed(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return plain.length < 7 ? plain : `${plain.slice(0, 4)}${plain[5]}${plain[4]}${plain.slice(6)}`
}

/** People check a name now and then; the limit is for them, not for what a second can take. */
async function liftLimit(tx: Parameters<Parameters<typeof withSystem>[2]>[0]): Promise<void> {
  await tx
    .insertInto('tenant_setting')
    .values({ key: 'duplicateChecks', value: JSON.stringify(10_000_000) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .execute()
}
