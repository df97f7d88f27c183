import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import type { Role } from '../../staff/index.ts'
import { roles } from '../../staff/index.ts'

const house = await openHouse()
afterAll(() => house.close())

const day = '2026-11-21'
const ids = { document: newId(), version: newId(), goal: newId(), partner: newId() }
const mark = () => ({ list_key: 'leitung', task_key: newId(), period: '2026-H2', state: 'done' })

/** Each table: a new row, and what may be changed in it; without one it is written once. */
const tables = {
  programme_document: {
    row: () => ({ id: newId(), kind: 'concept', title: 'Konzept', approval_path: ['land'] }),
    change: { title: 'Anders' },
  },
  programme_document_version: {
    row: () => ({ id: newId(), document_id: ids.document, number: 7, state: 'discarded', state_on: day }),
    change: { changes: 'Kapitel 3 neu' },
  },
  programme_approval: {
    row: () => ({
      id: newId(),
      document_id: ids.document,
      version_id: ids.version,
      position: 0,
      body: 'land',
      outcome: 'agreed',
      decided_on: day,
    }),
  },
  programme_content: {
    row: () => ({
      document_id: ids.document,
      version_id: ids.version,
      content_key: newId(),
      outcome: 'present',
    }),
    change: { place: 'Kapitel 2' },
  },
  programme_goal: { row: () => ({ id: newId(), title: 'Ziel' }), change: { title: 'Anderes Ziel' } },
  programme_goal_status: {
    row: () => ({ id: newId(), goal_id: ids.goal, on_date: day, rating: 'onTrack' }),
  },
  programme_milestone: {
    row: () => ({ id: newId(), title: 'Meilenstein', due_on: day }),
    change: { evidence: 'Protokoll' },
  },
  programme_activity: {
    row: () => ({ id: newId(), kind: 'press', title: 'Meldung' }),
    change: { result: 'Erschienen' },
  },
  interface_partner: {
    row: () => ({ id: newId(), name: 'Jobcenter', topic: 'SGB II', interval_months: 12, due_on: day }),
    change: { name: 'Jobcenter Nord' },
  },
  interface_talk: {
    row: () => ({ id: newId(), partner_id: ids.partner, held_on: day }),
    change: { result: 'Neues Verfahren' },
  },
  programme_task_mark: { row: () => ({ id: newId(), ...mark() }), change: { state: 'running' } },
} as const satisfies Record<string, { row: () => object; change?: object }>
type Table = keyof typeof tables
const names: Table[] = [
  'programme_document',
  'programme_document_version',
  'programme_approval',
  'programme_content',
  'programme_goal',
  'programme_goal_status',
  'programme_milestone',
  'programme_activity',
  'interface_partner',
  'interface_talk',
  'programme_task_mark',
]
const spec = (table: Table): { row: () => object; change?: object } => tables[table]

const readers: readonly Role[] = [
  'caseManager',
  'coordinator',
  'townCoordinator',
  'kimLead',
  'administration',
]
const writers: readonly Role[] = ['coordinator', 'kimLead', 'administration']
const people = {} as Record<Role, TestUser>
let stranger: TestUser

const insert = (tx: Tx, table: Table, row: object) =>
  tx
    .insertInto(table as 'programme_goal')
    .values(row as never)
    .execute()
const count = async (tx: Tx, table: Table) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)
  return rows[0]!.n
}
/** How many rows a statement touched, or that it was refused. */
const attempt = async (work: Promise<unknown>) => work.then(Number, (error: { code?: string }) => error.code)
const update = async (tx: Tx, table: Table, values: object) => {
  const { numUpdatedRows } = await tx
    .updateTable(table as 'programme_goal')
    .set(values as never)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

beforeAll(async () => {
  for (const role of roles) people[role] = await house.user(house.a, { roles: [{ role }] })
  stranger = await house.user(house.b, { roles: writers.map((role) => ({ role })) })
  await house.system(house.a, async (tx) => {
    await insert(tx, 'programme_document', { ...tables.programme_document.row(), id: ids.document })
    const version = { id: ids.version, document_id: ids.document, number: 1, state: 'draft', state_on: day }
    await insert(tx, 'programme_document_version', version)
    await insert(tx, 'programme_goal', { ...tables.programme_goal.row(), id: ids.goal })
    await insert(tx, 'interface_partner', { ...tables.interface_partner.row(), id: ids.partner })
    for (const table of names.filter((name) => !['programme_document', 'programme_goal'].includes(name)))
      await insert(tx, table, tables[table].row())
  })
})

test.for(names)(
  '%s: read by those who work in KIM, written by coordination, lead and administration',
  async (table) => {
    const seen: Role[] = []
    const wrote: Role[] = []
    for (const role of roles) {
      if ((await people[role].tx((tx) => count(tx, table))) > 0) seen.push(role)
      const row = {
        ...tables[table].row(),
        ...(table === 'programme_document_version' ? { number: 10 + wrote.length } : {}),
      }
      const done = await attempt(people[role].tx(async (tx) => (await insert(tx, table, row)).length))
      if (done === 1) wrote.push(role)
      else expect(done).toBe('42501')
    }
    expect(seen).toEqual(roles.filter((role) => readers.includes(role)))
    expect(wrote).toEqual(roles.filter((role) => writers.includes(role)))
  },
)

test.for(names)('%s: changed by who writes it and by nobody else, or never once written', async (table) => {
  const { change } = spec(table)
  const values = change ?? { id: newId() }
  for (const role of roles) {
    const done = await attempt(people[role].tx((tx) => update(tx, table, values)))
    if (!change) expect(done).toBe('42501')
    else if (writers.includes(role)) expect(done).toBeGreaterThan(0)
    else expect(done).toBe(0)
  }
})

test.for(names)('%s: nothing of another tenant, neither read nor written nor pointed to', async (table) => {
  expect(await stranger.tx((tx) => count(tx, table))).toBe(0)
  const { change } = spec(table)
  if (change) expect(await attempt(stranger.tx((tx) => update(tx, table, change!)))).toBe(0)
  const row = tables[table].row()
  const foreign = { ...row, tenant_id: house.a.id }
  expect(await attempt(stranger.tx((tx) => insert(tx, table, foreign)))).toBe('42501')
  const points = ['document_id', 'goal_id', 'partner_id'].some((key) => key in row)
  if (points) expect(await attempt(stranger.tx((tx) => insert(tx, table, row)))).toBe('23503')
})

test.for(names)('%s: nobody deletes', async (table) => {
  const gone = people.kimLead.tx((tx) => tx.deleteFrom(table as 'programme_goal').execute())
  expect(await attempt(gone)).toBe('42501')
})

test('programme_document_version: one in force and one under way, whatever the program does', async () => {
  const states = (state: string, number: number) =>
    attempt(
      house.system(house.a, (tx) =>
        insert(tx, 'programme_document_version', {
          ...tables.programme_document_version.row(),
          state,
          number,
        }),
      ),
    )
  expect(await states('draft', 90)).toBe('23505')
  await states('valid', 91)
  expect(await states('valid', 92)).toBe('23505')
})

test('programme_goal_status: off the way needs a word on what is done about it', async () => {
  const row = { ...tables.programme_goal_status.row(), rating: 'offTrack' }
  expect(await attempt(people.kimLead.tx((tx) => insert(tx, 'programme_goal_status', row)))).toBe('23514')
})
