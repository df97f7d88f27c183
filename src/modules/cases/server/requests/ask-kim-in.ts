import { sql } from 'kysely'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import type { NewPartnerRequest } from '../../contract/requests/index.ts'
import { deletedOn } from '../../rules/requests.ts'
import { checkReferences } from './check-references.ts'

/** A partner asks KIM in for a person who agreed: into the queue of a site, with what it takes to call back (R049). */
export async function askKimIn(
  tx: Tx,
  wish: NewPartnerRequest,
  now: Temporal.Instant,
): Promise<{ id: string }> {
  const today = berlinDay(now)
  if (wish.consentedOn > today)
    throw wrong('consentedOn', 'consentInFuture', 'Die Zustimmung kann nicht in der Zukunft liegen.')
  const { language, municipalityId } = wish
  const periods = await checkReferences(tx, { language, municipalityId })
  const [id, request] = [newId(), newId()]
  const facts = {
    name: wish.name ?? null,
    number: wish.number ?? null,
    language: language ?? null,
    municipality: municipalityId ?? null,
    concern: wish.concern,
    reference: wish.reference ?? null,
    consentedOn: wish.consentedOn,
    consentForm: wish.consentForm,
    consentBy: wish.consentBy,
    answerAgreed: wish.answerAgreed,
  }
  const { rows } = await sql<{ done: boolean }>`
    select app.ask_kim_in(${id}, ${request}, ${wish.siteId}, ${JSON.stringify(facts)}::jsonb,
      ${deletedOn(today, periods.callbackNumberDays)}::date, ${deletedOn(today, periods.requestWithoutCase)}::date) as done`.execute(
    tx,
  )
  if (!rows[0]!.done)
    throw wrong(
      'siteId',
      'siteUnknown',
      'An diesen Standort können Sie keine Anfrage richten. Bitte wählen Sie neu.',
    )
  await audit(tx, {
    action: 'partnerRequest.sent',
    objectKind: 'request',
    objectId: request,
    details: { consentForm: wish.consentForm, consentBy: wish.consentBy, answerAgreed: wish.answerAgreed },
  })
  return { id }
}

const wrong = (path: string, code: string, message: string) =>
  new Refusal('invalid', 'invalidInput', { fields: [{ path, code, message }] })
