import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../../testing/a-case.ts'
import { aCatalogue } from '../../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../../testing/a-consent.ts'
import { aDocument } from '../../../../testing/a-document.ts'
import { aHandout } from '../../../../testing/a-handout.ts'
import { aPartner, answered, aReferralDraft, aSentReferral } from '../../../../testing/a-referral.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'

const house = await openHouse()
afterAll(() => house.close())

const people = {} as Record<
  'manager' | 'colleague' | 'overseer' | 'partner' | 'otherUnit' | 'immigration' | 'stranger',
  TestUser
>
type Who = keyof typeof people
let file: TestCase
let document: string
let open: string
let draft: string
let handout: string

beforeAll(async () => {
  await aCatalogue(house, house.a)
  people.manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  people.colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  people.overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.partner = await aPartner(house)
  people.otherUnit = await aPartner(house, house.a, house.a.kimUnitOfTown)
  people.immigration = await house.user(house.a, {
    roles: [{ role: 'immigrationOfficer' }],
    unit: house.a.immigrationUnit,
  })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }, { role: 'partner' }] })
  await arrange.oversight(house, people.overseer, people.manager)
  file = await aCase({ responsible: people.manager })
  document = (await aDocument(people.manager, file.id)).id
  const dataCategories = ['identity' as const, 'documents' as const]
  await aGivenConsent(people.manager, file, { dataCategories })
  const wish = { dataCategories, documentIds: [document] }
  open = (await aSentReferral(people.manager, file, wish)).id
  draft = (await aReferralDraft(people.manager, file, wish)).id
  handout = (await aHandout(people.manager, file)).id
})

const count = (who: Who, table: string, column: string, id: string) =>
  people[who].tx(async (tx) => {
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(tx)
    return rows.length
  })
const everybody = [
  'manager',
  'colleague',
  'overseer',
  'partner',
  'otherUnit',
  'immigration',
  'stranger',
] as const

test.for(everybody)('referral_document: what the %s sees', async (who) => {
  expect(await count(who, 'referral_document', 'referral_id', draft)).toBe(who === 'manager' ? 1 : 0)
  const reads = who === 'manager' || who === 'partner'
  expect(await count(who, 'referral_document', 'referral_id', open)).toBe(reads ? 1 : 0)
  expect(await count(who, 'document', 'id', document)).toBe(who === 'manager' ? 1 : 0)
})

test('referral_document: closes to the partner with the referral', async () => {
  const dataCategories = ['identity' as const, 'documents' as const]
  const { id } = await aSentReferral(people.manager, file, { dataCategories, documentIds: [document] })
  expect(await count('partner', 'referral_document', 'referral_id', id)).toBe(1)
  await answered(people.partner, id, { to: 'declined', reason: 'noCapacity' })
  expect(await count('partner', 'referral_document', 'referral_id', id)).toBe(0)
})

test.for(everybody)('referral_document: the %s cannot rewrite what was sent', async (who) => {
  const attempts = [
    sql`update referral_document set title = 'x', media_type = 'text/plain', byte_size = 1, sha256 = repeat('0', 64),
      file_key = gen_random_uuid() where referral_id = ${open}`,
    sql`delete from referral_document where referral_id = ${open}`,
    sql`insert into referral_document (referral_id, case_id, document_id, position)
      select ${open}, ${file.id}, id, 1 from document where case_id = ${file.id}`,
  ]
  for (const attempt of attempts) {
    const result = people[who].tx((tx) => attempt.execute(tx))
    if (who === 'manager') {
      await expect(result).rejects.toMatchObject({ constraint: 'referral_document_stays' })
    } else {
      expect(Number((await result).numAffectedRows ?? 0)).toBe(0)
    }
  }
})

test('referral_document: proofs, marked documents of an unmarked file and files of other documents do not go along', async () => {
  const add = (id: string) =>
    people.manager.tx((tx) =>
      tx
        .insertInto('referral_document')
        .values({ referral_id: draft, case_id: file.id, document_id: id, position: 9 })
        .execute(),
    )
  const proof = await aDocument(people.manager, file.id, { kind: 'consentProof' })
  const marked = await aDocument(people.manager, file.id, { secrecy203: true })
  for (const { id } of [proof, marked]) {
    await expect(add(id)).rejects.toMatchObject({ constraint: 'referral_document_may_go' })
  }
  const other = await aCase({ responsible: people.manager })
  await expect(add((await aDocument(people.manager, other.id)).id)).rejects.toMatchObject({ code: '23503' })
  const foreign = people.manager.tx((tx) =>
    sql`update referral_document set title = 'x', media_type = 'text/plain', byte_size = 1, sha256 = repeat('0', 64),
      file_key = (select file_key from document where id = ${proof.id}) where referral_id = ${draft}`.execute(
      tx,
    ),
  )
  await expect(foreign).rejects.toMatchObject({ code: '23503' })
})

test.for(everybody)('handout: what the %s sees and may write', async (who) => {
  expect(await count(who, 'handout', 'id', handout)).toBe(who === 'manager' || who === 'overseer' ? 1 : 0)
  const changed = await people[who].tx(async (tx) => {
    const result = await sql`update handout set mistaken_on = null where id = ${handout}`.execute(tx)
    return Number(result.numAffectedRows)
  })
  expect(changed).toBe(who === 'manager' ? 1 : 0)
  const rewrite = people[who].tx((tx) =>
    sql`update handout set on_date = '2026-01-01' where id = ${handout}`.execute(tx),
  )
  await expect(rewrite).rejects.toMatchObject({ code: '42501' })
})

test.for(everybody)('handout_text: what the %s reads', async (who) => {
  expect(await count(who, 'handout_text', 'handout_id', handout)).toBe(who === 'manager' ? 1 : 0)
  const add = people[who].tx((tx) =>
    sql`insert into handout_text (handout_id, case_id, title) values (${handout}, ${file.id}, 'x')`.execute(
      tx,
    ),
  )
  await expect(add).rejects.toMatchObject({ code: who === 'manager' ? '23505' : '42501' })
})
