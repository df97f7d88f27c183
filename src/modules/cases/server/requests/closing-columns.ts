import type { RequestOutcome } from '../../contract/requests/index.ts'

/** The structured part of an outcome; the name of a service goes to `request_text`, minutes to `request_effort`. */
export const closingColumns = (outcome: RequestOutcome, now: Temporal.Instant) => ({
  closed_at: now.toString(),
  outcome: outcome.kind === 'withdrawn' ? outcome.reason : null,
  signposted_to: outcome.kind === 'signposted' ? (outcome.organisationId ?? null) : null,
})
