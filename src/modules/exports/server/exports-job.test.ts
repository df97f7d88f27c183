import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPool, type Pool } from '../../../platform/server/db/pool.ts'
import { closePdf } from '../../../platform/server/documents/index.ts'
import { aCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { anExportGrant } from '../../../testing/an-export-grant.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { taskEndpoints } from '../../calendar/index.ts'
import { contactEndpoints } from '../../contacts/index.ts'
import { exportEndpoints, type ExportChoice, type ListChoice } from '../contract/exports.ts'
import { exportsJob } from './exports-job.ts'

const house = await openHouse()
let jobs: Pool
let administrator: TestUser
let manager: TestUser
let colleague: TestUser
let overseer: TestUser
let ownCase: string
beforeAll(async () => {
  jobs = createPool(house.urls.jobs, 2)
  await aCatalogue(house, house.a)
  const user = (role: 'administrator' | 'caseManager' | 'coordinator') =>
    house.user(house.a, { roles: [{ role }] })
  administrator = await user('administrator')
  manager = await user('caseManager')
  colleague = await user('caseManager')
  overseer = await user('coordinator')
  await arrange.oversight(house, overseer, manager)
  for (const who of [manager, overseer]) await anExportGrant(administrator, who.id)
  ownCase = (await aCase({ responsible: manager, familyName: '=HYPERLINK("x")' })).id
  await aCase({ responsible: colleague, familyName: 'FREMDKANARIE' })
})
beforeEach(() => house.system(house.a, async (tx) => void (await tx.deleteFrom('export_job').execute())))
afterAll(async () => {
  closePdf()
  await jobs.end()
  await house.close()
})

const cases = (change: object = {}): ExportChoice => ({
  kind: 'cases',
  format: 'csv',
  columns: ['fileNumber', 'familyName', 'phaseSince', 'responsible'],
  filter: { scope: 'own', state: 'open', sort: 'phaseSince', ...change },
})
const contacts = (change: Partial<ListChoice> = {}): ExportChoice =>
  ({
    kind: 'contacts',
    format: 'csv',
    columns: ['fileNumber', 'onDate', 'kind', 'note'],
    caseId: null,
    from: null,
    to: null,
    ...change,
  }) as ExportChoice

async function ask(by: TestUser, body: ExportChoice): Promise<string> {
  const { status, body: view } = await by.client.call(exportEndpoints.create, { body })
  expect(status).toBe(201)
  return view.id
}
const work = (app: Pool = house.pool) =>
  exportsJob(app).run({ pool: jobs, now: Temporal.Instant.from('2026-11-21T09:42:00Z') })
const stateOf = async (by: TestUser, id: string) =>
  (await by.client.call(exportEndpoints.read, { params: { id } })).body
async function made(by: TestUser, body: ExportChoice): Promise<string> {
  const id = await ask(by, body)
  await work()
  expect(await stateOf(by, id)).toMatchObject({ state: 'done' })
  return (await by.client.call(exportEndpoints.file, { params: { id } })).bytes.toString('utf8')
}

/** The table without the lines behind it that say what it is. */
const rowsOf = (csv: string) => csv.split('\r\n\r\n')[0]!.split('\r\n')

describe('lists', () => {
  test('BC-01 BC-21: the own cases alone, as chosen, formulas as text', async () => {
    const text = await made(manager, cases())
    const lines = rowsOf(text)
    expect(lines[0]).toBe('\ufeff"Aktenzeichen";"Familienname";"Phase seit";"Zuständig"')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")";02.11.2026;"Kim Muster"`)
    expect(text).not.toContain('FREMDKANARIE')
  })

  test('BC-03: oversight gets its cases without names', async () => {
    const lines = rowsOf(await made(overseer, cases({ scope: 'oversight' })))
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^"TST-2026-[0-9a-f]+";;02\.11\.2026;/)
    const searched = await made(overseer, cases({ scope: 'oversight', text: 'hyperlink' }))
    expect(rowsOf(searched)).toHaveLength(1)
  })

  test('contacts of the period, without what was taken back; tasks', async () => {
    const params = { id: ownCase }
    for (const [onDate, note] of [
      ['2026-11-02', 'alt'],
      ['2026-11-20', '+neu'],
    ] as const) {
      const body = { onDate, kind: 'phone', note }
      expect((await manager.client.call(contactEndpoints.create, { params, body })).status).toBe(201)
    }
    const wrong = await manager.client.call(contactEndpoints.create, {
      params,
      body: { onDate: '2026-11-19', kind: 'phone', note: 'IRRTUM' },
    })
    await manager.client.call(contactEndpoints.withdraw, {
      params: { id: wrong.body.id },
      ifMatch: wrong.body.version,
      body: { reason: 'wrongCase' },
    })
    const text = await made(manager, contacts({ from: '2026-11-10', to: '2026-11-20' }))
    expect(text).toContain(`20.11.2026;"phone";"'+neu"`)
    expect(text).toMatch(
      /\r\n\r\n"Kontakte";"aller eigenen Fälle"\r\n"Von";"10.11.2026"\r\n"Bis";"20.11.2026"\r\n"Stand";[\d.]+\r\n"Zeilen";\d+\r\n$/,
    )
    expect(text).not.toContain('IRRTUM')
    expect(text).not.toContain('alt')
    expect(await made(manager, contacts({ caseId: ownCase }))).toContain('"alt"')
    await manager.client.call(taskEndpoints.create, { body: { title: 'Anrufen', caseId: ownCase } })
    const tasks = await made(manager, {
      kind: 'tasks',
      format: 'csv',
      columns: ['title', 'state', 'dueOn'],
      caseId: null,
      view: 'mine',
      state: 'open',
    })
    expect(tasks).toContain('"Anrufen";"offen";\r\n')
  })

  test('XLSX is a zip with a name that tells nothing about persons', async () => {
    const id = await ask(manager, { ...cases(), format: 'xlsx' } as ExportChoice)
    await work()
    const { bytes, headers } = await manager.client.call(exportEndpoints.file, { params: { id } })
    expect(bytes.toString('latin1', 0, 2)).toBe('PK')
    expect(headers['content-disposition']).toContain('Liste-der-F%C3%A4lle-2026-11-21.xlsx')
  })
})

describe('rights are asked again when it is made (BC-07)', () => {
  const withdraw = (userId: string) =>
    administrator.tx((tx) =>
      tx
        .updateTable('export_grant')
        .set({ valid_during: sql`tstzrange(lower(valid_during), now())` })
        .where('user_id', '=', userId)
        .execute(),
    )
  const someone = async (granted = true) => {
    const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    if (granted) await anExportGrant(administrator, user.id)
    return user
  }

  test('the grant was withdrawn: refused, nothing is kept', async () => {
    const user = await someone()
    const id = await ask(user, cases())
    await withdraw(user.id)
    await work()
    expect(await stateOf(user, id)).toMatchObject({ state: 'refused', reason: 'rightsWithdrawn', can: [] })
  })

  test('the grant was withdrawn after it was made: the file is closed at once (BC-08)', async () => {
    const user = await someone()
    const id = await ask(user, cases())
    await work()
    await withdraw(user.id)
    expect((await user.client.call(exportEndpoints.file, { params: { id } })).status).toBe(404)
  })

  test('the role ended, or the account was closed: refused', async () => {
    const [roleless, closed] = [await someone(), await someone()]
    const ids = [await ask(roleless, cases()), await ask(closed, cases())]
    await house.system(house.a, async (tx) => {
      await tx.deleteFrom('role_assignment').where('user_id', '=', roleless.id).execute()
      await tx.updateTable('staff_user').set({ active: false }).where('id', '=', closed.id).execute()
    })
    await work()
    const { rows } = await house.system(house.a, async (tx) => ({
      rows: await tx.selectFrom('export_job').select(['id', 'state', 'reason']).execute(),
    }))
    expect(rows).toContainEqual({ id: ids[0], state: 'refused', reason: 'rightsWithdrawn' })
    expect(rows).toContainEqual({ id: ids[1], state: 'refused', reason: 'accountClosed' })
    const sessions = await sql`select 1 from auth.session where kind = 'job'`.execute(house.auth)
    expect(sessions.rows).toEqual([])
  })
})

describe('the queue', () => {
  const age = (id: string, change: object) =>
    house.owner.query(
      `begin; alter table export_job no force row level security;
       update export_job set ${Object.entries(change)
         .map(([key, value]) => `${key} = ${String(value)}`)
         .join(', ')} where id = '${id}';
       alter table export_job force row level security; commit`,
    )

  test('what a dead worker left is taken up again, and given up after the third time', async () => {
    const id = await ask(manager, cases())
    const dead = { state: `'running'`, touched_at: `now() - interval '4 minutes'` }
    await age(id, { ...dead, attempts: 1 })
    await work()
    expect(await stateOf(manager, id)).toMatchObject({ state: 'done' })
    const hopeless = await ask(manager, cases())
    await age(hopeless, { ...dead, attempts: 3 })
    await work()
    expect(await stateOf(manager, hopeless)).toMatchObject({ state: 'failed', reason: 'interrupted' })
  })

  test('after 24 hours result and order are gone, the audit stays', async () => {
    const id = await ask(manager, cases())
    await work()
    await age(id, { delete_after: `now() - interval '1 second'` })
    expect((await manager.client.call(exportEndpoints.file, { params: { id } })).status).toBe(404)
    await work()
    const { left, audited } = await house.system(house.a, async (tx) => ({
      left: [
        ...(await tx.selectFrom('export_job').select('id').where('id', '=', id).execute()),
        ...(await tx.selectFrom('export_file').select('name').where('export_id', '=', id).execute()),
      ],
      audited: await tx.selectFrom('audit_event').select('action').where('object_id', '=', id).execute(),
    }))
    expect(left).toEqual([])
    expect(audited.map(({ action }) => action).sort()).toEqual([
      'export.expired',
      'export.made',
      'export.requested',
    ])
  })

  test('what nobody expected fails with a sentence and is reported to the operator', async () => {
    const id = await ask(manager, cases())
    // A login that does not exist: a wrong password would be let in where the server trusts everybody.
    const broken = createPool(house.urls.app.replace(/\/\/[^@]*@/, '//nobody_here:wrong@'), 1)
    await expect(work(broken)).rejects.toThrow('1 exports failed')
    await broken.end()
    expect(await stateOf(manager, id)).toMatchObject({ state: 'failed', reason: 'unexpected' })
  })
})
