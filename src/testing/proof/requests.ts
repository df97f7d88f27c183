import { secrecyReleaseEndpoints } from '../../modules/consent/index.ts'
import { newId } from '../../platform/contract/ids.ts'
import { aGivenConsent, completeConsent } from '../a-consent.ts'
import { aDocument } from '../a-document.ts'
import { aGoal, aSignedAgreement, aStep } from '../a-plan.ts'
import { aReferralDraft, aSentReferral, completeReferral } from '../a-referral.ts'
import { aRequest } from '../a-request.ts'
import { anAssessment } from '../an-assessment.ts'
import { arrange } from '../arrange.ts'
import type { TestUser } from '../house.ts'
import { committeeBodies, committeeStates } from './committee-objects.ts'
import { barrierBodies, barrierRefusals, barrierStates } from './barrier-objects.ts'
import { aFile, inCase, made, siteOf, type Ids, type Make } from './object-kind.ts'
import { objects } from './objects.ts'
import { partnerRequestBodies, partnerRequestStates } from './partner-request-objects.ts'
import { programmeStates } from './programme-objects.ts'
import { inDays, today } from './sample-of.ts'
import { paperBodies, solutionStates } from './solution-objects.ts'
import { themeBodies, themeStates } from './theme-objects.ts'
import type { World } from './the-world.ts'

const proof = inCase(async (owner, file) => {
  const { id } = await aGivenConsent(owner, file)
  return { id, document: (await aDocument(owner, file.id, { kind: 'consentProof' })).id }
})
const release = inCase(async (owner, file) => {
  const { id } = await aGivenConsent(owner, file, {}, {}, secrecyReleaseEndpoints)
  return { id, document: (await aDocument(owner, file.id, { kind: 'consentProof' })).id }
})
const basis =
  (kind: string): Make =>
  async (owner, world) => {
    const ids = await objects['/api/cases/:id']!.make(owner, world)
    const row = {
      id: newId(),
      case_id: ids['case']!,
      kind,
      basis: 'consent',
      informed_on: today,
      information_language: 'de',
    }
    await world.house.system(owner.tenant, (tx) => tx.insertInto('processing_basis').values(row).execute())
    return { ...ids, id: kind === 'migration' ? ids['person']! : ids['case']! }
  }
const closed = inCase(async (owner, file) => {
  const body = { reason: 'goalsReached', goals: 'fully' }
  made(await owner.client.raw('POST', `/api/cases/${file.id}/closure`, { body }))
  return { id: file.id }
})
const waiting: Make = async (owner) => ({ id: await aRequest(owner, { siteId: siteOf(owner) }) })

const sent = inCase(async (owner, file) => {
  await aGivenConsent(owner, file)
  return { id: (await aSentReferral(owner, file)).id }
})

/** Objects in the state a route needs, where it is not the one in which they are made. */
export const states: Readonly<Record<string, Make>> = {
  ...themeStates,
  'POST /api/requests/:id/assignment': waiting,
  ...partnerRequestStates,
  'POST /api/cases/:id/handover': inCase(async (owner, file, { house, people }) => {
    const to = await house.user(owner.tenant, { roles: [{ role: 'caseManager' }] })
    await arrange.oversight(house, people.coordinator, to)
    return { id: file.id, to: to.id }
  }),
  'POST /api/cases/:id/reopening': closed,
  ...programmeStates,
  'POST /api/cases/:id/phase': closed,
  'POST /api/users/:id/reactivation': async (owner, world) => {
    const ids = await objects['/api/users/:id']!.make(owner, world)
    await world.house.system(owner.tenant, (tx) =>
      tx.updateTable('staff_user').set({ active: false }).where('id', '=', ids['id']!).execute(),
    )
    return ids
  },
  'PUT /api/users/:id/password': async (owner, { people }) => {
    const names = { givenName: 'Kim', familyName: 'Muster', loginName: `kim-${newId()}` }
    const body = { ...names, organisationId: owner.tenant.kreis }
    const answer = made(await people.administrator.client.raw('POST', '/api/users', { body }))
    return { id: (answer as { id: string }).id }
  },
  'POST /api/persons/:id/residences': basis('migration'),
  'POST /api/persons/:id/duplicate-decisions': inCase(async (owner, file) => ({
    id: file.personId!,
    other: (await aFile(owner)).personId!,
  })),
  'POST /api/tasks/:id/reopening': async (owner, world) => {
    const { id } = await objects['/api/tasks/:id']!.make(owner, world)
    made(await owner.client.raw('POST', `/api/tasks/${id}/completion`, { body: {}, ifMatch: 1 }))
    return { id: id! }
  },
  'POST /api/cases/:id/goals/order': inCase(async (owner, file) => ({
    id: file.id,
    goal: (await aGoal(owner, file.id)).id,
  })),
  'POST /api/goals/:id/steps/order': inCase(async (owner, file) => {
    const { id } = await aGoal(owner, file.id)
    return { id, step: (await aStep(owner, id)).id }
  }),
  'POST /api/cases/:id/agreements': inCase(async (owner, file) => {
    await aGoal(owner, file.id)
    return { id: file.id }
  }),
  'POST /api/agreements/:id/end': inCase(async (owner, file) => {
    await aGoal(owner, file.id)
    return { id: (await aSignedAgreement(owner, file.id)).id }
  }),
  'PUT /api/agreements/:id/scan': inCase(async (owner, file) => {
    await aGoal(owner, file.id)
    const document = (await aDocument(owner, file.id, { kind: 'agreementScan' })).id
    return { id: (await aSignedAgreement(owner, file.id)).id, document }
  }),
  'DELETE /api/assessments/:id/completion': inCase(async (by, of) => {
    const { id } = await anAssessment({ of, by })
    made(await by.client.raw('POST', `/api/assessments/${id}/completion`, { ifMatch: 1 }))
    return { id }
  }),
  'POST /api/referrals/:id/sending': inCase(async (owner, file) => {
    await aGivenConsent(owner, file)
    return { id: (await aReferralDraft(owner, file)).id }
  }),
  'POST /api/referrals/:id/withdrawal': sent,
  'POST /api/referrals/:id/recorded-answers': sent,
  'PUT /api/referrals/:id/client-view': inCase(async (owner, file) => {
    await aGivenConsent(owner, file)
    const { id, version } = await aSentReferral(owner, file)
    const body = { reason: 'other' }
    made(await owner.client.raw('POST', `/api/referrals/${id}/withdrawal`, { body, ifMatch: version }))
    return { id }
  }),
  ...solutionStates,
  'POST /api/cases/:id/handouts': inCase(async (owner, file) => ({
    id: file.id,
    consent: (await aGivenConsent(owner, file)).id,
  })),
  'POST /api/consents/:id/withdrawal': proof,
  'PUT /api/consents/:id/proof': proof,
  'POST /api/secrecy-releases/:id/withdrawal': release,
  'PUT /api/secrecy-releases/:id/proof': release,
  ...committeeStates,
  ...barrierStates,
}

const unlimited = { validFrom: null, validTo: null }
type MakeBody = (ids: Ids, actor: TestUser, world: World) => object
const consent: MakeBody = ({ person }, actor) => completeConsent(actor, person ?? newId())
const attached: MakeBody = ({ document }) => ({ documentId: document ?? newId() })

/** What a body needs beyond its schema, by route. */
export const bodies: Readonly<Record<string, MakeBody>> = {
  ...themeBodies,
  'POST /api/users': (_ids, { tenant }) => ({
    organisationId: tenant.kreis,
    loginName: `kim-${newId()}`,
  }),
  'POST /api/users/:id/roles': () => ({ role: 'partner', scopeKind: 'tenant' }),
  'POST /api/oversights': (_ids, actor, { people, spare }) => ({
    coordinatorId: people.coordinator.id,
    caseManagerId: (actor === people.kimLead ? spare.kimLead : spare.administrator)!.id,
  }),
  'POST /api/deputies': (_ids, actor, { owners }) => ({
    ...(actor === owners.own ? {} : { absentUserId: owners.own.id }),
    deputyUserId: owners.colleague.id,
    from: inDays(actor === owners.own ? 200 : 220),
    lastDay: inDays(actor === owners.own ? 205 : 225),
  }),
  'PATCH /api/deputies/:id': () => ({ lastDay: inDays(50) }),
  'POST /api/staff-data-bases': (_ids, { tenant }) => ({ organisationId: tenant.kreis }),
  'POST /api/requests': (_ids, { tenant }) => ({ siteId: tenant.site }),
  'POST /api/requests/:id/assignment': (_ids, actor, { owners, people }) =>
    actor === people.coordinator ? { to: owners.own.id } : { to: 'me' },
  'POST /api/requests/:id/transfer': (_ids, { tenant }) => ({
    siteId: tenant.townSite,
    reason: 'residence',
    agreedOn: today,
  }),
  'POST /api/cases/:id/organisations': (_ids, { tenant }) => ({
    organisationId: tenant.welfare,
    role: 'counselling',
  }),
  // Of the configuration: what an entry is hung on must be there.
  'POST /api/organisations': () => ({ municipalityId: null, serves: null, ...unlimited }),
  'PATCH /api/organisations/:id': () => ({ name: 'Verband' }),
  'POST /api/units': (_ids, { tenant }) => ({
    organisationId: tenant.town,
    parentId: null,
    municipalityId: null,
    ...unlimited,
  }),
  'POST /api/sites': (_ids, { tenant }) => ({
    organisationId: tenant.town,
    unitId: null,
    municipalityId: null,
    regionId: null,
    hours: null,
    ...unlimited,
  }),
  'POST /api/positions': () => ({
    employerId: null,
    unitId: null,
    regionId: null,
    municipalityId: null,
    ...unlimited,
  }),
  'POST /api/regions': () => unlimited,
  'POST /api/municipalities/:id/memberships': (_ids, { tenant }) => ({ regionId: tenant.region }),
  'POST /api/target-groups/:id/versions': () => ({ municipalities: 'all', validFrom: today }),
  'POST /api/district-differences/:id/decision': () => ({ take: 'here' }),
  'POST /api/case-handovers': () => ({ cases: [newId()] }),
  ...partnerRequestBodies,
  'POST /api/cases/:id/phase': () => ({ to: 'aftercare' }),
  'POST /api/persons/:id/duplicate-decisions': ({ other }) => ({ otherPersonId: other ?? newId() }),
  'POST /api/cases/:id/handover': ({ to }) => ({ to: to ?? newId() }),
  'POST /api/cases/:id/closure': () => ({ reason: 'goalsReached' }),
  'POST /api/cases/:id/clear-access': (_ids, _actor, { people }) => ({ to: people.coordinator.id }),
  'POST /api/cases/:id/contacts': () => ({ kind: 'onSite' }),
  'POST /api/cases/:id/goals/order': ({ goal }) => ({ ids: [goal ?? newId()] }),
  'POST /api/goals/:id/steps/order': ({ step }) => ({ ids: [step ?? newId()] }),
  'POST /api/agreements/:id/signature': () => ({
    signatories: [
      { role: 'client', name: null },
      { role: 'caseManager', name: null },
    ],
    readLanguages: ['de'],
  }),
  'POST /api/cases/:id/referrals': ({ person }, actor) => completeReferral(actor, person ?? newId()),
  'POST /api/cases/:id/handouts': ({ consent }) => ({
    consentId: consent ?? newId(),
    kind: 'paper',
    dataCategories: ['identity'],
    onDate: today,
    via: 'inPerson',
  }),
  'POST /api/cases/:id/disclosures': ({ person }, _actor, { owners }) => ({
    personId: person ?? newId(),
    recipientKind: 'youthOffice',
    secondUserId: owners.colleague.id,
  }),
  'POST /api/disclosures/:id/execution': () => ({ clientInformed: 'not', notInformedReason: 'other' }),
  'POST /api/interface-papers/:id/answers': ({ party }) => paperBodies.answer(party ?? newId()),
  'POST /api/interface-papers/:id/reviews': paperBodies.review,
  'PUT /api/interface-papers/:id/theme': () => ({ themeId: null }),
  'POST /api/cooperation-agreements': (_ids, { tenant }) => ({
    type: 'traeger',
    parties: [{ organisationId: tenant.kreis }, { organisationId: tenant.town }],
  }),
  'POST /api/solutions': () => ({ kind: 'other' }),
  'POST /api/measures/:id/steps': () => ({ to: 'declined', note: 'Dafür gibt es schon eine Stelle.' }),
  'POST /api/cases/:id/consents': consent,
  'POST /api/cases/:id/secrecy-releases': consent,
  'PUT /api/agreements/:id/scan': attached,
  'PUT /api/consents/:id/proof': attached,
  'PUT /api/secrecy-releases/:id/proof': attached,
  ...committeeBodies,
  ...barrierBodies,
}

/** Parameters that are keys of a list the program or the district gives, not ids of rows. */
export const keys: Ids = { language: 'ar', lifeDomain: 'housing', key: 'reassessmentMonths' }
/** Paths whose only parameter is such a key. */
export const listsOnly: ReadonlySet<string> = new Set([
  '/api/settings/:key',
  '/api/agreement-texts/:language',
])

/** Routes that answer the best request of the matrix with a refusal, and why. */
export const refusals: Readonly<Record<string, number>> = {
  // The accounts of these tests have no password; sign-in.test.ts has the right ones.
  'POST /api/session/enrolment': 400,
  'POST /api/session/enrolment/confirmation': 400,
  'POST /api/session/password': 400,
  'POST /api/session/reauthentication': 400,
  // The cases stand in the body: handover-routes.test.ts has the right and the hidden ones.
  'POST /api/case-handovers': 404,
  // What is only read is the same object for every route: a draft has no receipt yet (print-consent.test.ts has).
  'GET /api/consents/:id/receipt': 409,
  'GET /api/secrecy-releases/:id/receipt': 409,
  // No district file is loaded into these tenants: statement-routes.test.ts has one.
  'PATCH /api/tenancy/naming': 404,
  'PATCH /api/tenancy/publication': 404,
  // The district of these tests has no task lists; programme/server/routes.test.ts has.
  'PUT /api/programme-task-marks': 400,
  // The sample names a case that is not there; exports/server/routes.test.ts has the right ones.
  'POST /api/exports': 404,
  // The sample has looked at no other committee (R097); committees/server/routes.test.ts founds one.
  'POST /api/committees': 400,
  ...barrierRefusals,
}
