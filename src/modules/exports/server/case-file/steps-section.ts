import { germanDate } from '../../../../platform/contract/dates.ts'
import {
  handoverReasonLabels,
  intensityLabels,
  intensityReasonLabels,
  phaseLabels,
  reopeningReasonLabels,
  type CaseView,
} from '../../../cases/index.ts'
import type { CaseFileContext, CaseFileSection } from './case-file-context.ts'
import { note } from './words.ts'

type Step = CaseView['steps'][number]

const reasonLabels: Readonly<Record<string, string>> = {
  ...handoverReasonLabels,
  ...intensityReasonLabels,
  ...reopeningReasonLabels,
}
const among = (labels: Readonly<Record<string, string>>, key: string) => labels[key] ?? key

export const stepsSection: CaseFileSection = (_tx, context) => {
  const { steps } = context.file
  if (steps.length === 0) return Promise.resolve([note('Es ist noch kein Schritt festgehalten.')])
  return Promise.resolve([
    {
      kind: 'table' as const,
      widths: [2, 5, 4, 3],
      header: ['Datum', 'Was', 'Grund', 'Durch'],
      rows: steps.map((step) => [germanDate(step.on), what(step), why(step, context), step.by]),
    },
  ])
}

const whatOf: Readonly<Record<Step['kind'], (step: Step) => string>> = {
  phase: ({ to }) => `Phase: ${among(phaseLabels, to)}`,
  intensity: ({ to }) => `Intensität: ${among(intensityLabels, to)}`,
  firstTalk: () => 'Erstgespräch',
  closed: () => 'Abschluss',
  reopened: () => 'Wieder aufgenommen',
  handover: ({ from, to }) => `Übergabe von ${from ?? 'unbekannt'} an ${to || 'unbekannt'}`,
}
const what = (step: Step): string => whatOf[step.kind](step)

function why({ kind, reason }: Step, { label }: CaseFileContext): string {
  if (reason === null) return ''
  return kind === 'closed' ? label('closureReason', reason) : among(reasonLabels, reason)
}
