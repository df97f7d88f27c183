import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { AgreementChange, AgreementView, NewAgreement } from '../contract/agreements.ts'
import { AgreementState } from '../contract/codes.ts'
import { whyNotAgreement } from '../rules/agreements.ts'
import { namesPerson } from '../rules/papers.ts'
import { readAgreement } from './agreement-screens.ts'
import { wrongOffices } from './offices.ts'
import { refuseFields } from './refuse-fields.ts'
import { isTheme } from './themes.ts'

const about = (id: string) => ({ objectKind: 'cooperationAgreement', objectId: id })

/** Enters an agreement, or carries on one of the concept. Throws `invalidInput`, `agreementConceptTaken`. */
export async function createAgreement(
  tx: Tx,
  actor: Actor,
  wish: NewAgreement,
  now: Temporal.Instant,
): Promise<AgreementView> {
  const today = dayOf(now)
  await refuseWrong(tx, wish, today, wish.conceptKey)
  const id = newId()
  const { parties, ...facts } = wish
  const row = await tx
    .insertInto('cooperation_agreement')
    .values({
      id,
      concept_key: wish.conceptKey,
      type_key: wish.type,
      title: wish.title,
      state: wish.state,
      state_on: today,
      ...columnsOf(facts),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'concept_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Refusal('conflict', 'agreementConceptTaken')
  await insertParties(tx, id, parties)
  const details = { state: wish.state, fromConcept: wish.conceptKey !== null }
  await audit(tx, { action: 'cooperationAgreement.entered', ...about(id), details })
  return readAgreement(tx, actor, id, today)
}

/** Throws 404, 412, `agreementStepUnknown`, `invalidInput`. */
export async function changeAgreement(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  wish: AgreementChange,
  now: Temporal.Instant,
): Promise<AgreementView> {
  const today = dayOf(now)
  const query = tx.selectFrom('cooperation_agreement').selectAll().where('id', '=', ids.id)
  const row = found(await query.forNoKeyUpdate().executeTakeFirst())
  if (row.version !== ids.version) {
    const current = await readAgreement(tx, actor, ids.id, today)
    refuseStale(row.version, ids.version, () => current)
  }
  const from = AgreementState.parse(row.state)
  refuseIf(whyNotAgreement(from, wish.state ?? from, wish.signedOn ?? null, today))
  const merged = {
    ...wish,
    validFrom: wish.validFrom === undefined ? row.valid_from : wish.validFrom,
    validUntil: wish.validUntil === undefined ? row.valid_until : wish.validUntil,
  }
  await refuseWrong(tx, merged, today, null)
  await tx
    .updateTable('cooperation_agreement')
    .set({
      ...(wish.type === undefined ? {} : { type_key: wish.type }),
      ...(wish.title === undefined ? {} : { title: wish.title }),
      ...(wish.state === undefined || wish.state === from ? {} : { state: wish.state, state_on: today }),
      ...columnsOf(wish),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  if (wish.parties) {
    await tx.deleteFrom('cooperation_agreement_party').where('agreement_id', '=', row.id).execute()
    await insertParties(tx, row.id, wish.parties)
  }
  const details = { fields: Object.keys(wish), from, to: wish.state ?? from }
  await audit(tx, { action: 'cooperationAgreement.changed', ...about(row.id), details })
  return readAgreement(tx, actor, row.id, today)
}

type Parties = NewAgreement['parties']

async function insertParties(tx: Tx, id: string, parties: Parties): Promise<void> {
  const rows = parties.map((party) => ({
    agreement_id: id,
    organisation_id: party.organisationId,
    signs_as: party.signsAs ?? null,
    signed_on: party.signedOn ?? null,
  }))
  await tx.insertInto('cooperation_agreement_party').values(rows).execute()
}

const names = {
  signedOn: 'signed_on',
  validFrom: 'valid_from',
  validUntil: 'valid_until',
  reviewOn: 'review_on',
  contents: 'contents',
  obligations: 'obligations',
  fileNumber: 'file_number',
  remark: 'remark',
  themeId: 'theme_id',
} as const

const columnsOf = (wish: AgreementChange) =>
  Object.fromEntries(
    (Object.keys(names) as (keyof typeof names)[])
      .filter((key) => wish[key] !== undefined)
      .map((key) => [names[key], wish[key]]),
  )

/** Type, parties and days; all wrong fields at once. */
async function refuseWrong(
  tx: Tx,
  wish: AgreementChange,
  today: string,
  conceptKey: string | null,
): Promise<void> {
  const { rows } = await sql<{ type: boolean; concept: boolean }>`
    select exists (select from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'agreementType'
        and e.key = ${wish.type ?? ''}) as type,
      exists (select from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'cooperationAgreement'
        and e.key = ${conceptKey ?? ''}) as concept`.execute(tx)
  const known = found(rows[0])
  const wrong: (readonly [string, string])[] = []
  if (wish.type !== undefined && !known.type) wrong.push(['type', 'agreementTypeUnknown'])
  if (conceptKey !== null && !known.concept) wrong.push(['conceptKey', 'agreementConceptUnknown'])
  if (wish.signedOn && wish.signedOn > today) wrong.push(['signedOn', 'agreementSignedInFuture'])
  if (wish.validFrom && wish.validUntil && wish.validUntil < wish.validFrom)
    wrong.push(['validUntil', 'agreementTermWrong'])
  if (wish.themeId && !(await isTheme(tx, wish.themeId))) wrong.push(['themeId', 'solutionThemeUnknown'])
  refuseFields([...wrong, ...(await wrongParties(tx, wish.parties ?? []))])
}

async function wrongParties(tx: Tx, parties: Parties): Promise<(readonly [string, string])[]> {
  const seen = new Set<string>()
  const wrong = [
    ...(await wrongOffices(
      tx,
      parties.map((party, index) => ({ ...party, unitId: null, path: `parties.${index}.` })),
    )),
  ]
  for (const [index, party] of parties.entries()) {
    if (seen.has(party.organisationId)) wrong.push([`parties.${index}.organisationId`, 'solutionPartyTwice'])
    seen.add(party.organisationId)
    if (namesPerson(party.signsAs)) wrong.push([`parties.${index}.signsAs`, 'contactIsPerson'])
  }
  return wrong
}
