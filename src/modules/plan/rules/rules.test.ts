import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AgreementTexts } from '../contract/agreement-texts.ts'
import type { AgreementSnapshot } from '../contract/agreement.ts'
import { TextLanguage, type AgreementState, type GoalState, type SignatoryRole } from '../contract/codes.ts'
import type { PlanGoal, PlanStep } from '../contract/plan.ts'
import { agreementDocument, type AgreementParts } from './agreement-document.ts'
import { changesSince } from './changes-since.ts'
import { partiesOf } from './parties-of.ts'
import { snapshotOf, type Agreeable } from './snapshot-of.ts'
import {
  whyNotAgreeable,
  whyNotEndable,
  whyNotInState,
  whyNotOrder,
  whyNotScannable,
  whyNotSignable,
} from './why-not.ts'

const textsOf = (language: string): AgreementTexts =>
  AgreementTexts.parse(
    JSON.parse(readFileSync(new URL(`../texts/${language}.json`, import.meta.url), 'utf8')),
  )
const german = textsOf('de')

const step = (id: string, change: Partial<PlanStep> = {}, wording = `Schritt ${id}`): PlanStep => ({
  id,
  goalId: 'g1',
  responsible: 'client',
  organisation: null,
  dueOn: '2026-12-01',
  state: 'open',
  stateOn: '2026-11-21',
  text: { wording, clientWording: null, who: null },
  version: 1,
  ...change,
})

const goal = (id: string, change: Partial<PlanGoal> = {}, wording = `Ziel ${id}`): PlanGoal => ({
  id,
  personId: null,
  lifeDomains: ['housing'],
  targetOn: null,
  state: 'open',
  droppedReason: null,
  stateOn: '2026-11-21',
  setInEpisode: 1,
  text: { wording, clientWording: null, clientLanguage: null, indicator: null, outcomeNote: null },
  steps: [],
  version: 1,
  ...change,
})

const plan = (goals: PlanGoal[]): Agreeable => ({
  goals,
  fileNumber: 'TST-2026-1',
  lifeDomains: [{ key: 'housing', label: 'Wohnsituation' }],
  printed: { district: 'Kreis Musterland', kiName: 'KI Musterland', fundersNote: 'Gefördert' },
  caseManager: { organisation: 'Stadt Musterstadt' },
})

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
    ['mediator nobody chose', agreement, signed('client', 'caseManager', 'mediator'), 'mediatorUnexpected'],
    ['tomorrow', agreement, { ...both, signedOn: '2026-11-22' }, 'signatureInFuture'],
    ['before it was made', agreement, { ...both, signedOn: '2026-11-19' }, 'signatureBeforeDraft'],
  ] as const)('%s → %4$s', ([, row, signature, reason]) => {
    expect(whyNotSignable(row, signature, '2026-11-21')).toBe(reason)
  })
})

describe('whyNotEndable', () => {
  const signed = { state: 'signed' as AgreementState, signedOn: '2026-11-10' }
  test.for([
    [signed, '2026-11-21', null],
    [signed, '2026-11-10', null],
    [signed, '2026-11-22', 'endInFuture'],
    [signed, '2026-11-09', 'endBeforeSignature'],
    [{ state: 'draft' as const, signedOn: null }, '2026-11-21', 'agreementNotSigned'],
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
})

describe('agreementDocument', () => {
  const snapshot: AgreementSnapshot = snapshotOf(
    plan([
      goal('g1', {
        personId: 'p1',
        targetOn: '2027-05-31',
        steps: [step('s1'), step('s2', { responsible: 'caseManager' })],
      }),
    ]),
  )
  const parts: AgreementParts = {
    snapshot,
    parties: [{ stage: 'named', role: 'client', personId: 'p1', name: 'Amina Beispiel' }],
    state: 'draft',
    number: 1,
    madeOn: '2026-11-21',
    signedOn: null,
    german,
    other: null,
  }
  const allText = (value: AgreementParts) => JSON.stringify(agreementDocument(value))

  test('says that it is voluntary, without sanction, free of charge and can be ended', () => {
    for (const key of ['voluntary', 'noSanction', 'free', 'endAnyTime'] as const) {
      expect(allText(parts)).toContain(german.words[key])
    }
  })

  test('every row has the other language beside it, and the client wording where there is one', () => {
    const other = textsOf('ar')
    const [first] = snapshot.goals
    const withWords = { ...first!, clientWording: 'أريد شقة', clientLanguage: 'ar' }
    const document = agreementDocument({ ...parts, other, snapshot: { ...snapshot, goals: [withWords] } })
    expect(document.direction).toBe('rtl')
    expect(document.blocks.every((block) => block.other !== null)).toBe(true)
    expect(document.blocks.find((block) => block.german.text === 'Ziel g1')?.other?.text).toBe('أريد شقة')
    expect(JSON.stringify(document)).toContain(other.words.seeGerman)
  })

  test('a client wording in a third language says which it is', () => {
    const [first] = snapshot.goals
    const goals = [{ ...first!, clientWording: 'ንገዛ', clientLanguage: 'ti' }]
    const { blocks } = agreementDocument({
      ...parts,
      other: textsOf('ar'),
      snapshot: { ...snapshot, goals },
    })
    expect(blocks.find((block) => block.other?.text === 'ንገዛ')?.other?.lang).toBe('ti')
  })

  test('names stand only where they may be seen; the lines to sign on stay', () => {
    expect(allText({ ...parts, parties: [] })).not.toContain('Amina')
    expect(agreementDocument({ ...parts, parties: [] }).signatures.lines).toHaveLength(2)
  })

  test('a signed version says when', () => {
    const signed = agreementDocument({ ...parts, state: 'signed', signedOn: '2026-11-21' })
    expect(signed.signatures.signed?.german.text).toContain('21.11.2026')
    expect(agreementDocument(parts).signatures.signed).toBeNull()
  })
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
