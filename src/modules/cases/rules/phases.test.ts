import { describe, expect, test } from 'vitest'
import { Intensity, Phase } from '../contract/codes.ts'
import {
  firstPhase,
  missingIn,
  nextPhases,
  phaseAfterIntensity,
  phasesOf,
  whyNotPhase,
  whyNotReady,
  type PhaseFacts,
} from './phases.ts'

const complete: PhaseFacts = {
  hasMainPerson: true,
  counsellingBasis: true,
  servedElsewhereAsked: true,
  criteriaAnswered: true,
  firstTalk: true,
}

describe('state machine', () => {
  test.each([
    ['caseManagement', 'request', ['screening']],
    ['caseManagement', 'screening', ['intake']],
    ['caseManagement', 'intake', ['assessment']],
    ['caseManagement', 'assessment', ['planning']],
    ['caseManagement', 'planning', ['implementation', 'assessment']],
    ['caseManagement', 'implementation', ['reassessment', 'planning']],
    ['caseManagement', 'reassessment', ['implementation', 'planning']],
    ['caseManagement', 'closed', ['aftercare']],
    ['caseManagement', 'aftercare', ['closed']],
    ['accompaniment', 'request', ['screening']],
    ['accompaniment', 'screening', ['intake']],
    ['accompaniment', 'assessment', ['implementation', 'planning']],
    ['accompaniment', 'planning', ['implementation', 'assessment']],
    ['accompaniment', 'reassessment', ['implementation', 'planning']],
    ['accompaniment', 'closed', ['aftercare']],
    ['accompaniment', 'aftercare', ['closed']],
    ['accompaniment', 'intake', ['implementation', 'assessment']],
    ['accompaniment', 'implementation', ['reassessment', 'planning', 'assessment']],
    ['briefAdvice', 'request', ['screening', 'implementation']],
    ['briefAdvice', 'screening', ['implementation']],
    ['briefAdvice', 'implementation', []],
    ['briefAdvice', 'aftercare', ['closed']],
    // The catalogue lists no aftercare for brief advice.
    ['briefAdvice', 'closed', []],
  ] as const)('%s: from %s to %j', (intensity, from, to) => {
    expect(nextPhases(intensity, from)).toEqual(to)
  })

  test.each([
    ['intake', 'intake', 'phaseUnchanged'],
    ['intake', 'closed', 'phaseByClosure'],
    ['implementation', 'aftercare', 'phaseByClosure'],
    ['closed', 'implementation', 'phaseByReopening'],
    ['intake', 'implementation', 'phaseNotNext'],
    ['planning', 'assessment', null],
    ['closed', 'aftercare', null],
    ['aftercare', 'closed', null],
    ['aftercare', 'planning', 'phaseByReopening'],
  ] as const)('case management from %s to %s: %s', (from, to, why) => {
    expect(whyNotPhase('caseManagement', from, to)).toBe(why)
  })

  test('a district that wants aftercare also after brief advice gets it', () => {
    expect(nextPhases('briefAdvice', 'closed', { phases: ['closed', 'aftercare'] })).toEqual(['aftercare'])
  })

  test.each([
    ['briefAdvice', 'request screening implementation closed'],
    ['accompaniment', 'request screening intake implementation closed aftercare'],
    [
      'caseManagement',
      'request screening intake assessment planning implementation reassessment closed aftercare',
    ],
  ] as const)('%s without a catalogue entry: %s', (intensity, phases) => {
    expect(phasesOf(intensity, undefined).join(' ')).toBe(phases)
  })

  test('a district narrows the phases, optional ones stay reachable', () => {
    const set = { phases: ['intake', 'implementation', 'closed'], optionalPhases: ['planning'] }
    expect(nextPhases('accompaniment', 'implementation', set)).toEqual(['planning'])
    expect(phasesOf('accompaniment', set)).toEqual(['intake', 'implementation', 'closed'])
    expect(phasesOf('accompaniment', set, ['planning'])).toEqual([
      'intake',
      'planning',
      'implementation',
      'closed',
    ])
  })

  test('no phase leads to closed or out of it, whatever the intensity', () => {
    const wrong = Intensity.options.flatMap((intensity) =>
      Phase.options.flatMap((from) =>
        nextPhases(intensity, from)
          .filter(
            (to) => (to === 'closed' && from !== 'aftercare') || (from === 'closed' && to !== 'aftercare'),
          )
          .map((to) => `${intensity}: ${from} → ${to}`),
      ),
    )
    expect(wrong).toEqual([])
  })
})

describe('change of intensity', () => {
  test.each([
    ['briefAdvice', 'caseManagement', 'implementation', 'intake'],
    ['briefAdvice', 'accompaniment', 'screening', 'screening'],
    ['briefAdvice', 'accompaniment', 'request', 'request'],
    ['caseManagement', 'briefAdvice', 'request', 'request'],
    ['caseManagement', 'accompaniment', 'reassessment', 'reassessment'],
    ['briefAdvice', 'briefAdvice', 'intake', 'implementation'],
    ['accompaniment', 'caseManagement', 'implementation', 'implementation'],
    ['caseManagement', 'accompaniment', 'planning', 'planning'],
    ['caseManagement', 'briefAdvice', 'planning', 'implementation'],
    ['caseManagement', 'briefAdvice', 'screening', 'screening'],
  ] as const)('%s → %s in %s goes on in %s', (from, to, phase, after) => {
    expect(phaseAfterIntensity(from, to, phase)).toBe(after)
  })

  test('a phase the district does not use with the new intensity becomes implementation', () => {
    expect(
      phaseAfterIntensity('caseManagement', 'accompaniment', 'planning', {
        phases: ['intake', 'implementation'],
      }),
    ).toBe('implementation')
  })

  test.each([
    ['briefAdvice', 'implementation'],
    ['accompaniment', 'intake'],
    ['caseManagement', 'intake'],
  ] as const)('%s begins with %s', (intensity, phase) => expect(firstPhase(intensity)).toBe(phase))
})

describe('what is missing', () => {
  test('intake: the basis blocks, the first talk reminds', () => {
    const facts = { ...complete, counsellingBasis: false, firstTalk: false }
    expect(missingIn('caseManagement', 'intake', facts)).toEqual([
      { code: 'counsellingBasis', blocking: true },
      { code: 'firstTalk', blocking: false },
    ])
    expect(whyNotReady('caseManagement', 'intake', 'assessment', facts)).toBe('phaseIncomplete')
    expect(whyNotReady('caseManagement', 'intake', 'assessment', { ...complete, firstTalk: false })).toBe(
      null,
    )
  })

  test('a fact nobody can tell yet is not missing; a false one reminds', () => {
    expect(missingIn('caseManagement', 'assessment', complete)).toEqual([])
    expect(missingIn('caseManagement', 'assessment', { ...complete, assessmentCompleted: false })).toEqual([
      { code: 'assessmentCompleted', blocking: false },
    ])
  })

  test.each([
    ['request', ''],
    ['screening', 'servedElsewhereAsked'],
    ['intake', 'hasMainPerson! counsellingBasis! firstTalk servedElsewhereAsked criteriaAnswered'],
    ['assessment', 'assessmentCompleted'],
    ['planning', 'goalSet agreementSigned'],
    ['implementation', ''],
    ['reassessment', 'assessmentCompleted'],
    ['closed', ''],
  ] as const)('%s asks for: %s (! = without it no further)', (phase, asked) => {
    const codes = [...Object.keys(complete), 'assessmentCompleted', 'goalSet', 'agreementSigned']
    const nothing = Object.fromEntries(codes.map((code) => [code, false])) as unknown as PhaseFacts
    const found = missingIn('accompaniment', phase, nothing)
    expect(found.map(({ code, blocking }) => `${code}${blocking ? '!' : ''}`).join(' ')).toBe(asked)
  })

  test.each(['hasMainPerson', 'counsellingBasis'] as const)('%s alone blocks the intake', (fact) => {
    const facts = { ...complete, [fact]: false }
    expect(whyNotReady('accompaniment', 'intake', 'implementation', facts)).toBe('phaseIncomplete')
  })

  test('going back and brief advice are never blocked', () => {
    const nothing = { ...complete, hasMainPerson: false, counsellingBasis: false }
    expect(whyNotReady('caseManagement', 'intake', 'screening', nothing)).toBe(null)
    expect(missingIn('briefAdvice', 'intake', nothing)).toEqual([])
  })
})
