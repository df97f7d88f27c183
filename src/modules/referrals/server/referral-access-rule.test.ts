import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { connect } from '../../../platform/server/db/connect.ts'
import { testDatabase } from '../../../platform/server/testing/test-database.ts'

// For which time a partner reads a sent referral: app.expected_referral_access on bare rows, condition by condition.
// Every row is there a second time in another tenant with the same ids; the rule is run without row level security.

const database = await testDatabase()
let client: pg.Client
const ids = new Map<string, string>()
const id = (name: string) => {
  if (!ids.has(name)) ids.set(name, newId())
  return ids.get(name)!
}
type Row = Record<string, unknown>

beforeAll(async () => {
  client = await connect(database.admin)
  await client.query("set timezone = 'UTC'; set session_replication_role = 'replica'")
})
afterAll(async () => {
  await client.end()
  await database.close()
})
beforeEach(async () => {
  await client.query('begin')
  await client.query('alter function app.expected_referral_access(uuid, uuid[]) owner to current_user')
  // What else limits the rows is not what is tested here.
  for (const table of ['case_file', 'referral', 'consent', 'secrecy_release']) {
    const { rows } = await client.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
      [table],
    )
    for (const { name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  }
})
afterEach(() => client.query('rollback'))

async function put(table: string, row: Row, tenants = ['a', 'b']): Promise<void> {
  for (const tenant of tenants) {
    const all: Row = { tenant_id: id(tenant), ...row }
    const names = Object.keys(all)
    const places = names.map((_, index) => `$${index + 1}`)
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
      Object.values(all),
    )
  }
}
const file = (over: Row = {}) =>
  put('case_file', {
    id: id('case'),
    file_number: 'c-1',
    intensity: 'accompaniment',
    phase: 'intake',
    phase_since: '2026-01-01',
    opened_on: '2026-01-01',
    responsible_user_id: id('anna'),
    responsible_organisation_id: id('kreis'),
    created_by: id('anna'),
    ...over,
  })
const referral = (over: Row = {}, name = 'referral') =>
  put('referral', {
    id: id(name),
    case_id: id('case'),
    person_id: id('amina'),
    organisation_id: id('town'),
    unit_id: id('office'),
    purpose: 'benefit',
    life_domains: ['housing'],
    data_categories: ['identity'],
    special_categories: ['health'],
    state: 'sent',
    state_on: '2026-01-05',
    sent_on: '2026-01-04',
    created_by: id('anna'),
    ...over,
  })
const text = (table: 'consent' | 'secrecy_release', over: Row = {}, tenants = ['a']) =>
  put(
    table,
    {
      id: newId(),
      case_id: id('case'),
      person_id: id('amina'),
      direction: 'toRecipient',
      recipient_kind: 'organisation',
      organisation_id: id('town'),
      unit_id: id('office'),
      purposes: ['benefit', 'debt'],
      life_domains: ['housing', 'work'],
      data_categories: ['identity', 'plan'],
      special_categories: ['health', 'religion'],
      valid_from: '2026-01-10',
      valid_to: '2026-01-19',
      text_version: '1',
      given_on: '2026-01-03',
      created_by: id('anna'),
      ...over,
    },
    tenants,
  )

async function shared(name = 'referral'): Promise<string[]> {
  const { rows } = await client.query<{ during: string; tenant_id: string }>(
    'select tenant_id, shared_during::text as during from app.expected_referral_access($1, $2)',
    [id('a'), [id(name)]],
  )
  expect(rows.every((row) => row.tenant_id === id('a'))).toBe(true)
  return rows.map(({ during }) => during)
}
/** From midnight in Berlin of the first day to the midnight after the last. */
const whole = '{["2026-01-09 23:00:00+00","2026-01-19 23:00:00+00")}'

test('who it was sent to, when and how it stands', async () => {
  await file()
  await referral()
  await referral({ unit_id: null }, 'without unit')
  await referral({ state: 'draft', sent_on: null }, 'draft')
  const of = async (name: string) =>
    (
      await client.query(
        'select office, state, sent_on::text, state_on::text, ended_on from app.expected_referral_access($1, $2)',
        [id('a'), [id(name)]],
      )
    ).rows
  const row = { state: 'sent', sent_on: '2026-01-04', state_on: '2026-01-05', ended_on: null }
  expect(await of('referral')).toEqual([{ office: `${id('town')}/${id('office')}`, ...row }])
  expect(await of('without unit')).toEqual([{ office: `${id('town')}/`, ...row }])
  expect(await of('draft')).toEqual([])
})

describe('the content is shared', () => {
  test.each(['sent', 'accepted', 'running'])(
    'while %s and a consent covers it, its first and last day whole',
    async (state) => {
      await file()
      await referral({ state })
      expect(await shared()).toEqual(['{}'])
      await text('consent')
      expect(await shared()).toEqual([whole])
    },
  )

  test.each(['completed', 'declined', 'withdrawn', 'brokenOff'])('no longer when %s', async (state) => {
    await file()
    await referral({ state })
    await text('consent')
    expect(await shared()).toEqual(['{}'])
  })

  test('no longer when the case is closed', async () => {
    await file({ closed_on: '2026-01-12' })
    await referral()
    await text('consent')
    expect(await shared()).toEqual(['{}'])
  })

  test('over two consents, with the gap between them', async () => {
    await file()
    await referral()
    await text('consent')
    await text('consent', { valid_from: '2026-01-25', valid_to: '2026-01-25', direction: 'mutual' })
    const second = '["2026-01-24 23:00:00+00","2026-01-25 23:00:00+00")'
    expect(await shared()).toEqual([whole.replace('}', `,${second}}`)])
  })

  test('to an organisation without units by a consent that names none', async () => {
    await file()
    await referral({ unit_id: null })
    await text('consent')
    expect(await shared()).toEqual(['{}'])
    await text('consent', { unit_id: null })
    expect(await shared()).toEqual([whole])
  })
})

const other = { otherwise: newId() }
const lacks: [string, Row][] = [
  ['of another case', { case_id: other.otherwise }],
  ['of another person', { person_id: other.otherwise }],
  ['for another organisation', { organisation_id: other.otherwise }],
  ['for another unit', { unit_id: other.otherwise }],
  ['only for what comes back', { direction: 'fromRecipient' }],
  ['not given', { given_on: null }],
  ['withdrawn', { withdrawn_on: '2026-01-08' }],
  ['ended', { ended_on: '2026-01-08' }],
  ['for another purpose', { purposes: ['debt'] }],
  ['without the life domain', { life_domains: ['work'] }],
  ['without the category', { data_categories: ['plan'] }],
  ['without the special category', { special_categories: ['religion'] }],
]
test.each(lacks)('a consent %s opens nothing', async (_name, over) => {
  await file()
  await referral()
  await text('consent', over)
  // The complete one of the other tenant is none of this one.
  await text('consent', {}, ['b'])
  expect(await shared()).toEqual(['{}'])
})

describe('of a file marked § 203', () => {
  test('only while consent and release from secrecy hold both', async () => {
    await file({ secrecy_203: true })
    await referral()
    await text('consent')
    expect(await shared()).toEqual(['{}'])
    await text('secrecy_release', { valid_from: '2026-01-15', valid_to: '2026-01-31' })
    expect(await shared()).toEqual(['{["2026-01-14 23:00:00+00","2026-01-19 23:00:00+00")}'])
  })

  test('where the release lasts shorter, it ends with it; mutual ones count', async () => {
    await file({ secrecy_203: true })
    await referral()
    await text('consent', { valid_to: '2026-03-31' })
    await text('secrecy_release', { direction: 'mutual' })
    expect(await shared()).toEqual([whole])
  })

  test('also to an organisation without units', async () => {
    await file({ secrecy_203: true })
    await referral({ unit_id: null })
    await text('consent', { unit_id: null })
    await text('secrecy_release', { unit_id: null })
    expect(await shared()).toEqual([whole])
  })

  test.each(lacks)('a release %s does not count', async (_name, over) => {
    await file({ secrecy_203: true })
    await referral()
    await text('consent')
    await text('secrecy_release', over)
    await text('secrecy_release', {}, ['b'])
    expect(await shared()).toEqual(['{}'])
  })
})

test('another referral, and one of another tenant, is not told', async () => {
  await file()
  await referral()
  await referral({}, 'another')
  await client.query('delete from case_file where tenant_id = $1', [id('b')])
  expect(await shared()).toHaveLength(1)
  await client.query('delete from case_file where tenant_id = $1', [id('a')])
  await put(
    'case_file',
    {
      id: id('case'),
      file_number: 'c-1',
      intensity: 'accompaniment',
      phase: 'intake',
      phase_since: '2026-01-01',
      opened_on: '2026-01-01',
      responsible_user_id: id('anna'),
      responsible_organisation_id: id('kreis'),
      created_by: id('anna'),
    },
    ['b'],
  )
  expect(await shared()).toEqual([])
})
