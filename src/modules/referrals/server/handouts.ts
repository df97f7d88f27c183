import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { HandoutList, HandoutView, NewHandout } from '../contract/handouts.ts'
import { coversHandout, sameRecipient, wrongHandout } from '../rules/handout.ts'
import { refuseFields } from './check-contents.ts'
import { handoutFacts, handoutOptions, readHandout, readHandouts } from './handout-screens.ts'

/** Of a case; reading them is reading the file. */
export async function listHandouts(tx: Tx, caseId: string): Promise<HandoutList> {
  const { works, ...options } = await handoutOptions(tx, caseId)
  const rows = await readHandouts(tx, caseId)
  await audit(tx, { action: 'handout.listed', objectKind: 'case', objectId: caseId, caseId })
  return { rows, ...options, can: works ? ['record'] : [] }
}

/**
 * Writes down what a recipient got; also after closure, for a day before it. Throws 404, `caseReadOnly`, `invalidInput`
 * (with `handoutNotCovered` where the consent, or the release a marked file asks for, did not allow it on that day).
 */
export async function recordHandout(
  tx: Tx,
  caseId: string,
  wish: NewHandout,
  now: Temporal.Instant,
): Promise<HandoutView> {
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  const facts = await handoutFacts(tx, caseId, wish)
  const consent = facts.texts.find(({ kind }) => kind === 'consent')
  const release = facts.texts.find(({ kind }) => kind === 'secrecyRelease')
  const released = consent && release && sameRecipient(consent, release) && coversHandout(release, wish)
  refuseFields([
    ...wrongHandout(wish, dayOf(now)).map(([path, code]) => [path, code, true] as const),
    ['documentId', 'handoutDocumentUnknown', wish.documentId !== null && !facts.document],
    ['consentId', 'handoutNotCovered', !consent || !coversHandout(consent, wish)],
    [
      'secrecyReleaseId',
      'handoutNotReleased',
      (facts.needsRelease || wish.secrecyReleaseId !== null) && !released,
    ],
  ])
  const id = newId()
  const personId = consent!.personId
  await insert(tx, { id, caseId, personId }, wish)
  await audit(tx, {
    action: 'handout.recorded',
    objectKind: 'handout',
    objectId: id,
    caseId,
    personId,
    deputyOf: file.deputyOf,
    details: { kind: wish.kind, via: wish.via, dataCategories: wish.dataCategories },
  })
  return readHandout(tx, id)
}

async function insert(
  tx: Tx,
  { id, caseId, personId }: { id: string; caseId: string; personId: string },
  wish: NewHandout,
): Promise<void> {
  await tx
    .insertInto('handout')
    .values({
      id,
      case_id: caseId,
      person_id: personId,
      consent_id: wish.consentId,
      secrecy_release_id: wish.secrecyReleaseId,
      kind: wish.kind,
      document_id: wish.documentId,
      data_categories: [...new Set(wish.dataCategories)],
      special_categories: [...new Set(wish.specialCategories)],
      on_date: wish.onDate,
      via: wish.via,
    })
    .execute()
  await tx.insertInto('handout_text').values({ handout_id: id, case_id: caseId, title: wish.title }).execute()
}

/** The entry stays and says so. Throws 404, 412, `caseReadOnly`, `handoutAlreadyMistaken`. */
export async function markHandoutMistaken(
  tx: Tx,
  ids: { id: string; version: number },
  now: Temporal.Instant,
): Promise<HandoutView> {
  const { caseId } = await readHandout(tx, ids.id)
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  await tx.selectFrom('handout').select('id').where('id', '=', ids.id).forNoKeyUpdate().execute()
  const current = await readHandout(tx, ids.id)
  refuseStale(current.version, ids.version, () => current)
  if (current.mistakenOn !== null) throw new Refusal('conflict', 'handoutAlreadyMistaken')
  const change = { mistaken_on: dayOf(now), version: current.version + 1 }
  await tx.updateTable('handout').set(change).where('id', '=', ids.id).execute()
  const about = { objectKind: 'handout', objectId: ids.id, caseId, deputyOf: file.deputyOf }
  await audit(tx, { action: 'handout.markedMistaken', ...about })
  return readHandout(tx, ids.id)
}
