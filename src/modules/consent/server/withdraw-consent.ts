import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { SharingKind } from '../contract/codes.ts'
import type { ConsentView, ConsentWithdrawal, TeamReader } from '../contract/consents.ts'
import { whyNotWithdrawable } from '../rules/why-not.ts'
import { readConsent } from './screens.ts'
import { caseOfConsent, lockConsent, updateConsent } from './store.ts'
import { syncTeamAccess, teamReaders } from './team-access.ts'

/** What other modules do when a text is withdrawn, in the same transaction: sharing that rested on it ends. */
export type OnConsentEnded = (
  tx: Tx,
  ended: {
    readonly kind: SharingKind
    readonly consentId: string
    readonly caseId: string
    readonly personId: string
    readonly recipientKind: ConsentView['recipient']['kind']
    readonly organisationId: string | null
    readonly unitId: string | null
  },
  now: Temporal.Instant,
) => Promise<void>

/**
 * Takes effect at once and needs no reason. Answers who read the case until now and does not any more.
 * Throws 404 and the codes of `whyNotWithdrawable`.
 */
export async function withdrawConsent(
  tx: Tx,
  kind: SharingKind,
  id: string,
  wish: ConsentWithdrawal,
  { now, listeners }: { now: Temporal.Instant; listeners: readonly OnConsentEnded[] },
): Promise<{ consent: ConsentView; closedFor: TeamReader[] }> {
  const today = dayOf(now)
  const caseId = await caseOfConsent(tx, kind, id)
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  const row = await lockConsent(tx, kind, id)
  const current = await readConsent(tx, kind, id, today)
  const withdrawnOn = wish.withdrawnOn ?? today
  refuseIf(whyNotWithdrawable(current, withdrawnOn, today))
  const before = await teamReaders(tx, caseId)
  await updateConsent(tx, kind, row, {
    withdrawn_at: now.toString(),
    withdrawn_on: withdrawnOn,
    withdrawn_as: wish.withdrawnAs,
  })
  if (kind === 'consent' && row.recipient_kind === 'kimTeam') await syncTeamAccess(tx, caseId, today)
  const { organisationId, unitId, kind: recipientKind } = current.recipient
  const ended = {
    kind,
    consentId: id,
    caseId,
    personId: row.person_id,
    recipientKind,
    organisationId,
    unitId,
  }
  for (const listener of listeners) await listener(tx, ended, now)
  const after = await teamReaders(tx, caseId)
  const closedFor = before.filter(
    (one) => !after.some((left) => left.name === one.name && left.organisation === one.organisation),
  )
  await audit(tx, {
    action: `${kind}.withdrawn`,
    objectKind: kind,
    objectId: id,
    caseId,
    personId: row.person_id,
    deputyOf: file.deputyOf,
    details: { as: wish.withdrawnAs, recipient: row.recipient_kind, closedFor: closedFor.length },
  })
  return { consent: await readConsent(tx, kind, id, today), closedFor }
}
