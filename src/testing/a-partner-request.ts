import { partnerRequestEndpoints } from '../modules/cases/index.ts'
import type { BodyInput } from '../platform/contract/endpoint.ts'
import type { TestUser } from './house.ts'

/** As a partner writes it: somebody who agreed asks for advice about a flat. Answers the request's id as its site sees it. */
export async function aPartnerRequest(
  partner: TestUser,
  overrides: Partial<BodyInput<typeof partnerRequestEndpoints.send>> = {},
): Promise<{ id: string; requestId: string }> {
  const { status, body, problem } = await partner.client.call(partnerRequestEndpoints.send, {
    body: {
      siteId: partner.tenant.site,
      name: 'Amina Beispiel',
      number: '02802 1234',
      concern: 'Sucht eine größere Wohnung.',
      reference: 'Zeichen 4711',
      consentedOn: Temporal.Now.plainDateISO('Europe/Berlin').subtract({ days: 1 }).toString(),
      consentForm: 'oral',
      consentBy: 'self',
      answerAgreed: true,
      ...overrides,
    },
  })
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(problem)}`)
  const row = await partner.tx((tx) =>
    tx.selectFrom('partner_request').select('request_id').where('id', '=', body.id).executeTakeFirstOrThrow(),
  )
  return { id: body.id, requestId: row.request_id }
}
