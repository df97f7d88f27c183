import { z } from 'zod'
import type { AgreementExpectation } from '../../tenancy/index.ts'

/** A closed list of the program: codes with the German words people read. */
const list = <const L extends Record<string, string>>(id: string, labels: L) => ({
  schema: z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]]).meta({ id }),
  labels: labels as Readonly<Record<keyof L & string, string>>,
})

const paperState = list('PaperState', {
  draft: 'Entwurf',
  inApproval: 'in Abstimmung',
  valid: 'gültig',
  superseded: 'abgelöst',
  revoked: 'aufgehoben',
})
export const PaperState = paperState.schema
export type PaperState = z.infer<typeof PaperState>
export const paperStateLabels = paperState.labels

const approval = list('PartyApproval', {
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
const section = list('PaperSection', {
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

const legalDomain = list('PaperLegalDomain', {
  residence: 'Aufenthaltsrecht (AufenthG, FreizügG/EU)',
  asylum: 'Asylrecht und AsylbLG',
  citizenship: 'Staatsangehörigkeit (StAG)',
  jobseekers: 'Grundsicherung für Arbeitsuchende (SGB II)',
  employment: 'Arbeitsförderung (SGB III)',
  socialAssistance: 'Sozialhilfe (SGB XII)',
  youthWelfare: 'Kinder- und Jugendhilfe (SGB VIII)',
  healthInsurance: 'Kranken- und Pflegeversicherung (SGB V, XI)',
  disability: 'Teilhabe und Behinderung (SGB IX)',
  school: 'Schule und Ausbildung',
  languageCourses: 'Integrations- und Berufssprachkurse',
  recognition: 'Anerkennung von Abschlüssen',
  housing: 'Wohnen (Wohngeld, Wohnraumförderung)',
  registration: 'Melde- und Personenstandswesen',
  family: 'Familienleistungen (Kindergeld, Elterngeld, Unterhalt)',
  other: 'Anderer Rechtskreis',
})
export const LegalDomain = legalDomain.schema
export const legalDomainLabels = legalDomain.labels

const barrierKind = list('MeasuredBarrierKind', {
  gap: 'Lücke im Angebot',
  interface: 'Schnittstelle zwischen Rechtskreisen',
  obstacle: 'Hindernis im Verfahren',
  deficit: 'Strukturelles Defizit',
  doubleStructure: 'Doppelstruktur',
})
export const BarrierKind = barrierKind.schema
export const barrierKindLabels = barrierKind.labels

const agreementState = list('CooperationAgreementState', {
  planned: 'geplant',
  dispatched: 'versandt',
  signed: 'unterzeichnet',
  ended: 'beendet',
})
export const AgreementState = agreementState.schema
export type AgreementState = z.infer<typeof AgreementState>
export const agreementStateLabels = agreementState.labels

/** How an organisation stands to an agreement that is expected of it. */
const coverage = list('AgreementCoverage', {
  signed: 'vorhanden',
  pending: 'in Arbeit',
  expired: 'abgelaufen',
  missing: 'fehlt',
})
export const AgreementCoverage = coverage.schema
export type AgreementCoverage = z.infer<typeof AgreementCoverage>
export const coverageLabels = coverage.labels

const measureState = list('MeasureState', {
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

const subject = list('MeasureSubject', {
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

const solutionKind = list('SolutionKind', {
  interfacePaper: 'Schnittstellenpapier',
  agreement: 'Kooperationsvereinbarung',
  measure: 'Maßnahme',
  other: 'Andere Lösung',
})
export const SolutionKind = solutionKind.schema
export type SolutionKind = z.infer<typeof SolutionKind>
export const solutionKindLabels = solutionKind.labels

const verdict = list('SolutionVerdict', {
  helped: 'hat geholfen',
  partly: 'hat teilweise geholfen',
  notHelped: 'hat nicht geholfen',
  tooEarly: 'noch zu früh',
})
export const SolutionVerdict = verdict.schema
export const verdictLabels = verdict.labels

const side = list('SolutionSide', {
  partner: 'Beteiligte Stellen',
  client: 'Ratsuchende',
  team: 'KIM-Team',
})
export const SolutionSide = side.schema
export const sideLabels = side.labels

const obtained = list('SolutionViewObtained', {
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
