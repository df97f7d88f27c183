import type { Body } from '../../../platform/contract/endpoint.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, found, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { GroupView } from '../contract/barriers.ts'
import type { structureEndpoints } from '../contract/endpoints.ts'
import { readGroups } from './screens.ts'
import { insertGroup, lockGroup, setGroup, updateGroup } from './store.ts'
import { fieldProblem } from './texts.ts'

const unknown = (path: string) =>
  new Refusal('invalid', 'invalidInput', { fields: [fieldProblem(path, 'barrierUnknown')] })

/** Throws `invalidInput` when one of the barriers is not there. */
export async function createGroup(
  tx: Tx,
  actor: Actor,
  { title, note, barrierIds }: Body<typeof structureEndpoints.newGroup>,
): Promise<GroupView> {
  const id = newId()
  await insertGroup(tx, { id, title, note: note ?? null })
  const wanted = [...new Set(barrierIds)]
  if ((await setGroup(tx, wanted, id)) !== wanted.length) throw unknown('barrierIds')
  await audit(tx, {
    action: 'barrierGroup.created',
    objectKind: 'barrierGroup',
    objectId: id,
    details: { barriers: wanted.length },
  })
  return found((await readGroups(tx, actor, id))[0])
}

/** Throws 404, 412, `invalidInput`. */
export async function changeGroup(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  { title, note, add, remove }: Body<typeof structureEndpoints.changeGroup>,
): Promise<GroupView> {
  const group = await lockGroup(tx, ids.id)
  const current = (await readGroups(tx, actor, ids.id))[0]
  refuseStale(group.version, ids.version, () => current)
  const wanted = [...new Set(add)]
  if ((await setGroup(tx, wanted, group.id)) !== wanted.length) throw unknown('add')
  await setGroup(tx, remove, null, group.id)
  await updateGroup(tx, group, {
    ...(title === undefined ? {} : { title }),
    ...(note === undefined ? {} : { note }),
  })
  await audit(tx, {
    action: 'barrierGroup.changed',
    objectKind: 'barrierGroup',
    objectId: group.id,
    details: { added: wanted.length, removed: remove.length },
  })
  return found((await readGroups(tx, actor, group.id))[0])
}

/** The barriers of a group that count; 404 when there is no such group. */
export async function barriersOfGroup(tx: Tx, groupId: string): Promise<string[]> {
  await lockGroup(tx, groupId)
  const rows = await tx
    .selectFrom('barrier')
    .select('id')
    .where('group_id', '=', groupId)
    .where('state', '<>', 'merged')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
