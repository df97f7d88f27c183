import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { forEachTenant, type Job } from '../../../platform/server/jobs/job.ts'
import { insertStep } from './store.ts'

/**
 * Nothing is lost when nobody answers: the recipient is reminded on the day kept at sending, and the sender gets it
 * back on the other. The state stays "sent": a late answer still counts. Each day has its step once, however often
 * the job runs; who is told is decided by the trigger on the step.
 */
export const unansweredReferralsJob: Job = {
  key: 'unanswered-referrals',
  cron: '17 5 * * *',
  run: forEachTenant(async (tx, { now }) => {
    const today = dayOf(now)
    await mark(tx, today, 'reminded')
    await mark(tx, today, 'returned')
  }),
}

async function mark(tx: Tx, today: string, kind: 'reminded' | 'returned'): Promise<void> {
  const due = kind === 'reminded' ? 'remind_on' : 'return_on'
  const done = kind === 'reminded' ? 'reminded_on' : 'returned_on'
  const rows = await tx
    .selectFrom('referral')
    .select(['id', 'case_id'])
    .where('state', '=', 'sent')
    .where(due, '<=', today)
    .where(done, 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    await tx
      .updateTable('referral')
      .set({ [done]: today })
      .where('id', '=', row.id)
      .execute()
    await insertStep(tx, row, { kind, on_date: today })
    await audit(tx, {
      action: `referral.${kind}`,
      objectKind: 'referral',
      objectId: row.id,
      caseId: row.case_id,
    })
  }
}
