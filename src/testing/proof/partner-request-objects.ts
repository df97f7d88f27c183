import { aPartnerRequest } from '../a-partner-request.ts'
import type { TestUser } from '../house.ts'
import { made, siteOf, type Ids, type Make, type ObjectKind } from './object-kind.ts'
import { today } from './sample-of.ts'

/** What the path of a partner's request names: the partner's office asked for `own`, another one for the others. */
export const partnerRequestObjects: Readonly<Record<string, ObjectKind>> = {
  '/api/partner-requests/:id': {
    make: async (owner, { house, owners }) => {
      const { town, welfare, socialOfficeOfTown } = owner.tenant
      const office =
        owner === owners.own ? { organisation: town, unit: socialOfficeOfTown } : { organisation: welfare }
      const partner = await house.user(owner.tenant, { ...office, roles: [{ role: 'partner' }] })
      return { id: (await aPartnerRequest(partner, { siteId: siteOf(owner) })).id }
    },
  },
}

/** A request of a partner, taken by the owner: who works it answers. */
export const partnerRequestStates: Readonly<Record<string, Make>> = {
  'POST /api/requests/:id/partner-answer': async (owner, { house }) => {
    const partner = await house.user(owner.tenant, {
      organisation: owner.tenant.town,
      unit: owner.tenant.socialOfficeOfTown,
      roles: [{ role: 'partner' }],
    })
    const { requestId } = await aPartnerRequest(partner, { siteId: siteOf(owner) })
    made(await owner.client.raw('POST', `/api/requests/${requestId}/assignment`, { body: { to: 'me' } }))
    return { id: requestId }
  },
}

export const partnerRequestBodies: Readonly<Record<string, (ids: Ids, actor: TestUser) => object>> = {
  'POST /api/requests/:id/partner-answer': () => ({ answer: 'accepted', declineReason: null }),
  'POST /api/partner-requests': (_ids, { tenant }) => ({
    siteId: tenant.site,
    name: 'Amina Beispiel',
    consentedOn: today,
  }),
}
