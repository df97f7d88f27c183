import type { FastifyInstance } from 'fastify'
import { audit } from '../../../platform/server/audit.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { getCase } from '../../cases/server/index.ts'
import { taskEndpoints as endpoints } from '../contract/task.ts'
import { addTask } from './add-task.ts'
import { changeTask } from './change-task.ts'
import { closeTask } from './close-task.ts'
import { listAssignees, listTasks, readTask } from './task-screens.ts'

export function taskRoutes(app: FastifyInstance): void {
  serve(app, endpoints.list, async (tx, _actor, { query }) => {
    if (query.caseId) {
      const caseId = (await getCase(tx, query.caseId)).id
      await audit(tx, { action: 'task.listed', objectKind: 'case', objectId: caseId, caseId })
    }
    return listTasks(tx, query)
  })

  serve(app, endpoints.create, (tx, actor, { body }) => addTask(tx, actor, body))

  serve(app, endpoints.colleagues, async (tx, _actor, { query }) => {
    if (query.caseId) await getCase(tx, query.caseId)
    return listAssignees(tx, query.caseId)
  })

  serve(app, endpoints.read, async (tx, _actor, { params }) => {
    const task = await readTask(tx, params.id)
    const caseId = task.case?.id ?? null
    if (caseId) await audit(tx, { action: 'task.read', objectKind: 'task', objectId: task.id, caseId })
    return task
  })

  serve(app, endpoints.change, (tx, actor, { params, body, version }) =>
    changeTask(tx, actor, params.id, body, version),
  )

  serve(app, endpoints.close, (tx, actor, { params, body, version }) =>
    closeTask(tx, actor, params.id, { as: body.as, version }),
  )

  serve(app, endpoints.reopen, (tx, actor, { params, version }) =>
    closeTask(tx, actor, params.id, { as: 'open', version }),
  )
}
