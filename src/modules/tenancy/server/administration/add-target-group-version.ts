import { sql } from 'kysely'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseIf, refuseStale } from '../../../../platform/server/http/refusal.ts'
import type { areaEndpoints } from '../../contract/administration/area.ts'
import type { CatalogueEntry } from '../../contract/catalogue-entry.ts'
import { rememberFile } from '../differences.ts'
import type { Row } from '../district-rows.ts'
import { checkedSettings, readCatalogueEntry } from '../save-catalogue-entry.ts'
import { lockCatalogueEntry } from '../store.ts'
import { refuseFaults } from './save-entry.ts'

/** What the group means from a day on. Cases that chose the version before keep it and its words (R041). */
export async function addTargetGroupVersion(
  tx: Tx,
  id: string,
  wish: Body<typeof areaEndpoints.targetGroupVersion>,
  { version, today }: { version: number; today: string },
): Promise<CatalogueEntry> {
  const before = await lockCatalogueEntry(tx, id)
  found(before.kind === 'targetGroup' ? before : undefined)
  const current = await readCatalogueEntry(tx, id, today)
  refuseStale(before.version, version, () => current)
  refuseIf(before.valid_to === null ? null : 'targetGroupEnded')
  if (before.valid_from !== null && wish.validFrom <= before.valid_from)
    refuseFaults([{ path: 'validFrom', code: 'beforeCurrent' }])
  const { municipalities, label, definition, validFrom } = wish
  const number = Number((before.settings as Row)['version'] ?? 1) + 1
  const settings = await checkedSettings(tx, 'targetGroup', { municipalities, version: number })
  const next = { id: newId(), key: `${before.key.replace(/-v\d+$/, '')}-v${number}` }
  await rememberFile(tx, 'catalogue_entry', id)
  await sql`update catalogue_entry set valid_to = ${validFrom}::date, edited_at = now(), edited_by = app.user_id(), version = version + 1,
      provenance = provenance || jsonb_build_object('decided', ${today}::text)
    where tenant_id = (select app.tenant_id()) and id = ${id}`.execute(tx)
  await tx
    .insertInto('catalogue_entry')
    .values({
      ...next,
      kind: 'targetGroup',
      label,
      definition,
      settings: JSON.stringify(settings),
      position: before.position,
      valid_from: validFrom,
      provenance: JSON.stringify({ decided: today }),
      edited_at: sql<string>`now()`,
      edited_by: sql<string>`app.user_id()`,
    })
    .execute()
  await audit(tx, {
    action: 'targetGroup.versioned',
    objectKind: 'targetGroup',
    objectId: next.id,
    details: { number },
  })
  return readCatalogueEntry(tx, next.id, today)
}
