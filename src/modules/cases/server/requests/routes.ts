import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import { serve } from '../../../../platform/server/http/serve.ts'
import { rightsOf } from '../../../staff/index.ts'
import { partnerRequestEndpoints, requestEndpoints as endpoints } from '../../contract/requests/index.ts'
import { answerPartner } from './answer-partner.ts'
import { askKimIn } from './ask-kim-in.ts'
import { assignRequest, takeRequest } from './assign-request.ts'
import { changeRequest } from './change-request.ts'
import { closeRequest } from './close-request.ts'
import { listAssignees } from './list-assignees.ts'
import { listPartnerRequests, partnerOptions } from './partner-screens.ts'
import { recordRequest } from './record-request.ts'
import { returnRequest } from './return-request.ts'
import { countWaiting, listRequests, openRequest } from './screens.ts'
import { listTransferTargets, transferRequest } from './transfer-request.ts'
import { withdrawPartnerRequest } from './withdraw-partner-request.ts'

export function requestRoutes(app: FastifyInstance): void {
  partnerRoutes(app)
  serve(app, endpoints.record, (tx, actor, { body, now }) => recordRequest(tx, actor, body, now))
  serve(app, endpoints.list, (tx, actor, { query, now }) => listRequests(tx, actor, query, now))
  serve(app, endpoints.waiting, (tx, _actor, { now }) => countWaiting(tx, now))
  serve(app, endpoints.read, (tx, actor, { params, now }) => openRequest(tx, actor, params.id, now))
  serve(app, endpoints.change, (tx, actor, { params, body, version, now }) =>
    changeRequest(tx, actor, params.id, body, version, now),
  )
  // One address, two rights: case managers take, coordinators assign.
  serve(app, endpoints.assign, (tx, actor, { params, body, now }) => {
    const right = body.to === 'me' ? 'request.take' : 'request.assign'
    if (!rightsOf(actor.roles).has(right)) throw new Refusal('forbidden', 'forbidden')
    return body.to === 'me'
      ? takeRequest(tx, actor, params.id, now)
      : assignRequest(tx, actor, params.id, body.to, now)
  })
  serve(app, endpoints.return, (tx, actor, { params, now }) => returnRequest(tx, actor, params.id, now))
  serve(app, endpoints.transferTargets, async (tx, _actor, { params }) => ({
    rows: await listTransferTargets(tx, params.id),
  }))
  serve(app, endpoints.transfer, (tx, actor, { params, body, now }) =>
    transferRequest(tx, actor, params.id, body, now),
  )
  serve(app, endpoints.close, (tx, actor, { params, body, now }) =>
    closeRequest(tx, actor, params.id, body, now),
  )
  serve(app, endpoints.assignees, async (tx, _actor, { params, now }) => ({
    rows: await listAssignees(tx, params.id, now),
  }))
}

function partnerRoutes(app: FastifyInstance): void {
  serve(app, partnerRequestEndpoints.list, (tx, _actor, { query }) => listPartnerRequests(tx, query))
  serve(app, partnerRequestEndpoints.options, (tx) => partnerOptions(tx))
  serve(app, partnerRequestEndpoints.send, (tx, _actor, { body, now }) => askKimIn(tx, body, now))
  serve(app, partnerRequestEndpoints.withdraw, (tx, _actor, { params, now }) =>
    withdrawPartnerRequest(tx, params.id, now),
  )
  serve(app, partnerRequestEndpoints.answer, (tx, actor, { params, body, now }) =>
    answerPartner(tx, actor, params.id, body, now),
  )
}
