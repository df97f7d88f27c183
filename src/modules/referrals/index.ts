export * from './contract/codes.ts'
export {
  clientInformedLabels,
  disclosureGroundLabels,
  disclosureRecipientLabels,
  disclosureStateLabels,
  notInformedReasonLabels,
} from './contract/disclosure-codes.ts'
export { disclosureEndpoints } from './contract/disclosures.ts'
export { receivedReferralEndpoints, referralEndpoints } from './contract/endpoints.ts'
export {
  handoutEndpoints,
  handoutKindLabels,
  handoutViaLabels,
  type HandoutView,
} from './contract/handouts.ts'
export type { ReceivedReferral } from './contract/received.ts'
export type { ReferralView } from './contract/referrals.ts'
