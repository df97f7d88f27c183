import type { DocumentKind, DocumentView } from '../modules/documents/index.ts'
import type { Answer, Client } from './client.ts'
import type { TestUser } from './house.ts'

export interface UploadOptions {
  readonly bytes?: Uint8Array
  readonly name?: string
  readonly kind?: DocumentKind
  readonly secrecy203?: boolean
}

/** A small PDF of one empty page tree. */
export const emptyPdf = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\n' +
    'endobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
  'latin1',
)

/** Sends one file to a case as a browser does. */
export const upload = (client: Client, caseId: string, options: UploadOptions = {}) =>
  uploadTo(client, `/api/cases/${caseId}/documents`, options) as Promise<Answer<DocumentView>>

/** The same to any path that takes a file; `kind` and `secrecy203` are asked by cases alone. */
export async function uploadTo(
  client: Client,
  url: string,
  { bytes = emptyPdf, name = 'Schreiben.pdf', kind = 'letter', secrecy203 = false }: UploadOptions,
): Promise<Answer<unknown>> {
  const boundary = 'lotse-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const reply = await client.app.inject({
    method: 'POST',
    url,
    query: url.startsWith('/api/cases/') ? { kind, secrecy203: String(secrecy203) } : {},
    headers: {
      host: 'localhost',
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(client.token === undefined ? {} : { cookie: `__Host-lotse=${client.token}` }),
    },
    payload,
  })
  const body: unknown = JSON.parse(reply.body)
  const problem = body as never
  return { status: reply.statusCode, body, problem, headers: reply.headers, bytes: reply.rawPayload }
}

/** A document of a case, as its case manager uploads it. */
export async function aDocument(
  by: TestUser,
  caseId: string,
  options: UploadOptions = {},
): Promise<DocumentView> {
  const { status, body, problem } = await upload(by.client, caseId, options)
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(problem)}`)
  return body
}
