import { z } from 'zod'
import { ApprovalBody, ProgrammeDocumentKind } from '../../tenancy/index.ts'

export { ApprovalBody, ProgrammeDocumentKind }
export type ApprovalBody = z.infer<typeof ApprovalBody>
export type ProgrammeDocumentKind = z.infer<typeof ProgrammeDocumentKind>

export const documentKindLabels: Readonly<Record<ProgrammeDocumentKind, string>> = {
  concept: 'Konzept',
  declaration: 'Erklärung',
  mission: 'Leitbild',
  manual: 'Handbuch',
  annex: 'Anlage',
  publicity: 'Flyer und Broschüren',
  other: 'Sonstiges',
}

/** The steering group has a name of its own in each district; it comes with the view. */
export const bodyLabels: Readonly<Record<ApprovalBody, string>> = {
  actors: 'Akteure vor Ort',
  administration: 'Verwaltungsleitung',
  land: 'Land',
  steeringGroup: 'Lenkungsgruppe',
  politicalCommittee: 'Ausschuss',
  council: 'Kreistag',
}

export const DocumentState = z.enum(['draft', 'inApproval', 'valid', 'superseded', 'discarded'])
export type DocumentState = z.infer<typeof DocumentState>
export const documentStateLabels: Readonly<Record<DocumentState, string>> = {
  draft: 'Entwurf',
  inApproval: 'in Abstimmung',
  valid: 'gültig',
  superseded: 'abgelöst',
  discarded: 'verworfen',
}

export const ApprovalOutcome = z.enum(['agreed', 'returned', 'notNeeded'])
export type ApprovalOutcome = z.infer<typeof ApprovalOutcome>
export const outcomeLabels: Readonly<Record<ApprovalOutcome, string>> = {
  agreed: 'zugestimmt',
  returned: 'zurückgegeben',
  notNeeded: 'nicht nötig',
}

export const ContentOutcome = z.enum(['present', 'missing', 'notNeeded'])
export type ContentOutcome = z.infer<typeof ContentOutcome>
export const contentLabels: Readonly<Record<ContentOutcome, string>> = {
  present: 'Enthalten',
  missing: 'Fehlt',
  notNeeded: 'Nicht nötig',
}

export const Settled = z.enum(['open', 'reached', 'dropped'])
export type Settled = z.infer<typeof Settled>
export const settledLabels: Readonly<Record<Settled, string>> = {
  open: 'offen',
  reached: 'erreicht',
  dropped: 'aufgegeben',
}

export const Rating = z.enum(['onTrack', 'atRisk', 'offTrack'])
export type Rating = z.infer<typeof Rating>
export const ratingLabels: Readonly<Record<Rating, string>> = {
  onTrack: 'Auf dem Weg',
  atRisk: 'Gefährdet',
  offTrack: 'Im Rückstand',
}

export const ActivityKind = z.enum([
  'infoEvent',
  'campaign',
  'press',
  'material',
  'exploratoryTalk',
  'stateFormat',
  'cooperation',
])
export type ActivityKind = z.infer<typeof ActivityKind>
export const activityKindLabels: Readonly<Record<ActivityKind, string>> = {
  infoEvent: 'Informationsveranstaltung',
  campaign: 'Kampagne',
  press: 'Pressearbeit',
  material: 'Film, Flyer, Broschüre',
  exploratoryTalk: 'Sondierungsgespräch',
  stateFormat: 'Austauschformat des Landes',
  cooperation: 'Zusammenarbeit der Bausteine',
}
/** What goes out to the public and must bear the funder's note (R170). */
export const publishedKinds: readonly ActivityKind[] = ['campaign', 'press', 'material']

export const ActivityState = z.enum(['planned', 'done', 'cancelled'])
export type ActivityState = z.infer<typeof ActivityState>
export const activityStateLabels: Readonly<Record<ActivityState, string>> = {
  planned: 'geplant',
  done: 'durchgeführt',
  cancelled: 'abgesagt',
}

export const Audience = z.enum(['fullTime', 'volunteers', 'targetGroup', 'public', 'politics', 'partners'])
export type Audience = z.infer<typeof Audience>
export const audienceLabels: Readonly<Record<Audience, string>> = {
  fullTime: 'Hauptamtliche',
  volunteers: 'Ehrenamtliche',
  targetGroup: 'Zielgruppe',
  public: 'Öffentlichkeit',
  politics: 'Politik',
  partners: 'Partnerstellen',
}

export const ReportedTo = z.enum(['steeringGroup', 'team', 'concept', 'workingGroup'])
export type ReportedTo = z.infer<typeof ReportedTo>
export const reportedToLabels: Readonly<Record<ReportedTo, string>> = {
  steeringGroup: 'Lenkungsgruppe',
  team: 'Team KIM',
  concept: 'Fortschreibung des Konzepts',
  workingGroup: 'Arbeitsgruppe',
}

export const TaskState = z.enum(['open', 'running', 'done', 'notNeeded'])
export type TaskState = z.infer<typeof TaskState>
export const taskStateLabels: Readonly<Record<TaskState, string>> = {
  open: 'Offen',
  running: 'Läuft',
  done: 'Erledigt',
  notNeeded: 'Nicht nötig',
}

/** What the overview and Mein Tag name as due. */
export const DueKind = z.enum([
  'review',
  'approval',
  'contents',
  'goal',
  'countermeasure',
  'milestone',
  'activity',
  'interface',
  'report',
])
export type DueKind = z.infer<typeof DueKind>
