import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import { attachDocument } from '../../documents/server/index.ts'
import { elementLabels, type ConsentGiverRole, type SharingKind } from '../contract/codes.ts'
import { fieldOfElement } from '../contract/consent-form.ts'
import type { ConsentConfirmation, ConsentView } from '../contract/consents.ts'
import { whyNotConfirmable } from '../rules/why-not.ts'
import { casePersons } from './case-persons.ts'
import { readConsent } from './screens.ts'
import { readSettings } from './settings.ts'
import { caseOfConsent, insertGivers, lockConsent, updateConsent, type ConsentRow } from './store.ts'
import { syncTeamAccess } from './team-access.ts'
import { wordingOn } from './wording-in-force.ts'
import { consentTexts } from './texts.ts'

/**
 * Records that it was given: from now on it stays as it is. Names the KIM team: the case opens to it in the same
 * transaction. Throws 404, 412, `caseClosed`, `consentIncomplete` and the codes of `whyNotConfirmable`.
 */
export async function confirmConsent(
  tx: Tx,
  kind: SharingKind,
  ids: { id: string; version: number },
  given: ConsentConfirmation,
  now: Temporal.Instant,
): Promise<ConsentView> {
  const today = dayOf(now)
  const caseId = await caseOfConsent(tx, kind, ids.id)
  const file = await lockCaseForWork(tx, caseId)
  const row = await lockConsent(tx, kind, ids.id)
  const current = await readConsent(tx, kind, ids.id, today)
  refuseStale(row.version, ids.version, () => current)
  const givers = giversOf(given, row.person_id)
  const { oralAllowed } = await readSettings(tx)
  const facts = { ...current, personId: row.person_id, minor: current.person.minor, oralAllowed }
  refuseIf(whyNotConfirmable(facts, { ...given, givers }, today))
  refuseIncomplete(current)
  await checkGivers(tx, caseId, givers, today)
  await saveGiven(tx, kind, row, { ...given, givers })
  if (kind === 'consent' && row.recipient_kind === 'kimTeam') await syncTeamAccess(tx, caseId, today)
  await audit(tx, {
    action: `${kind}.given`,
    objectKind: kind,
    objectId: ids.id,
    caseId,
    personId: row.person_id,
    deputyOf: file.deputyOf,
    details: {
      as: given.givenAs,
      roles: rolesOf(givers),
      language: given.language,
      recipient: row.recipient_kind,
    },
  })
  return readConsent(tx, kind, ids.id, today)
}

interface Giver {
  readonly role: ConsentGiverRole
  readonly personId: string | null
  readonly name: string | null
}

const giversOf = (given: ConsentConfirmation, personId: string): Giver[] =>
  given.givers.map((giver) => ({
    role: giver.role,
    personId: giver.role === 'self' && !giver.name ? personId : giver.personId,
    name: giver.name ?? null,
  }))

const rolesOf = (givers: readonly Giver[]): ConsentGiverRole[] => [...new Set(givers.map((one) => one.role))]

/** The row, its witness, who gave it, and the scan where it is already there. */
async function saveGiven(
  tx: Tx,
  kind: SharingKind,
  row: ConsentRow,
  given: Omit<ConsentConfirmation, 'givers'> & { readonly givers: readonly Giver[] },
): Promise<void> {
  const link = { case_id: row.case_id, consent_id: row.id }
  if (given.proofDocumentId) {
    const scan = { documentId: given.proofDocumentId, path: 'proofDocumentId' }
    await attachDocument(tx, { caseId: row.case_id, ...scan, as: 'consentProof' })
  }
  const on = { kind, day: given.givenOn }
  const text = await wordingOn(tx, { ...on, language: 'de' })
  const foreign =
    given.language === 'de' ? undefined : await wordingOn(tx, { ...on, language: given.language })
  const columns = {
    // The text in use on the day it was given: that is the one on the paper.
    text_version: text?.label ?? row.text_version,
    wording_id: text?.id ?? null,
    language_wording_id: foreign?.id ?? null,
    given_on: given.givenOn,
    given_as: given.givenAs,
    given_roles: rolesOf(given.givers),
    language: given.language,
    mediator: given.mediator,
    proof_document_id: given.proofDocumentId,
  }
  await updateConsent(tx, kind, row, columns, given.witness ? { witness: given.witness } : {})
  await insertGivers(
    tx,
    kind,
    given.givers.map(({ role, personId, name }, position) => ({
      id: newId(),
      ...link,
      role,
      person_id: personId,
      name: personId === null ? name : null,
      position,
    })),
  )
}

function refuseIncomplete({ missing }: ConsentView): void {
  if (missing.length === 0) return
  const fields = missing.map((element) => ({
    path: fieldOfElement[element],
    code: element,
    message: elementLabels[element],
  }))
  throw new Refusal('conflict', 'consentIncomplete', { fields })
}

/** Who is named as a person must be one of the case; anybody else is written down by name. */
async function checkGivers(
  tx: Tx,
  caseId: string,
  givers: readonly { personId: string | null }[],
  today: string,
): Promise<void> {
  const known = new Set((await casePersons(tx, caseId, today)).map((person) => person.id))
  const fields = givers.flatMap((giver, index) =>
    giver.personId === null || known.has(giver.personId)
      ? []
      : [
          {
            path: `givers.${index}.personId`,
            code: 'consentPersonUnknown',
            message: consentTexts['consentPersonUnknown']!,
          },
        ],
  )
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}
