import { sql } from 'kysely'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import { fieldErrors } from '../../../platform/contract/german.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { refuseStaleSignIn } from '../../staff/server/index.ts'
import { settingKeys, settingValue, type SettingKey, type SettingView } from '../contract/setting.ts'
import { rememberFile } from './differences.ts'
import { opinionTopicOf } from '../rules.ts'

/** All single values, in the order of the file's schema. */
export async function listSettings(tx: Tx, actor: Actor): Promise<SettingView[]> {
  const { rows } = await sql<Omit<SettingView, 'can'>>`
    select s.key, s.value, s.source, s.is_default as "isDefault", s.remark, s.edited_at is not null as edited, s.version
    from tenant_setting s where s.tenant_id = (select app.tenant_id()) and s.key = any (${[...settingKeys]})
      and s.valid_to is null`.execute(tx)
  const can = actor.roles.includes('administrator') ? (['change'] as const) : []
  return rows
    .map((row) => ({ ...row, can: [...can] }))
    .toSorted((a, b) => settingKeys.indexOf(a.key) - settingKeys.indexOf(b.key))
}

/** Sets or confirms a value. What is one of the wall goes on only with the opinion that allows it. */
export async function changeSetting(
  tx: Tx,
  actor: Actor,
  key: SettingKey,
  { value, version, now }: { value: number | boolean; version: number; now: Temporal.Instant },
): Promise<SettingView> {
  refuseStaleSignIn(actor, now)
  const row = found(
    await tx
      .selectFrom('tenant_setting')
      .select(['version'])
      .where('tenant_setting.key', '=', key)
      .forUpdate()
      .executeTakeFirst(),
  )
  const read = async () => found((await listSettings(tx, actor)).find((setting) => setting.key === key))
  const current = await read()
  refuseStale(row.version, version, () => current)
  const checked = settingValue(key).safeParse(value)
  if (!checked.success) {
    const fields = fieldErrors(checked.error).map((error) => ({ ...error, path: 'value' }))
    throw new Refusal('invalid', 'invalidInput', { fields })
  }
  refuseIf(value === true && !(await isAllowed(tx, key)) ? 'settingNeedsOpinion' : null)
  await rememberFile(tx, 'tenant_setting', key)
  await tx
    .updateTable('tenant_setting')
    .set({
      value: JSON.stringify(value),
      is_default: false,
      provenance: sql<string>`provenance || jsonb_build_object('decided', ${berlinDay(now)}::text)`,
      edited_at: sql<string>`now()`,
      edited_by: sql<string>`app.user_id()`,
      version: row.version + 1,
    })
    .where('key', '=', key)
    .execute()
  await audit(tx, {
    action: 'setting.changed',
    objectKind: 'setting',
    details: { key, value, before: current.value },
  })
  return read()
}

/** Whether the last opinion of the data protection officer lets a switch of the wall go on; others need none. */
export async function isAllowed(tx: Tx, key: SettingKey): Promise<boolean> {
  const topic = opinionTopicOf[key]
  if (topic === undefined) return true
  const row = await tx
    .selectFrom('protection_opinion')
    .select('allows')
    .where('topic', '=', topic)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.allows ?? false
}
