import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { Intensity, Phase } from '../../cases/index.ts'
import { CaseFilePart } from './case-file-parts.ts'
import { CaseColumn, ContactColumn, TaskColumn } from './columns.ts'

const states = {
  waiting: 'wartet',
  running: 'wird erstellt',
  done: 'fertig',
  failed: 'nicht gelungen',
  refused: 'abgelehnt',
  cancelled: 'abgebrochen',
} as const
export const ExportState = z.enum(Object.keys(states) as [keyof typeof states]).meta({ id: 'ExportState' })
export type ExportState = z.infer<typeof ExportState>
export const exportStateLabels: Readonly<Record<ExportState, string>> = states

const reasons = {
  rightsWithdrawn: 'Sie haben das Recht dazu nicht mehr.',
  caseHidden: 'Der Fall ist für Sie nicht mehr zugänglich.',
  accountClosed: 'Ihr Konto ist gesperrt oder das Kennwort muss geändert werden.',
  tooManyRows: 'Die Liste ist zu lang. Bitte grenzen Sie sie ein, zum Beispiel auf ein Jahr.',
  tooLarge: 'Die Akte ist zu umfangreich. Bitte wählen Sie weniger Teile.',
  interrupted: 'Der Server wurde mehrmals unterbrochen. Bitte versuchen Sie es noch einmal.',
  unexpected: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal oder melden Sie es der Verwaltung.',
} as const
export const ExportReason = z
  .enum(Object.keys(reasons) as [keyof typeof reasons])
  .meta({ id: 'ExportReason' })
export type ExportReason = z.infer<typeof ExportReason>
export const exportReasonTexts: Readonly<Record<ExportReason, string>> = reasons

export const ListFormat = z.enum(['csv', 'xlsx']).meta({ id: 'ExportListFormat' })
export type ListFormat = z.infer<typeof ListFormat>

export const CaseFileChoice = z.strictObject({
  kind: z.literal('caseFile'),
  caseId: Id,
  parts: z.array(CaseFilePart).min(1, 'Bitte wählen Sie mindestens einen Teil der Akte.').max(20),
})
const columns = <C extends z.ZodType>(column: C) =>
  z.array(column).min(1, 'Bitte wählen Sie mindestens eine Spalte.').max(20)

/** The filter of the list of cases; see its endpoint. */
export const CaseListChoice = z.strictObject({
  kind: z.literal('cases'),
  format: ListFormat,
  columns: columns(CaseColumn),
  filter: z
    .strictObject({
      scope: z.enum(['mine', 'own', 'deputy', 'oversight', 'opened']),
      state: z.enum(['open', 'closed', 'all']),
      phase: Phase.optional(),
      intensity: Intensity.optional(),
      siteId: Id.optional(),
      overdue: z.boolean().optional(),
      sort: z.enum(['phaseSince', 'name', 'lastContact']),
      text: z.string().trim().min(2).max(120).optional(),
    })
    .meta({ id: 'ExportCaseFilter' }),
})
export const ContactListChoice = z.strictObject({
  kind: z.literal('contacts'),
  format: ListFormat,
  columns: columns(ContactColumn),
  /** Of one case; null: of all cases the person works. */
  caseId: Id.nullable(),
  from: PlainDate.nullable(),
  /** Last day. */
  to: PlainDate.nullable(),
})
export const TaskListChoice = z.strictObject({
  kind: z.literal('tasks'),
  format: ListFormat,
  columns: columns(TaskColumn),
  caseId: Id.nullable(),
  view: z.enum(['mine', 'given']),
  state: z.enum(['open', 'closed']),
})

export const ExportChoice = z
  .discriminatedUnion('kind', [CaseFileChoice, CaseListChoice, ContactListChoice, TaskListChoice])
  .meta({ id: 'NewExport' })
export type ExportChoice = z.output<typeof ExportChoice>
export type ExportKind = ExportChoice['kind']
export type CaseFileChoice = z.output<typeof CaseFileChoice>
export type ListChoice = Exclude<ExportChoice, CaseFileChoice>

export const exportKindLabels: Readonly<Record<ExportKind, string>> = {
  caseFile: 'Akte',
  cases: 'Liste der Fälle',
  contacts: 'Liste der Kontakte',
  tasks: 'Liste der Aufgaben',
}

export const ExportView = z
  .object({
    id: Id,
    kind: z.enum(['caseFile', 'cases', 'contacts', 'tasks']),
    format: z.enum(['pdf', 'csv', 'xlsx']),
    case: z.object({ id: Id, fileNumber: z.string() }).nullable(),
    state: ExportState,
    reason: ExportReason.nullable(),
    /** Parts of the file, or rows of the list, that are done. */
    done: z.int(),
    /** Null: not known beforehand. */
    total: z.int().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    /** When the result is deleted. */
    until: z.string(),
    can: z.array(z.enum(['download', 'cancel', 'remove'])),
  })
  .meta({ id: 'Export' })
export type ExportView = z.infer<typeof ExportView>

export const exportEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/exports',
    right: 'export.own',
    summary: 'What the person asked to take out in the last 24 hours, and whether lists are allowed.',
    response: z
      .object({
        rows: z.array(ExportView),
        /** The grant to take lists out; null: not allowed. */
        lists: z.object({ until: z.string() }).nullable(),
      })
      .meta({ id: 'Exports' }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/exports',
    right: 'export.own',
    summary:
      'Asks for a case file as PDF or a list as CSV or XLSX; a worker makes it with the rights of the person.',
    body: ExportChoice,
    response: ExportView,
    status: 201,
    keepsNoAnswer: true,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/exports/:id',
    right: 'export.own',
    summary: 'How far an export is.',
    params: IdParams,
    response: ExportView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/exports/:id',
    right: 'export.own',
    summary: 'Cancels an export that is not finished, or deletes the result of one that is.',
    params: IdParams,
    status: 204,
  }),
  file: endpoint({
    method: 'GET',
    path: '/api/exports/:id/file',
    right: 'export.own',
    summary: 'The result, for its owner alone and as long as the right to it lasts; audited.',
    params: IdParams,
    download: 'application/octet-stream',
  }),
}
