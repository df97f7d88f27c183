export * from './contract/codes.ts'
export { receivedReferralEndpoints, referralEndpoints } from './contract/endpoints.ts'
export type { ReceivedReferral } from './contract/received.ts'
export type { ReferralView } from './contract/referrals.ts'
