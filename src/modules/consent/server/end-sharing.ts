import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { endOpenConsents } from './store.ts'
import { syncTeamAccess } from './team-access.ts'

/** Sharing ends when the case closes: what still holds is ended; a reopened case needs new consents. */
export async function endSharing(tx: Tx, caseId: string, now: Temporal.Instant): Promise<void> {
  const today = dayOf(now)
  const consents = await endOpenConsents(tx, 'consent', caseId, today)
  const secrecyReleases = await endOpenConsents(tx, 'secrecyRelease', caseId, today)
  if (consents > 0) await syncTeamAccess(tx, caseId, today)
  if (consents + secrecyReleases === 0) return
  const details = { consents, secrecyReleases }
  await audit(tx, { action: 'consent.endedByClosure', objectKind: 'case', objectId: caseId, caseId, details })
}
