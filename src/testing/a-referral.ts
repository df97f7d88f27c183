import {
  receivedReferralEndpoints,
  referralEndpoints,
  type ReceivedReferral,
  type ReferralView,
} from '../modules/referrals/index.ts'
import type { BodyInput } from '../platform/contract/endpoint.ts'
import type { Answer } from './client.ts'
import type { House, TestUser } from './house.ts'

type Overrides = Partial<BodyInput<typeof referralEndpoints.draft>>
type Move = BodyInput<typeof receivedReferralEndpoints.answer>['answer']

function made<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.problem)}`)
  return answer.body
}

/** Somebody of the Sozialamt of the town, to whom the referrals of these builders go. */
export const aPartner = (
  house: House,
  tenant = house.a,
  unit = tenant.socialOfficeOfTown,
): Promise<TestUser> => house.user(tenant, { roles: [{ role: 'partner' }], organisation: tenant.town, unit })

/** What `aGivenConsent` covers; the catalogue of `aCatalogue` must be there. */
export const completeReferral = (
  by: TestUser,
  personId: string,
): BodyInput<typeof referralEndpoints.draft> => ({
  personId,
  organisationId: by.tenant.town,
  unitId: by.tenant.socialOfficeOfTown,
  purpose: 'benefit',
  lifeDomains: ['housing'],
  dataCategories: ['identity'],
  concern: 'Wohngeld beantragen',
  summary: 'Die Familie wohnt zu fünft in zwei Zimmern.',
  desiredResult: 'Bescheid über Wohngeld',
})

export const aReferralDraft = async (
  by: TestUser,
  file: { id: string; personId: string | undefined },
  overrides: Overrides = {},
): Promise<ReferralView> =>
  made(
    await by.client.call(referralEndpoints.draft, {
      params: { id: file.id },
      body: { ...completeReferral(by, file.personId!), ...overrides },
    }),
  )

/** A consent that covers it must be there. */
export async function aSentReferral(
  by: TestUser,
  file: { id: string; personId: string | undefined },
  overrides: Overrides = {},
): Promise<ReferralView> {
  const { id, version } = await aReferralDraft(by, file, overrides)
  return made(await by.client.call(referralEndpoints.send, { params: { id }, ifMatch: version }))
}

/** The recipient's answer, its basis confirmed. */
export async function answered(by: TestUser, id: string, answer: Move): Promise<ReceivedReferral> {
  const { version } = made(await by.client.call(receivedReferralEndpoints.read, { params: { id } }))
  return made(
    await by.client.call(receivedReferralEndpoints.answer, {
      params: { id },
      ifMatch: version,
      body: { answer, basis: 'sgbX', basisConfirmed: true },
    }),
  )
}
