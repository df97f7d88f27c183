import { sql, type RawBuilder } from 'kysely'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { RoleView, ScopeKind, userEndpoints } from '../../contract/users.ts'
import { scopesFor } from '../../rules.ts'
import { dayEnd, dayStart } from '../day-bounds.ts'
import { lockUser, refuseFields } from './store.ts'
import { readRole } from './user-screens.ts'

type Wish = Body<typeof userEndpoints.giveRole>

/** Gives a role with a scope for a period. Rights and access to sites and cases follow in the same transaction. */
export async function giveRole(
  tx: Tx,
  actor: Actor,
  userId: string,
  wish: Wish,
  now: Temporal.Instant,
): Promise<RoleView> {
  refuseIf(userId === actor.userId ? 'ownRole' : null)
  const user = await lockUser(tx, userId)
  refuseIf(user.active ? null : 'userInactive')
  const scopeId = await checkedScope(tx, wish)
  refusePeriod(wish, berlinDay(now))
  const during = duringSql(wish, berlinDay(now))
  await refuseHeld(tx, { userId, role: wish.role, scopeKind: wish.scopeKind, scopeId, during })
  const id = newId()
  await tx
    .insertInto('role_assignment')
    .values({
      id,
      user_id: userId,
      role: wish.role,
      scope_kind: wish.scopeKind,
      scope_id: scopeId,
      valid_during: during,
    })
    .execute()
  await audit(tx, {
    action: 'role.given',
    objectKind: 'user',
    objectId: userId,
    details: { role: wish.role, scope: wish.scopeKind },
  })
  return readRole(tx, id)
}

/** From today on means from this moment on: the database's, because its clock decides what is valid. */
const duringSql = ({ from, lastDay }: Wish, today: string): RawBuilder<string> => {
  const begin = from && from > today ? dayStart(from) : null
  return sql<string>`tstzrange(coalesce(${begin}::timestamptz, now()), ${lastDay ? dayEnd(lastDay) : null}::timestamptz)`
}

const tableOf = { region: 'region', organisation: 'organisation', site: 'site' } as const

async function checkedScope(tx: Tx, { role, scopeKind, scopeId }: Wish): Promise<string | null> {
  if (!scopesFor(role).includes(scopeKind)) {
    const message = 'Diese Aufgabe kann nicht auf diesen Bereich begrenzt werden.'
    refuseFields({ path: 'scopeKind', code: 'scopeNotForRole', message })
  }
  if (scopeKind === 'tenant') return null
  const message = 'Bitte wählen Sie aus, wofür die Aufgabe gilt.'
  if (!scopeId)
    throw new Refusal('invalid', 'invalidInput', { fields: [{ path: 'scopeId', code: 'missing', message }] })
  const known = await tx
    .selectFrom(tableOf[scopeKind as Exclude<ScopeKind, 'tenant'>])
    .select('id')
    .where('id', '=', scopeId)
    .executeTakeFirst()
  if (!known) refuseFields({ path: 'scopeId', code: 'unknown', message })
  return scopeId
}

function refusePeriod({ from, lastDay }: Wish, today: string): void {
  if (from && from < today) {
    const message = 'Der Beginn kann nicht in der Vergangenheit liegen.'
    refuseFields({ path: 'from', code: 'fromPast', message })
  }
  if (lastDay && lastDay < (from ?? today)) {
    const message = 'Das Ende muss nach dem Beginn liegen.'
    refuseFields({ path: 'lastDay', code: 'lastDayBefore', message })
  }
}

async function refuseHeld(
  tx: Tx,
  wish: {
    userId: string
    role: string
    scopeKind: string
    scopeId: string | null
    during: RawBuilder<string>
  },
): Promise<void> {
  const { rows } = await sql`select from role_assignment r where r.tenant_id = (select app.tenant_id())
    and r.user_id = ${wish.userId} and r.role = ${wish.role} and r.scope_kind = ${wish.scopeKind}
    and r.scope_id is not distinct from ${wish.scopeId}::uuid and r.valid_during && ${wish.during} limit 1`.execute(
    tx,
  )
  refuseIf(rows.length > 0 ? 'roleHeld' : null)
}
