import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../../../../testing/a-case.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { personEndpoints } from '../../../people/index.ts'
import { caseEndpoints as endpoints } from '../../contract/cases.ts'

// A person known from another case, taken over at intake or into a household; and one told apart from a known person.

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

let manager: TestUser
let colleague: TestUser
beforeAll(async () => {
  const roles = [{ role: 'caseManager' as const }]
  manager = await house.user(house.a, { roles })
  colleague = await house.user(house.a, { roles })
})

type Persons =
  | { personId: string }
  | { person: { givenName: string; familyName: string }; notSameAs?: string[] }
const open = (user: TestUser, persons: Persons[]) =>
  user.client.call(endpoints.open, {
    body: {
      intensity: 'accompaniment',
      persons,
      information: { on: '2026-11-20', language: 'ar', basis: 'task' },
    },
  })
const historyOf = async (user: TestUser, id: string) => {
  const { body } = await user.client.call(personEndpoints.read, { params: { id } })
  return body.duplicateDecisions.map(({ decision, about }) => [decision, about])
}
const actionsOn = (personId: string) =>
  house.system(house.a, async (tx) => {
    const rows = await tx
      .selectFrom('audit_event')
      .select('action')
      .where('person_id', '=', personId)
      .where('object_kind', '=', 'duplicateDecision')
      .execute()
    return rows.map(({ action }) => action)
  })

describe('POST /api/cases', () => {
  test('takes a known person over: one person in two files, and the decision in the history', async () => {
    const known = await aCase({ responsible: manager, familyName: 'Bekannt', birthDate: '2010-02-01' })
    const { status, body } = await open(manager, [{ personId: known.personId! }])
    expect(status).toBe(201)
    const view = await manager.client.call(endpoints.read, { params: { id: body.id } })
    expect(view.body.persons).toMatchObject([
      { personId: known.personId, isMain: true, ageGroup: '14-17', name: { familyName: 'Bekannt' } },
    ])
    expect(await historyOf(manager, known.personId!)).toEqual([['same', body.fileNumber]])
    expect(await actionsOn(known.personId!)).toEqual(['person.takenOver'])
  })

  test('keeps that a new person is somebody else than a known one', async () => {
    const known = await aCase({ responsible: manager, familyName: 'Doppel', givenName: 'Ada' })
    const person = { givenName: 'Ada', familyName: 'Doppel' }
    const { body } = await open(manager, [{ person, notSameAs: [known.personId!, known.personId!] }])
    const view = await manager.client.call(endpoints.read, { params: { id: body.id } })
    const created = view.body.persons[0]!.personId!
    expect(await historyOf(manager, created)).toEqual([['other', 'Doppel, Ada']])
    expect(await historyOf(manager, known.personId!)).toEqual([['other', 'Doppel, Ada']])
    expect(await actionsOn(created)).toEqual(['person.toldApart'])
  })

  test('BC-01 a person of somebody else opens to nobody: 404, and no file is left', async () => {
    const known = await aCase({ responsible: manager })
    const count = async () =>
      (await house.system(house.a, (tx) => tx.selectFrom('case_file').select('id').execute())).length
    const before = await count()
    expect((await open(colleague, [{ personId: known.personId! }])).status).toBe(404)
    const person = { givenName: 'Neu', familyName: 'Neu' }
    expect((await open(colleague, [{ person, notSameAs: [known.personId!] }])).status).toBe(404)
    expect(await count()).toBe(before)
  })
})

describe('POST /api/cases/:id/persons', () => {
  test('a known person joins the household; a stranger does not', async () => {
    const known = await aCase({ responsible: manager, familyName: 'Onkel' })
    const file = await aCase({ responsible: manager })
    const add = (user: TestUser, caseId: string, personId: string) =>
      user.client.call(endpoints.addPerson, { params: { id: caseId }, body: { personId, role: 'child' } })
    expect((await add(manager, file.id, known.personId!)).status).toBe(201)
    expect(await historyOf(manager, known.personId!)).toEqual([['same', file.fileNumber]])
    const theirs = await aCase({ responsible: colleague })
    expect((await add(colleague, theirs.id, known.personId!)).status).toBe(404)
  })
})
