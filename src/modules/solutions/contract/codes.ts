import type { z } from 'zod'
import type { AgreementExpectation } from '../../tenancy/index.ts'
import { closedList } from '../../../platform/contract/closed-list.ts'

const paperState = closedList('PaperState', {
  draft: 'Entwurf',
  inApproval: 'in Abstimmung',
  valid: 'gültig',
  superseded: 'abgelöst',
  revoked: 'aufgehoben',
})
export const PaperState = paperState.schema
export type PaperState = z.infer<typeof PaperState>
export const paperStateLabels = paperState.labels

const approval = closedList('PartyApproval', {
  open: 'noch keine Antwort',
  agreed: 'stimmt zu',
  objected: 'stimmt nicht zu',
})
export const PartyApproval = approval.schema
export type PartyApproval = z.infer<typeof PartyApproval>
export const approvalLabels = approval.labels

/**
 * What an interface paper says (R089, R032: „Zusammenarbeit, Berichtswesen, Zugangs- und Abgangsmodalitäten,
 * fallbezogene Kommunikationsformate, Datenschutz“, Warendorf ch. 3), in the order in which it is read.
 */
const section = closedList('PaperSection', {
  occasion: 'Anlass und Ziel',
  cooperation: 'Zusammenarbeit und Zuständigkeiten',
  entry: 'Zugang: So kommt jemand hinein',
  handover: 'Übergabe: So geht ein Fall über',
  return: 'Rückkehr und Abgang',
  caseDiscussion: 'Fallbesprechung und Fallkonferenz',
  reporting: 'Berichtswesen',
  dataProtection: 'Datenschutz und Einwilligung',
})
export const PaperSection = section.schema
export type PaperSection = z.infer<typeof PaperSection>
export const sectionLabels = section.labels
export const sections: readonly PaperSection[] = PaperSection.options

const agreementState = closedList('CooperationAgreementState', {
  planned: 'geplant',
  dispatched: 'versandt',
  signed: 'unterzeichnet',
  ended: 'beendet',
})
export const AgreementState = agreementState.schema
export type AgreementState = z.infer<typeof AgreementState>
export const agreementStateLabels = agreementState.labels

/** How an organisation stands to an agreement that is expected of it. */
const coverage = closedList('AgreementCoverage', {
  signed: 'vorhanden',
  pending: 'in Arbeit',
  expired: 'abgelaufen',
  missing: 'fehlt',
})
export const AgreementCoverage = coverage.schema
export type AgreementCoverage = z.infer<typeof AgreementCoverage>
export const coverageLabels = coverage.labels

const measureState = closedList('MeasureState', {
  recommended: 'empfohlen',
  planned: 'aufgegriffen',
  running: 'läuft',
  done: 'umgesetzt',
  declined: 'nicht aufgegriffen',
  deferred: 'zurückgestellt',
  dropped: 'eingestellt',
})
export const MeasureState = measureState.schema
export type MeasureState = z.infer<typeof MeasureState>
export const measureStateLabels = measureState.labels

const subject = closedList('MeasureSubject', {
  none: 'ohne Bezug',
  theme: 'Generatives Thema',
  barrier: 'Hürde',
  interfacePaper: 'Schnittstellenpapier',
  agreement: 'Kooperationsvereinbarung',
  measure: 'Maßnahme',
  document: 'Dokument',
  commission: 'Projektauftrag',
  actionItem: 'Arbeitsauftrag',
  meeting: 'Sitzung',
  decision: 'Beschluss',
})
export const MeasureSubject = subject.schema
export const subjectLabels = subject.labels

const solutionKind = closedList('SolutionKind', {
  interfacePaper: 'Schnittstellenpapier',
  agreement: 'Kooperationsvereinbarung',
  measure: 'Maßnahme',
  other: 'Andere Lösung',
})
export const SolutionKind = solutionKind.schema
export type SolutionKind = z.infer<typeof SolutionKind>
export const solutionKindLabels = solutionKind.labels

const verdict = closedList('SolutionVerdict', {
  helped: 'hat geholfen',
  partly: 'hat teilweise geholfen',
  notHelped: 'hat nicht geholfen',
  tooEarly: 'noch zu früh',
})
export const SolutionVerdict = verdict.schema
export const verdictLabels = verdict.labels

const side = closedList('SolutionSide', {
  partner: 'Beteiligte Stellen',
  client: 'Ratsuchende',
  team: 'KIM-Team',
})
export const SolutionSide = side.schema
export const sideLabels = side.labels

const obtained = closedList('SolutionViewObtained', {
  interview: 'im Gespräch',
  feedback: 'aus Rückmeldebögen',
  meeting: 'in einer Sitzung',
  survey: 'durch Befragung',
  notYet: 'noch nicht erfragt, weil',
})
export const SolutionViewObtained = obtained.schema
export const obtainedLabels = obtained.labels

/** Why an agreement is expected of somebody; keys of `AgreementExpectation` of the district file. */
export const expectationLabels: Readonly<Record<AgreementExpectation, string>> = {
  caseManagerEmployers: 'stellt Case Managerinnen und Case Manager an',
  townsWithSite: 'Standort des Case Managements',
  townsWithCoordination: 'Stadt mit Koordinierungsstelle',
  welfare: 'Träger der Wohlfahrt',
  towns: 'kreisangehörige Kommune',
}
