import type { Updateable } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Consent, ConsentText } from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { RecipientKind, SharingKind } from '../contract/codes.ts'
import type { ConsentChange, ConsentView } from '../contract/consents.ts'
import { textVersion } from '../contract/consent-form.ts'
import { whyNotChangeable } from '../rules/why-not.ts'
import { checkContents } from './check-contents.ts'
import { readConsent } from './screens.ts'
import { caseOfConsent, deleteDraft, lockConsent, updateConsent, type ConsentRow } from './store.ts'

/** Changes a draft. Throws 404, 412, `caseClosed`, `consentAlreadyGiven`, `invalidInput`. */
export async function changeConsent(
  tx: Tx,
  kind: SharingKind,
  ids: { id: string; version: number },
  change: ConsentChange,
  now: Temporal.Instant,
): Promise<ConsentView> {
  const today = dayOf(now)
  const caseId = await caseOfConsent(tx, kind, ids.id)
  const file = await lockCaseForWork(tx, caseId)
  const row = await lockConsent(tx, kind, ids.id)
  const current = await readConsent(tx, kind, ids.id, today)
  refuseStale(row.version, ids.version, () => current)
  refuseIf(whyNotChangeable(current))
  await checkContents(tx, caseId, after(row, change))
  await updateConsent(tx, kind, row, { ...columnsOf(change), text_version: textVersion }, textOf(change))
  await audit(tx, {
    action: `${kind}.changed`,
    objectKind: kind,
    objectId: ids.id,
    caseId,
    personId: row.person_id,
    deputyOf: file.deputyOf,
    details: { fields: Object.keys(change) },
  })
  return readConsent(tx, kind, ids.id, today)
}

/** Throws away a draft. Throws 404, 412, `consentAlreadyGiven`. */
export async function discardDraft(
  tx: Tx,
  kind: SharingKind,
  ids: { id: string; version: number },
  now: Temporal.Instant,
): Promise<void> {
  const caseId = await caseOfConsent(tx, kind, ids.id)
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  const row = await lockConsent(tx, kind, ids.id)
  const current = await readConsent(tx, kind, ids.id, dayOf(now))
  refuseStale(row.version, ids.version, () => current)
  refuseIf(whyNotChangeable(current))
  await deleteDraft(tx, kind, ids.id)
  const entry = { action: `${kind}.discarded`, objectKind: kind, objectId: ids.id, caseId }
  await audit(tx, { ...entry, personId: row.person_id, deputyOf: file.deputyOf })
}

const after = (row: ConsentRow, change: ConsentChange) => ({
  personId: change.personId ?? row.person_id,
  recipientKind: change.recipientKind ?? (row.recipient_kind as RecipientKind),
  organisationId: change.organisationId === undefined ? row.organisation_id : change.organisationId,
  unitId: change.unitId === undefined ? row.unit_id : change.unitId,
  lifeDomains: change.lifeDomains ?? row.life_domains,
  validFrom: change.validFrom ?? row.valid_from,
  validTo: change.validTo ?? row.valid_to,
})

/** Absent keeps. */
const keep = <T>(column: string, value: T | undefined) => (value === undefined ? {} : { [column]: value })

function columnsOf(change: ConsentChange): Updateable<Consent> {
  return {
    ...keep('person_id', change.personId),
    ...keep('direction', change.direction),
    ...keep('recipient_kind', change.recipientKind),
    ...keep('organisation_id', change.organisationId),
    ...keep('unit_id', change.unitId),
    ...keep('purposes', change.purposes),
    ...keep('life_domains', change.lifeDomains),
    ...keep('data_categories', change.dataCategories),
    ...keep('special_categories', change.specialCategories),
    ...keep('valid_from', change.validFrom),
    ...keep('valid_to', change.validTo),
    ...(change.validTo === undefined ? {} : { default_period: false }),
  }
}

function textOf(change: ConsentChange): Updateable<ConsentText> {
  return {
    ...keep('purpose', change.purpose),
    ...keep('refusal_consequence', change.refusalConsequence),
    ...keep('recipient_name', change.recipientName),
  }
}
