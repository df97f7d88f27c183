import type { Intensity, Phase } from '../contract/codes.ts'

/** Which phases a district uses for an intensity (its catalogue `intensities`). */
export interface PhaseSet {
  readonly phases: readonly string[]
  readonly optionalPhases?: readonly string[] | undefined
}

/**
 * The state machine (DGCC: case finding, intake, assessment, planning, coordination with monitoring and
 * re-assessment, evaluation; practice.md §2.1). `closed` is entered by closure and left by reopening only.
 */
const transitions: Readonly<Record<Intensity, Readonly<Partial<Record<Phase, readonly Phase[]>>>>> = {
  briefAdvice: {
    request: ['screening', 'implementation'],
    screening: ['implementation'],
    closed: ['aftercare'],
    aftercare: ['closed'],
  },
  accompaniment: {
    request: ['screening'],
    screening: ['intake'],
    intake: ['implementation', 'assessment'],
    assessment: ['implementation', 'planning'],
    planning: ['implementation', 'assessment'],
    implementation: ['reassessment', 'planning', 'assessment'],
    reassessment: ['implementation', 'planning'],
    closed: ['aftercare'],
    aftercare: ['closed'],
  },
  caseManagement: {
    request: ['screening'],
    screening: ['intake'],
    intake: ['assessment'],
    assessment: ['planning'],
    planning: ['implementation', 'assessment'],
    implementation: ['reassessment', 'planning'],
    reassessment: ['implementation', 'planning'],
    closed: ['aftercare'],
    aftercare: ['closed'],
  },
}

/** Order of the stepper, and what a district without a catalogue entry gets. */
const defaults: Readonly<Record<Intensity, PhaseSet>> = {
  briefAdvice: { phases: ['request', 'screening', 'implementation', 'closed'] },
  accompaniment: {
    phases: ['request', 'screening', 'intake', 'implementation', 'closed', 'aftercare'],
    optionalPhases: ['assessment', 'planning', 'reassessment'],
  },
  caseManagement: {
    phases: [
      'request',
      'screening',
      'intake',
      'assessment',
      'planning',
      'implementation',
      'reassessment',
      'closed',
      'aftercare',
    ],
  },
}

const order: readonly Phase[] = [
  'request',
  'screening',
  'intake',
  'assessment',
  'planning',
  'implementation',
  'reassessment',
  'closed',
  'aftercare',
]

const known = (intensity: Intensity, set: PhaseSet | undefined) => {
  const used = set ?? defaults[intensity]
  return new Set([...used.phases, ...(used.optionalPhases ?? [])])
}

/** The phases shown in the stepper, in order: those the district uses, and any the case is or has been in. */
export function phasesOf(
  intensity: Intensity,
  set: PhaseSet | undefined,
  visited: readonly Phase[] = [],
): Phase[] {
  const shown = new Set<string>((set ?? defaults[intensity]).phases)
  return order.filter((phase) => shown.has(phase) || visited.includes(phase))
}

/** Where the case may go from here, in the order of work. `closed` is not among them: closing is a form of its own. */
export function nextPhases(intensity: Intensity, from: Phase, set?: PhaseSet): Phase[] {
  const allowed = known(intensity, set)
  return (transitions[intensity][from] ?? []).filter((phase) => allowed.has(phase))
}

export type PhaseRefusal = 'phaseUnchanged' | 'phaseByClosure' | 'phaseByReopening' | 'phaseNotNext'

/** Why the case cannot go from one phase to another, or null. */
export function whyNotPhase(
  intensity: Intensity,
  from: Phase,
  to: Phase,
  set?: PhaseSet,
): PhaseRefusal | null {
  if (from === to) return 'phaseUnchanged'
  const afterWork = (phase: Phase) => phase === 'closed' || phase === 'aftercare'
  if (afterWork(to) && !afterWork(from)) return 'phaseByClosure'
  if (afterWork(from) && !afterWork(to)) return 'phaseByReopening'
  return nextPhases(intensity, from, set).includes(to) ? null : 'phaseNotNext'
}

/** The phase in which a case begins: brief advice is worked at once, everything else begins with the intake. */
export const firstPhase = (intensity: Intensity): Phase =>
  intensity === 'briefAdvice' ? 'implementation' : 'intake'

/**
 * The phase after a change of intensity. Everything recorded stays; the phase stays too where the new intensity
 * knows it. From brief advice upwards the intake is still to be done; downwards the work goes on.
 */
export function phaseAfterIntensity(from: Intensity, to: Intensity, phase: Phase, set?: PhaseSet): Phase {
  const early = phase === 'request' || phase === 'screening'
  if (to === 'briefAdvice') return early ? phase : 'implementation'
  if (from === 'briefAdvice') return early ? phase : 'intake'
  return known(to, set).has(phase) ? phase : 'implementation'
}

/** What is known about a case; a fact of another module is absent while nobody can tell. */
export interface PhaseFacts {
  readonly hasMainPerson: boolean
  readonly counsellingBasis: boolean
  readonly servedElsewhereAsked: boolean
  readonly criteriaAnswered: boolean
  readonly firstTalk: boolean
  readonly assessmentCompleted?: boolean | undefined
  readonly goalSet?: boolean | undefined
  readonly agreementSigned?: boolean | undefined
}

export interface Missing {
  readonly code: keyof PhaseFacts
  /** Without it the next phase is refused; otherwise it is only shown. */
  readonly blocking: boolean
}

/** What leaving a phase asks for. Only what the next phase cannot do without blocks; the rest is a reminder. */
const needs: Readonly<Partial<Record<Phase, readonly Missing[]>>> = {
  screening: [{ code: 'servedElsewhereAsked', blocking: false }],
  intake: [
    { code: 'hasMainPerson', blocking: true },
    { code: 'counsellingBasis', blocking: true },
    { code: 'firstTalk', blocking: false },
    { code: 'servedElsewhereAsked', blocking: false },
    { code: 'criteriaAnswered', blocking: false },
  ],
  assessment: [{ code: 'assessmentCompleted', blocking: false }],
  planning: [
    { code: 'goalSet', blocking: false },
    { code: 'agreementSigned', blocking: false },
  ],
  reassessment: [{ code: 'assessmentCompleted', blocking: false }],
}

/** What is missing for the next phase, for the stepper. Brief advice asks for nothing. */
export function missingIn(intensity: Intensity, phase: Phase, facts: PhaseFacts): Missing[] {
  if (intensity === 'briefAdvice') return []
  return (needs[phase] ?? []).filter(({ code }) => facts[code] === false)
}

/** Why the case cannot leave its phase yet, or null. Going back is never blocked. */
export function whyNotReady(
  intensity: Intensity,
  from: Phase,
  to: Phase,
  facts: PhaseFacts,
): 'phaseIncomplete' | null {
  if (order.indexOf(to) < order.indexOf(from)) return null
  return missingIn(intensity, from, facts).some((item) => item.blocking) ? 'phaseIncomplete' : null
}
