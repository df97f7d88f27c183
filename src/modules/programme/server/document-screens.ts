import { sql } from 'kysely'
import type { Query } from '../../../platform/contract/endpoint.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { ApprovalBody, DocumentState } from '../contract/codes.ts'
import type {
  DocumentRow,
  DocumentView,
  programmeDocumentEndpoints,
  VersionView,
} from '../contract/documents.ts'
import { whyNotChangeable, whyNotDiscardable, whyNotReviewable } from '../rules/document-states.ts'
import { districtFacts, type DistrictFacts } from './district-facts.ts'
import { byDay, byTitle, holds, listPage, mayWrite, mine } from './list-page.ts'

type ListQuery = Query<typeof programmeDocumentEndpoints.list>
type Listed = Omit<DocumentRow, 'open'> & {
  open: { number: number; state: DocumentState; body: ApprovalBody | null } | null
}

const valid = sql`programme_document_version v where v.tenant_id = d.tenant_id and v.document_id = d.id and v.state = 'valid'`
const open = sql`programme_document_version v where v.tenant_id = d.tenant_id and v.document_id = d.id and v.state in ('draft', 'inApproval')`

/** Two statements: the page, and what the bodies are called here. */
export async function listDocuments(
  tx: Tx,
  query: ListQuery,
): Promise<{ rows: DocumentRow[]; next?: string }> {
  const sorts = {
    title: byTitle(sql`d.title`),
    reviewOn: byDay(sql`(select v.review_on from ${valid})`),
    validFrom: byDay(sql`(select v.valid_from from ${valid})`),
  }
  const page = await listPage<Listed>(
    tx,
    sql`select d.id, ${sorts[query.sort]} as sort, jsonb_build_object('id', d.id, 'kind', d.kind, 'title', d.title,
        'endedOn', d.ended_on,
        'valid', (select jsonb_build_object('number', v.number, 'asOf', v.as_of, 'validFrom', v.valid_from) from ${valid}),
        'open', (select jsonb_build_object('number', v.number, 'state', v.state,
            'body', case when v.state = 'inApproval' then v.approval_path[v.step + 1] end) from ${open}),
        'reviewOn', (select v.review_on from ${valid}),
        'contents', case when cardinality(d.checked_contents) > 0 then jsonb_build_object(
            'asked', cardinality(d.checked_contents),
            'present', (select count(*) from programme_content c where c.tenant_id = d.tenant_id
                and c.content_key = any (d.checked_contents) and c.outcome <> 'missing' and c.version_id =
                  (select v.id from programme_document_version v where v.tenant_id = d.tenant_id and v.document_id = d.id
                     and v.state <> 'discarded' order by v.number desc limit 1))) end) as view
      from programme_document d
      where d.tenant_id = ${mine} and (d.ended_on is null) = ${query.state === 'current'}
        and (${query.kind ?? null}::text is null or d.kind = ${query.kind ?? null})
        and ${holds(sql`d.title || ' ' || coalesce(d.remark, '')`, query.q)}`,
    query,
  )
  const { bodyLabel } = await districtFacts(tx)
  const rows = page.rows.map(({ open: way, ...row }) => ({
    ...row,
    open: way && { number: way.number, state: way.state, waitsFor: way.body && bodyLabel(way.body) },
  }))
  return { ...page, rows }
}

type StoredVersion = Omit<VersionView, 'path' | 'approvals' | 'contents' | 'can'> & {
  approvalPath: ApprovalBody[]
  approvals: Omit<VersionView['approvals'][number], 'bodyLabel'>[]
  contents: { key: string; outcome: VersionView['contents'][number]['outcome']; place: string | null }[]
}
interface StoredDocument extends Omit<DocumentView, 'bodies' | 'mandatoryContents' | 'versions' | 'can'> {
  versions: StoredVersion[]
  writes: boolean
}

/** Two statements. Throws 404. */
export async function readDocument(tx: Tx, id: string): Promise<DocumentView> {
  const { rows } = await sql<{ view: StoredDocument }>`
    select jsonb_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'approvalPath', d.approval_path,
        'reviewMonths', d.review_months, 'checkedContents', d.checked_contents, 'remark', d.remark, 'source', d.source,
        'endedOn', d.ended_on, 'version', d.version, 'writes', ${mayWrite},
        'versions', (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'documentId', v.document_id,
            'number', v.number, 'asOf', v.as_of, 'changes', v.changes, 'state', v.state, 'stateOn', v.state_on,
            'approvalPath', case when v.state = 'draft' then d.approval_path else v.approval_path end,
            'next', v.step, 'validFrom', v.valid_from, 'reviewOn', v.review_on,
            'contentsCheckedOn', v.contents_checked_on, 'version', v.version,
            'file', case when v.file_key is not null then jsonb_build_object('mediaType', v.media_type, 'size', v.byte_size) end,
            'approvals', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'body', a.body, 'outcome', a.outcome,
                'decidedOn', a.decided_on, 'fileNumber', a.file_number, 'remark', a.remark) order by a.created_at, a.position), '[]')
              from programme_approval a where a.tenant_id = v.tenant_id and a.version_id = v.id),
            'contents', (select coalesce(jsonb_agg(jsonb_build_object('key', c.content_key, 'outcome', c.outcome,
                'place', c.place)), '[]')
              from programme_content c where c.tenant_id = v.tenant_id and c.version_id = v.id)) order by v.number desc), '[]')
          from programme_document_version v where v.tenant_id = d.tenant_id and v.document_id = d.id)) as view
    from programme_document d where d.tenant_id = ${mine} and d.id = ${id}`.execute(tx)
  return documentView(found(rows[0]).view, await districtFacts(tx))
}

function documentView(stored: StoredDocument, facts: DistrictFacts): DocumentView {
  const { writes, versions, ...document } = stored
  const changes = writes && stored.endedOn === null
  const underWay = versions.some(({ state }) => state === 'draft' || state === 'inApproval')
  return {
    ...document,
    bodies: Object.entries(bodiesOf(facts)).map(([body, label]) => ({ body: body as ApprovalBody, label })),
    mandatoryContents: facts.programme.mandatoryContents.map(({ key, label }) => ({ key, label })),
    versions: versions.map((version) => versionView(version, stored, facts, changes)),
    can: [
      ...(writes ? (['change'] as const) : []),
      ...(changes && !underWay ? (['addVersion'] as const) : []),
    ],
  }
}

const bodiesOf = ({ bodyLabel }: DistrictFacts) => ({
  actors: bodyLabel('actors'),
  administration: bodyLabel('administration'),
  land: bodyLabel('land'),
  steeringGroup: bodyLabel('steeringGroup'),
  politicalCommittee: bodyLabel('politicalCommittee'),
  council: bodyLabel('council'),
})

function versionView(
  stored: StoredVersion,
  { checkedContents }: Pick<DocumentView, 'checkedContents'>,
  { bodyLabel, programme }: DistrictFacts,
  changes: boolean,
): VersionView {
  const { approvalPath, approvals, contents, ...version } = stored
  const named = new Map(programme.mandatoryContents.map((content) => [content.key, content]))
  const keys = [...new Set([...checkedContents, ...contents.map(({ key }) => key)])]
  return {
    ...version,
    path: approvalPath.map((body) => ({ body, label: bodyLabel(body) })),
    approvals: approvals.map((one) => ({ ...one, bodyLabel: bodyLabel(one.body) })),
    contents: keys.map((key) => {
      const known = contents.find((one) => one.key === key)
      return {
        key,
        label: named.get(key)?.label ?? key,
        definition: named.get(key)?.definition ?? null,
        outcome: known?.outcome ?? null,
        place: known?.place ?? null,
      }
    }),
    can: changes ? actionsOf(version.state, keys.length > 0) : [],
  }
}

function actionsOf(state: DocumentState, asked: boolean): VersionView['can'] {
  const draft = whyNotChangeable(state) === null
  const current = state !== 'superseded' && state !== 'discarded'
  return [
    ...(draft ? (['change', 'upload', 'submit'] as const) : []),
    ...(state === 'inApproval' ? (['decide'] as const) : []),
    ...(whyNotDiscardable(state) === null ? (['discard'] as const) : []),
    ...(current && asked ? (['check'] as const) : []),
    ...(!draft && whyNotReviewable(state) === null ? (['review'] as const) : []),
  ]
}
