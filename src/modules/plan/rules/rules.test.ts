import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { TextLanguage, type AgreementState, type GoalState, type SignatoryRole } from '../contract/codes.ts'
import type { PlanGoal, PlanStep } from '../contract/plan.ts'
import { changesSince } from './changes-since.ts'
import { goal, plan, step, textsOf } from '../testing/plan-samples.ts'
import { partiesOf } from './parties-of.ts'
import { snapshotOf } from './snapshot-of.ts'
import {
  whyNotAgreeable,
  whyNotEndable,
  whyNotInState,
  whyNotOrder,
  whyNotScannable,
  whyNotSignable,
} from './why-not.ts'

describe('whyNotAgreeable', () => {
  test.for<[GoalState[], string | null]>([
    [[], 'planHasNoOpenGoal'],
    [['reached', 'dropped'], 'planHasNoOpenGoal'],
    [['reached', 'open'], null],
  ])('%j → %s', ([states, reason]) => {
    expect(whyNotAgreeable(states.map((state) => ({ state })))).toBe(reason)
  })
})

describe('whyNotInState', () => {
  test.for([
    ['open', null, null],
    ['dropped', null, 'droppedReasonMissing'],
    ['dropped', 'notPossible', null],
    ['reached', 'notPossible', 'droppedReasonUnexpected'],
  ] as const)('%s because of %s → %s', ([state, why, reason]) => {
    expect(whyNotInState(state, why)).toBe(reason)
  })
})

describe('whyNotSignable', () => {
  const agreement = { state: 'draft' as AgreementState, madeOn: '2026-11-20' }
  const signed = (...roles: SignatoryRole[]) => ({
    signedOn: '2026-11-21',
    kind: 'paper' as const,
    signatories: roles.map((role) => ({ role, name: null })),
    mediatorKind: 'none' as const,
  })
  const both = signed('client', 'caseManager')
  test.for([
    ['client and case manager', agreement, both, null],
    ['guardian and case manager', agreement, signed('guardian', 'caseManager'), null],
    ['signed before', { ...agreement, state: 'signed' as const }, both, 'agreementNotDraft'],
    ['superseded', { ...agreement, state: 'superseded' as const }, both, 'agreementNotDraft'],
    ['without the client', agreement, signed('caseManager'), 'signatureClientMissing'],
    ['without the case manager', agreement, signed('client'), 'signatureCaseManagerMissing'],
    ['on screen without names', agreement, { ...both, kind: 'screen' as const }, 'signatureNameMissing'],
    [
      'mediator who was there',
      agreement,
      { ...signed('client', 'caseManager', 'mediator'), mediatorKind: 'professional' as const },
      null,
    ],
    ['no mediator, and none signs', agreement, { ...both, mediatorKind: 'none' as const }, null],
    ['on the day it was made', agreement, { ...both, signedOn: '2026-11-20' }, null],
    ['mediator nobody chose', agreement, signed('client', 'caseManager', 'mediator'), 'mediatorUnexpected'],
    ['tomorrow', agreement, { ...both, signedOn: '2026-11-22' }, 'signatureInFuture'],
    ['before it was made', agreement, { ...both, signedOn: '2026-11-19' }, 'signatureBeforeDraft'],
  ] as const)('%s → %4$s', ([, row, signature, reason]) => {
    expect(whyNotSignable(row, signature, '2026-11-21')).toBe(reason)
  })
})

test.for([
  [['Amina Beispiel', 'Kim Muster'], null],
  [['Amina Beispiel', null], 'signatureNameMissing'],
  [[null, 'Kim Muster'], 'signatureNameMissing'],
] as const)('signed on screen with the names %j → %s', ([[client, caseManager], reason]) => {
  const signature = {
    signedOn: '2026-11-21',
    kind: 'screen' as const,
    signatories: [
      { role: 'client' as const, name: client },
      { role: 'caseManager' as const, name: caseManager },
    ],
    mediatorKind: 'none' as const,
  }
  const agreement = { state: 'draft' as const, madeOn: '2026-11-20' }
  expect(whyNotSignable(agreement, signature, '2026-11-21')).toBe(reason)
})

describe('whyNotEndable', () => {
  const signed = { state: 'signed' as AgreementState, signedOn: '2026-11-10' }
  test.for([
    [signed, '2026-11-21', null],
    [signed, '2026-11-10', null],
    [signed, '2026-11-22', 'endInFuture'],
    [signed, '2026-11-09', 'endBeforeSignature'],
    [{ state: 'draft' as const, signedOn: null }, '2026-11-21', 'agreementNotSigned'],
    [{ state: 'signed' as const, signedOn: null }, '2026-11-21', 'agreementNotSigned'],
    [{ state: 'superseded' as const, signedOn: '2026-11-10' }, '2026-11-21', 'agreementNotSigned'],
  ] as const)('%j on %s → %s', ([row, on, reason]) => {
    expect(whyNotEndable(row, on, '2026-11-21')).toBe(reason)
  })
})

test.for([
  [{ signedOn: null, signatureKind: null }, 'agreementNotSigned'],
  [{ signedOn: '2026-11-10', signatureKind: 'screen' }, 'signedOnScreen'],
  [{ signedOn: '2026-11-10', signatureKind: 'paper' }, null],
] as const)('whyNotScannable %j → %s', ([row, reason]) => {
  expect(whyNotScannable(row)).toBe(reason)
})

describe('whyNotOrder', () => {
  test.for([
    [['a', 'b'], ['b', 'a'], null],
    [['a', 'b'], ['a'], 'planOrderOutdated'],
    [['a', 'b'], ['a', 'a'], 'planOrderOutdated'],
    [['a', 'b'], ['a', 'b', 'c'], 'planOrderOutdated'],
  ] as const)('%j as %j → %s', ([present, wanted, reason]) => {
    expect(whyNotOrder(present, wanted)).toBe(reason)
  })
})

describe('snapshotOf', () => {
  test('keeps open goals and what is still to be done, with labels and organisation', () => {
    const steps = [
      step('s1', {
        organisation: { id: 'o', name: 'Jobcenter' },
        state: 'waiting',
        responsible: 'authority',
      }),
      step('s2', { state: 'done' }),
      step('s3', { state: 'dropped' }),
    ]
    const snapshot = snapshotOf(plan([goal('g1', { steps }), goal('g2', { state: 'reached' })]))
    expect(snapshot.goals).toHaveLength(1)
    expect(snapshot.goals[0]).toMatchObject({
      lifeDomains: [{ key: 'housing', label: 'Wohnsituation' }],
      steps: [{ id: 's1', who: 'Jobcenter', responsible: 'authority' }],
    })
  })

  test('is the whole of what was agreed, word for word', () => {
    const steps = [
      step('s1', {
        text: { wording: 'Antrag', clientWording: 'طلب', who: 'Frau Beispiel' },
        organisation: { id: 'o', name: 'Jobcenter' },
      }),
      step('s2', { text: { wording: 'Brief', clientWording: null, who: '' }, dueOn: null }),
      step('s3', { text: null }),
    ]
    const words = {
      wording: 'Wohnung',
      clientWording: 'شقة',
      clientLanguage: 'ar' as const,
      indicator: 'Mietvertrag',
    }
    const one = goal('g1', {
      personId: 'p1',
      lifeDomains: ['housing', 'gone'],
      targetOn: '2027-05-31',
      text: { ...words, outcomeNote: null },
      steps,
    })
    expect(snapshotOf(plan([one]))).toEqual({
      format: 1,
      district: 'Kreis Musterland',
      kiName: 'KI Musterland',
      fundersNote: 'Gefördert',
      fileNumber: 'TST-2026-1',
      organisation: 'Stadt Musterstadt',
      goals: [
        {
          id: 'g1',
          ...words,
          lifeDomains: [
            { key: 'housing', label: 'Wohnsituation' },
            { key: 'gone', label: 'gone' },
          ],
          personId: 'p1',
          targetOn: '2027-05-31',
          steps: [
            {
              id: 's1',
              wording: 'Antrag',
              clientWording: 'طلب',
              responsible: 'client',
              who: 'Frau Beispiel, Jobcenter',
              dueOn: '2026-12-01',
            },
            {
              id: 's2',
              wording: 'Brief',
              clientWording: null,
              responsible: 'client',
              who: null,
              dueOn: null,
            },
          ],
        },
      ],
    })
  })

  test('holds nothing of a goal whose wording is hidden', () => {
    expect(snapshotOf(plan([goal('g1', { text: null })])).goals).toEqual([])
  })
})

describe('changesSince', () => {
  const before = plan([goal('g1', { steps: [step('s1'), step('s2')] }), goal('g2')])
  const signed = snapshotOf(before)
  const kinds = (goals: PlanGoal[]) => changesSince(signed, plan(goals)).map((change) => change.kind)
  test.for<[string, PlanGoal[], string[]]>([
    ['nothing', before.goals, []],
    ['another order', before.goals.toReversed(), []],
    ['a step done', [goal('g1', { steps: [step('s1', { state: 'done' }), step('s2')] }), goal('g2')], []],
    ['a goal reached', [before.goals[0]!, goal('g2', { state: 'reached' })], []],
    ['a goal dropped', [before.goals[0]!, goal('g2', { state: 'dropped' })], ['goalDropped']],
    ['a new goal', [...before.goals, goal('g3')], ['goalAdded']],
    ['another date', [before.goals[0]!, goal('g2', { targetOn: '2027-01-01' })], ['goalChanged']],
    ['another wording', [before.goals[0]!, goal('g2', {}, 'Anders')], ['goalChanged']],
    [
      'steps dropped, changed and added',
      [
        goal('g1', {
          steps: [step('s1', { state: 'dropped' }), step('s2', { dueOn: null }), step('s3')],
        }),
        goal('g2'),
      ],
      ['stepChanged', 'stepAdded', 'stepDropped'],
    ],
  ])('%s', ([, goals, expected]) => {
    expect(kinds(goals)).toEqual(expected)
  })
})

describe('each part of what was signed counts', () => {
  const words = {
    wording: 'W',
    clientWording: null,
    clientLanguage: null,
    indicator: null,
    outcomeNote: null,
  }
  const text = { wording: 'W', clientWording: null, who: null }
  const one = (change: Partial<PlanGoal>, stepChange: Partial<PlanStep> = {}) =>
    plan([
      goal('g1', {
        lifeDomains: ['a', 'b'],
        text: words,
        steps: [step('s1', { text, ...stepChange })],
        ...change,
      }),
    ])
  const signed = snapshotOf(one({}))

  test.for<[string, Partial<PlanGoal>, string[]]>([
    ['wording', { text: { ...words, wording: 'X' } }, ['goalChanged']],
    ['own words', { text: { ...words, clientWording: 'X' } }, ['goalChanged']],
    ['indicator', { text: { ...words, indicator: 'X' } }, ['goalChanged']],
    ['person', { personId: 'p' }, ['goalChanged']],
    ['day', { targetOn: '2027-01-01' }, ['goalChanged']],
    ['life domain', { lifeDomains: ['a', 'c'] }, ['goalChanged']],
    ['order of life domains', { lifeDomains: ['b', 'a'] }, []],
    ['gone', { state: 'dropped' }, ['goalDropped']],
  ])('of a goal: %s', ([, change, kinds]) => {
    expect(changesSince(signed, one(change)).map(({ kind }) => kind)).toEqual(kinds)
  })

  test.for<[string, Partial<PlanStep>, string[]]>([
    ['wording', { text: { ...text, wording: 'X' } }, ['stepChanged']],
    ['own words', { text: { ...text, clientWording: 'X' } }, ['stepChanged']],
    ['who', { text: { ...text, who: 'X' } }, ['stepChanged']],
    ['side', { responsible: 'caseManager' }, ['stepChanged']],
    ['day', { dueOn: '2027-01-01' }, ['stepChanged']],
    ['waiting', { state: 'waiting' }, []],
    ['dropped', { state: 'dropped' }, ['stepDropped']],
  ])('of a step: %s', ([, change, kinds]) => {
    const changes = changesSince(signed, one({}, change))
    expect(changes.map(({ kind }) => kind)).toEqual(kinds)
    for (const found of changes) expect(found).toMatchObject({ goalId: 'g1', stepId: 's1' })
  })

  test('a step that no longer exists was dropped; a goal names itself and no step', () => {
    expect(changesSince(signed, one({ steps: [] }))).toEqual([
      { kind: 'stepDropped', goalId: 'g1', stepId: 's1', wording: 'W' },
    ])
    expect(changesSince(signed, plan([]))).toEqual([
      { kind: 'goalDropped', goalId: 'g1', stepId: null, wording: 'W' },
    ])
  })
})

test('an agreement is between the main person, everyone with a goal of their own, and the case manager', () => {
  const persons = ['p1', 'p2', 'p3'].map((id) => ({ id, role: 'x', isMain: id === 'p1', name: id }))
  const parties = partiesOf({
    goals: [goal('g1', { personId: 'p2' }), goal('g2', { personId: 'p3', state: 'reached' })],
    persons,
    caseManager: { name: 'Kim Muster', organisation: 'Kreis' },
  })
  expect(parties.map(({ role, name }) => [role, name])).toEqual([
    ['client', 'p1'],
    ['client', 'p2'],
    ['caseManager', 'Kim Muster'],
  ])
  expect(parties.map(({ stage, personId }) => [stage, personId])).toEqual([
    ['named', 'p1'],
    ['named', 'p2'],
    ['named', null],
  ])
  const unknown = partiesOf({ goals: [], persons: [], caseManager: { name: '', organisation: 'Kreis' } })
  expect(unknown).toEqual([{ stage: 'named', role: 'caseManager', personId: null, name: null }])
})

describe('fixed texts', () => {
  const files = readdirSync(new URL('../texts/', import.meta.url)).map((file) => file.replace('.json', ''))
  test('there is one file for each language', () => {
    expect(files.toSorted()).toEqual(['de', ...TextLanguage.options].toSorted())
  })
  test.for(files)('%s: every text is there, only German counts as checked', (language) => {
    const texts = textsOf(language)
    expect(texts.language).toBe(language)
    expect(texts.checked).toBe(language === 'de')
    expect(texts.direction).toBe(['ar', 'fa'].includes(language) ? 'rtl' : 'ltr')
  })
})
