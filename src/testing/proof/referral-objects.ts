import { consentEndpoints } from '../../modules/consent/index.ts'
import { aGivenConsent } from '../a-consent.ts'
import { aReferralDraft, aSentReferral } from '../a-referral.ts'
import type { inCase as InCase, ObjectKind } from './objects.ts'

/** What paths of referrals name. */
export const referralObjects = (inCase: typeof InCase): Readonly<Record<string, ObjectKind>> => ({
  '/api/referrals/:id': {
    table: 'referral',
    make: inCase(async (owner, file) => ({ id: (await aReferralDraft(owner, file)).id })),
  },
  '/api/received-referrals/:id': {
    table: 'referral',
    // The partner's unit gets those of `own`, another organisation the others'.
    make: inCase(async (owner, file, { owners }) => {
      const elsewhere = { organisationId: owner.tenant.welfare, unitId: null }
      const to = owner === owners.own ? {} : elsewhere
      await aGivenConsent(owner, file, to)
      return { id: (await aSentReferral(owner, file, to)).id }
    }),
  },
  '/api/withdrawals/:id': {
    table: 'withdrawal_letter',
    make: inCase(async (owner, file, { house }) => {
      const { id } = await aGivenConsent(owner, file)
      const body = { withdrawnAs: 'oral' as const }
      await owner.client.call(consentEndpoints.withdraw, { params: { id }, body })
      const letter = await house.system(owner.tenant, (tx) =>
        tx
          .selectFrom('withdrawal_letter')
          .select('id')
          .where('consent_id', '=', id)
          .executeTakeFirstOrThrow(),
      )
      return { id: letter.id }
    }),
  },
})
