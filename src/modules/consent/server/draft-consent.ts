import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { SharingKind } from '../contract/codes.ts'
import type { ConsentView, NewConsent } from '../contract/consents.ts'
import { textVersion } from '../contract/consent-form.ts'
import { periodOfMonths, type Period } from '../rules/periods.ts'
import { checkContents } from './check-contents.ts'
import { readConsent } from './screens.ts'
import { readSettings } from './settings.ts'
import { insertConsent } from './store.ts'

/** A draft: nothing is agreed to yet, nothing opens. Throws 404, `caseReadOnly`, `caseClosed`, `invalidInput`. */
export async function draftConsent(
  tx: Tx,
  kind: SharingKind,
  caseId: string,
  wish: NewConsent,
  now: Temporal.Instant,
): Promise<ConsentView> {
  const file = await lockCaseForWork(tx, caseId)
  const { months } = await readSettings(tx)
  const from = wish.validFrom ?? dayOf(now)
  const period = { from, to: wish.validTo ?? periodOfMonths(from, months).to }
  await checkContents(tx, caseId, { ...wish, validFrom: period.from, validTo: period.to })
  const id = newId()
  await insertDraft(tx, kind, { id, caseId }, wish, period)
  await audit(tx, {
    action: `${kind}.drafted`,
    objectKind: kind,
    objectId: id,
    caseId,
    personId: wish.personId,
    deputyOf: file.deputyOf,
    details: { recipient: wish.recipientKind },
  })
  return readConsent(tx, kind, id, dayOf(now))
}

async function insertDraft(
  tx: Tx,
  kind: SharingKind,
  { id, caseId }: { id: string; caseId: string },
  wish: NewConsent,
  period: Period,
): Promise<void> {
  const row = {
    id,
    case_id: caseId,
    person_id: wish.personId,
    direction: wish.direction,
    recipient_kind: wish.recipientKind,
    organisation_id: wish.organisationId,
    unit_id: wish.unitId,
    purposes: [...new Set(wish.purposes)],
    life_domains: [...new Set(wish.lifeDomains)],
    data_categories: [...new Set(wish.dataCategories)],
    special_categories: [...new Set(wish.specialCategories)],
    valid_from: period.from,
    valid_to: period.to,
    default_period: wish.validTo === undefined,
    text_version: textVersion,
  }
  await insertConsent(tx, kind, row, {
    consent_id: id,
    case_id: caseId,
    purpose: wish.purpose ?? null,
    refusal_consequence: wish.refusalConsequence ?? null,
    recipient_name: wish.recipientName ?? null,
  })
}
