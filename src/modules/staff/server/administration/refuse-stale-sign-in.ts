import type { Actor } from '../../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import { isFreshlyAuthenticated } from '../../rules.ts'

/** Sensitive changes ask for the password again when the last time is more than ten minutes ago (ASVS 7.5). */
export function refuseStaleSignIn(actor: Actor, now: Temporal.Instant): void {
  if (isFreshlyAuthenticated(actor.reauthenticatedAt, now.toString())) return
  throw new Refusal('forbidden', 'reauthenticationNeeded')
}
