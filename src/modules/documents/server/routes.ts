import type { FastifyInstance } from 'fastify'
import { audit } from '../../../platform/server/audit.ts'
import { createFileStore, type ClamdAddress } from '../../../platform/server/files/index.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { getCase } from '../../cases/server/index.ts'
import { documentEndpoints } from '../contract/documents.ts'
import { changeDocument } from './change-document.ts'
import { downloadDocument } from './download-document.ts'
import { documentActions, listDocuments } from './screens.ts'
import { uploadDocument } from './upload-document.ts'

export interface DocumentDeps {
  readonly filesDir: string
  readonly clamd: ClamdAddress | undefined
}

export function documentRoutes(app: FastifyInstance, { filesDir, clamd }: DocumentDeps): void {
  const files = createFileStore(filesDir)
  serve(app, documentEndpoints.list, async (tx, _actor, { params, query }) => {
    await getCase(tx, params.id)
    const page = await listDocuments(tx, params.id, query)
    const entry = { action: 'document.listed', objectKind: 'case', objectId: params.id, caseId: params.id }
    await audit(tx, entry)
    return { ...page, can: await documentActions(tx, params.id) }
  })
  serve(app, documentEndpoints.upload, (tx, actor, { params, query, upload }) => {
    if (!upload) throw new Refusal('invalid', 'malformed')
    return uploadDocument(tx, actor, { files, clamd }, { caseId: params.id, ...query, upload })
  })
  serve(app, documentEndpoints.change, (tx, _actor, { params, version, body }) =>
    changeDocument(tx, { id: params.id, version }, body),
  )
  serve(app, documentEndpoints.download, (tx, actor, { params }) =>
    downloadDocument(tx, actor, files, params.id),
  )
}
