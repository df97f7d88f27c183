import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../testing/a-consent.ts'
import { aDocument, emptyPdf, upload } from '../../../testing/a-document.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import type { EndpointSpec } from '../../../platform/contract/endpoint.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { consentEndpoints } from '../../consent/index.ts'
import { documentEndpoints } from '../contract/documents.ts'
import { aJpeg, exif } from './content/testing/sample-files.ts'

// As clamd answers: EICAR is found, "Stille" gets no answer, the rest is clean.
const clamd: Server = createServer((socket) => {
  let received = ''
  socket.on('error', () => {})
  socket.on('data', (data) => {
    received += data.toString('latin1')
    if (!received.endsWith('\0\0\0\0')) return
    if (received.includes('Stille')) return socket.destroy()
    socket.end(received.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0')
  })
})
await new Promise<void>((listening) => clamd.listen(0, '127.0.0.1', listening))
const { port } = clamd.address() as { port: number }
const house = await openHouse({ clamd: { host: '127.0.0.1', port } })
afterAll(async () => {
  await house.close()
  clamd.close()
})

const caseManager = (tenant = house.a) =>
  house.user(tenant, { roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: tenant.site }] })

let manager: TestUser
let colleague: TestUser
let stranger: TestUser
let administration: TestUser
let file: TestCase

beforeAll(async () => {
  await aCatalogue(house, house.a)
  manager = await caseManager()
  colleague = await caseManager()
  stranger = await caseManager(house.b)
  administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  file = await aCase({ responsible: manager })
})

const stored = (documentId: string) =>
  house.system(house.a, async (tx) => {
    const row = await tx
      .selectFrom('document')
      .select(['file_key', 'tenant_id'])
      .where('id', '=', documentId)
      .executeTakeFirstOrThrow()
    return `/tmp/lotse-test-files/${row.tenant_id}/${row.file_key.slice(0, 2)}/${row.file_key}`
  })
const filesOf = (tenantId: string): number => {
  try {
    return readdirSync(`/tmp/lotse-test-files/${tenantId}`, { recursive: true }).filter(
      (name) => String(name).length > 30,
    ).length
  } catch {
    return 0
  }
}

describe('uploading', () => {
  test('keeps the bytes under a random key and tells what they are', async () => {
    const { status, body, headers } = await upload(manager.client, file.id, {
      name: 'Bescheid Wohngeld.pdf',
      kind: 'letter',
    })
    expect(status).toBe(201)
    expect(headers['etag']).toBe('"1"')
    expect(body).toMatchObject({
      title: 'Bescheid Wohngeld',
      kind: 'letter',
      mediaType: 'application/pdf',
      size: emptyPdf.length,
      secrecy203: false,
      createdBy: { id: manager.id },
      can: ['change'],
    })
    expect(readFileSync(await stored(body.id)).equals(emptyPdf)).toBe(true)
  })

  test('a title in any script arrives as it was typed', async () => {
    const body = await aDocument(manager, file.id, { name: 'Größe – رسالة Şahin 3-2026.bin' })
    expect(body.title).toBe('Größe – رسالة Şahin 3-2026')
  })

  test('BC-23: a photo is stored without its place, whatever its name says', async () => {
    const body = await aDocument(manager, file.id, { bytes: aJpeg([exif(6)]), name: 'Foto.pdf' })
    expect(body.mediaType).toBe('image/jpeg')
    expect(readFileSync(await stored(body.id)).includes(Buffer.from('GPS'))).toBe(false)
  })

  test.for([
    ['documentMarkup', '<svg onload="alert(1)"/>', 415],
    ['documentUnknownType', 'PK\u0003\u0004Office', 415],
    ['documentEmpty', '', 415],
    ['documentInfected', 'X5O!P%@AP EICAR-STANDARD-ANTIVIRUS-TEST-FILE', 415],
    ['scannerUnavailable', 'Stille', 503],
  ] as const)('BC-23: %s leaves neither row nor file', async ([code, content, status]) => {
    const before = filesOf(house.a.id)
    const answer = await upload(manager.client, file.id, { bytes: Buffer.from(content), name: 'Brief.pdf' })
    expect([answer.status, answer.problem.code]).toEqual([status, code])
    expect(answer.problem.title).not.toContain('nicht geklappt')
    expect(filesOf(house.a.id)).toBe(before)
  })

  test('nine megabytes pass, eleven are refused in German', async () => {
    const large = (megabytes: number) => Buffer.from('a'.repeat(megabytes * 1024 * 1024))
    expect((await upload(manager.client, file.id, { bytes: large(9) })).status).toBe(201)
    const { status, problem } = await upload(manager.client, file.id, { bytes: large(11) })
    expect([status, problem.title]).toEqual([413, 'Die Datei oder Anfrage ist zu groß.'])
  })

  test('what is no file is refused, not a failure', async () => {
    const url = `/api/cases/${file.id}/documents`
    const json = await manager.client.raw('POST', url, { query: { kind: 'letter' }, body: {} })
    expect([json.status, json.problem.code]).toEqual([415, 'notAFile'])
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const broken = await manager.client.raw('POST', url, { query: { kind: 'letter' }, headers })
    expect(broken.status).toBe(400)
  })

  test('nobody learns what is in a file through a hidden case', async () => {
    const answer = await upload(colleague.client, file.id, { bytes: Buffer.from('<svg/>') })
    expect(answer.status).toBe(404)
  })
})

describe('reading', () => {
  test('newest first, in pages', async () => {
    const other = await aCase({ responsible: manager })
    for (const name of ['eins.pdf', 'zwei.pdf', 'drei.pdf']) await aDocument(manager, other.id, { name })
    const page = (after?: string) =>
      manager.client.call(documentEndpoints.list, {
        params: { id: other.id },
        query: { limit: 2, ...(after ? { after } : {}) },
      })
    const first = (await page()).body
    expect(first.rows.map((row) => row.title)).toEqual(['drei', 'zwei'])
    expect(first.can).toEqual(['read', 'upload'])
    const second = (await page(first.next)).body
    expect(second.rows.map((row) => row.title)).toEqual(['eins'])
    expect(second.next).toBeUndefined()
    expect((await page('unsinn')).status).toBe(400)
  })

  test('BC-23: a download is an attachment in a sandbox, under a name without personal data', async () => {
    const document = await aDocument(manager, file.id, { name: 'Familie Beispiel.pdf' })
    const { status, headers, bytes } = await manager.client.call(documentEndpoints.download, {
      params: { id: document.id },
    })
    expect(status).toBe(200)
    expect(bytes.equals(emptyPdf)).toBe(true)
    expect(headers['content-type']).toBe('application/octet-stream')
    expect(headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${file.fileNumber}-Schreiben-${document.id.slice(-4)}.pdf`,
    )
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
  })

  test('bytes that changed on disk are not handed out', async () => {
    const document = await aDocument(manager, file.id)
    writeFileSync(await stored(document.id), 'etwas anderes')
    const answer = await manager.client.call(documentEndpoints.download, { params: { id: document.id } })
    expect([answer.status, answer.problem.code]).toEqual([503, 'documentFileMissing'])
  })

  test('BC-33, BC-34: uploads and reads are audited, without titles', async () => {
    const other = await aCase({ responsible: manager })
    const document = await aDocument(manager, other.id, { name: 'Diagnose.pdf' })
    await manager.client.call(documentEndpoints.list, { params: { id: other.id } })
    await manager.client.call(documentEndpoints.download, { params: { id: document.id } })
    const events = await house.system(house.a, (tx) =>
      tx
        .selectFrom('audit_event')
        .select(['action', 'details'])
        .where('case_id', '=', other.id)
        .orderBy('at')
        .execute(),
    )
    expect(events.map((event) => event.action)).toEqual([
      'document.uploaded',
      'document.listed',
      'document.read',
    ])
    expect(JSON.stringify(events)).not.toContain('Diagnose')
  })
})

describe('changing and attaching', () => {
  test('F9: title, kind and mark change under a version', async () => {
    const document = await aDocument(manager, file.id)
    const change = (version: number, body: object) =>
      manager.client.call(documentEndpoints.change, { params: { id: document.id }, ifMatch: version, body })
    const first = await change(1, { title: 'Wohngeldbescheid', secrecy203: true })
    expect(first.body).toMatchObject({ title: 'Wohngeldbescheid', secrecy203: true, version: 2 })
    const stale = await change(1, { kind: 'other' })
    expect(stale.status).toBe(412)
    expect(stale.problem.current).toMatchObject({ version: 2, kind: 'letter' })
  })

  test('proves a consent of the same case, never of another', async () => {
    const given = await aGivenConsent(manager, file)
    const other = await aCase({ responsible: manager })
    const attach = (documentId: string) =>
      manager.client.call(consentEndpoints.attachProof, {
        params: { id: given.id },
        ifMatch: given.version,
        body: { documentId },
      })
    const foreign = await attach((await aDocument(manager, other.id)).id)
    expect(foreign.problem.fields).toMatchObject([{ path: 'documentId', code: 'documentNotOfCase' }])
    const scan = await aDocument(manager, file.id)
    expect((await attach(scan.id)).body.proofDocumentId).toBe(scan.id)
    const list = await manager.client.call(documentEndpoints.list, { params: { id: file.id } })
    expect(list.body.rows.find((row) => row.id === scan.id)?.kind).toBe('consentProof')
  })
})

describe('every route', () => {
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    ids['case'] = file.id
    ids['document'] = (await aDocument(manager, file.id)).id
  })
  const routes: [string, EndpointSpec, string, object | undefined][] = [
    ['list', documentEndpoints.list, 'case', undefined],
    ['change', documentEndpoints.change, 'document', { title: 'x' }],
    ['download', documentEndpoints.download, 'document', undefined],
  ]
  const send = (user: { client: TestUser['client'] }, spec: EndpointSpec, id: string, body?: object) =>
    user.client.raw(spec.method, spec.path.replace(':id', id), {
      ...(body ? { body } : {}),
      ...(spec.ifMatch ? { ifMatch: 1 } : {}),
    })

  test.for(routes)('%s: 401, 403, 400', async ([, spec, target, body]) => {
    const id = ids[target]!
    expect((await send({ client: house.anonymous }, spec, id, body)).status).toBe(401)
    expect((await send(administration, spec, id, body)).status).toBe(403)
    const wrong = body
      ? await send(manager, spec, id, { sha256: 'x' })
      : await send(manager, spec, 'keine-id')
    expect(wrong.status).toBe(400)
  })
  test.for(routes)('BC-01 %s: 404 for a colleague and for another tenant', async ([, spec, target, body]) => {
    const nothing = await send(colleague, spec, newId(), body)
    for (const user of [colleague, stranger]) {
      const answer = await send(user, spec, ids[target]!, body)
      expect([answer.status, answer.body]).toEqual([404, nothing.body])
    }
  })
  test('BC-01 upload: 401, 403, 400, 404', async () => {
    expect((await upload(house.anonymous, file.id)).status).toBe(401)
    expect((await upload(administration.client, file.id)).status).toBe(403)
    expect((await upload(manager.client, file.id, { kind: 'zirkus' as never })).status).toBe(400)
    for (const user of [colleague, stranger]) expect((await upload(user.client, file.id)).status).toBe(404)
  })
})
