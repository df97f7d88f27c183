import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import {
  ApprovalBody,
  ApprovalOutcome,
  ContentOutcome,
  DocumentState,
  ProgrammeDocumentKind,
} from './codes.ts'
import { ListQuery } from './list-query.ts'

const AsOf = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'Schreiben Sie 2026, 2026-08 oder 2026-08-31.',
  )

/** What the row of the register shows: the version in force, and the one under way. */
export const DocumentRow = z
  .object({
    id: Id,
    kind: ProgrammeDocumentKind,
    title: z.string(),
    endedOn: PlainDate.nullable(),
    valid: z
      .object({ number: z.int(), asOf: z.string().nullable(), validFrom: PlainDate.nullable() })
      .nullable(),
    open: z.object({ number: z.int(), state: DocumentState, waitsFor: z.string().nullable() }).nullable(),
    reviewOn: PlainDate.nullable(),
    /** Null where the Land asks for none. */
    contents: z.object({ present: z.int(), asked: z.int() }).nullable(),
  })
  .meta({ id: 'ProgrammeDocumentRow' })
export type DocumentRow = z.infer<typeof DocumentRow>

const Approval = z.object({
  id: Id,
  body: ApprovalBody,
  bodyLabel: z.string(),
  outcome: ApprovalOutcome,
  decidedOn: PlainDate.nullable(),
  fileNumber: z.string().nullable(),
  remark: z.string().nullable(),
})

export const VersionView = z
  .object({
    id: Id,
    documentId: Id,
    number: z.int(),
    asOf: z.string().nullable(),
    changes: z.string().nullable(),
    state: DocumentState,
    stateOn: PlainDate,
    /** The bodies on the way; `next` is the place of the one whose turn it is. */
    path: z.array(z.object({ body: ApprovalBody, label: z.string() })),
    next: z.int(),
    approvals: z.array(Approval),
    validFrom: PlainDate.nullable(),
    reviewOn: PlainDate.nullable(),
    contentsCheckedOn: PlainDate.nullable(),
    contents: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        definition: z.string().nullable(),
        outcome: ContentOutcome.nullable(),
        place: z.string().nullable(),
      }),
    ),
    file: z.object({ mediaType: z.string(), size: z.int() }).nullable(),
    version: z.int(),
    can: z.array(z.enum(['change', 'upload', 'submit', 'decide', 'discard', 'check', 'review'])),
  })
  .meta({ id: 'ProgrammeDocumentVersion' })
export type VersionView = z.infer<typeof VersionView>

export const DocumentView = z
  .object({
    id: Id,
    kind: ProgrammeDocumentKind,
    title: z.string(),
    approvalPath: z.array(ApprovalBody),
    /** What each body is called here. */
    bodies: z.array(z.object({ body: ApprovalBody, label: z.string() })),
    reviewMonths: z.int().nullable(),
    checkedContents: z.array(z.string()),
    /** All contents the Land asks for in this district's configuration. */
    mandatoryContents: z.array(z.object({ key: z.string(), label: z.string() })),
    remark: z.string().nullable(),
    source: z.string().nullable(),
    endedOn: PlainDate.nullable(),
    versions: z.array(VersionView),
    version: z.int(),
    can: z.array(z.enum(['change', 'addVersion'])),
  })
  .meta({ id: 'ProgrammeDocument' })
export type DocumentView = z.infer<typeof DocumentView>

const fields = {
  kind: ProgrammeDocumentKind,
  title: text(300),
  approvalPath: z.array(ApprovalBody).max(6),
  reviewMonths: z.int().min(1).max(120).nullable(),
  checkedContents: z.array(z.string().max(60)).max(40),
  remark: optionalText(2000),
}
export const NewDocument = z
  .strictObject({
    ...fields,
    reviewMonths: fields.reviewMonths.optional(),
    checkedContents: fields.checkedContents.optional(),
  })
  .meta({ id: 'NewProgrammeDocument' })
export const DocumentChange = z
  .strictObject({ ...fields, endedOn: PlainDate.nullable() })
  .partial()
  .meta({ id: 'ProgrammeDocumentChange' })

export const NewVersion = z
  .strictObject({ asOf: AsOf.nullable().optional(), changes: optionalText(2000) })
  .meta({ id: 'NewProgrammeDocumentVersion' })
export const VersionChange = z
  .strictObject({
    asOf: AsOf.nullable(),
    changes: optionalText(2000),
    reviewOn: PlainDate.nullable(),
  })
  .partial()
  .meta({ id: 'ProgrammeDocumentVersionChange' })

export const Decision = z
  .strictObject({
    outcome: ApprovalOutcome,
    decidedOn: PlainDate,
    fileNumber: optionalText(120),
    remark: optionalText(2000),
  })
  .meta({ id: 'ProgrammeApproval' })

export const ContentsCheck = z
  .strictObject({
    contents: z
      .array(
        z.strictObject({
          key: z.string().min(1).max(60),
          outcome: ContentOutcome,
          place: optionalText(300),
        }),
      )
      .max(40),
  })
  .meta({ id: 'ProgrammeContentsCheck' })

const document = { right: 'programme.write', params: IdParams, response: DocumentView } as const
const step = { ...document, ifMatch: true } as const

export const programmeDocumentEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/programme-documents',
    right: 'programme.read',
    summary: 'The register of documents: the version in force, the one under way, the next review.',
    query: ListQuery.extend({
      kind: ProgrammeDocumentKind.optional(),
      state: z.enum(['current', 'ended']).default('current'),
      sort: z.enum(['title', 'reviewOn', 'validFrom']).default('title'),
    }),
    response: pageOf(DocumentRow, 'ProgrammeDocumentPage'),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/programme-documents',
    right: 'programme.write',
    summary: 'Enters a document into the register; its first version is a draft.',
    body: NewDocument,
    response: DocumentView,
    status: 201,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/programme-documents/:id',
    right: 'programme.read',
    summary: 'A document with all versions, the decisions on each and the contents checked.',
    params: IdParams,
    response: DocumentView,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/programme-documents/:id',
    summary: 'Changes what the register says of a document, or ends it; its versions stay as they are.',
    body: DocumentChange,
    ...step,
  }),
  addVersion: endpoint({
    method: 'POST',
    path: '/api/programme-documents/:id/versions',
    summary: 'Begins the next version as a draft; the one in force stays until the new one is.',
    body: NewVersion,
    status: 201,
    ...document,
  }),
}

export const programmeVersionEndpoints = {
  change: endpoint({
    method: 'PATCH',
    path: '/api/programme-document-versions/:id',
    summary: 'Changes a draft, or the review date of the version in force.',
    body: VersionChange,
    ...step,
  }),
  upload: endpoint({
    method: 'POST',
    path: '/api/programme-document-versions/:id/file',
    right: 'programme.write',
    summary:
      'Stores the file of a draft (PDF, PNG, JPEG, plain text, at most 10 MB) after checking its content.',
    params: IdParams,
    upload: true,
    response: DocumentView,
    status: 201,
  }),
  download: endpoint({
    method: 'GET',
    path: '/api/programme-document-versions/:id/file',
    right: 'programme.read',
    summary: 'The file of a version, always as an attachment and never under its own media type.',
    params: IdParams,
    download: 'application/octet-stream',
  }),
  submit: endpoint({
    method: 'POST',
    path: '/api/programme-document-versions/:id/submission',
    summary: 'Sends a draft on its way; without any body on the way it is in force at once.',
    ...step,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/programme-document-versions/:id/approvals',
    summary: 'Records what the body whose turn it is decided; after the last one the version is in force.',
    body: Decision,
    ...step,
  }),
  discard: endpoint({
    method: 'POST',
    path: '/api/programme-document-versions/:id/discarding',
    summary: 'Gives a draft up; it stays in the register.',
    ...step,
  }),
  check: endpoint({
    method: 'PUT',
    path: '/api/programme-document-versions/:id/contents',
    summary: 'Records which of the contents the Land asks for are in a version, and where.',
    body: ContentsCheck,
    ...step,
  }),
}
