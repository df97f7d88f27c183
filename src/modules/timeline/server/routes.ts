import type { FastifyInstance } from 'fastify'
import { audit } from '../../../platform/server/audit.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { getCase } from '../../cases/server/index.ts'
import { timelineEndpoints as endpoints, type TimelineKind } from '../contract/timeline.ts'
import { readTimeline } from './screens.ts'

export function timelineRoutes(app: FastifyInstance): void {
  serve(app, endpoints.read, async (tx, _actor, { params, query }) => {
    const caseId = (await getCase(tx, params.id)).id
    await audit(tx, { action: 'timeline.read', objectKind: 'case', objectId: caseId, caseId })
    const { kinds, ...page } = query
    const chosen = kinds?.split(',') as TimelineKind[] | undefined
    return readTimeline(tx, caseId, { ...page, ...(chosen ? { kinds: chosen } : {}) })
  })
}
