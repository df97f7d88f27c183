import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { caseEndpoints } from '../../cases/index.ts'
import { aGivenConsent, aConsentDraft, teamConsent } from '../../../testing/a-consent.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { consentEndpoints, secrecyReleaseEndpoints } from '../contract/endpoints.ts'

const house = await openHouse()
afterAll(() => house.close())

const tables = [
  'consent',
  'consent_text',
  'consent_giver',
  'secrecy_release',
  'secrecy_release_text',
  'secrecy_release_giver',
] as const
type Table = (typeof tables)[number]

let file: TestCase
const ids = { consent: '', release: '' }
const people = {} as Record<
  'manager' | 'deputy' | 'overseer' | 'released' | 'colleague' | 'immigration' | 'stranger',
  TestUser
>
const caseManager = () =>
  house.user(house.a, { roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] })

beforeAll(async () => {
  await aCatalogue(house, house.a)
  people.manager = await caseManager()
  people.deputy = await caseManager()
  people.colleague = await caseManager()
  people.overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.released = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.immigration = await house.user(house.a, {
    roles: [{ role: 'immigrationOfficer' }],
    unit: house.a.immigrationUnit,
  })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, people.overseer, people.manager)
  await arrange.oversight(house, people.released, people.manager)
  await arrange.deputy(people.manager, people.deputy)
  file = await aCase({ responsible: people.manager })
  const guardian = {
    givers: [{ role: 'self' as const }, { role: 'legalRepresentative' as const, name: 'Omar B.' }],
  }
  ids.consent = (await aGivenConsent(people.manager, file, {}, guardian)).id
  ids.release = (await aGivenConsent(people.manager, file, {}, {}, secrecyReleaseEndpoints)).id
  await house.system(house.a, (tx) =>
    tx
      .insertInto('clear_access')
      .values({
        id: newId(),
        case_id: file.id,
        user_id: people.released.id,
        kind: 'release',
        parts: 1 | 4,
        valid_during: arrange.hours(-1, 24),
      })
      .execute(),
  )
})

/** What each person may see of each table, by row level security alone. */
const mayRead: Record<keyof typeof people, (table: Table) => boolean> = {
  manager: () => true,
  deputy: () => true,
  overseer: (table) => table === 'consent' || table === 'secrecy_release',
  // Words were released, names were not.
  released: (table) => !table.endsWith('_giver'),
  colleague: () => false,
  immigration: () => false,
  stranger: () => false,
}
const matrix = tables.flatMap((table) =>
  (Object.keys(mayRead) as (keyof typeof people)[]).map((who) => [table, who] as const),
)

describe('who sees and writes', () => {
  test.for(matrix)('%s: what the %s sees', async ([table, who]) => {
    const rows = await people[who].tx((tx) => tx.selectFrom(table).select('case_id').execute())
    expect(rows.length > 0).toBe(mayRead[who](table))
  })

  const readers = ['overseer', 'released', 'colleague', 'immigration', 'stranger'] as const
  test.for(tables.flatMap((table) => readers.map((who) => [table, who] as const)))(
    '%s: the %s cannot add a row',
    async ([table, who]) => {
      const consent_id = table.startsWith('consent') ? ids.consent : ids.release
      const main = {
        id: newId(),
        person_id: file.personId,
        direction: 'mutual',
        recipient_kind: 'kimTeam',
        valid_from: '2026-11-21',
        valid_to: '2027-11-20',
        text_version: 'x',
      }
      const row = table.endsWith('_text')
        ? { consent_id }
        : table.endsWith('_giver')
          ? { id: newId(), consent_id, role: 'self', person_id: file.personId, position: 9 }
          : main
      const insert = people[who].tx((tx) =>
        tx
          .insertInto(table)
          .values({ ...row, case_id: file.id } as never)
          .execute(),
      )
      await expect(insert).rejects.toThrow(/row-level security/)
    },
  )

  test.for(['consent', 'consent_text', 'secrecy_release', 'secrecy_release_text'] as const)(
    '%s: who only reads changes nothing',
    async (table) => {
      const change = table.endsWith('_text') ? { purpose: 'x' } : { version: 99 }
      for (const who of readers) {
        const result = await people[who].tx((tx) =>
          tx
            .updateTable(table)
            .set(change as never)
            .where('case_id', '=', file.id)
            .executeTakeFirst(),
        )
        expect(result.numUpdatedRows).toBe(0n)
      }
    },
  )

  test.for(['consent_giver', 'secrecy_release_giver'] as const)(
    '%s: who gave it stays, even for the case manager',
    async (table) => {
      const change = people.manager.tx((tx) => tx.updateTable(table).set({ name: 'x' }).execute())
      await expect(change).rejects.toThrow(/permission denied/)
      const drop = people.manager.tx((tx) => tx.deleteFrom(table).execute())
      await expect(drop).rejects.toThrow(/permission denied/)
    },
  )
})

describe('what was given stays', () => {
  test.for(['consent', 'secrecy_release'] as const)('%s: contents are not rewritten', async (table) => {
    const id = table === 'consent' ? ids.consent : ids.release
    for (const change of [
      { recipient_kind: 'kimTeam', organisation_id: null, unit_id: null },
      { valid_to: '2028-01-01' },
      { special_categories: ['health'] },
      { given_on: null, given_as: null, given_roles: [] },
    ]) {
      const rewrite = people.manager.tx((tx) =>
        tx
          .updateTable(table)
          .set(change as never)
          .where('id', '=', id)
          .execute(),
      )
      await expect(rewrite).rejects.toThrow(/not rewritten/)
    }
  })

  test('a withdrawal is not taken back; nothing is unlimited; nobody inserts a given one', async () => {
    const given = await aGivenConsent(people.manager, file)
    await people.manager.client.call(consentEndpoints.withdraw, {
      params: { id: given.id },
      body: { withdrawnAs: 'written' },
    })
    const set = (id: string, change: object) =>
      people.manager.tx((tx) =>
        tx
          .updateTable('consent')
          .set(change as never)
          .where('id', '=', id)
          .execute(),
      )
    const back = { withdrawn_on: null, withdrawn_at: null, withdrawn_as: null }
    await expect(set(given.id, back)).rejects.toThrow(/not taken back/)
    const draft = await aConsentDraft(people.manager, file)
    await expect(set(draft.id, { valid_to: '2199-12-31' })).rejects.toThrow(/never_unlimited/)
    const forged = people.manager.tx((tx) =>
      tx
        .insertInto('consent')
        .values({
          id: newId(),
          case_id: file.id,
          person_id: file.personId!,
          direction: 'mutual',
          recipient_kind: 'kimTeam',
          valid_from: '2026-11-21',
          valid_to: '2027-11-20',
          text_version: 'x',
          given_on: '2026-11-21',
        })
        .execute(),
    )
    await expect(forged).rejects.toThrow(/permission denied/)
  })

  test('BC-12 words and givers cannot hang on a consent of another case', async () => {
    const other = await aCase({ responsible: people.manager })
    const hang = people.manager.tx((tx) =>
      tx
        .insertInto('consent_giver')
        .values({
          id: newId(),
          consent_id: ids.consent,
          case_id: other.id,
          role: 'self',
          name: 'x',
          position: 9,
        })
        .execute(),
    )
    await expect(hang).rejects.toThrow(/foreign key/)
  })
})

describe('the consent that names the KIM team', () => {
  const notes = (user: TestUser, caseId: string) =>
    user.tx((tx) => tx.selectFrom('case_text').select('kind').where('case_id', '=', caseId).execute())
  const withdraw = (id: string) =>
    people.manager.client.call(consentEndpoints.withdraw, {
      params: { id },
      body: { withdrawnAs: 'oral' },
    })
  const name = (by: TestUser, one: TestCase, personId = one.personId!, overrides: object = {}) =>
    aGivenConsent(by, one, { organisationId: null, unitId: null, ...teamConsent(personId), ...overrides })

  test('opens the case to the overseeing coordinator; its withdrawal closes it and says for whom', async () => {
    const own = await aCase({ responsible: people.manager })
    expect(await notes(people.overseer, own.id)).toEqual([])
    const given = await name(people.manager, own)
    expect(await notes(people.overseer, own.id)).not.toEqual([])
    const list = await people.manager.client.call(consentEndpoints.list, { params: { id: own.id } })
    expect(list.body.teamReaders).toEqual([{ name: 'Kim Muster', organisation: 'Kreis' }])
    const { body } = await withdraw(given.id)
    expect(body.closedFor).toEqual([{ name: 'Kim Muster', organisation: 'Kreis' }])
    expect(await notes(people.overseer, own.id)).toEqual([])
  })

  test('a draft opens nothing, and neither does a release from secrecy', async () => {
    const own = await aCase({ responsible: people.manager })
    const wish = { organisationId: null, unitId: null, ...teamConsent(own.personId!) }
    await aConsentDraft(people.manager, own, wish)
    await aGivenConsent(people.manager, own, wish, {}, secrecyReleaseEndpoints)
    expect(await notes(people.overseer, own.id)).toEqual([])
  })

  test('one adult cannot agree for another: the case opens when both have, and closes when one withdraws', async () => {
    const own = await aCase({ responsible: people.manager })
    const partner = newId()
    await people.manager.tx(async (tx) => {
      const search = { search_name: 'omar beispiel', phonetic: '' }
      await tx
        .insertInto('person')
        .values({ id: partner, given_name: 'Omar', family_name: 'Beispiel', ...search })
        .execute()
      await tx
        .insertInto('case_person')
        .values({
          id: newId(),
          case_id: own.id,
          person_id: partner,
          role: 'partner',
          valid_from: '2026-11-02',
        })
        .execute()
    })
    await name(people.manager, own)
    expect(await notes(people.overseer, own.id)).toEqual([])
    const list = await people.manager.client.call(consentEndpoints.list, { params: { id: own.id } })
    expect(list.body.teamWaitsFor).toEqual([{ id: partner, name: 'Omar Beispiel' }])
    const second = await name(people.manager, own, partner)
    expect(await notes(people.overseer, own.id)).not.toEqual([])
    await withdraw(second.id)
    expect(await notes(people.overseer, own.id)).toEqual([])
  })

  test('an adult who joins the household has not agreed: the case closes again', async () => {
    const own = await aCase({ responsible: people.manager })
    await name(people.manager, own)
    expect(await notes(people.overseer, own.id)).not.toEqual([])
    const person = { givenName: 'Omar', familyName: 'Beispiel' }
    const body = { person, role: 'partner' as const }
    const added = await people.manager.client.call(caseEndpoints.addPerson, { params: { id: own.id }, body })
    expect(added.status).toBe(201)
    expect(await notes(people.overseer, own.id)).toEqual([])
  })

  test('a renewed one keeps the case open when the old one is withdrawn; a later one opens later', async () => {
    const own = await aCase({ responsible: people.manager })
    const first = await name(people.manager, own)
    await name(people.manager, own)
    await withdraw(first.id)
    expect(await notes(people.overseer, own.id)).not.toEqual([])

    const later = await aCase({ responsible: people.manager })
    const today = Temporal.Now.plainDateISO('Europe/Berlin')
    const from = { validFrom: today.add({ days: 7 }).toString() }
    const draft = await aConsentDraft(people.manager, later, {
      organisationId: null,
      unitId: null,
      ...teamConsent(later.personId!),
      ...from,
    })
    const given = await people.manager.client.call(consentEndpoints.confirm, {
      params: { id: draft.id },
      ifMatch: 1,
      body: {
        givenOn: today.toString(),
        givenAs: 'written',
        givers: [{ role: 'self' }],
        language: 'de',
        mediator: 'none',
      },
    })
    expect(given.body.state).toBe('upcoming')
    expect(await notes(people.overseer, later.id)).toEqual([])
    const open = () =>
      people.manager.tx((tx) =>
        tx.selectFrom('team_consent').select('consent_id').where('case_id', '=', later.id).execute(),
      )
    expect(await open()).toHaveLength(1)
    await withdraw(draft.id)
    expect(await open()).toEqual([])
  })

  test('marked § 203, it opens nothing to the coordinator', async () => {
    const own = await aCase({ responsible: people.manager, secrecy203: true })
    await name(people.manager, own)
    expect(await notes(people.overseer, own.id)).toEqual([])
  })

  test('oversight reads who may learn what until when, no words and no names', async () => {
    const { client } = people.overseer
    const { body } = await client.call(consentEndpoints.list, { params: { id: file.id } })
    const row = body.rows.find((one) => one.id === ids.consent)
    expect(row).toMatchObject({
      purposes: ['benefit'],
      text: null,
      givers: [],
      person: { name: null },
      recipient: { label: 'Stadt Musterstadt, Sozialamt' },
      missing: [],
      can: [],
    })
    expect(body.can).toEqual([])
    const denied = await client.call(consentEndpoints.withdraw, {
      params: { id: ids.consent },
      body: { withdrawnAs: 'oral' },
    })
    expect(denied.status).toBe(403)
  })
})

test('consent_wording: everybody of the tenant reads it, the administrator alone writes, and only forward', async () => {
  const administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  const id = newId()
  const save = (user: TestUser, number: number, own = newId()) =>
    user.tx((tx) =>
      tx
        .insertInto('consent_wording')
        .values({ id: own, kind: 'consent', language: 'de', number, sections: '{}' })
        .execute(),
    )
  for (const user of [people.manager, people.overseer, people.immigration])
    await expect(save(user, 1)).rejects.toThrow(/row-level security/)
  await save(administrator, 1, id)
  const count = (user: TestUser) =>
    user.tx(async (tx) => (await tx.selectFrom('consent_wording').select('id').execute()).length)
  expect(await count(people.manager)).toBe(1)
  expect(await count(people.stranger)).toBe(0)

  const set = (user: TestUser, state: string) =>
    user.tx((tx) =>
      tx
        .updateTable('consent_wording')
        .set({ state })
        .where('id', '=', id)
        .returning(['activated_by', 'retired_at'])
        .execute(),
    )
  expect(await set(people.manager, 'active')).toEqual([])
  await expect(set(administrator, 'retired')).rejects.toThrow(/draft to active to retired/)
  expect(await set(administrator, 'active')).toMatchObject([{ activated_by: administrator.id }])
  expect((await set(administrator, 'retired'))[0]!.retired_at).not.toBeNull()
  await expect(set(administrator, 'active')).rejects.toThrow(/draft to active to retired/)
  await expect(
    administrator.tx((tx) =>
      tx.updateTable('consent_wording').set({ sections: '{}' }).where('id', '=', id).execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})
