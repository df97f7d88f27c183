import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { District, type CommitteeKind, type ThemeNeed } from '../../tenancy/index.ts'
import {
  missingFor,
  moveOnDecision,
  movesFrom,
  nothingSaid,
  pathOf,
  standstillOf,
  stateAfter,
  whyNotMove,
  type MoveWish,
  type ThemeFacts,
  type ThemePath,
} from './theme-path.ts'

const today = '2026-11-21'
const kreise = ['coesfeld', 'warendorf', 'wesel'] as const
const paths = Object.fromEntries(kreise.map((key) => [key, pathIn(key)])) as Record<
  (typeof kreise)[number],
  ThemePath
>

function pathIn(key: string): ThemePath {
  const file = new URL(`../../../../districts/${key}.yaml`, import.meta.url)
  const { catalogues } = District.parse(parse(readFileSync(file, 'utf8')))
  const rows = (entries: readonly { key: string; label: string }[]) =>
    entries.map(({ key: own, label, ...settings }) => ({ key: own, label, settings }))
  return pathOf(rows(catalogues.themeStates.entries), rows(catalogues.themeMoves.entries))
}

const theme = (state: string, more: Partial<ThemeFacts> = {}): ThemeFacts => ({
  state,
  deferredFrom: null,
  traits: [],
  alike: 5,
  singleReason: null,
  viewAnswered: true,
  unasked: 0,
  priority: null,
  format: null,
  solution: null,
  committeeId: null,
  heardBy: [],
  ...more,
})
const said = (wish: Partial<MoveWish>): MoveWish => ({ ...nothingSaid, ...wish })
const everything = said({
  reason: 'weil',
  singleReason: 'weil',
  format: 'Projektgruppe',
  priority: 'high',
  committeeId: 'c',
  solution: 'Papier',
  resubmitOn: '2027-03-01',
  effect: 'helped',
  decidedOn: today,
})
const open = (path: ThemePath, facts: ThemeFacts) =>
  movesFrom(path, facts)
    .filter(({ blocked }) => blocked === null)
    .map(({ move }) => move.key)
const move = (path: ThemePath, key: string) => path.moves.find((one) => one.key === key)!

describe('what a move needs is asked until it is said or stands in the theme', () => {
  const asks = (need: ThemeNeed, facts: Partial<ThemeFacts>, wish: Partial<MoveWish>) => {
    const one = { ...move(paths.wesel, paths.wesel.moves[0]!.key), needs: [need], decidedBy: null }
    return missingFor(one, theme('erkannt', facts), said(wish), today)
  }
  test.each<[ThemeNeed, Partial<ThemeFacts>, Partial<MoveWish>, Partial<ThemeFacts>]>([
    ['reason', {}, { reason: 'weil' }, {}],
    ['targetGroupView', { viewAnswered: false }, {}, { viewAnswered: true }],
    ['organisationsAsked', { unasked: 1 }, {}, { unasked: 0 }],
    ['format', {}, { format: 'Projektgruppe' }, { format: 'Projektgruppe' }],
    ['priority', {}, { priority: 'high' }, { priority: 'high' }],
    ['committee', {}, { committeeId: 'c' }, { committeeId: 'c' }],
    ['solution', {}, { solution: 'Papier' }, { solution: 'Papier' }],
    ['resubmitOn', {}, { resubmitOn: '2026-11-22' }, {}],
    ['effect', {}, { effect: 'helped' }, {}],
  ])('%s', (need, absent, wish, kept) => {
    expect(asks(need, absent, {})).toEqual([need])
    expect(asks(need, Object.keys(wish).length > 0 ? absent : kept, wish)).toEqual([])
    if (Object.keys(kept).length > 0) expect(asks(need, kept, {})).toEqual([])
  })
  test('a day to look again lies in the future; a single case needs a reason, two do not', () => {
    expect(asks('resubmitOn', {}, { resubmitOn: today })).toEqual(['resubmitOn'])
    expect(asks('manyCases', { alike: 1 }, {})).toEqual(['singleReason'])
    expect(asks('manyCases', { alike: 1 }, { singleReason: 'weil' })).toEqual([])
    expect(asks('manyCases', { alike: 1, singleReason: 'weil' }, {})).toEqual([])
    expect(asks('manyCases', { alike: 2 }, {})).toEqual([])
  })
  test('a decision has a day, not after today', () => {
    const decided = { ...paths.wesel.moves[0]!, needs: [], decidedBy: 'steeringGroup' as CommitteeKind }
    const asked = (decidedOn: string | null) =>
      missingFor(decided, theme('erkannt'), said({ decidedOn }), today)
    expect([asked(null), asked('2026-11-22'), asked(today)]).toEqual([['decidedOn'], ['decidedOn'], []])
  })
  test('a move that is not there is told as such', () => {
    expect(whyNotMove(paths.wesel, theme('erkannt'), 'gibt-es-nicht')).toBe('themeMoveUnknown')
  })
})

describe('Warendorf (WAF 3)', () => {
  const path = paths.warendorf

  test('a regional theme goes from the regional project group over a paper to work, without the steering group', () => {
    const way = ['aufbereiten', 'an-projektgruppe', 'papier', 'umsetzen', 'wirkung-pruefen']
    let facts = theme('erkannt')
    for (const key of way) {
      expect([key, whyNotMove(path, facts, key)]).toEqual([key, null])
      expect(move(path, key).decidedBy).toBeNull()
      facts = { ...facts, state: stateAfter(path, facts, move(path, key))!.key }
      expect(facts.state).not.toBe('lenkungsgruppe')
    }
    expect(facts.state).toBe('wirkung-geprueft')
    expect(whyNotMove(path, theme('aufbereitet'), 'an-lenkungsgruppe')).toBe('themeNeedsTrait')
  })

  test.each(['kreisWide', 'ofPrinciple', 'bindingCooperation', 'changedFramework'] as const)(
    '%s makes it a matter for the steering group, and only for it until it has decided',
    (trait) => {
      for (const [state, key] of [
        ['aufbereitet', 'an-projektgruppe'],
        ['schnittstellenpapier', 'umsetzen'],
      ] as const) {
        expect(whyNotMove(path, theme(state, { traits: [trait] }), key)).toBe('themeMatterForCommittee')
        const heard = theme(state, { traits: [trait], heardBy: ['steeringGroup'] })
        expect(whyNotMove(path, heard, key)).toBeNull()
      }
      expect(whyNotMove(path, theme('aufbereitet', { traits: [trait] }), 'an-lenkungsgruppe')).toBeNull()
    },
  )

  test('a single case needs a reason; a multitude does not', () => {
    const wish = said({ committeeId: 'c' })
    const asked = (alike: number, more: Partial<MoveWish> = {}) =>
      missingFor(move(path, 'an-projektgruppe'), theme('aufbereitet', { alike }), { ...wish, ...more }, today)
    expect([asked(0), asked(1), asked(2)]).toEqual([['singleReason'], ['singleReason'], []])
    expect(asked(1, { singleReason: 'Gefahr im Verzug' })).toEqual([])
  })
})

test('Wesel (WES 7, 8): the overhead prepares, the steering group decides on the format and prioritises', () => {
  const path = paths.wesel
  expect(open(path, theme('eruiert'))).toEqual([
    'aufbereiten',
    'an-land-melden',
    'zurueckstellen',
    'nicht-weiterverfolgen',
  ])
  const before = theme('lenkungsgruppe')
  expect(missingFor(move(path, 'pag-einsetzen'), before, nothingSaid, today)).toEqual([
    'format',
    'priority',
    'decidedOn',
  ])
  const wish = said({ format: 'Projektarbeitsgruppe', priority: 'high', decidedOn: today })
  expect(moveOnDecision(path, before, 'steeringGroup', wish, today)?.to).toBe('pag')
  expect(moveOnDecision(path, before, 'projectGroup', wish, today)).toBeUndefined()
  expect(whyNotMove(path, theme('aufbereitet'), 'pag-einsetzen')).toBe('themeMoveNotFromHere')
})

test('Coesfeld (C0 4): from the local conference over the network to the steering group, which advises', () => {
  const path = paths.coesfeld
  expect(open(path, theme('entwickelt'))).not.toContain('kreisweit-an-arbeitsgruppe')
  expect(open(path, theme('entwickelt', { traits: ['kreisWide'] }))).toContain('kreisweit-an-arbeitsgruppe')
  const bodies = ['an-arbeitsgruppe', 'an-steuerungsgruppe', 'mittragen'].map(
    (key) => move(path, key).decidedBy,
  )
  expect(bodies).toEqual(['localConference', 'workingGroup', 'steeringGroup'])
  expect(open(path, theme('arbeitsgruppe'))).not.toContain('umsetzen')
})

describe.each(kreise)('%s', (key) => {
  const path = paths[key]

  test('nothing is presented without the view of the target group and before named organisations were asked', () => {
    const firstBody = path.moves.filter(
      ({ to, from }) =>
        ['consulted', 'working'].includes(path.states.find((state) => state.key === to)?.stage ?? '') &&
        from.some((one) => path.states.find((state) => state.key === one)?.stage === 'preparing'),
    )
    expect(firstBody.length).toBeGreaterThan(0)
    for (const one of firstBody) {
      const missing = missingFor(
        one,
        theme(one.from[0]!, { viewAnswered: false, unasked: 1 }),
        everything,
        today,
      )
      expect(missing).toEqual(['targetGroupView', 'organisationsAsked'])
    }
  })

  test('deferred with a day and a reason, and back where it was', () => {
    const defer = path.moves.find(({ to }) => to === 'zurueckgestellt')!
    for (const state of defer.from) {
      expect(missingFor(defer, theme(state), nothingSaid, today)).toEqual(['reason', 'resubmitOn'])
      expect(missingFor(defer, theme(state), said({ reason: 'x', resubmitOn: today }), today)).toEqual([
        'resubmitOn',
      ])
      const deferred = theme('zurueckgestellt', { deferredFrom: state })
      expect(stateAfter(path, deferred, move(path, 'wieder-vorlegen'))?.key).toBe(state)
    }
    expect(whyNotMove(path, theme('zurueckgestellt'), 'wieder-vorlegen')).toBe('themeNotDeferred')
  })

  test('whatever is asked, in whatever order: only moves of the path happen, and each lands on a state of the path', () => {
    const keys = [...path.moves.map((one) => one.key), 'erfunden']
    const states = new Set(path.states.map((state) => state.key))
    const traits = fc.subarray([
      'kreisWide',
      'ofPrinciple',
      'bindingCooperation',
      'changedFramework',
    ] as const)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 30 }), traits, (wanted, ticked) => {
        let facts = theme(path.states.find((state) => state.first)!.key, { traits: ticked })
        for (const one of wanted) {
          if (whyNotMove(path, facts, one) !== null) continue
          const { from, decidedBy, oneOf } = move(path, one)
          expect(from).toContain(facts.state)
          if (oneOf.length > 0) expect(oneOf.some((trait) => ticked.includes(trait))).toBe(true)
          const to = stateAfter(path, facts, move(path, one))!
          expect(states.has(to.key)).toBe(true)
          const deferredFrom = to.stage === 'deferred' ? facts.state : null
          const heardBy = decidedBy === null ? facts.heardBy : [...facts.heardBy, decidedBy]
          facts = { ...facts, state: to.key, deferredFrom, heardBy }
        }
      }),
    )
  })

  test('no theme is stuck: every state has an open move', () => {
    for (const state of path.states) {
      const facts = theme(state.key, { deferredFrom: path.states[0]!.key })
      expect([state.key, open(path, facts).length > 0]).toEqual([state.key, true])
    }
  })
})

describe('what keeps a decision from moving a theme (Wesel)', () => {
  const why = (facts: ThemeFacts, body: 'steeringGroup' | 'workingGroup' = 'steeringGroup') => {
    const still = standstillOf(paths.wesel, facts, body, said({ decidedOn: today }), today)
    return still && (still.move === null ? still.blocked : [still.move.key, ...still.missing])
  }

  test('what is missing for the nearest move, nothing any more, no move from here', () => {
    expect(why(theme('lenkungsgruppe'))).toEqual(['pag-einsetzen', 'format', 'priority'])
    expect(why(theme('lenkungsgruppe', { format: 'PAG' }))).toEqual(['pag-einsetzen', 'priority'])
    expect(why(theme('lenkungsgruppe', { format: 'PAG', priority: 'high' }))).toEqual(['pag-einsetzen'])
    expect(why(theme('aufbereitet'))).toBe('themeNoMoveHere')
  })

  test('nothing was to be expected of a body that moves no themes, nor of one that has moved this one on', () => {
    expect(why(theme('lenkungsgruppe'), 'workingGroup')).toBeNull()
    expect(why(theme('pag', { heardBy: ['steeringGroup'] }))).toBeNull()
  })
})
