import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { getCase } from '../../cases/server/index.ts'
import type { ExportChoice, ExportView } from '../contract/exports.ts'
import { whyNotExport } from '../rules.ts'
import { readExport, readGrant } from './screens.ts'

/** Puts an export into the queue. What the person may see is asked again when it is made. */
export async function requestExport(tx: Tx, choice: ExportChoice): Promise<ExportView> {
  const caseId = caseOf(choice)
  if (caseId !== null) await getCase(tx, caseId)
  const { open } = await tx
    .selectFrom('export_job')
    .select((e) => e.fn.countAll<number>().as('open'))
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow()
  const granted = choice.kind === 'caseFile' || (await readGrant(tx)) !== null
  const code = whyNotExport({ open: Number(open), kind: choice.kind, granted })
  if (code !== null) throw new Refusal(code === 'exportNotGranted' ? 'forbidden' : 'conflict', code)
  const id = newId()
  const format = choice.kind === 'caseFile' ? 'pdf' : choice.format
  await tx
    .insertInto('export_job')
    .values({ id, kind: choice.kind, format, case_id: caseId, choice: JSON.stringify(choice) })
    .execute()
  await audit(tx, {
    action: 'export.requested',
    objectKind: 'export',
    objectId: id,
    caseId,
    details: {
      kind: choice.kind,
      format,
      chosen: choice.kind === 'caseFile' ? choice.parts : choice.columns,
    },
  })
  return readExport(tx, id)
}

const caseOf = (choice: ExportChoice): string | null => (choice.kind === 'cases' ? null : choice.caseId)
