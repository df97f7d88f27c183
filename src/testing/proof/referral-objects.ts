import { consentEndpoints } from '../../modules/consent/index.ts'
import { disclosureEndpoints } from '../../modules/referrals/index.ts'
import { aGivenConsent } from '../a-consent.ts'
import { aDocument } from '../a-document.ts'
import { aHandout } from '../a-handout.ts'
import { aReferralDraft, aSentReferral } from '../a-referral.ts'
import { inCase, made, organisationOf, type ObjectKind } from './object-kind.ts'

/** Agreed already, so that each of its routes may do its work. */
const asked: Parameters<typeof inCase>[0] = async (owner, file, { house }) => {
  const second = await house.user(owner.tenant, {
    roles: [{ role: 'caseManager' }],
    organisation: organisationOf(owner),
  })
  const body = {
    personId: file.personId!,
    ground: 'childProtectionKkg' as const,
    recipientKind: 'youthOffice' as const,
    dataCategories: ['identity' as const],
    reason: 'Gefahr',
    content: 'Hinweis',
    secondUserId: second.id,
  }
  const params = { id: file.id }
  const { id, version } = made(await owner.client.call(disclosureEndpoints.ask, { params, body }))
  const answer = { params: { id }, ifMatch: version, body: { agrees: true } }
  made(await second.client.call(disclosureEndpoints.answer, answer))
  return { id }
}

/** What paths of referrals name. */
export const referralObjects: Readonly<Record<string, ObjectKind>> = {
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
  '/api/received-referrals/:id/documents/:documentId': {
    make: inCase(async (owner, file, { owners }) => {
      const document = await aDocument(owner, file.id)
      const elsewhere = { organisationId: owner.tenant.welfare, unitId: null }
      const to = owner === owners.own ? {} : elsewhere
      const dataCategories = ['identity' as const, 'documents' as const]
      await aGivenConsent(owner, file, { ...to, dataCategories })
      const wish = { ...to, dataCategories, documentIds: [document.id] }
      return { id: (await aSentReferral(owner, file, wish)).id, documentId: document.id }
    }),
  },
  '/api/handouts/:id': {
    table: 'handout',
    make: inCase(async (owner, file) => ({ id: (await aHandout(owner, file)).id })),
  },
  '/api/disclosures/:id': { table: 'disclosure', make: inCase(asked) },
  '/api/asked-disclosures/:id': { table: 'disclosure', make: inCase(asked) },
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
}
