import type { FastifyInstance } from 'fastify'
import { dayOf } from '../../../../platform/server/clock.ts'
import { serve } from '../../../../platform/server/http/serve.ts'
import { protectionEndpoints as endpoints } from '../../contract/protection.ts'
import { protectionAuditEndpoints as auditEndpoints } from '../../contract/protection-audit.ts'
import { refuseStaleSignIn } from '../administration/refuse-stale-sign-in.ts'
import { listAccesses, readAuditSummary } from './audit-screens.ts'
import { listOpinions, listStaffDataBases } from './protection-screens.ts'
import { recordOpinion } from './record-opinion.ts'
import { registerStaffDataBasis } from './register-staff-data-basis.ts'

const monthOf = (now: Temporal.Instant) => dayOf(now).slice(0, 7)

/** What defaults of data protection wait for: opinions on the wall, agreements with staff councils. */
export function protectionRoutes(app: FastifyInstance): void {
  serve(app, endpoints.opinions, async (tx) => ({ rows: await listOpinions(tx) }))

  serve(app, endpoints.recordOpinion, (tx, actor, { body, now }) => {
    refuseStaleSignIn(actor, now)
    return recordOpinion(tx, body, now)
  })

  serve(app, auditEndpoints.accesses, (tx, _actor, { query, now }) =>
    listAccesses(tx, { ...query, month: query.month ?? monthOf(now) }),
  )

  serve(app, auditEndpoints.summary, (tx, _actor, { query, now }) =>
    readAuditSummary(tx, query.month ?? monthOf(now)),
  )

  serve(app, endpoints.staffDataBases, async (tx) => ({ rows: await listStaffDataBases(tx) }))

  serve(app, endpoints.registerStaffDataBasis, (tx, actor, { body, now }) => {
    refuseStaleSignIn(actor, now)
    return registerStaffDataBasis(tx, body, now)
  })
}
