import type { z } from 'zod'
import type { ThemeTrait } from '../../tenancy/index.ts'
import { closedList } from '../../../platform/contract/closed-list.ts'

/** What may be ticked; `kreisWide` follows from the area of the theme. */
const trait = closedList('ThemeTicked', {
  ofPrinciple: 'Eine Grundsatzentscheidung ist nötig',
  bindingCooperation: 'Verschiedene Stellen müssen verbindlich zusammenarbeiten',
  changedFramework: 'Rahmenbedingungen müssen sich ändern',
})
export const ThemeTicked = trait.schema
export const themeTraitLabels: Readonly<Record<ThemeTrait, string>> = {
  kreisWide: 'Betrifft den ganzen Kreis',
  ...trait.labels,
}

const priority = closedList('ThemePriority', { high: 'hoch', medium: 'mittel', low: 'niedrig' })
export const ThemePriority = priority.schema
export const themePriorityLabels = priority.labels

const view = closedList('TargetGroupView', {
  asked: 'Die Zielgruppe ist gefragt worden',
  notYet: 'Noch nicht, weil …',
})
export const TargetGroupView = view.schema
export const targetGroupViewLabels = view.labels

const effect = closedList('ThemeEffect', {
  helped: 'Hat geholfen',
  partly: 'Hat teilweise geholfen',
  notHelped: 'Hat nicht geholfen',
  unclear: 'Lässt sich nicht sagen',
})
export const ThemeEffect = effect.schema
export const themeEffectLabels = effect.labels

const named = closedList('ThemeOrganisationState', {
  named: 'noch nicht gefragt',
  asked: 'gefragt, wartet auf Antwort',
  answered: 'hat geantwortet',
  declined: 'möchte sich nicht äußern',
  noAnswer: 'hat nicht geantwortet',
  omitted: 'wird im Thema nicht genannt',
})
export const ThemeOrganisationState = named.schema
export const themeOrganisationStateLabels = named.labels

/** Fields of a theme whose words a committee reads. */
const field = closedList('ThemeField', {
  title: 'Titel',
  description: 'Was den Menschen passiert',
  targetGroupView: 'Sicht der Zielgruppe',
  goal: 'Ziel',
  method: 'Vorgehen',
  format: 'Arbeitsformat',
  solution: 'Lösung',
})
export const ThemeField = field.schema
export type ThemeField = z.infer<typeof ThemeField>
export const themeFieldLabels = field.labels

const mark = closedList('StationMark', {
  break: 'Bruch',
  double: 'Doppelte Arbeit',
  waiting: 'Wartezeit',
})
export const StationMark = mark.schema
export const stationMarkLabels = mark.labels

const alike = closedList('ComparisonAlike', {
  same: 'Gleicher Verlauf',
  partly: 'Teilweise gleich',
  different: 'Anderer Verlauf',
})
export const ComparisonAlike = alike.schema
export const comparisonAlikeLabels = alike.labels

const reconstructionState = closedList('ReconstructionState', {
  offered: 'angeboten',
  running: 'in Arbeit',
  done: 'abgeschlossen',
  declined: 'nicht übernommen',
})
export const ReconstructionState = reconstructionState.schema
export const reconstructionStateLabels = reconstructionState.labels

const result = closedList('ReconstructionResult', {
  theme: 'Generatives Thema',
  noStructuralCause: 'Keine strukturelle Ursache',
})
export const ReconstructionResult = result.schema
export const reconstructionResultLabels = result.labels
