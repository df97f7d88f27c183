import { z } from 'zod'

/** Closed lists of the module with the words users read. */
export const MeetingState = z.enum([
  'planned',
  'invited',
  'running',
  'held',
  'inApproval',
  'approved',
  'cancelled',
])
export type MeetingState = z.infer<typeof MeetingState>
export const meetingStateLabels: Readonly<Record<MeetingState, string>> = {
  planned: 'Geplant',
  invited: 'Eingeladen',
  running: 'Läuft',
  held: 'Hat stattgefunden',
  inApproval: 'Niederschrift zur Genehmigung',
  approved: 'Niederschrift genehmigt',
  cancelled: 'Abgesagt',
}

export const CancelReason = z.enum(['noTopics', 'noQuorum', 'dateMoved', 'other'])
export const cancelReasonLabels: Readonly<Record<z.infer<typeof CancelReason>, string>> = {
  noTopics: 'Keine Themen',
  noQuorum: 'Nicht beschlussfähig',
  dateMoved: 'Auf einen anderen Tag gelegt',
  other: 'Anderer Grund',
}

export const MeetingForm = z.enum(['inPerson', 'online', 'hybrid'])
export const meetingFormLabels: Readonly<Record<z.infer<typeof MeetingForm>, string>> = {
  inPerson: 'Vor Ort',
  online: 'Videokonferenz',
  hybrid: 'Vor Ort und per Video',
}

export const SubjectKind = z.enum([
  'theme',
  'interfacePaper',
  'agreement',
  'measure',
  'barrier',
  'document',
  'commission',
  'actionItem',
  'case',
  'none',
])
export type SubjectKind = z.infer<typeof SubjectKind>

export const ItemKind = z.enum([
  'opening',
  'topic',
  'theme',
  'case',
  'commission',
  'actionItem',
  'review',
  'source',
  'closing',
  'free',
])
export type ItemKind = z.infer<typeof ItemKind>

export const ItemPurpose = z.enum(['information', 'advice', 'decision'])
export type ItemPurpose = z.infer<typeof ItemPurpose>
export const itemPurposeLabels: Readonly<Record<z.infer<typeof ItemPurpose>, string>> = {
  information: 'zur Kenntnis',
  advice: 'zur Beratung',
  decision: 'zur Entscheidung',
}

export const DecisionKind = z.enum(['decision', 'recommendation', 'agreement', 'acknowledgement'])
export type DecisionKind = z.infer<typeof DecisionKind>
export const decisionKindLabels: Readonly<Record<DecisionKind, string>> = {
  decision: 'Beschluss',
  recommendation: 'Empfehlung',
  agreement: 'Vereinbarung',
  acknowledgement: 'Kenntnisnahme',
}

/** What became of what was put to the vote. */
export const DecisionOutcome = z.enum(['adopted', 'rejected', 'postponed'])
export type DecisionOutcome = z.infer<typeof DecisionOutcome>
export const decisionOutcomeLabels: Readonly<Record<DecisionOutcome, string>> = {
  adopted: 'angenommen',
  rejected: 'abgelehnt',
  postponed: 'vertagt',
}

export const EntryKind = z.enum([
  'note',
  'decision',
  'recommendation',
  'agreement',
  'acknowledgement',
  'commission',
  'actionItem',
])
export type EntryKind = z.infer<typeof EntryKind>
export const entryKindLabels: Readonly<Record<EntryKind, string>> = {
  note: 'Notiz',
  ...decisionKindLabels,
  commission: 'Projektauftrag',
  actionItem: 'Arbeitsauftrag',
}

export const MemberKind = z.enum(['holder', 'substitute', 'adviser', 'frontOffice'])
export type MemberKind = z.infer<typeof MemberKind>
export const memberKindLabels: Readonly<Record<MemberKind, string>> = {
  holder: 'Mitglied',
  substitute: 'Vertretung im Gremium',
  adviser: 'Beratend',
  frontOffice: 'Vorzimmer (liest und druckt)',
}

export const SeatEndReason = z.enum(['election', 'officeChange', 'delegation', 'left', 'removed', 'mistake'])
export type SeatEndReason = z.infer<typeof SeatEndReason>
export const seatEndReasonLabels: Readonly<Record<z.infer<typeof SeatEndReason>, string>> = {
  election: 'Wahl',
  officeChange: 'Wechsel im Amt',
  delegation: 'Neue Entsendung',
  left: 'Ausgeschieden',
  removed: 'Abberufen',
  mistake: 'Irrtümlich eingetragen',
}

export const ParticipantKind = z.enum(['member', 'substitute', 'adviser', 'guest'])
export const Attendance = z.enum(['invited', 'accepted', 'excused', 'present', 'absent'])
export const attendanceLabels: Readonly<Record<z.infer<typeof Attendance>, string>> = {
  invited: 'Eingeladen',
  accepted: 'Zugesagt',
  excused: 'Entschuldigt',
  present: 'Anwesend',
  absent: 'Nicht erschienen',
}

export const CommitteeScope = z.enum(['own', 'town', 'foreign'])
export type CommitteeScope = z.infer<typeof CommitteeScope>
export const committeeScopeLabels: Readonly<Record<CommitteeScope, string>> = {
  own: 'Gremium des KIM',
  town: 'Eigenes Format einer Stadt oder Gemeinde',
  foreign: 'Fremdes Gremium mit Beteiligung des KIM',
}

export const ClosureReason = z.enum(['done', 'merged', 'replaced', 'noNeed'])
export const closureReasonLabels: Readonly<Record<z.infer<typeof ClosureReason>, string>> = {
  done: 'Auftrag erledigt',
  merged: 'In ein anderes Gremium überführt',
  replaced: 'Durch ein anderes ersetzt',
  noNeed: 'Kein Bedarf mehr',
}

export const RequestState = z.enum([
  'proposed',
  'checked',
  'designed',
  'approved',
  'declined',
  'existing',
  'withdrawn',
  'founded',
])
export type RequestState = z.infer<typeof RequestState>
export const requestStateLabels: Readonly<Record<RequestState, string>> = {
  proposed: 'Bedarf angezeigt',
  checked: 'Geprüft',
  designed: 'Form erarbeitet',
  approved: 'Beschlossen',
  declined: 'Abgelehnt',
  existing: 'Bestehendes Gremium übernimmt',
  withdrawn: 'Zurückgezogen',
  founded: 'Eingerichtet',
}

export const CommissionState = z.enum(['given', 'accepted', 'running', 'reported', 'done', 'returned'])
export type CommissionState = z.infer<typeof CommissionState>
export const commissionStateLabels: Readonly<Record<CommissionState, string>> = {
  given: 'Erteilt',
  accepted: 'Angenommen',
  running: 'In Arbeit',
  reported: 'Ergebnis liegt vor',
  done: 'Abgeschlossen',
  returned: 'Zurückgegeben',
}

export const ActionState = z.enum(['open', 'done', 'dropped'])
export const actionStateLabels: Readonly<Record<z.infer<typeof ActionState>, string>> = {
  open: 'Offen',
  done: 'Erledigt',
  dropped: 'Entfällt',
}

/** Why an action item gets another owner or another day; a code, so that the log can keep it. */
export const ReassignmentReason = z.enum(['agreed', 'notResponsible', 'unavailable', 'needsTime', 'mistake'])
export type ReassignmentReason = z.infer<typeof ReassignmentReason>
export const reassignmentReasonLabels: Readonly<Record<ReassignmentReason, string>> = {
  agreed: 'So im Gremium besprochen',
  notResponsible: 'Eine andere Stelle ist zuständig',
  unavailable: 'Die Person ist nicht mehr da oder fällt aus',
  needsTime: 'Es braucht mehr Zeit',
  mistake: 'War falsch eingetragen',
}

export const FeedbackTone = z.enum(['positive', 'worry', 'rejection', 'request'])
export const feedbackToneLabels: Readonly<Record<z.infer<typeof FeedbackTone>, string>> = {
  positive: 'Zustimmung',
  worry: 'Sorge',
  rejection: 'Ablehnung',
  request: 'Wunsch',
}

/** Priority of a theme, where a meeting sets it. */
export const Priority = z.enum(['high', 'medium', 'low'])
export const priorityLabels: Readonly<Record<z.infer<typeof Priority>, string>> = {
  high: 'hoch',
  medium: 'mittel',
  low: 'niedrig',
}

/** What a party of an agreement has said. */
export const PartyState = z.enum(['open', 'ratified', 'declined'])
export type PartyState = z.infer<typeof PartyState>
export const partyStateLabels: Readonly<Record<PartyState, string>> = {
  open: 'noch offen',
  ratified: 'bestätigt',
  declined: 'abgelehnt',
}
