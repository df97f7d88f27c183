import { gateEndpoints, impulseEndpoints } from '../../modules/barriers/index.ts'
import { newId } from '../../platform/contract/ids.ts'
import { aGivenConsent } from '../a-consent.ts'
import { aBarrier, aProblem, aReportedProblem, enoughCases, words } from '../a-problem.ts'
import type { House, TestUser } from '../house.ts'
import { inCase, made, type Make, type ObjectKind } from './object-kind.ts'
import { today } from './sample-of.ts'

const aQuestion = async (house: House, owner: TestUser, barrierId: string): Promise<string> => {
  const id = newId()
  const row = { id, barrier_id: barrierId, question: 'Seit wann?', asked_on: today }
  await house.system(owner.tenant, (tx) => tx.insertInto('barrier_question').values(row).execute())
  return id
}

const reported = inCase(async (owner, file, { house }) => {
  await enoughCases(house, owner)
  return { id: (await aReportedProblem(owner, file)).id }
})

const arranged = inCase(async (owner, file) => {
  const { id } = await aProblem(owner, file, { level: 2 })
  const consent = (await aGivenConsent(owner, file)).id
  const organisation = { organisationId: owner.tenant.town, unitId: owner.tenant.socialOfficeOfTown }
  const body = { ...organisation, consentId: consent }
  const view = made(await owner.client.raw('POST', `/api/problems/${id}/arrangements`, { body })) as {
    arrangements: { id: string }[]
  }
  return { id, consent, arrangementId: view.arrangements[0]!.id }
})

/** At constellation 3, and the coordinator with oversight was called in where there is one. */
const problem = inCase(async (owner, file, { house, owners }) => {
  const { id } = await aProblem(owner, file, { level: 3 })
  if (owner === owners.own) {
    await house.system(owner.tenant, (tx) =>
      tx.updateTable('problem').set({ coordinator_called_on: today }).where('id', '=', id).execute(),
    )
  }
  return { id }
})

const barrier: Make = async (owner, { house }) => ({ id: await aBarrier(house, owner.tenant) })

/** What paths of barriers name, on both sides of the gate. */
export const barrierObjects: Readonly<Record<string, ObjectKind>> = {
  '/api/problems/:id': { table: 'problem', make: problem },
  '/api/problems/:id/arrangements/:arrangementId': { table: 'problem_arrangement', make: arranged },
  '/api/problems/:id/questions/:questionId': {
    make: async (owner, world) => {
      const ids = await reported(owner, world)
      const row = await world.house.system(owner.tenant, (tx) =>
        tx
          .selectFrom('problem_report')
          .select('barrier_id')
          .where('problem_id', '=', ids['id']!)
          .executeTakeFirstOrThrow(),
      )
      return { ...ids, questionId: await aQuestion(world.house, owner, row.barrier_id) }
    },
  },
  '/api/impulses/:id/questions/:questionId': {
    personal: true,
    make: async (owner, { house }) => {
      const id = newId()
      const barrierId = await aBarrier(house, owner.tenant)
      const row = { id, barrier_id: barrierId, given_on: today, created_by: owner.id }
      await house.system(owner.tenant, (tx) => tx.insertInto('impulse').values(row).execute())
      return { id, questionId: await aQuestion(house, owner, barrierId) }
    },
  },
  '/api/barriers/:id': { table: 'barrier', make: barrier },
  '/api/barrier-groups/:id': {
    table: 'barrier_group',
    make: async (owner, { house }) => {
      const id = newId()
      await house.system(owner.tenant, (tx) =>
        tx.insertInto('barrier_group').values({ id, title: 'Wohnen' }).execute(),
      )
      return { id }
    },
  },
  '/api/organisation-views/:id': {
    table: 'organisation_view',
    make: async (owner, { house }) => {
      const id = newId()
      const row = { id, organisation_id: owner.tenant.town, asked_on: today, due_on: today }
      const barrierId = await aBarrier(house, owner.tenant)
      await house.system(owner.tenant, (tx) =>
        tx
          .insertInto('organisation_view')
          .values({ ...row, barrier_id: barrierId })
          .execute(),
      )
      return { id }
    },
  },
}

/** A problem whose coordinator was not called in yet, and one that can be arranged, reported or added to. */
const plain = (level: 1 | 2 | 3): Make =>
  inCase(async (owner, file, { house }) => {
    await enoughCases(house, owner)
    const { id } = await aProblem(owner, file, { level })
    const consent = level === 2 ? (await aGivenConsent(owner, file)).id : ''
    const params = { id }
    const { body } = await owner.client.call(gateEndpoints.preview, { params, body: words })
    return { id, consent, fingerprint: body.fingerprint }
  })

const prepared: Make = async (owner, world) => {
  const ids = await problem(owner, world)
  await world.house.system(owner.tenant, async (tx) => {
    const of = await tx
      .selectFrom('problem')
      .select('case_id')
      .where('id', '=', ids['id']!)
      .executeTakeFirstOrThrow()
    const row = { problem_id: ids['id']!, case_id: of.case_id, written_by: owner.id, written_on: today }
    await tx.insertInto('problem_preparation').values(row).execute()
  })
  return ids
}

export const barrierStates: Readonly<Record<string, Make>> = {
  'POST /api/problems/:id/coordination': plain(3),
  'PUT /api/problems/:id/preparation': prepared,
  'POST /api/problems/:id/arrangements': plain(2),
  'POST /api/problems/:id/gate': plain(1),
  'POST /api/problems/:id/report': plain(1),
  'POST /api/problems/:id/additions': reported,
  'POST /api/barriers/:id/merging': async (owner, { house }) => ({
    id: await aBarrier(house, owner.tenant),
    into: await aBarrier(house, owner.tenant),
  }),
}

export const barrierBodies = {
  'PATCH /api/problems/:id': () => ({ title: 'Kein Platz' }),
  'POST /api/problems/:id/levels': () => ({ level: 4, reason: 'needsPrinciple' }),
  'POST /api/problems/:id/state': () => ({ state: 'solved' }),
  'POST /api/problems/:id/arrangements': (
    { consent }: Readonly<Record<string, string>>,
    { tenant }: TestUser,
  ) => ({
    organisationId: tenant.town,
    unitId: tenant.socialOfficeOfTown,
    consentId: consent || newId(),
  }),
  'POST /api/problems/:id/gate': () => words,
  'POST /api/problems/:id/report': ({ fingerprint }: Readonly<Record<string, string>>) => ({
    ...words,
    fingerprint: fingerprint ?? '0'.repeat(64),
  }),
  'POST /api/barriers/:id/state': () => ({ to: 'reviewing' }),
  'POST /api/barriers/:id/merging': ({ into }: Readonly<Record<string, string>>) => ({
    into: into ?? newId(),
  }),
  'POST /api/barriers/:id/views': (_ids: unknown, { tenant }: TestUser) => ({ organisationId: tenant.town }),
  'POST /api/organisation-views/:id/answer': () => ({ state: 'declined' }),
  'POST /api/interviews': (_ids: unknown, { tenant }: TestUser) => ({
    conductedBy: tenant.welfare,
  }),
  'POST /api/interviews/gate': (_ids: unknown, { tenant }: TestUser) => ({ conductedBy: tenant.welfare }),
}

export const barrierRefusals: Readonly<Record<string, number>> = {
  // The fingerprint of the sample is of no preview; barriers/server/routes.test.ts has the right ones.
  [`POST ${impulseEndpoints.give.path}`]: 409,
  'POST /api/interviews': 409,
  // Names no barrier; structure/server/routes.test.ts has those that exist.
  'POST /api/barrier-groups': 400,
}
