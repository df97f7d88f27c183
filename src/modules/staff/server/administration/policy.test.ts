import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { aCommittee } from '../../../../testing/a-committee.ts'
import { aCase } from '../../../../testing/a-case.ts'
import { aRequest } from '../../../../testing/a-request.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import type { Role } from '../../index.ts'

const house = await openHouse()
const people = {} as Record<
  | 'caseManager'
  | 'colleague'
  | 'coordinator'
  | 'lead'
  | 'administrator'
  | 'protection'
  | 'officer'
  | 'partner'
  | 'foreign',
  TestUser
>
beforeAll(async () => {
  const holding = (role: Role) => house.user(house.a, { roles: [{ role }] })
  people.caseManager = await holding('caseManager')
  people.colleague = await holding('caseManager')
  people.coordinator = await holding('coordinator')
  people.lead = await holding('kimLead')
  people.administrator = await holding('administrator')
  people.protection = await holding('dataProtectionOfficer')
  people.officer = await holding('immigrationOfficer')
  people.partner = await holding('partner')
  people.foreign = await house.user(house.b, { roles: [{ role: 'administrator' }, { role: 'caseManager' }] })
})
afterAll(() => house.close())

type Person = keyof typeof people
const everyone = () => Object.keys(people) as Person[]
const rows = async <T>(who: Person, statement: string) =>
  (await people[who].tx((tx) => sql.raw(statement).execute(tx))).rows as T[]
const denied = { code: '42501' }

describe('app.case_managers', () => {
  test('case_managers(): the active case managers of the tenant, for who arranges deputies and oversight', async () => {
    const left = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    await rows('administrator', `update staff_user set active = false where id = '${left.id}'`)
    for (const who of everyone()) {
      const ids = (await rows<{ user_id: string }>(who, 'select user_id from app.case_managers()')).map(
        (row) => row.user_id,
      )
      const expected = {
        foreign: [people.foreign.id],
        protection: [],
        officer: [],
        partner: [],
      } as Partial<Record<Person, string[]>>
      expect(ids.toSorted(), who).toEqual(
        (expected[who] ?? [people.caseManager.id, people.colleague.id]).toSorted(),
      )
    }
  })
})

describe('off-boarding', () => {
  const none = {
    agreement_drafts: 0,
    open_tasks: 0,
    standing_in: 0,
    stood_in_for: 0,
    oversees: 0,
    drafts: 0,
    open_cases: 0,
    closed_cases: 0,
    open_requests: 0,
    asked_disclosures: 0,
    action_items: 0,
    reconstructions: 0,
  }
  test('app.open_work(): numbers, for the administrator of the tenant alone', async () => {
    await aCase({ responsible: people.caseManager })
    await aCase({ responsible: people.caseManager, nameless: true })
    await aRequest(people.caseManager, { take: true })
    const asked = `select * from app.open_work('${people.caseManager.id}')`
    expect(await rows('administrator', asked)).toEqual([{ ...none, open_cases: 2, open_requests: 1 }])
    expect(await rows('foreign', asked)).toEqual([none])
    for (const who of everyone().filter((one) => one !== 'administrator' && one !== 'foreign'))
      expect(await rows(who, asked), who).toEqual([])
  })

  test('app.release_open_work(): requests and tasks go back, for the administrator of the tenant alone', async () => {
    const leaver = await house.user(house.a, {
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }],
    })
    const request = await aRequest(leaver, { take: true })
    const [own, given] = [newId(), newId()]
    await leaver.tx((tx) => sql`insert into task (id, assignee_id) values (${own}, ${leaver.id})`.execute(tx))
    await people.caseManager.tx((tx) =>
      sql`insert into task (id, assignee_id) values (${given}, ${leaver.id})`.execute(tx),
    )
    const release = `select kind, id from app.release_open_work('${leaver.id}', true, true, true)`
    for (const who of everyone().filter((one) => one !== 'administrator'))
      expect(await rows(who, release), who).toEqual([])
    const released = await rows('administrator', release)
    expect(released.map((row) => (row as { id: string }).id).toSorted()).toEqual(
      [request, own, given].toSorted(),
    )
    const stored = await house.system(house.a, (tx) =>
      tx
        .selectFrom('task')
        .select(['id', 'assignee_id', 'state'])
        .where('id', 'in', [own, given])
        .orderBy('state')
        .execute(),
    )
    expect(stored).toEqual([
      { id: own, assignee_id: leaver.id, state: 'dropped' },
      { id: given, assignee_id: people.caseManager.id, state: 'open' },
    ])
    expect(await rows('administrator', release)).toEqual([])
  })

  test('app.release_other_work(): questions, action items and reconstructions go back, for the administrator of the tenant alone', async () => {
    const leaver = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
    const asked = newId()
    const file = await aCase({ responsible: people.caseManager })
    await people.caseManager.tx((tx) =>
      sql`insert into disclosure (id, case_id, person_id, ground, recipient_kind, second_user_id, state_on)
        values (${asked}, ${file.id}, ${file.personId}, 'necessity', 'police', ${leaver.id}, '2026-11-20')`.execute(
        tx,
      ),
    )
    const committee = await aCommittee(house)
    const [item, reconstruction] = [newId(), newId()]
    await house.system(house.a, async (tx) => {
      await sql`insert into action_item (id, committee_id, title, responsible_id, responsible)
        values (${item}, ${committee.id}, 'Nachfragen', ${leaver.id}, 'Koordination')`.execute(tx)
      await sql`insert into reconstruction (id, title, origin, state, moderator_id)
        values (${reconstruction}, 'Weg zur Wohnung', 'constructed', 'running', ${leaver.id})`.execute(tx)
    })
    const work = `select asked_disclosures, action_items, reconstructions from app.open_work('${leaver.id}')`
    expect(await rows('administrator', work)).toEqual([
      { asked_disclosures: 1, action_items: 1, reconstructions: 1 },
    ])
    const release = `select kind, id from app.release_other_work('${leaver.id}', true, true, true)`
    for (const who of everyone().filter((one) => one !== 'administrator'))
      expect(await rows(who, release), who).toEqual([])
    expect(await rows('administrator', release)).toEqual([
      { kind: 'disclosure', id: asked },
      { kind: 'actionItem', id: item },
      { kind: 'reconstruction', id: reconstruction },
    ])
    // Who asked is told at once: nothing may be passed on before somebody else has answered.
    const told = await rows(
      'caseManager',
      `select kind, case_id from notification where object_id = '${asked}'`,
    )
    expect(told).toEqual([{ kind: 'disclosure.returned', case_id: file.id }])
    expect(await rows('administrator', work)).toEqual([
      { asked_disclosures: 0, action_items: 0, reconstructions: 0 },
    ])
  })

  test('app.on_case_handed_over(): the tasks of who was responsible go with the case', async () => {
    const [before, after] = [
      await house.user(house.a, { roles: [{ role: 'caseManager' }] }),
      await house.user(house.a, { roles: [{ role: 'caseManager' }] }),
    ]
    const file = await aCase({ responsible: before })
    const task = newId()
    await before.tx((tx) =>
      sql`insert into task (id, case_id, assignee_id) values (${task}, ${file.id}, ${before.id})`.execute(tx),
    )
    await before.tx((tx) =>
      sql`select app.hand_over_case(${file.id}, ${after.id}, ${newId()}, 'staffChange')`.execute(tx),
    )
    const row = await after.tx((tx) =>
      tx.selectFrom('task').select('assignee_id').where('id', '=', task).executeTakeFirst(),
    )
    expect(row).toEqual({ assignee_id: null })
  })

  test('app.on_staff_user_gone(): what was begun to type goes with who goes', async () => {
    const leaver = await house.user(house.a)
    await leaver.tx((tx) => sql`insert into draft (key, content) values ('a', '{}')`.execute(tx))
    await people.caseManager.tx((tx) => sql`insert into draft (key, content) values ('a', '{}')`.execute(tx))
    await house.system(house.a, (tx) =>
      sql`update staff_user set active = false where id = ${leaver.id}`.execute(tx),
    )
    const left = await house.system(house.a, (tx) => tx.selectFrom('draft').select('user_id').execute())
    expect(left).toEqual([{ user_id: people.caseManager.id }])
  })
})

describe('deputy: ended before it began', () => {
  test('its period is empty and only then; it never opens anything', async () => {
    const id = newId()
    await rows(
      'caseManager',
      `insert into deputy (id, absent_user_id, deputy_user_id, valid_during) values
       ('${id}', '${people.caseManager.id}', '${people.colleague.id}', tstzrange(now() + interval '1 day', now() + interval '2 days'))`,
    )
    const set = (change: string) => rows('caseManager', `update deputy set ${change} where id = '${id}'`)
    await expect(set(`valid_during = 'empty'`)).rejects.toMatchObject({ code: '23514' })
    await expect(set(`valid_during = tstzrange(now(), null)`)).rejects.toMatchObject({ code: '23514' })
    await set(`valid_during = 'empty', ended_at = now()`)
  })
})

describe('tenant_setting and catalogue_entry: what an administrator sets', () => {
  const setting = (key: string, value: string) =>
    house.system(house.a, (tx) =>
      tx.insertInto('tenant_setting').values({ key, value, is_default: true }).execute(),
    )
  const change = (who: Person, key: string, value: string) =>
    rows(
      who,
      `update tenant_setting set value = '${value}', version = version + 1 where key = '${key}' returning key`,
    )

  test('numbers and switches, not the facts of the district; nobody else changes any', async () => {
    await setting('reassessmentMonths', '6')
    await setting('fileNumberPrefix', '"WES"')
    for (const who of everyone())
      expect(await change(who, 'reassessmentMonths', '9'), who).toHaveLength(who === 'administrator' ? 1 : 0)
    expect(await change('administrator', 'fileNumberPrefix', '"COE"')).toHaveLength(0)
    await expect(change('administrator', 'reassessmentMonths', '"neun"')).rejects.toMatchObject(denied)
    await expect(rows('administrator', `update tenant_setting set source = 'x'`)).rejects.toMatchObject(
      denied,
    )
    await expect(rows('administrator', `delete from tenant_setting`)).rejects.toMatchObject(denied)
  })

  test.each([
    ['withoutStatusForPublicEmployers', 'valueWithoutStatus'],
    ['departureAsClosureReason', 'closureByDeparture'],
  ])('%s goes on only while the last opinion on it allows it (§ 87 AufenthG)', async (key, topic) => {
    await setting(key, 'false')
    const opinion = (allows: boolean) =>
      rows(
        'protection',
        `insert into protection_opinion (id, topic, allows, reference, given_on)
         values ('${newId()}', '${topic}', ${allows}, 'DSB 1/2026', '2026-11-01')`,
      )
    await expect(change('administrator', key, 'true')).rejects.toMatchObject(denied)
    await opinion(true)
    expect(await change('administrator', key, 'true')).toHaveLength(1)
    expect(await change('administrator', key, 'false')).toHaveLength(1)
    await opinion(false)
    await expect(change('administrator', key, 'true')).rejects.toMatchObject(denied)
    expect(await change('administrator', key, 'false')).toHaveLength(1)
  })
})

describe('app.rights_record', () => {
  test('rights_record(uuid): changes and deputies for who answers for rights; nothing for anybody else, nor elsewhere', async () => {
    const ask = `select app.rights_record('${people.caseManager.id}') as record`
    for (const who of everyone()) {
      const [row] = await rows<{ record: { changes: unknown[]; deputies: unknown[] } | null }>(who, ask)
      const expected = ['administrator', 'protection', 'lead'].includes(who)
      expect(row?.record !== null && row?.record !== undefined, who).toBe(expected || who === 'foreign')
    }
    const [elsewhere] = await rows<{ record: object }>('foreign', ask)
    expect(elsewhere!.record).toEqual({ changes: [], deputies: [] })
  })
})
