import { handoutEndpoints, type HandoutView } from '../modules/referrals/index.ts'
import type { BodyInput } from '../platform/contract/endpoint.ts'
import { aGivenConsent } from './a-consent.ts'
import type { TestUser } from './house.ts'

/** A letter given by hand today, with a consent made for it unless one is named. */
export async function aHandout(
  by: TestUser,
  file: { id: string; personId: string | undefined },
  overrides: Partial<BodyInput<typeof handoutEndpoints.record>> = {},
): Promise<HandoutView> {
  const consentId = overrides.consentId ?? (await aGivenConsent(by, file)).id
  const onDate = Temporal.Now.plainDateISO('Europe/Berlin').toString()
  const { status, body, problem } = await by.client.call(handoutEndpoints.record, {
    params: { id: file.id },
    body: {
      kind: 'paper',
      title: 'Brief zum Wohngeld',
      dataCategories: ['identity'],
      onDate,
      via: 'inPerson',
      ...overrides,
      consentId,
    },
  })
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(problem)}`)
  return body
}
