import type { z } from 'zod'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import type { FileStore } from '../../../platform/server/files/index.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { Download, Upload } from '../../../platform/server/http/serve.ts'
import { checkUpload, type DocumentDeps, type FilesInUse } from '../../documents/server/index.ts'
import { documentKindLabels, type ApprovalBody, type DocumentState } from '../contract/codes.ts'
import type { ContentsCheck, Decision, DocumentView, VersionChange } from '../contract/documents.ts'
import {
  decided,
  submitted,
  whyNotChangeable,
  whyNotDecidedOn,
  whyNotDiscardable,
  whyNotReviewable,
  type Way,
} from '../rules/document-states.ts'
import { addMonths } from '../rules/due.ts'
import { readDocument } from './document-screens.ts'
import { endingOf, keepFile, readKept } from './kept-file.ts'
import { refuseFields } from './refuse-fields.ts'
import { add, change, lock, record, sentFields, type Ids } from './store.ts'

const table = 'programme_document_version'
const kind = 'programmeDocumentVersion'

async function hold(tx: Tx, ids: Ids) {
  const row = await lock(tx, table, ids.id)
  if (row.version !== ids.version) {
    const current = await readDocument(tx, row.document_id)
    refuseStale(row.version, ids.version, () => current)
  }
  return row
}
type Held = Awaited<ReturnType<typeof hold>>
const wayOf = (row: Held): Way => ({
  state: row.state as DocumentState,
  path: row.approval_path as ApprovalBody[],
  step: row.step,
})
const document = (tx: Tx, row: Held) => lock(tx, 'programme_document', row.document_id)

/** A draft, or only the next review of the version in force. Throws 404, 412, `documentNotDraft`. */
export async function changeVersion(
  tx: Tx,
  ids: Ids,
  body: z.output<typeof VersionChange>,
): Promise<DocumentView> {
  const row = await hold(tx, ids)
  const state = row.state as DocumentState
  const words = body.asOf !== undefined || body.changes !== undefined
  refuseIf(words ? whyNotChangeable(state) : whyNotReviewable(state))
  await change(tx, table, ids, { as_of: body.asOf, changes: body.changes, review_on: body.reviewOn })
  await record(tx, 'versionChanged', { kind, id: ids.id }, sentFields(body))
  return readDocument(tx, row.document_id)
}

/** The file of a draft; a second one takes the place of the first. Throws 404, `documentNotDraft`, 413, 415, 503. */
export async function uploadVersionFile(
  tx: Tx,
  actor: Actor,
  { files, clamd }: { files: FileStore; clamd: DocumentDeps['clamd'] },
  { id, upload }: { id: string; upload: Upload | undefined },
): Promise<DocumentView> {
  if (!upload) throw new Refusal('invalid', 'malformed')
  const row = await lock(tx, table, id)
  refuseIf(whyNotChangeable(row.state as DocumentState))
  const kept = await keepFile(files, actor.tenantId, await checkUpload(clamd, upload))
  await change(tx, table, row, kept)
  const details = { mediaType: kept.media_type, size: kept.byte_size }
  await record(tx, 'fileStored', { kind, id }, details)
  return readDocument(tx, row.document_id)
}

/** Throws 404, also where a version has no file, and 503 when the bytes are gone. */
export async function downloadVersionFile(
  tx: Tx,
  actor: Actor,
  files: FileStore,
  id: string,
): Promise<Download> {
  const row = found(
    await tx
      .selectFrom('programme_document_version as v')
      .innerJoin('programme_document as d', (join) =>
        join.onRef('d.tenant_id', '=', 'v.tenant_id').onRef('d.id', '=', 'v.document_id'),
      )
      .select(['v.number', 'v.media_type', 'v.sha256', 'v.file_key', 'd.kind'])
      .where('v.id', '=', id)
      .where('v.file_key', 'is not', null)
      .executeTakeFirst(),
  )
  const bytes = await readKept(files, actor.tenantId, { file_key: row.file_key!, sha256: row.sha256! })
  await record(tx, 'fileRead', { kind, id })
  const label = documentKindLabels[row.kind as keyof typeof documentKindLabels].replaceAll(' ', '-')
  return { name: `${label}-Fassung-${row.number}.${endingOf(row.media_type!)}`, bytes }
}

/** Which of these files a version names: the nightly sweep leaves them. */
export const programmeFiles: FilesInUse = async (tx, keys) => {
  const rows = await tx.selectFrom(table).select('file_key').where('file_key', 'in', keys).execute()
  return rows.flatMap((row) => row.file_key ?? [])
}

/** On its way, with the way of the register as it is today. Throws 404, 412, `documentNotDraft`. */
export async function submitVersion(tx: Tx, ids: Ids, now: Temporal.Instant): Promise<DocumentView> {
  const row = await hold(tx, ids)
  const owner = await document(tx, row)
  const way = { ...wayOf(row), path: owner.approval_path as ApprovalBody[] }
  const after = submitted(way)
  if ('problem' in after) throw new Refusal('conflict', after.problem)
  await move(tx, row, after, { on: dayOf(now), path: way.path, months: owner.review_months })
  await record(tx, 'versionSubmitted', { kind, id: ids.id }, { state: after.state })
  return readDocument(tx, row.document_id)
}

/** What the body decided whose turn it is. Throws 404, 412, `documentNotInApproval`, `decidedInFuture`, `decidedBeforeLast`. */
export async function decideVersion(
  tx: Tx,
  ids: Ids,
  body: z.output<typeof Decision>,
  now: Temporal.Instant,
): Promise<DocumentView> {
  const row = await hold(tx, ids)
  const way = wayOf(row)
  const after = decided(way, body.outcome)
  if ('problem' in after) throw new Refusal('conflict', after.problem)
  const lastOn = await tx
    .selectFrom('programme_approval')
    .select((eb) => eb.fn.max('decided_on').as('on'))
    .where('version_id', '=', ids.id)
    .executeTakeFirst()
  refuseFields({ decidedOn: whyNotDecidedOn(body.decidedOn, lastOn?.on ?? null, dayOf(now)) })
  const approval = { position: way.step, body: way.path[way.step]!, outcome: body.outcome }
  await add(tx, 'programme_approval', {
    document_id: row.document_id,
    version_id: row.id,
    ...approval,
    decided_on: body.decidedOn,
    file_number: body.fileNumber ?? null,
    remark: body.remark ?? null,
  })
  const owner = after.state === 'valid' ? await document(tx, row) : undefined
  const months = owner?.review_months ?? null
  await move(tx, row, after, { on: body.decidedOn, path: way.path, months })
  await record(tx, 'versionDecided', { kind, id: ids.id }, approval)
  return readDocument(tx, row.document_id)
}

/** In force: the older one is superseded first, there is only one. */
async function move(
  tx: Tx,
  row: Held,
  after: Pick<Way, 'state' | 'step'>,
  { on, path, months }: { on: string; path: readonly string[]; months: number | null },
): Promise<void> {
  const valid = after.state === 'valid'
  if (valid) {
    await tx
      .updateTable(table)
      .set((eb) => ({ state: 'superseded', state_on: on, version: eb('version', '+', 1) }))
      .where('document_id', '=', row.document_id)
      .where('state', '=', 'valid')
      .execute()
  }
  await change(tx, table, row, {
    ...after,
    state_on: on,
    approval_path: [...path],
    ...(valid ? { valid_from: on, review_on: row.review_on ?? (months ? addMonths(on, months) : null) } : {}),
  })
}

/** Throws 404, 412, `documentNotOpen`. */
export async function discardVersion(tx: Tx, ids: Ids, now: Temporal.Instant): Promise<DocumentView> {
  const row = await hold(tx, ids)
  refuseIf(whyNotDiscardable(row.state as DocumentState))
  await change(tx, table, ids, { state: 'discarded', state_on: dayOf(now) })
  await record(tx, 'versionDiscarded', { kind, id: ids.id })
  return readDocument(tx, row.document_id)
}

/** The contents the Land asks for, each with its place in the text (R146). Throws 404, 412, 400 for unknown ones. */
export async function checkContents(
  tx: Tx,
  ids: Ids,
  { contents }: z.output<typeof ContentsCheck>,
  now: Temporal.Instant,
): Promise<DocumentView> {
  const row = await hold(tx, ids)
  refuseIf(['superseded', 'discarded'].includes(row.state) ? 'documentNotInForce' : null)
  const asked = new Set((await document(tx, row)).checked_contents)
  refuseFields({ contents: contents.every(({ key }) => asked.has(key)) ? null : 'contentUnknown' })
  const rows = [...new Map(contents.map((one) => [one.key, one])).values()].map((one) => ({
    document_id: row.document_id,
    version_id: row.id,
    content_key: one.key,
    outcome: one.outcome,
    place: one.place ?? null,
  }))
  if (rows.length > 0)
    await tx
      .insertInto('programme_content')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'version_id', 'content_key']).doUpdateSet((eb) => ({
          outcome: eb.ref('excluded.outcome'),
          place: eb.ref('excluded.place'),
        })),
      )
      .execute()
  await change(tx, table, ids, { contents_checked_on: dayOf(now) })
  const missing = contents.filter(({ outcome }) => outcome === 'missing').length
  await record(tx, 'contentsChecked', { kind, id: ids.id }, { contents: contents.length, missing })
  return readDocument(tx, row.document_id)
}
