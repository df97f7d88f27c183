import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { searchEndpoints as endpoints } from '../contract/search.ts'

const house = await openHouse()
afterAll(() => house.close())

let manager: TestUser
let colleague: TestUser
let coordinator: TestUser
let stranger: TestUser
let file: TestCase

beforeAll(async () => {
  const { a, b } = house
  const roles = [{ role: 'caseManager' as const }]
  manager = await house.user(a, { roles })
  colleague = await house.user(a, { roles })
  coordinator = await house.user(a, { roles: [{ role: 'coordinator' }] })
  stranger = await house.user(b, { roles })
  await arrange.oversight(house, coordinator, manager)
  file = await aCase({ responsible: manager, familyName: 'Yıldız', givenName: 'Ayşe' })
  await aNote(manager, file.id, '2026-11-03', 'Die Familie sucht seit dem Sommer eine größere Sozialwohnung.')
  await aNote(manager, file.id, '2026-11-09', 'Termin beim Jobcenter vereinbart; Bescheid über Kosten fehlt.')
  await aNote(manager, file.id, '2026-11-10', 'Zurückgenommen: Jobcenter.', true)
})

async function aNote(
  user: TestUser,
  caseId: string,
  onDate: string,
  content: string,
  withdrawn = false,
): Promise<string> {
  const id = newId()
  await user.tx(async (tx) => {
    await tx.insertInto('contact').values({ id, case_id: caseId, on_date: onDate, kind: 'onSite' }).execute()
    await tx
      .insertInto('contact_note')
      .values({ contact_id: id, case_id: caseId, organisation_id: user.tenant.kreis, content })
      .execute()
    if (withdrawn) {
      const change = { withdrawn_at: '2026-11-11T10:00:00Z', withdrawal_reason: 'wrongCase' }
      await tx.updateTable('contact').set(change).where('id', '=', id).execute()
    }
  })
  return id
}

const ask = (user: TestUser, text: string, more: object = {}) =>
  user.client.call(endpoints.contacts, { body: { text, ...more } })
const days = async (user: TestUser, text: string) =>
  (await ask(user, text)).body.rows.map(({ onDate }) => onDate)

describe('POST /api/search/contacts', () => {
  test.each([
    ['Sozialwohnung', '2026-11-03'],
    ['wohnung', '2026-11-03'],
    ['Wohnung Familie', '2026-11-03'],
    ['größerer Sommer', '2026-11-03'],
    ['Termine', '2026-11-09'],
    ['jobcenter', '2026-11-09'],
    ['"Bescheid über Kosten"', '2026-11-09'],
  ])('%s finds the note of %s', async (text, day) => {
    expect(await days(manager, text)).toEqual([day])
  })

  test.each(['Führerschein', 'Wohnung Jobcenter', 'Zurückgenommen', '%%', "' or 1=1 --"])(
    '%s finds nothing',
    async (text) => {
      expect(await days(manager, text)).toEqual([])
    },
  )

  test('the hit says whose file it is and marks the word', async () => {
    const { body } = await ask(manager, 'Wohnung')
    expect(body.rows).toMatchObject([
      { caseId: file.id, fileNumber: file.fileNumber, name: { familyName: 'Yıldız', givenName: 'Ayşe' } },
    ])
    expect(body.rows[0]!.excerpt.filter(({ hit }) => hit)).toEqual([{ text: 'wohnung', hit: true }])
    expect(body.rows[0]!.excerpt.map(({ text }) => text).join('')).toContain('Familie sucht')
  })

  test('pages go on where the last ended, newest first', async () => {
    const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    const own = await aCase({ responsible: user })
    for (const day of ['01', '02', '02', '03', '04'])
      await aNote(user, own.id, `2026-10-${day}`, 'Anruf beim Amt')
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await ask(user, 'Anruf', { limit: 2, ...(after && { after }) })
      seen.push(...body.rows.map(({ onDate }) => onDate))
      after = body.next
    } while (after !== undefined)
    expect(seen).toEqual(['2026-10-04', '2026-10-03', '2026-10-02', '2026-10-02', '2026-10-01'])
    expect((await ask(user, 'Anruf', { after: 'xx' })).status).toBe(400)
  })

  test('BC-03 BC-04: hidden notes change nothing, oversight reads none', async () => {
    const bytes = async () =>
      (
        await manager.client.raw('POST', '/api/search/contacts', { body: { text: 'wohnung' } })
      ).bytes.toString()
    const before = await bytes()
    const theirs = await aCase({ responsible: colleague })
    await aNote(colleague, theirs.id, '2026-11-20', 'Noch eine Sozialwohnung')
    expect(await bytes()).toBe(before)
    expect(await days(colleague, 'wohnung')).toEqual(['2026-11-20'])
    for (const user of [coordinator, stranger]) expect(await days(user, 'wohnung')).toEqual([])
  })

  test('401, 403, 400', async () => {
    const options = { body: { text: 'wohnung' } }
    expect((await house.anonymous.call(endpoints.contacts, options)).status).toBe(401)
    const administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
    expect((await administrator.client.call(endpoints.contacts, options)).status).toBe(403)
    for (const body of [{ text: 'w' }, { text: 'wohnung', caseId: file.id }, {}]) {
      expect((await manager.client.raw('POST', '/api/search/contacts', { body })).status).toBe(400)
    }
  })
})
