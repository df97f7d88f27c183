import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent, teamConsent } from '../../../testing/a-consent.ts'
import { aDocument } from '../../../testing/a-document.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { documentEndpoints } from '../contract/documents.ts'

const house = await openHouse()
afterAll(() => house.close())

let file: TestCase
let named: TestCase
const people = {} as Record<
  'manager' | 'deputy' | 'overseer' | 'released' | 'reasoned' | 'colleague' | 'immigration' | 'stranger',
  TestUser
>

beforeAll(async () => {
  await aCatalogue(house, house.a)
  const site = { scopeKind: 'site' as const, scopeId: house.a.site }
  const caseManager = () => house.user(house.a, { roles: [{ role: 'caseManager', ...site }] })
  const coordinator = () => house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.manager = await caseManager()
  people.deputy = await caseManager()
  people.colleague = await caseManager()
  people.overseer = await coordinator()
  people.released = await coordinator()
  people.reasoned = await coordinator()
  people.immigration = await house.user(house.a, {
    roles: [{ role: 'immigrationOfficer' }],
    unit: house.a.immigrationUnit,
  })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  for (const who of ['overseer', 'released', 'reasoned'] as const) {
    await arrange.oversight(house, people[who], people.manager)
  }
  await arrange.deputy(people.manager, people.deputy)
  file = await aCase({ responsible: people.manager })
  named = await aCase({ responsible: people.manager })
  for (const one of [file, named]) {
    await aDocument(people.manager, one.id, { name: 'offen.pdf' })
    await aDocument(people.manager, one.id, { name: 'geheim.pdf', secrecy203: true })
  }
  const team = { organisationId: null, unitId: null, ...teamConsent(named.personId!) }
  await aGivenConsent(people.manager, named, team)
  await open('released', 'release')
  await open('reasoned', 'reason')
})

const open = (who: 'released' | 'reasoned', kind: 'release' | 'reason') =>
  house.system(house.a, (tx) =>
    tx
      .insertInto('clear_access')
      .values({
        id: newId(),
        case_id: file.id,
        user_id: people[who].id,
        kind,
        reason: kind === 'reason' ? 'complaint' : null,
        parts: 1 | 32,
        valid_during: arrange.hours(-1, 24),
      })
      .execute(),
  )

/** Titles each person sees in the case, and in the one whose client named the team, by row level security alone. */
const sees: Record<keyof typeof people, [own: string[], named: string[]]> = {
  manager: [
    ['geheim', 'offen'],
    ['geheim', 'offen'],
  ],
  deputy: [
    ['geheim', 'offen'],
    ['geheim', 'offen'],
  ],
  overseer: [[], ['offen']],
  released: [['geheim', 'offen'], ['offen']],
  reasoned: [['offen'], ['offen']],
  colleague: [[], []],
  immigration: [[], []],
  stranger: [[], []],
}
const everybody = Object.keys(sees) as (keyof typeof people)[]

test.for(everybody)('document_text: what the %s sees', async (who) => {
  const titles = (caseId: string) =>
    people[who].tx((tx) =>
      tx
        .selectFrom('document_text')
        .select('title')
        .where('case_id', '=', caseId)
        .orderBy('title')
        .execute()
        .then((rows) => rows.map((row) => row.title)),
    )
  expect([await titles(file.id), await titles(named.id)]).toEqual(sees[who])
})

test.for(everybody)('document: the %s sees as many rows as titles', async (who) => {
  const count = (caseId: string) =>
    people[who].tx((tx) =>
      tx
        .selectFrom('document')
        .select('id')
        .where('case_id', '=', caseId)
        .execute()
        .then((rows) => rows.length),
    )
  expect([await count(file.id), await count(named.id)]).toEqual(sees[who].map((titles) => titles.length))
})

test('after a handover to another employer, a reason does not open what the former one filed', async () => {
  await house.system(house.a, (tx) =>
    tx
      .updateTable('document_text')
      .set({ organisation_id: house.a.welfare })
      .where('case_id', '=', file.id)
      .where('title', '=', 'offen')
      .execute(),
  )
  const rows = await people.reasoned.tx((tx) =>
    tx.selectFrom('document_text').select('title').where('case_id', '=', file.id).execute(),
  )
  expect(rows).toEqual([])
})

test.for(['overseer', 'released', 'reasoned', 'colleague', 'immigration', 'stranger'] as const)(
  'document: the %s adds and changes nothing',
  async (who) => {
    const row = {
      id: newId(),
      case_id: file.id,
      kind: 'other',
      media_type: 'text/plain',
      byte_size: 1,
      sha256: 'a'.repeat(64),
      file_key: newId(),
      organisation_id: house.a.kreis,
    }
    const insert = people[who].tx((tx) => tx.insertInto('document').values(row).execute())
    await expect(insert).rejects.toThrow(/row-level security/)
    const changed = await people[who].tx((tx) =>
      tx
        .updateTable('document')
        .set({ secrecy_203: false })
        .where('case_id', '=', file.id)
        .executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
    const retitled = await people[who].tx((tx) =>
      tx.updateTable('document_text').set({ title: 'x' }).where('case_id', '=', file.id).executeTakeFirst(),
    )
    expect(retitled.numUpdatedRows).toBe(0n)
  },
)

test('the bytes of a document are never exchanged, and no row is deleted by hand', async () => {
  for (const change of [{ file_key: newId() }, { sha256: 'a'.repeat(64) }, { media_type: 'image/png' }]) {
    const forged = people.manager.tx((tx) => tx.updateTable('document').set(change).execute())
    await expect(forged).rejects.toThrow(/permission denied/)
  }
  await expect(people.manager.tx((tx) => tx.deleteFrom('document').execute())).rejects.toThrow(
    /permission denied/,
  )
})

test('BC-12 a consent or an agreement cannot name a document of another case', async () => {
  const given = await aGivenConsent(people.manager, file)
  const foreign = await aDocument(people.manager, named.id)
  const point = people.manager.tx((tx) =>
    tx.updateTable('consent').set({ proof_document_id: foreign.id }).where('id', '=', given.id).execute(),
  )
  await expect(point).rejects.toThrow(/foreign key/)
})

test('oversight gets an empty list that says why, and no file', async () => {
  const list = await people.overseer.client.call(documentEndpoints.list, { params: { id: file.id } })
  expect(list.body).toEqual({ rows: [], can: [] })
  const own = await people.manager.client.call(documentEndpoints.list, { params: { id: file.id } })
  for (const document of own.body.rows) {
    const params = { id: document.id }
    expect((await people.overseer.client.call(documentEndpoints.download, { params })).status).toBe(404)
  }
})
