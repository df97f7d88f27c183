import { consentEndpoints, secrecyReleaseEndpoints, type ConsentView } from '../modules/consent/index.ts'
import type { BodyInput } from '../platform/contract/endpoint.ts'
import type { Answer } from './client.ts'
import type { TestUser } from './house.ts'

type Overrides = Partial<BodyInput<typeof consentEndpoints.draft>>
type Given = Partial<BodyInput<typeof consentEndpoints.confirm>>

function made<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.problem)}`)
  return answer.body
}

/** A text that names everything; the catalogue of `aCatalogue` must be there. */
export const completeConsent = (
  by: TestUser,
  personId: string,
): BodyInput<typeof consentEndpoints.draft> => ({
  personId,
  recipientKind: 'organisation',
  organisationId: by.tenant.town,
  unitId: by.tenant.socialOfficeOfTown,
  purposes: ['benefit'],
  purpose: 'Wohngeldantrag vom November stellen und Rückfragen klären',
  lifeDomains: ['housing'],
  dataCategories: ['identity', 'income'],
  refusalConsequence: 'Sie stellen den Antrag dann selbst.',
})

/** The text for the KIM team. */
export const teamConsent = (personId: string): BodyInput<typeof consentEndpoints.draft> => ({
  personId,
  recipientKind: 'kimTeam',
  purposes: ['teamWork'],
  purpose: 'Vertretung bei Urlaub und Krankheit, fachliche Begleitung dieses Falls',
  dataCategories: ['identity', 'contacts', 'plan'],
  refusalConsequence: 'Bei Abwesenheit kann Sie dann niemand vertreten.',
})

/** A draft with all elements; nothing is given yet. */
export const aConsentDraft = async (
  by: TestUser,
  file: { id: string; personId: string | undefined },
  overrides: Overrides = {},
  endpoints: typeof consentEndpoints | typeof secrecyReleaseEndpoints = consentEndpoints,
): Promise<ConsentView> =>
  made(
    await by.client.call(endpoints.draft, {
      params: { id: file.id },
      body: { ...completeConsent(by, file.personId!), ...overrides },
    }),
  )

/** The same, given in writing today by the person. */
export async function aGivenConsent(
  by: TestUser,
  file: { id: string; personId: string | undefined },
  overrides: Overrides = {},
  given: Given = {},
  endpoints: typeof consentEndpoints | typeof secrecyReleaseEndpoints = consentEndpoints,
): Promise<ConsentView> {
  const draft = await aConsentDraft(by, file, overrides, endpoints)
  return made(
    await by.client.call(endpoints.confirm, {
      params: { id: draft.id },
      ifMatch: draft.version,
      body: {
        givenOn: draft.validFrom,
        givenAs: 'written',
        givers: [{ role: 'self' }],
        language: 'ar',
        mediator: 'volunteer',
        ...given,
      },
    }),
  )
}
