import type { FastifyInstance } from 'fastify'
import { serve } from '../../../../platform/server/http/serve.ts'
import { administrationEndpoints } from '../../contract/administration.ts'
import { exportGrantEndpoints } from '../../contract/export-grants.ts'
import { oversightEndpoints } from '../../contract/oversights.ts'
import { reauthenticationEndpoints } from '../../contract/reauthentication.ts'
import { rightsReportEndpoints } from '../../contract/rights-reports.ts'
import { userEndpoints } from '../../contract/users.ts'
import type { StaffDeps } from '../session-routes.ts'
import { arrangeOversight } from './arrange-oversight.ts'
import { changeUser } from './change-user.ts'
import { createUser } from './create-user.ts'
import { endExportGrant } from './end-export-grant.ts'
import { endOversight } from './end-oversight.ts'
import { endRole } from './end-role.ts'
import { giveExportGrant } from './give-export-grant.ts'
import { giveRole } from './give-role.ts'
import { readOversights } from './oversight-screens.ts'
import { releaseOpenWork, showOpenWork } from './open-work.ts'
import { readAdministration } from './read-administration.ts'
import { reauthenticate } from './reauthenticate.ts'
import { refuseStaleSignIn } from './refuse-stale-sign-in.ts'
import { resetPassword } from './reset-password.ts'
import { setActive } from './set-active.ts'
import { printRights } from './print-rights.ts'
import { listRights } from './rights-screens.ts'
import { readUser, searchUsers } from './user-screens.ts'

/** Users, roles, professional oversight. Sensitive changes want a fresh sign-in. */
export function administrationRoutes(app: FastifyInstance, deps: StaffDeps): void {
  serve(app, administrationEndpoints.read, (tx) => readAdministration(tx))

  serve(app, reauthenticationEndpoints.confirm, async (_tx, actor, { body, address }) => {
    await reauthenticate(deps.auth, actor, body, address)
  })

  serve(app, userEndpoints.search, (tx, _actor, { body }) => searchUsers(tx, body))

  serve(app, userEndpoints.read, (tx, actor, { params }) => readUser(tx, actor, params.id))

  serve(app, userEndpoints.create, (tx, actor, { body, now }) => {
    refuseStaleSignIn(actor, now)
    // Outside the demo everybody needs the second factor: every role but three sees names (architecture §1).
    return createUser(tx, actor, body, { secondFactorRequired: deps.mode === 'production' })
  })

  serve(app, userEndpoints.change, (tx, actor, { params, body, version }) =>
    changeUser(tx, actor, params.id, body, version),
  )

  serve(app, userEndpoints.openWork, (tx, _actor, { params }) => showOpenWork(tx, params.id))

  serve(app, userEndpoints.releaseOpenWork, (tx, actor, { params, body, now }) => {
    refuseStaleSignIn(actor, now)
    return releaseOpenWork(tx, actor, params.id, body)
  })

  serve(app, userEndpoints.deactivate, (tx, actor, { params, version, now }) => {
    refuseStaleSignIn(actor, now)
    return setActive(tx, actor, params.id, { active: false, version })
  })

  serve(app, userEndpoints.reactivate, (tx, actor, { params, version, now }) => {
    refuseStaleSignIn(actor, now)
    return setActive(tx, actor, params.id, { active: true, version })
  })

  serve(app, userEndpoints.resetPassword, (tx, actor, { params, body, now }) => {
    refuseStaleSignIn(actor, now)
    return resetPassword(tx, actor, params.id, body)
  })

  serve(app, userEndpoints.giveRole, (tx, actor, { params, body, now }) => {
    refuseStaleSignIn(actor, now)
    return giveRole(tx, actor, params.id, body, now)
  })

  serve(app, userEndpoints.endRole, (tx, actor, { params, now }) => {
    refuseStaleSignIn(actor, now)
    return endRole(tx, actor, params.id)
  })

  oversightRoutes(app)
  exportGrantRoutes(app)
  serve(app, rightsReportEndpoints.list, (tx, _actor, { query }) => listRights(tx, query))
  serve(app, rightsReportEndpoints.pdf, (tx, _actor, { params, now }) => printRights(tx, params.id, now))
}

function exportGrantRoutes(app: FastifyInstance): void {
  serve(app, exportGrantEndpoints.give, (tx, actor, { params, body, now }) => {
    refuseStaleSignIn(actor, now)
    return giveExportGrant(tx, actor, params.id, body, now)
  })

  serve(app, exportGrantEndpoints.end, (tx, actor, { params, version, now }) => {
    refuseStaleSignIn(actor, now)
    return endExportGrant(tx, actor, params.id, version)
  })
}

function oversightRoutes(app: FastifyInstance): void {
  serve(app, oversightEndpoints.list, (tx) => readOversights(tx))

  serve(app, oversightEndpoints.arrange, (tx, actor, { body, now }) => {
    refuseStaleSignIn(actor, now)
    return arrangeOversight(tx, actor, body)
  })

  serve(app, oversightEndpoints.end, (tx, actor, { params, now }) => {
    refuseStaleSignIn(actor, now)
    return endOversight(tx, actor, params.id)
  })
}
