import type { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

/** The four action constellations of Warendorf (R080), by their number. */
export const levelLabels: Readonly<Record<1 | 2 | 3 | 4, string>> = {
  1: 'Individuelle Hilfe genügt',
  2: 'Absprachen mit anderen Stellen',
  3: 'Entscheidung auf Leitungsebene',
  4: 'Grundsatzentscheidung oder andere Rahmenbedingungen',
}

/** Why the level changed. */
const levelReason = closedList('ProblemLevelReason', {
  firstAssessed: 'Erste Einschätzung',
  helpNotEnough: 'Individuelle Hilfe reicht nicht',
  arrangementFailed: 'Absprachen sind gescheitert',
  needsManagement: 'Die Stelle kann das nicht selbst entscheiden',
  needsPrinciple: 'Eine Regel oder ein Rahmen steht im Weg',
  moreCases: 'Mehrere Fälle sind gleich gelagert',
  solvedLower: 'Lässt sich doch im Fall lösen',
})
export const LevelReason = levelReason.schema
export type LevelReason = z.infer<typeof LevelReason>
export const levelReasonLabels = levelReason.labels

const state = closedList('ProblemState', {
  open: 'offen',
  solved: 'gelöst',
  dropped: 'nicht weiter verfolgt',
})
export const ProblemState = state.schema
export type ProblemState = z.infer<typeof ProblemState>
export const problemStateLabels = state.labels

const origin = closedList('ProblemOrigin', {
  case: 'aus dem Fall',
  contact: 'aus einem Kontakt',
  referral: 'aus einem Verweis',
  step: 'aus einem Schritt des Plans',
  rating: 'aus dem Assessment',
})
export const ProblemOrigin = origin.schema
export type ProblemOrigin = z.infer<typeof ProblemOrigin>
export const problemOriginLabels = origin.labels

const outcome = closedList('ArrangementOutcome', {
  solved: 'hat geholfen',
  partly: 'hat teilweise geholfen',
  failed: 'ist gescheitert',
})
export const ArrangementOutcome = outcome.schema
export const arrangementOutcomeLabels = outcome.labels

/** What the coordinator answers when called in. */
const coordinatorAnswer = closedList('CoordinatorAnswer', {
  prepareTogether: 'Wir bereiten es gemeinsam auf',
  tryAgain: 'Noch einmal mit den Stellen versuchen',
  report: 'Als Hürde melden',
  takesUp: 'Ich spreche die Leitung der Stelle an',
})
export const CoordinatorAnswer = coordinatorAnswer.schema
export const coordinatorAnswerLabels = coordinatorAnswer.labels

const stepKind = closedList('ProblemStepKind', {
  recorded: 'Festgehalten',
  level: 'Einschätzung geändert',
  state: 'Stand geändert',
  coordinatorCalled: 'Koordination eingeschaltet',
  coordinatorAnswered: 'Antwort der Koordination',
  arranged: 'Absprache getroffen',
  arrangementEnded: 'Absprache ausgewertet',
})
export const ProblemStepKind = stepKind.schema
export const problemStepKindLabels = stepKind.labels

const guide = closedList('InterviewGuide', {
  stations: 'Stationen und Wartezeiten',
  access: 'Zugang zu einem Angebot',
  interface: 'Zwischen zwei Stellen',
})
export const InterviewGuide = guide.schema
export type InterviewGuide = z.infer<typeof InterviewGuide>
export const interviewGuideLabels = guide.labels

/** The questions of each guide; they ask for the way, never for the person. */
export const interviewQuestions: Readonly<Record<InterviewGuide, readonly string[]>> = {
  stations: [
    'Was wollten Sie erreichen?',
    'Bei welchen Stellen waren Sie, in welcher Reihenfolge?',
    'Wo haben Sie gewartet, und wie lange?',
    'Was hat geholfen?',
  ],
  access: [
    'Welches Angebot haben Sie gesucht?',
    'Woran ist es gescheitert: Platz, Sprache, Weg, Kosten, Voraussetzungen?',
    'Was hätte es gebraucht?',
  ],
  interface: [
    'Welche Stellen waren beteiligt?',
    'Was hat die eine Stelle von der anderen verlangt?',
    'Was mussten Sie mehrfach erklären oder vorlegen?',
    'Wie hat es sich gelöst?',
  ],
}
