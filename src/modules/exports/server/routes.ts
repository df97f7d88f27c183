import type { FastifyInstance } from 'fastify'
import { serve } from '../../../platform/server/http/serve.ts'
import { exportEndpoints as endpoints } from '../contract/exports.ts'
import { downloadExport } from './download-export.ts'
import { exportsJobKey } from './exports-job.ts'
import { removeExport } from './remove-export.ts'
import { requestExport } from './request-export.ts'
import { listExports, readExport } from './screens.ts'

export interface ExportDeps {
  /** Tells the workers that something may be waiting; a hint, see `Workers`. */
  readonly nudge: (job: string) => void
}

export function exportRoutes(app: FastifyInstance, { nudge }: ExportDeps): void {
  serve(app, endpoints.list, (tx) => listExports(tx))
  serve(app, endpoints.create, async (tx, _actor, { body }) => {
    const view = await requestExport(tx, body)
    nudge(exportsJobKey)
    return view
  })
  serve(app, endpoints.read, async (tx, _actor, { params }) => {
    const view = await readExport(tx, params.id)
    // The first hint may have come before its row was there.
    if (view.state === 'waiting') nudge(exportsJobKey)
    return view
  })
  serve(app, endpoints.remove, (tx, _actor, { params, now }) => removeExport(tx, params.id, now))
  serve(app, endpoints.file, (tx, _actor, { params }) => downloadExport(tx, params.id))
}
