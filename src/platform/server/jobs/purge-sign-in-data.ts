import type { Job } from './job.ts'

/**
 * Failed attempts to sign in count for minutes, where somebody signed in well for a month, an ended session tells its owner for a month where it was used. Schema auth
 * stands above the tenants: the workers' login deletes there directly.
 */
export const purgeSignInData: Job = {
  key: 'purge-sign-in-data',
  cron: '41 * * * *',
  run: async ({ pool, now }) => {
    await pool.query(
      'delete from auth.attempt where at < case when successful then $1 else $2 end::timestamptz',
      [now.subtract({ hours: 24 * 30 }).toString(), now.subtract({ hours: 24 }).toString()],
    )
    await pool.query(
      `delete from auth.session where kind in ('person', 'job') and least(coalesce(revoked_at, 'infinity'), expires_at) < $1`,
      [now.subtract({ hours: 24 * 30 }).toString()],
    )
  },
}
