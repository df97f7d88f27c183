import type { z } from 'zod'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { DocumentChange, DocumentView, NewDocument, NewVersion } from '../contract/documents.ts'
import { readDocument } from './document-screens.ts'
import { districtFacts } from './district-facts.ts'
import { refuseFields } from './refuse-fields.ts'
import { add, change, lock, record, sentFields, type Ids } from './store.ts'

const kind = 'programmeDocument'

/** Into the register, with a first draft. Throws 400 for contents the district file does not know. */
export async function createDocument(
  tx: Tx,
  body: z.output<typeof NewDocument>,
  now: Temporal.Instant,
): Promise<DocumentView> {
  await refuseUnknownContents(tx, body.checkedContents)
  const id = await add(tx, 'programme_document', {
    kind: body.kind,
    title: body.title,
    approval_path: body.approvalPath,
    review_months: body.reviewMonths ?? null,
    checked_contents: body.checkedContents ?? [],
    remark: body.remark ?? null,
  })
  const first = { document_id: id, number: 1, state: 'draft', state_on: dayOf(now) }
  await add(tx, 'programme_document_version', first)
  await record(tx, 'documentEntered', { kind, id }, { kind: body.kind })
  return readDocument(tx, id)
}

/** What the register says of it. Versions on their way keep the way they were submitted with. Throws 404, 412. */
export async function changeDocument(
  tx: Tx,
  ids: Ids,
  body: z.output<typeof DocumentChange>,
): Promise<DocumentView> {
  const row = await lock(tx, 'programme_document', ids.id)
  if (row.version !== ids.version) {
    const current = await readDocument(tx, ids.id)
    refuseStale(row.version, ids.version, () => current)
  }
  await refuseUnknownContents(tx, body.checkedContents)
  await change(tx, 'programme_document', ids, {
    kind: body.kind,
    title: body.title,
    approval_path: body.approvalPath,
    review_months: body.reviewMonths,
    checked_contents: body.checkedContents,
    remark: body.remark,
    ended_on: body.endedOn,
  })
  await record(tx, 'documentChanged', { kind, id: ids.id }, sentFields(body))
  return readDocument(tx, ids.id)
}

/** The next version as a draft; one at a time. Throws 404, `documentEnded`, `documentHasOpenVersion`. */
export async function addVersion(
  tx: Tx,
  id: string,
  body: z.output<typeof NewVersion>,
  now: Temporal.Instant,
): Promise<DocumentView> {
  const row = await lock(tx, 'programme_document', id)
  refuseIf(row.ended_on === null ? null : 'documentEnded')
  const versions = await tx
    .selectFrom('programme_document_version')
    .select(['number', 'state'])
    .where('document_id', '=', id)
    .execute()
  const open = versions.some(({ state }) => state === 'draft' || state === 'inApproval')
  refuseIf(open ? 'documentHasOpenVersion' : null)
  const number = Math.max(0, ...versions.map((version) => version.number)) + 1
  await add(tx, 'programme_document_version', {
    document_id: id,
    number,
    as_of: body.asOf ?? null,
    changes: body.changes ?? null,
    state: 'draft',
    state_on: dayOf(now),
  })
  await record(tx, 'versionBegun', { kind, id }, { number })
  return readDocument(tx, id)
}

async function refuseUnknownContents(tx: Tx, keys: readonly string[] | undefined): Promise<void> {
  if (!keys || keys.length === 0) return
  const { programme } = await districtFacts(tx)
  const known = new Set(programme.mandatoryContents.map(({ key }) => key))
  refuseFields({ checkedContents: keys.every((key) => known.has(key)) ? null : 'contentUnknown' })
}
