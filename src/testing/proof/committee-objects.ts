import { newId } from '../../platform/contract/ids.ts'
import { createFileStore } from '../../platform/server/files/index.ts'
import { aCommittee, aSeat } from '../a-committee.ts'
import { emptyPdf } from '../a-document.ts'
import type { TestUser } from '../house.ts'
import { inCase, type Ids, type Make, type ObjectKind } from './object-kind.ts'
import { today } from './sample-of.ts'
import type { World } from './the-world.ts'

const released = '2026-01-01T09:00:00Z'

/** A committee of `owner`; that of `own` has a member of each role that can only be a member. */
async function aGroup(owner: TestUser, { house, owners, people }: World) {
  const group = await aCommittee(house, owner.tenant)
  const seat = await aSeat(house, group, owner)
  if (owner === owners.own)
    for (const role of ['committeeMember', 'partner', 'immigrationOfficer'] as const)
      await aSeat(house, group, people[role])
  return { ...group, seat }
}

type State = 'planned' | 'running'
/** A meeting today with one item of the agenda, released. */
async function aMeeting(owner: TestUser, world: World, state: State = 'planned') {
  const group = await aGroup(owner, world)
  const id = newId()
  const item = newId()
  await world.house.system(owner.tenant, async (tx) => {
    await tx
      .insertInto('meeting')
      .values({ id, committee_id: group.id, on_date: today, start_time: '09:00' })
      .execute()
    if (state !== 'planned')
      await tx.updateTable('meeting').set({ state, invited_at: released }).where('id', '=', id).execute()
    await tx
      .insertInto('agenda_item')
      .values({
        id: item,
        committee_id: group.id,
        meeting_id: id,
        position: 1,
        title: 'Lage',
        released_at: released,
      })
      .execute()
  })
  return { group, id, item }
}

/** A row of the group's, made by `owner`. */
const inGroup =
  (table: string, values: (owner: TestUser) => object): Make =>
  async (owner, world) => {
    const group = await aGroup(owner, world)
    const id = newId()
    const row = { id, committee_id: group.id, created_by: owner.id, released_at: released, ...values(owner) }
    await world.house.system(owner.tenant, (tx) =>
      tx
        .insertInto(table as 'action_item')
        .values(row as never)
        .execute(),
    )
    return { id }
  }

const alone =
  (table: string, values: object): Make =>
  async (owner, { house }) => {
    const id = newId()
    await house.system(owner.tenant, (tx) =>
      tx
        .insertInto(table as 'format_request')
        .values({ id, created_by: owner.id, ...values } as never)
        .execute(),
    )
    return { id }
  }

async function aPaper(owner: TestUser, world: World): Promise<Ids> {
  const file_key = await createFileStore('/tmp/lotse-test-files').put(owner.tenant.id, emptyPdf)
  const { createHash } = await import('node:crypto')
  const sha256 = createHash('sha256').update(emptyPdf).digest('hex')
  const file = { title: 'Vorlage', media_type: 'application/pdf', byte_size: emptyPdf.length }
  return inGroup('committee_paper', () => ({ ...file, sha256, file_key }))(owner, world)
}

async function anEntry(owner: TestUser, world: World): Promise<Ids> {
  const { group, id, item } = await aMeeting(owner, world, 'running')
  const entry = newId()
  await world.house.system(owner.tenant, (tx) =>
    tx
      .insertInto('minute_entry')
      .values({
        id: entry,
        committee_id: group.id,
        meeting_id: id,
        agenda_item_id: item,
        kind: 'note',
        content: 'Beraten',
        created_by: owner.id,
      })
      .execute(),
  )
  return { id: entry }
}

async function aParty(owner: TestUser, world: World): Promise<Ids> {
  const group = await aGroup(owner, world)
  const [decision, id] = [newId(), newId()]
  await world.house.system(owner.tenant, async (tx) => {
    const agreement = { committee_id: group.id, kind: 'agreement', title: 'Übergabe', released_at: released }
    await tx
      .insertInto('decision')
      .values({ id: decision, ...agreement })
      .execute()
    await tx
      .insertInto('decision_party')
      .values({ id, committee_id: group.id, decision_id: decision, party: 'Stadt' })
      .execute()
  })
  return { id }
}

/** What paths of committees name. */
export const committeeObjects: Readonly<Record<string, ObjectKind>> = {
  '/api/committees/:id': { make: async (owner, world) => ({ id: (await aGroup(owner, world)).id }) },
  '/api/committee-members/:id': {
    table: 'committee_member',
    make: async (owner, world) => ({ id: (await aGroup(owner, world)).seat }),
  },
  '/api/meetings/:id': {
    table: 'meeting',
    make: async (owner, world) => ({ id: (await aMeeting(owner, world)).id }),
  },
  '/api/agenda-items/:id': {
    table: 'agenda_item',
    make: async (owner, world) => ({ id: (await aMeeting(owner, world)).item }),
  },
  '/api/meeting-participants/:id': {
    table: 'meeting_participant',
    make: async (owner, world) => {
      const { group, id } = await aMeeting(owner, world)
      const guest = newId()
      await world.house.system(owner.tenant, (tx) =>
        tx
          .insertInto('meeting_participant')
          .values({
            id: guest,
            committee_id: group.id,
            meeting_id: id,
            kind: 'guest',
            held_by: 'Gast',
          })
          .execute(),
      )
      return { id: guest }
    },
  },
  '/api/minute-entries/:id': { table: 'minute_entry', make: anEntry },
  '/api/committee-papers/:id': { table: 'committee_paper', make: aPaper },
  '/api/decisions/:id': {
    table: 'decision',
    make: inGroup('decision', () => ({ kind: 'decision', title: 'Beschluss' })),
  },
  '/api/decision-parties/:id': { table: 'decision_party', make: aParty },
  '/api/commissions/:id': {
    table: 'commission',
    make: inGroup('commission', () => ({ title: 'Auftrag', to_label: 'Kreis', state_on: today })),
  },
  '/api/action-items/:id': {
    table: 'action_item',
    make: inGroup('action_item', (owner) => ({
      title: 'Klären',
      responsible: 'Kim',
      responsible_id: owner.id,
    })),
  },
  '/api/stakeholder-feedback/:id': {
    table: 'stakeholder_feedback',
    make: alone('stakeholder_feedback', {
      on_date: today,
      stakeholder: 'Kommune',
      tone: 'worry',
      content: 'Aufwand',
    }),
  },
  '/api/format-requests/:id': {
    table: 'format_request',
    make: alone('format_request', {
      title: 'AG Wohnen',
      need: 'Viele Auszüge',
      proposed_by: 'Stadt',
      state_on: today,
    }),
  },
}

/** Objects in the state a route needs. */
export const committeeStates: Readonly<Record<string, Make>> = {
  'POST /api/meetings/:id/minute-entries': async (owner, world) => {
    const { id, item } = await aMeeting(owner, world, 'running')
    return { id, item }
  },
  'POST /api/meetings/:id/cases': inCase(async (owner, file, world) => ({
    id: (await aMeeting(owner, world)).id,
    case: file.id,
  })),
}

type MakeBody = (ids: Ids) => object
export const committeeBodies: Readonly<Record<string, MakeBody>> = {
  'POST /api/meetings/:id/minute-entries': ({ item }) => ({ agendaItemId: item ?? newId() }),
  'POST /api/meetings/:id/cases': (ids) => ({ caseId: ids['case'] ?? newId() }),
  'POST /api/decision-parties/:id/answer': () => ({ state: 'ratified' }),
  'POST /api/committees/:id/action-items': () => ({ responsible: 'Kreis' }),
  'POST /api/action-items/:id/reassignment': () => ({ responsible: 'Kreis' }),
  'POST /api/format-requests/:id/moves': () => ({ to: 'withdrawn', reason: 'Kein Bedarf mehr' }),
}
