import { z } from 'zod'
import type { ThemeTrait } from '../../tenancy/index.ts'

/** A closed list of the program: codes with the German words people read. */
const list = <const L extends Record<string, string>>(id: string, labels: L) => ({
  schema: z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]]).meta({ id }),
  labels: labels as Readonly<Record<keyof L & string, string>>,
})

/** What may be ticked; `kreisWide` follows from the area of the theme. */
const trait = list('ThemeTicked', {
  ofPrinciple: 'Eine Grundsatzentscheidung ist nötig',
  bindingCooperation: 'Verschiedene Stellen müssen verbindlich zusammenarbeiten',
  changedFramework: 'Rahmenbedingungen müssen sich ändern',
})
export const ThemeTicked = trait.schema
export const themeTraitLabels: Readonly<Record<ThemeTrait, string>> = {
  kreisWide: 'Betrifft den ganzen Kreis',
  ...trait.labels,
}

const priority = list('ThemePriority', { high: 'hoch', medium: 'mittel', low: 'niedrig' })
export const ThemePriority = priority.schema
export const themePriorityLabels = priority.labels

const view = list('TargetGroupView', {
  asked: 'Die Zielgruppe ist gefragt worden',
  notYet: 'Noch nicht, weil …',
})
export const TargetGroupView = view.schema
export const targetGroupViewLabels = view.labels

const effect = list('ThemeEffect', {
  helped: 'Hat geholfen',
  partly: 'Hat teilweise geholfen',
  notHelped: 'Hat nicht geholfen',
  unclear: 'Lässt sich nicht sagen',
})
export const ThemeEffect = effect.schema
export const themeEffectLabels = effect.labels

const named = list('ThemeOrganisationState', {
  named: 'noch nicht gefragt',
  asked: 'gefragt, wartet auf Antwort',
  answered: 'hat geantwortet',
  noAnswer: 'hat nicht geantwortet',
})
export const ThemeOrganisationState = named.schema
export const themeOrganisationStateLabels = named.labels

const legalDomain = list('ChainLegalDomain', {
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
export const ChainLegalDomain = legalDomain.schema
export const legalDomainLabels = legalDomain.labels

const mark = list('StationMark', {
  break: 'Bruch',
  double: 'Doppelte Arbeit',
  waiting: 'Wartezeit',
})
export const StationMark = mark.schema
export const stationMarkLabels = mark.labels

const alike = list('ComparisonAlike', {
  same: 'Gleicher Verlauf',
  partly: 'Teilweise gleich',
  different: 'Anderer Verlauf',
})
export const ComparisonAlike = alike.schema
export const comparisonAlikeLabels = alike.labels

const reconstructionState = list('ReconstructionState', {
  offered: 'angeboten',
  running: 'in Arbeit',
  done: 'abgeschlossen',
  declined: 'nicht übernommen',
})
export const ReconstructionState = reconstructionState.schema
export const reconstructionStateLabels = reconstructionState.labels

const result = list('ReconstructionResult', {
  theme: 'Generatives Thema',
  noStructuralCause: 'Keine strukturelle Ursache',
})
export const ReconstructionResult = result.schema
export const reconstructionResultLabels = result.labels
