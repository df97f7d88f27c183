import type { CasePhase, CatalogueKind } from '../contract/district/catalogues.ts'
import type { CommitteeKind } from '../contract/district/committee.ts'
import type { ThemeNeed, ThemeTrait } from '../contract/district/themes.ts'
import type { OrganisationKind, PositionRole, UnitKind } from '../contract/district/structure.ts'
import type { z } from 'zod'

export const organisationKinds: Readonly<Record<z.infer<typeof OrganisationKind>, string>> = {
  kreis: 'Kreis',
  municipality: 'Stadt oder Gemeinde',
  welfare: 'Freie Wohlfahrt',
  jobcenter: 'Jobcenter',
  employmentAgency: 'Agentur für Arbeit',
  authority: 'Behörde',
  other: 'Sonstige',
}

export const unitKinds: Readonly<Record<z.infer<typeof UnitKind>, string>> = {
  kim: 'KIM-Stelle',
  integrationCentre: 'Kommunales Integrationszentrum',
  administration: 'Verwaltungsteam',
  immigrationAuthority: 'Ausländerbehörde',
  naturalisationAuthority: 'Einbürgerungsbehörde',
  socialOffice: 'Sozialamt',
  youthOffice: 'Jugendamt',
  healthOffice: 'Gesundheitsamt',
  schoolAuthority: 'Schulaufsicht',
  educationOffice: 'Bildungsbüro',
  jobcenter: 'Jobcenter',
  department: 'Amt oder Fachdienst',
  other: 'Sonstige Stelle',
}

export const positionRoles: Readonly<Record<z.infer<typeof PositionRole>, string>> = {
  lead: 'Leitung KIM',
  coordination: 'Koordination',
  townCoordination: 'Kommunale Koordination',
  administration: 'Verwaltung',
  caseManagement: 'Case Management',
  immigration: 'Ausländerbehörde',
  naturalisation: 'Einbürgerungsbehörde',
  immigrationOrNaturalisation: 'Ausländer- oder Einbürgerungsbehörde',
}

export const committeeKinds: Readonly<Record<z.infer<typeof CommitteeKind>, string>> = {
  steeringGroup: 'Lenkungsgruppe',
  coordinationGroup: 'Koordinierungsgruppe',
  projectGroup: 'Projektgruppe',
  workingGroup: 'Arbeitsgruppe',
  teamMeeting: 'Teambesprechung',
  staffMeeting: 'Dienstbesprechung',
  peerConsultation: 'Kollegiale Beratung',
  localConference: 'Konferenz vor Ort',
  exchange: 'Austausch',
}

export const themeTraits: Readonly<Record<ThemeTrait, string>> = {
  kreisWide: 'kreisweit',
  ofPrinciple: 'Grundsatzentscheidung nötig',
  bindingCooperation: 'verbindliche Kooperation nötig',
  changedFramework: 'Rahmenbedingungen zu ändern',
}
export const themeNeeds: Readonly<Record<ThemeNeed, string>> = {
  reason: 'Begründung',
  manyCases: 'mehrere gleichgelagerte Fälle, sonst Begründung',
  targetGroupView: 'Sicht der Zielgruppe',
  organisationsAsked: 'genannte Stellen sind gefragt',
  format: 'Arbeitsformat',
  priority: 'Priorität',
  committee: 'Gremium',
  solution: 'Lösung',
  resubmitOn: 'Wiedervorlage',
  effect: 'Wirkung',
}

export const authorities = { deciding: 'entscheidend', advisory: 'beratend', operative: 'operativ' } as const
export const successions = {
  office: 'kraft Amtes',
  election: 'durch Wahl',
  delegation: 'durch Entsendung',
} as const
export const seatRoles = {
  chair: 'Vorsitz',
  deputyChair: 'Stellvertretender Vorsitz',
  member: 'Mitglied',
  guest: 'Gast',
  moderation: 'Moderation',
} as const

export const staffings = {
  filled: 'besetzt',
  partly: 'teilweise besetzt',
  advertised: 'ausgeschrieben',
  vacant: 'unbesetzt',
} as const
/** What the rules about positions still miss (R022, R025, R026). */
export const hintWords = {
  shareTooSmall: 'Anteil kleiner als die Regel des Kreises (R022)',
  outsideNotDeclared: 'Erklärung fehlt: außerhalb anderer Dienste (R025)',
  forwardingWithoutReason: 'Begründung der Weiterleitung fehlt (R026)',
  forwardingWithoutConsent: 'Zustimmung des Ministeriums fehlt (R026)',
} as const

/** Where an entry of the file stands, by its table. */
export const tableNames: Readonly<Record<string, string>> = {
  region: 'Bezirke',
  municipality: 'Kommunen',
  organisation: 'Organisationen',
  unit: 'Stellen',
  site: 'Standorte',
  staff_position: 'Stellenplan',
  committee: 'Gremien',
  committee_function: 'Sitze in Gremien',
  catalogue_entry: 'Kataloge',
  tenant_setting: 'Einstellungen und Bezeichnungen',
}
export const changeKindNames = {
  organisation: 'Organisationen',
  unit: 'Stellen',
  site: 'Standorte',
  position: 'Stellenplan',
  region: 'Bezirke',
  municipality: 'Kommunen',
  targetGroup: 'Zielgruppen',
  catalogueEntry: 'Kataloge',
  setting: 'Einstellungen',
  naming: 'Bezeichnungen',
  publication: 'Förderhinweis',
  assessmentScale: 'Skala',
  consentWording: 'Texte für Einwilligungen',
  district: 'Laden der Datei',
  districtDifference: 'Abweichungen von der Datei',
} as const

export const siteKinds = { site: 'Standort', consultationHours: 'Sprechzeit' } as const
export const siteStates = { active: 'in Betrieb', building: 'im Aufbau', trial: 'in Erprobung' } as const
export const sizes = { large: 'große Stadt', medium: 'mittelgroße Stadt', small: 'Gemeinde' } as const
export const weekdays: Readonly<Record<string, string>> = {
  mo: 'Montag',
  di: 'Dienstag',
  mi: 'Mittwoch',
  do: 'Donnerstag',
  fr: 'Freitag',
  sa: 'Samstag',
  so: 'Sonntag',
}

export const phases: Readonly<Record<z.infer<typeof CasePhase>, string>> = {
  request: 'Anfrage',
  screening: 'Klärung',
  intake: 'Aufnahme',
  assessment: 'Assessment',
  planning: 'Planung',
  implementation: 'Umsetzung',
  reassessment: 'Re-Assessment',
  closed: 'Abschluss',
  aftercare: 'Nachsorge',
}

export const listNames: Readonly<Record<CatalogueKind, string>> = {
  lifeDomain: 'Lebensbereiche',
  targetGroup: 'Zielgruppen',
  targetGap: 'Zielgruppen mit Lücken im Hilfesystem',
  intensity: 'Intensitäten der Begleitung',
  entryRoute: 'Zugangswege',
  contactKind: 'Kontaktarten',
  activityType: 'Arten der Unterstützung',
  closureReason: 'Abschlussgründe',
  language: 'Sprachen',
  benefitKind: 'Leistungen',
  retentionClass: 'Aufbewahrungsfristen',
  linkedProgramme: 'Verbundene Programme',
  agreementType: 'Arten von Kooperationsvereinbarungen',
  cooperationAgreement: 'Kooperationsvereinbarungen',
  committeeRequestStep: 'Weg zu einem neuen Arbeitsformat',
  politicalDecision: 'Politische Beschlüsse',
  themeState: 'Stände eines generativen Themas',
  themeMove: 'Schritte eines generativen Themas',
  themePurpose: 'Zwecke des Landes',
  themeExample: 'Themen aus dem Konzept',
}

export const namings: Readonly<Record<string, string>> = {
  buildingBlock: 'Die drei Teile des KIM heißen',
  region: 'Eine Gruppe von Kommunen heißt',
  steeringGroup: 'Das oberste Gremium heißt',
  projectGroup: 'Eine Projektgruppe heißt',
  coordinator: 'Die Koordination heißt',
}

/** Fields of a fact, where a reason stands at a single one. */
const fields: Readonly<Record<string, string>> = {
  size: 'Größe',
  serves: 'Einsatzgebiet',
  organisation: 'Organisation',
  unit: 'Stelle',
  parent: 'Übergeordnete Stelle',
  publicEmployer: 'Öffentlicher Träger',
  churchLaw: 'Kirchliches Recht',
  phases: 'Phasen',
  locked: 'Gesperrt',
  rhythm: 'Rhythmus',
  authority: 'Befugnis',
  fte: 'Stellenanteil',
  count: 'Anzahl',
  employer: 'Anstellungsträger',
  region: 'Bezirk',
  kind: 'Art',
  label: 'Bezeichnung',
  validFrom: 'Gültig ab',
  municipalities: 'Kommunen',
  role: 'Funktion',
  succession: 'Nachfolge',
  hours: 'Zeiten',
  definition: 'Beschreibung',
  name: 'Name',
  remark: 'Anmerkung',
  validTo: 'Ende',
  mark: 'Kurzzeichen',
  buildingBlocks: 'Baustein',
  buildingBlock: 'Baustein',
  municipality: 'Kommune',
  municipalityId: 'Kommune',
  organisationId: 'Träger',
  employerId: 'Anstellungsträger',
  unitId: 'Stelle',
  parentId: 'Übergeordnete Stelle',
  regionId: 'Bezirk',
  placeholder: 'Noch nicht benannt',
  employsCaseManagers: 'Case Management',
  employerFacts: 'Einsatzgebiet',
  state: 'Stand',
  since: 'Besteht seit',
  memberships: 'Bezirk',
  professionalOversight: 'Fachaufsicht',
  asOf: 'Stand der Angabe',
  staffing: 'Besetzung',
  outsideServices: 'Außerhalb anderer Dienste',
  outsideEvidence: 'Nachweis',
  forwardingReason: 'Begründung der Weiterleitung',
  forwardingConsentOn: 'Zustimmung des Ministeriums',
  profile: 'Angaben zur Kommune',
  population: 'Einwohner',
  ownImmigrationAuthority: 'Eigene Ausländerbehörde',
  ownYouthOffice: 'Eigenes Jugendamt',
  integrationCouncil: 'Integrationsrat',
  integrationOfficer: 'Integrationsbeauftragte/r',
  settings: 'Weitere Angaben',
  position: 'Reihenfolge',
  isDefault: 'Vorgabe bestätigt',
  value: 'Wert',
  funderNote: 'Förderhinweis',
  logos: 'Logos',
  steps: 'Wörter der Skala',
  withoutScaleAllowed: 'Ohne Skala erlaubt',
  steeringGroup: 'Name des obersten Gremiums',
  projectGroup: 'Name der Projektgruppe',
  coordinator: 'Name der Koordination',
}
export const fieldName = (key: string): string => fields[key] ?? key

const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 3 })
export const formatNumber = (value: number): string => number.format(value)

/** `2024-08-31`, `2024-08` or `2024` as people write it. */
export function formatVague(date: string): string {
  const [year, month, day] = date.split('-')
  return [day, month, year].filter(Boolean).join('.')
}
