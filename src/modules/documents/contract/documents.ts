import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { text } from '../../../platform/contract/text.ts'

export const documentKindLabels = {
  consentProof: 'Nachweis einer Einwilligung',
  agreementScan: 'Unterschriebene Vereinbarung',
  letter: 'Schreiben oder Bescheid',
  other: 'Sonstiges',
} as const
export const DocumentKind = z
  .enum(['consentProof', 'agreementScan', 'letter', 'other'])
  .meta({ id: 'DocumentKind' })
export type DocumentKind = z.infer<typeof DocumentKind>

export const mediaTypeLabels = {
  'application/pdf': 'PDF',
  'image/png': 'Bild (PNG)',
  'image/jpeg': 'Bild (JPEG)',
  'text/plain': 'Text',
} as const
export const MediaType = z
  .enum(['application/pdf', 'image/png', 'image/jpeg', 'text/plain'])
  .meta({ id: 'DocumentMediaType' })
export type MediaType = z.infer<typeof MediaType>

/** The largest file, in bytes; the HTTP server stops reading at the same number. */
export const MAX_BYTES = 10 * 1024 * 1024

export const DocumentView = z
  .object({
    id: Id,
    caseId: Id,
    kind: DocumentKind,
    title: z.string(),
    mediaType: MediaType,
    size: z.int(),
    sha256: z.string(),
    secrecy203: z.boolean(),
    createdBy: z.object({ id: Id, name: z.string().nullable() }),
    createdAt: z.string(),
    version: z.int(),
    can: z.array(z.enum(['change'])),
  })
  .meta({ id: 'Document' })
export type DocumentView = z.infer<typeof DocumentView>

export const DocumentPage = z
  .object({
    ...pageOf(DocumentView, 'DocumentRows').shape,
    /** `read`: the person may see documents of this case at all; without it the list is empty for that reason. */
    can: z.array(z.enum(['read', 'upload'])),
  })
  .meta({ id: 'DocumentPage' })

export const DocumentChange = z
  .strictObject({ title: text(200), kind: DocumentKind, secrecy203: z.boolean() })
  .partial()
  .meta({ id: 'DocumentChange' })
export type DocumentChange = z.infer<typeof DocumentChange>

/** Codes only: an address lands in logs, so the title travels as the name of the uploaded file. */
const UploadQuery = z.strictObject({
  kind: DocumentKind,
  secrecy203: z.stringbool().default(false),
})

export const documentEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/cases/:id/documents',
    right: 'document.read',
    summary: 'Documents of a case, newest first.',
    params: IdParams,
    query: PageQuery,
    response: DocumentPage,
  }),
  upload: endpoint({
    method: 'POST',
    path: '/api/cases/:id/documents',
    right: 'document.write',
    summary:
      'Stores one file (PDF, PNG, JPEG, plain text, at most 10 MB) after checking its content; its name becomes the title.',
    params: IdParams,
    query: UploadQuery,
    upload: true,
    response: DocumentView,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/documents/:id',
    right: 'document.write',
    summary: 'Changes title, kind or the mark of § 203 StGB.',
    params: IdParams,
    body: DocumentChange,
    response: DocumentView,
    ifMatch: true,
  }),
  download: endpoint({
    method: 'GET',
    path: '/api/documents/:id/file',
    right: 'document.read',
    summary: 'The file, always as an attachment and never under its own media type.',
    params: IdParams,
    download: 'application/octet-stream',
  }),
}
