import { forEachTenant, type Job } from './job.ts'

/** A client repeats a request within minutes; a day later its stored answer is only personal data. */
export const purgeIdempotencyKeys: Job = {
  key: 'purge-idempotency-keys',
  cron: '11 * * * *',
  run: forEachTenant(async (tx, { now }) => {
    await tx
      .deleteFrom('idempotency_key')
      .where('created_at', '<', now.subtract({ hours: 24 }).toString())
      .execute()
  }),
}
