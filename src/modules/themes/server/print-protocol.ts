import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { renderSheet } from '../../../platform/server/documents/index.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { letterhead } from '../../tenancy/server/index.ts'
import { protocolBlocks } from './protocol-blocks.ts'
import { readReconstruction } from './reconstruction-screen.ts'

/** The protocol as PDF/UA: whoever takes part gets it; it holds no name and no date of the case. */
export async function printProtocol(tx: Tx, id: string, now: Temporal.Instant): Promise<Download> {
  const view = await readReconstruction(tx, id)
  const head = await letterhead(tx)
  await audit(tx, { action: 'reconstruction.printed', objectKind: 'reconstruction', objectId: id })
  const sheet = { title: `Fallrekonstruktion: ${view.title}`, ...head, blocks: protocolBlocks(view) }
  return { name: `Fallrekonstruktion-${dayOf(now)}.pdf`, bytes: await renderSheet(sheet, now) }
}
