import type { FastifyInstance } from 'fastify'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { personEndpoints as endpoints } from '../contract/endpoints.ts'
import { duplicateRoutes } from './duplicates/routes.ts'
import { changePerson } from './change-person.ts'
import { readPerson } from './read-person.ts'
import { endResidence, recordResidence } from './record-residence.ts'

export function personRoutes(app: FastifyInstance): void {
  duplicateRoutes(app)

  serve(app, endpoints.read, async (tx, actor, { params }) => {
    const view = await readPerson(tx, params.id, actor.roles.includes('caseManager'))
    await audit(tx, { action: 'person.read', objectKind: 'person', objectId: params.id, personId: params.id })
    return view
  })

  serve(app, endpoints.change, (tx, _actor, { params, version, body, now }) =>
    changePerson(tx, { personId: params.id, version, change: body, today: dayOf(now) }),
  )

  serve(app, endpoints.recordResidence, (tx, _actor, { params, body }) =>
    recordResidence(tx, params.id, body),
  )

  serve(app, endpoints.endResidence, (tx, _actor, { params, body }) => endResidence(tx, params, body.validTo))
}
