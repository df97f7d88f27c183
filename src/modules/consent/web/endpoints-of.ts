import type { SharingKind } from '../contract/codes.ts'
import { consentEndpoints, secrecyReleaseEndpoints } from '../contract/endpoints.ts'

/** Both objects answer alike at addresses of their own. */
export const endpointsOf = (kind: SharingKind) =>
  (kind === 'consent' ? consentEndpoints : secrecyReleaseEndpoints) as typeof consentEndpoints
