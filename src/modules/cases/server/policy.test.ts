import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { consentRow } from '../../../testing/consent-row.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'

// Row level security alone, no routes: who sees a case and its rows, and who may write them.

const house = await openHouse()
const names = [
  'anna', 'colleague', 'coordinator', 'otherCoordinator', 'lead', 'administrator', 'protection', 'townCoordinator',
  'administration', 'lineManager', 'socialOffice', 'officer', 'partner', 'committee', 'foreign',
] as const // oxfmt-ignore
type Person = (typeof names)[number]
const people = {} as Record<Person, TestUser>
let file: TestCase

beforeAll(async () => {
  const { a, b } = house
  const make = async (name: Person, options: Parameters<typeof house.user>[1]) => {
    people[name] = await house.user(a, options)
  }
  const atSite = { scopeKind: 'site', scopeId: a.site } as const
  await make('anna', { roles: [{ role: 'caseManager', ...atSite }] })
  await make('colleague', { roles: [{ role: 'caseManager', ...atSite }] })
  await make('coordinator', { roles: [{ role: 'coordinator' }] })
  await make('otherCoordinator', { roles: [{ role: 'coordinator' }] })
  await make('lead', { roles: [{ role: 'kimLead' }] })
  await make('administrator', { roles: [{ role: 'administrator' }] })
  await make('protection', { roles: [{ role: 'dataProtectionOfficer' }] })
  await make('townCoordinator', { organisation: a.town, roles: [{ role: 'townCoordinator' }] })
  await make('administration', { roles: [{ role: 'administration' }] })
  await make('lineManager', { roles: [{ role: 'lineManager', scopeKind: 'organisation', scopeId: a.kreis }] })
  await make('socialOffice', {
    organisation: a.town,
    unit: a.socialOfficeOfTown,
    roles: [{ role: 'partner' }],
  })
  await make('officer', { unit: a.immigrationUnit, roles: [{ role: 'immigrationOfficer' }] })
  await make('partner', { organisation: a.welfare, roles: [{ role: 'partner' }] })
  await make('committee', { roles: [{ role: 'committeeMember' }] })
  people.foreign = await house.user(b, { roles: [{ role: 'caseManager' }, { role: 'coordinator' }] })
  await arrange.oversight(house, people.coordinator, people.anna)
  file = await aCase({ responsible: people.anna })
})
afterAll(() => house.close())

const denied = { code: '42501' }
const run = (user: TestUser, statement: string) => user.tx((tx) => sql.raw(statement).execute(tx))
const affected = async (user: TestUser, statement: string) =>
  Number((await run(user, statement)).numAffectedRows ?? 0)
const sees = async (user: TestUser, from: string) =>
  (await run(user, `select 1 from ${from}`)).rows.length > 0
async function readers(from: string): Promise<Person[]> {
  const seen = await Promise.all(names.map(async (name) => ((await sees(people[name], from)) ? [name] : [])))
  return seen.flat()
}
const ofCase = (table: string, id = file.id) =>
  `${table} where ${table === 'case_file' ? 'id' : 'case_id'} = '${id}'`
const never = names.filter((name) => name !== 'anna' && name !== 'coordinator')

describe('who works a case, and who oversees', () => {
  test('case_file: the case manager and the coordinator with oversight, nobody else in the house', async () => {
    expect(await readers(ofCase('case_file'))).toEqual(['anna', 'coordinator'])
  })

  test('case_file: opened for oneself, at the own employer, by a case manager', async () => {
    const open = (user: TestUser, over: { responsible?: string; organisation?: string } = {}) =>
      run(
        user,
        `insert into case_file (id, file_number, intensity, phase, phase_since, responsible_user_id,
        responsible_organisation_id, opened_on) values ('${newId()}', '${newId()}', 'accompaniment', 'work', '2026-11-02',
        '${over.responsible ?? user.id}', '${over.organisation ?? house.a.kreis}', '2026-11-02')`,
      )
    for (const name of never.filter((name) => !['colleague', 'foreign'].includes(name))) {
      await expect(open(people[name]), name).rejects.toMatchObject(denied)
    }
    await expect(open(people.anna, { responsible: people.colleague.id })).rejects.toMatchObject(denied)
    await expect(open(people.anna, { organisation: house.a.welfare })).rejects.toMatchObject(denied)
    await expect(open(people.foreign)).rejects.toMatchObject(denied)
  })

  test('case_file: changed by who works it; oversight reads only; who is responsible changes by handover alone', async () => {
    const change = `update case_file set urgency = 'soon' where id = '${file.id}'`
    for (const name of names) expect(await affected(people[name], change), name).toBe(name === 'anna' ? 1 : 0)
    for (const column of [
      'responsible_user_id',
      'responsible_organisation_id',
      'created_by',
      'opened_on',
      'file_number',
    ]) {
      await expect(
        run(people.anna, `update case_file set ${column} = ${column}`),
        column,
      ).rejects.toMatchObject(denied)
    }
    await expect(run(people.anna, `delete from case_file`)).rejects.toMatchObject(denied)
  })

  test('case_access: everyone reads the own rows, nobody writes any', async () => {
    expect(await readers('case_access')).toEqual(['anna', 'coordinator'])
    for (const statement of [
      'delete from case_access',
      `update case_access set parts = 127`,
      `insert into case_access values ('${house.a.id}', '${people.colleague.id}', '${file.id}', 'assignment', '${newId()}', 'work', 127, '[,)')`,
    ]) {
      await expect(run(people.colleague, statement), statement).rejects.toMatchObject(denied)
    }
    const { rows } = await run(people.coordinator, `select basis, level, parts from case_access`)
    expect(rows).toEqual([{ basis: 'oversight', level: 'oversight', parts: 1 }])
  })

  test('case_assignment: read with the case; app.may_assign_new_case lets the first be made for oneself only', async () => {
    expect(await readers(ofCase('case_assignment'))).toEqual(['anna', 'coordinator'])
    const assign = (user: TestUser, to: TestUser, id = file.id) =>
      run(
        user,
        `insert into case_assignment (id, case_id, user_id, organisation_id) values ('${newId()}', '${id}', '${to.id}', '${house.a.kreis}')`,
      )
    for (const name of names)
      await expect(assign(people[name], people[name]), name).rejects.toMatchObject(denied)
    await expect(assign(people.anna, people.colleague)).rejects.toMatchObject(denied)
    await expect(run(people.anna, `update case_assignment set user_id = user_id`)).rejects.toMatchObject(
      denied,
    )
  })

  test('case_person: structured for oversight, without the person behind it; changed by who works the case', async () => {
    expect(await readers(ofCase('case_person'))).toEqual(['anna', 'coordinator'])
    expect(await sees(people.coordinator, 'person')).toBe(false)
    for (const name of names) {
      expect(await affected(people[name], `update case_person set age_group = '30'`), name).toBe(
        name === 'anna' ? 1 : 0,
      )
    }
    await expect(run(people.anna, `update case_person set person_id = person_id`)).rejects.toMatchObject(
      denied,
    )
  })

  test('case_organisation: read with the structured data, written by who works the case', async () => {
    const add = (user: TestUser) =>
      run(
        user,
        `insert into case_organisation (id, case_id, organisation_id, role, valid_from)
        values ('${newId()}', '${file.id}', '${house.a.welfare}', 'counselling', '2026-11-03')`,
      )
    for (const name of never) await expect(add(people[name]), name).rejects.toMatchObject(denied)
    await expect(add(people.coordinator)).rejects.toMatchObject(denied)
    await add(people.anna)
    expect(await readers(ofCase('case_organisation'))).toEqual(['anna', 'coordinator'])
  })

  test('case_step: added by who works the case, never changed', async () => {
    const step = (user: TestUser) =>
      run(
        user,
        `insert into case_step (id, case_id, episode, kind, to_value, on_date) values ('${newId()}', '${file.id}', 1, 'firstTalk', 'done', '2026-11-04')`,
      )
    await expect(step(people.coordinator)).rejects.toMatchObject(denied)
    await expect(step(people.colleague)).rejects.toMatchObject(denied)
    await step(people.anna)
    expect(await readers(ofCase('case_step'))).toEqual(['anna', 'coordinator'])
    await expect(run(people.anna, `update case_step set to_value = 'x'`)).rejects.toMatchObject(denied)
  })

  test('case_text: oversight sees no free text', async () => {
    expect(await readers(ofCase('case_text'))).toEqual(['anna'])
    const change = `update case_text set content = 'neu' where case_id = '${file.id}'`
    for (const name of names) expect(await affected(people[name], change), name).toBe(name === 'anna' ? 1 : 0)
  })

  test('case_number: counted by case managers, hidden from the others', async () => {
    await run(people.anna, `insert into case_number (year, last) values (2026, 1)`)
    expect(await readers('case_number')).toEqual(['anna', 'colleague'])
    expect(await affected(people.coordinator, 'update case_number set last = 9')).toBe(0)
  })

  test('team_consent: seen with the case, written by who works it', async () => {
    const own = await aCase({ responsible: people.anna })
    const consentId = newId()
    await run(people.anna, consentRow(own.id, consentId))
    const consent = (user: TestUser, id: string) =>
      run(
        user,
        `insert into team_consent (case_id, consent_id, valid_during) values ('${id}', '${consentId}', '[2026-01-01,)')`,
      )
    for (const name of ['coordinator', 'colleague', 'lead', 'officer', 'foreign'] as const) {
      await expect(consent(people[name], own.id), name).rejects.toMatchObject(denied)
    }
    await consent(people.anna, own.id)
    expect(await readers(ofCase('team_consent', own.id))).toEqual(['anna', 'coordinator'])
    const elsewhere = await aCase({ responsible: people.anna })
    await expect(consent(people.anna, elsewhere.id)).rejects.toThrow(/foreign key/)
  })

  test('app.who_sees_case names everyone with the basis, to who sees the case, and to nobody else', async () => {
    const asked = async (user: TestUser) =>
      (await run(user, `select user_id, basis from app.who_sees_case('${file.id}')`)).rows
    expect(await asked(people.anna)).toHaveLength(2)
    expect(await asked(people.coordinator)).toContainEqual({ user_id: people.anna.id, basis: 'assignment' })
    for (const name of never) expect(await asked(people[name]), name).toEqual([])
  })
})

describe('clear access', () => {
  const until = (hours: number) => `tstzrange(now(), now() + interval '${hours} hours')`
  const grant = (
    by: TestUser,
    to: TestUser,
    id: string,
    kind: 'release' | 'reason',
    over: { parts?: number; during?: string } = {},
  ) =>
    run(
      by,
      `insert into clear_access (id, case_id, user_id, kind, reason, parts, valid_during) values ('${newId()}', '${id}',
      '${to.id}', '${kind}', ${kind === 'reason' ? `'complaint'` : 'null'}, ${over.parts ?? 6}, ${over.during ?? until(24)})`,
    )

  test('clear_access: a release opens the parts named, for the coordinator with oversight alone', async () => {
    const own = await aCase({ responsible: people.anna })
    for (const name of ['coordinator', 'colleague', 'lead', 'foreign'] as const) {
      await expect(
        grant(people[name], people.otherCoordinator, own.id, 'release'),
        name,
      ).rejects.toMatchObject(denied)
    }
    for (const name of ['coordinator', 'otherCoordinator', 'colleague', 'officer', 'partner'] as const) {
      await grant(people.anna, people[name], own.id, 'release')
    }
    expect(await readers(ofCase('case_text', own.id))).toEqual(['anna', 'coordinator'])
    expect(await sees(people.coordinator, `person where id = '${own.personId}'`)).toBe(true)
    expect(
      await affected(people.coordinator, `update case_text set content = 'x' where case_id = '${own.id}'`),
    ).toBe(0)
    expect(
      await affected(people.coordinator, `update person set phone = '1' where id = '${own.personId}'`),
    ).toBe(0)
    expect((await readers(ofCase('clear_access', own.id))).sort()).toEqual(
      ['anna', 'coordinator', 'otherCoordinator', 'colleague', 'officer', 'partner', 'protection'].sort(),
    )
  })

  test('clear_access: a release of the texts does not open the identity', async () => {
    const own = await aCase({ responsible: people.anna })
    await grant(people.anna, people.coordinator, own.id, 'release', { parts: 4 })
    expect(await sees(people.coordinator, ofCase('case_text', own.id))).toBe(true)
    expect(await sees(people.coordinator, `person where id = '${own.personId}'`)).toBe(false)
  })

  test('clear_access: ended by the case manager, it closes at once', async () => {
    const own = await aCase({ responsible: people.anna })
    await grant(people.anna, people.coordinator, own.id, 'release', {
      during: `tstzrange(now() - interval '1 hour', now() + interval '1 day')`,
    })
    expect(await sees(people.coordinator, ofCase('case_text', own.id))).toBe(true)
    await run(
      people.anna,
      `update clear_access set valid_during = tstzrange(lower(valid_during), now()) where case_id = '${own.id}'`,
    )
    expect(await sees(people.coordinator, ofCase('case_text', own.id))).toBe(false)
  })

  test('clear_access: a reason opens for 72 hours at most, stated for oneself, with oversight only', async () => {
    const own = await aCase({ responsible: people.anna })
    for (const during of [
      until(73),
      `tstzrange(null, now() + interval '1 hour')`,
      `tstzrange(now(), null)`,
      `tstzrange('-infinity', now())`,
    ]) {
      await expect(
        grant(people.coordinator, people.coordinator, own.id, 'reason', { during }),
        during,
      ).rejects.toHaveProperty('code')
    }
    await expect(grant(people.coordinator, people.otherCoordinator, own.id, 'reason')).rejects.toMatchObject(
      denied,
    )
    for (const name of never)
      await expect(grant(people[name], people[name], own.id, 'reason'), name).rejects.toMatchObject(denied)
    await grant(people.coordinator, people.coordinator, own.id, 'reason', { during: until(72), parts: 62 })
    expect(await readers(ofCase('case_text', own.id))).toEqual(['anna', 'coordinator'])
    await expect(
      grant(people.coordinator, people.coordinator, own.id, 'reason', { parts: 64 }),
    ).rejects.toMatchObject({ code: '23514' })
    expect(
      await affected(
        people.coordinator,
        `update clear_access set valid_during = valid_during where case_id = '${own.id}'`,
      ),
    ).toBe(0)
  })

  test('clear_access: after its hours the reason opens nothing', async () => {
    const own = await aCase({ responsible: people.anna })
    await grant(people.coordinator, people.coordinator, own.id, 'reason', {
      during: `tstzrange(now() - interval '72 hours', now() - interval '1 second')`,
    })
    expect(await readers(ofCase('case_text', own.id))).toEqual(['anna'])
  })

  test('clear_access: no reason opens a file of another employer, nor one marked § 203', async () => {
    const welfare = await house.user(house.a, {
      organisation: house.a.welfare,
      roles: [{ role: 'caseManager', scopeKind: 'organisation', scopeId: house.a.welfare }],
    })
    await arrange.oversight(house, people.coordinator, welfare)
    const elsewhere = await aCase({ responsible: welfare, organisation: house.a.welfare })
    const secret = await aCase({ responsible: people.anna, secrecy203: true })
    for (const id of [elsewhere.id, secret.id]) {
      await grant(people.coordinator, people.coordinator, id, 'reason')
      expect(await sees(people.coordinator, ofCase('case_file', id))).toBe(true)
      expect(await sees(people.coordinator, ofCase('case_text', id))).toBe(false)
    }
    // Marked afterwards: what was open closes.
    const later = await aCase({ responsible: people.anna })
    await grant(people.coordinator, people.coordinator, later.id, 'reason')
    expect(await sees(people.coordinator, ofCase('case_text', later.id))).toBe(true)
    await run(people.anna, `update case_file set secrecy_203 = true where id = '${later.id}'`)
    expect(await sees(people.coordinator, ofCase('case_text', later.id))).toBe(false)
  })

  test('team_consent: where the client names the team, oversight reads, unless § 203 is marked', async () => {
    const open = await aCase({ responsible: people.anna })
    const secret = await aCase({ responsible: people.anna, secrecy203: true })
    for (const { id } of [open, secret]) {
      const consentId = newId()
      await run(people.anna, consentRow(id, consentId))
      await run(
        people.anna,
        `insert into team_consent (case_id, consent_id, valid_during) values ('${id}', '${consentId}', '[2026-01-01,)')`,
      )
    }
    expect(await readers(ofCase('case_text', open.id))).toEqual(['anna', 'coordinator'])
    expect(
      await affected(people.coordinator, `update case_text set content = 'x' where case_id = '${open.id}'`),
    ).toBe(0)
    expect(await readers(ofCase('case_text', secret.id))).toEqual(['anna'])
    await run(
      people.anna,
      `update team_consent set valid_during = tstzrange(lower(valid_during), now()) where case_id = '${open.id}'`,
    )
    expect(await readers(ofCase('case_text', open.id))).toEqual(['anna'])
  })
})

describe('requests', () => {
  /** Straight to the tables: what row level security alone says to a request. */
  async function aRequest({
    by,
    site,
    keep = false,
  }: {
    by: TestUser
    site: string
    keep?: boolean
  }): Promise<string> {
    const id = newId()
    await by.tx(async (tx) => {
      const desk = keep ? { state: 'assigned', assigned_to: by.id, assigned_by: by.id } : {}
      await tx
        .insertInto('request')
        .values({ id, channel: 'phone', site_id: site, delete_after: '2027-05-21', ...desk })
        .execute()
      await tx
        .insertInto('request_contact')
        .values({ request_id: id, callback_number: '0170 000000', delete_on: '2026-12-21' })
        .execute()
    })
    return id
  }

  test('request: unassigned in the queue of the site, for its case managers and coordinators; then for the one who has it', async () => {
    const id = await aRequest({ by: people.anna, site: house.a.site })
    const one = `request where id = '${id}'`
    expect(await readers(one)).toEqual(['anna', 'colleague', 'coordinator', 'otherCoordinator'])
    await run(
      people.colleague,
      `update request set state = 'assigned', assigned_to = '${people.colleague.id}' where id = '${id}'`,
    )
    expect(await readers(one)).toEqual(['colleague'])
    const own = await aRequest({ by: people.anna, site: house.a.site, keep: true })
    expect(await readers(`request where id = '${own}'`)).toEqual(['anna', 'coordinator'])
  })

  test('request: nobody takes it for a colleague, or at a site of others', async () => {
    const id = await aRequest({ by: people.anna, site: house.a.site })
    const give = `update request set state = 'assigned', assigned_to = '${people.colleague.id}' where id = '${id}'`
    await expect(run(people.anna, give)).rejects.toMatchObject(denied)
    await expect(aRequest({ by: people.anna, site: house.a.townSite })).rejects.toMatchObject(denied)
    for (const name of ['lead', 'administrator', 'socialOffice', 'officer', 'partner'] as const) {
      await expect(aRequest({ by: people[name], site: house.a.site }), name).rejects.toMatchObject(denied)
    }
  })

  test('request_contact: name and number for the case managers who see the request, never for the coordinator', async () => {
    const queued = await aRequest({ by: people.anna, site: house.a.site })
    const kept = await aRequest({ by: people.anna, site: house.a.site, keep: true })
    expect(await readers(`request_contact where request_id = '${queued}'`)).toEqual(['anna', 'colleague'])
    expect(await readers(`request_contact where request_id = '${kept}'`)).toEqual(['anna'])
    expect(await affected(people.coordinator, 'delete from request_contact')).toBe(0)
  })

  test('request: app.deputised_colleagues opens it to the deputy of the same employer, while deputising', async () => {
    const absent = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    const inside = await house.user(house.a, {
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.townSite }],
    })
    const outside = await house.user(house.a, {
      organisation: house.a.welfare,
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.townSite }],
    })
    const clerk = await house.user(house.a, { roles: [{ role: 'partner' }] })
    const later = await house.user(house.a, {
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.townSite }],
    })
    for (const deputy of [inside, outside, clerk]) await arrange.deputy(absent, deputy)
    await arrange.deputy(absent, later, { from: 1, to: 2 })
    const id = await aRequest({ by: absent, site: house.a.site, keep: true })
    const seen = async (user: TestUser) => sees(user, `request where id = '${id}'`)
    expect([await seen(inside), await seen(outside), await seen(clerk), await seen(later)]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect((await run(people.anna, 'select app.deputised_colleagues() as who')).rows).toEqual([{ who: [] }])
  })
})

describe('handover and reopening', () => {
  test('case_file: a coordinator whose role has ended hands nothing over', async () => {
    const former = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
    const own = await aCase({ responsible: people.anna })
    for (const user of [people.anna, people.colleague]) await arrange.oversight(house, former, user)
    expect(await sees(former, ofCase('case_file', own.id))).toBe(true)
    await house.system(house.a, (tx) =>
      tx.deleteFrom('role_assignment').where('user_id', '=', former.id).execute(),
    )
    expect(await sees(former, ofCase('case_file', own.id))).toBe(false)
    expect(await answer(former, hand(own.id, people.colleague))).toBe(false)
  })

  const answer = async (user: TestUser, call: string) =>
    ((await run(user, `select ${call} as done`)).rows[0] as { done: boolean }).done
  const hand = (id: string, to: TestUser) =>
    `app.hand_over_case('${id}', '${to.id}', '${newId()}', 'absence')`

  test('case_file: app.hand_over_case moves work and sight at once, and only who may can move it', async () => {
    const own = await aCase({ responsible: people.anna })
    for (const name of never) expect(await answer(people[name], hand(own.id, people[name])), name).toBe(false)
    // Oversight over one of both is not enough; an office beside us takes no case.
    expect(await answer(people.coordinator, hand(own.id, people.colleague))).toBe(false)
    expect(await answer(people.anna, hand(own.id, people.socialOffice))).toBe(false)
    expect(await answer(people.anna, hand(own.id, people.colleague))).toBe(true)
    expect(await readers(ofCase('case_file', own.id))).toEqual(['colleague'])
    expect(await readers(ofCase('case_text', own.id))).toEqual(['colleague'])
    expect(await sees(people.anna, `person where id = '${own.personId}'`)).toBe(false)
  })

  test('case_file: app.reopen_case gives a restricted file back to the responsible case manager alone', async () => {
    const own = await aCase({ responsible: people.anna })
    await run(
      people.anna,
      `update case_file set closed_on = '2026-06-01', closure_reason = 'goalsReached', restricted_on = '2026-09-01' where id = '${own.id}'`,
    )
    expect(await readers(ofCase('case_text', own.id))).toEqual([])
    const reopen = `app.reopen_case('${own.id}', 'newNeed', '2026-11-21', 'intake', '${newId()}')`
    for (const name of [...never, 'coordinator'] as const)
      expect(await answer(people[name], reopen), name).toBe(false)
    expect(await answer(people.anna, reopen)).toBe(true)
    expect(await readers(ofCase('case_text', own.id))).toEqual(['anna'])
  })
})
