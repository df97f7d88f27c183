import { z } from 'zod'

const keysOf = <const L extends Record<string, string>>(labels: L) =>
  z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]])

/** Columns of the lists as people read them, in the order of the table. */
export const caseColumnLabels = {
  fileNumber: 'Aktenzeichen',
  familyName: 'Familienname',
  givenName: 'Vorname',
  birthYear: 'Geburtsjahr',
  persons: 'Personen',
  intensity: 'Intensität',
  phase: 'Phase',
  phaseSince: 'Phase seit',
  urgency: 'Dringlichkeit',
  lastContactOn: 'Letzter Kontakt',
  reassessmentDueOn: 'Re-Assessment fällig',
  closedOn: 'Abgeschlossen am',
  site: 'Standort',
  responsible: 'Zuständig',
} as const
export const CaseColumn = keysOf(caseColumnLabels).meta({ id: 'ExportCaseColumn' })
export type CaseColumn = z.infer<typeof CaseColumn>

export const contactColumnLabels = {
  fileNumber: 'Aktenzeichen',
  onDate: 'Datum',
  atTime: 'Uhrzeit',
  kind: 'Art',
  persons: 'Beteiligte Personen',
  language: 'Sprache',
  mediator: 'Sprachmittlung',
  topics: 'Themen',
  activities: 'Tätigkeiten',
  site: 'Standort',
  note: 'Notiz',
  waitsFor: 'Wartet auf',
  waitsUntil: 'Wartet bis',
  answeredOn: 'Antwort am',
  createdBy: 'Erfasst von',
} as const
export const ContactColumn = keysOf(contactColumnLabels).meta({ id: 'ExportContactColumn' })
export type ContactColumn = z.infer<typeof ContactColumn>

export const taskColumnLabels = {
  fileNumber: 'Aktenzeichen',
  title: 'Aufgabe',
  remark: 'Bemerkung',
  kind: 'Art',
  dueOn: 'Fällig am',
  remindOn: 'Erinnerung am',
  assignee: 'Wer',
  state: 'Stand',
  closedOn: 'Erledigt am',
  createdBy: 'Angelegt von',
} as const
export const TaskColumn = keysOf(taskColumnLabels).meta({ id: 'ExportTaskColumn' })
export type TaskColumn = z.infer<typeof TaskColumn>

/** Columns that name clients or hold free text about them: chosen on purpose, never by default. */
export const personalColumns: ReadonlySet<string> = new Set([
  'familyName',
  'givenName',
  'birthYear',
  'note',
  'remark',
  'waitsFor',
])
/** `persons` is a count in the list of cases and names in that of contacts. */
export const defaultColumns = <L extends Record<string, string>>(
  labels: L,
  kind: 'cases' | 'contacts' | 'tasks',
): (keyof L & string)[] =>
  Object.keys(labels).filter(
    (key) => !personalColumns.has(key) && !(kind === 'contacts' && key === 'persons'),
  )
