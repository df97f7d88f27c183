import { describe, expect, test } from 'vitest'
import { isPartOf, measureEffects, type BarrierCell } from './measure-effect.ts'

const today = '2026-11-27'
const cell = (quarter: string | null, count: number, more: Partial<BarrierCell> = {}): BarrierCell => ({
  kind: 'interface',
  lifeDomain: 'livelihood',
  legalDomains: ['jobseekers'],
  quarter,
  count,
  daysLost: count * 10,
  ...more,
})
const base = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q3'].map((quarter, index) => ({
  quarter,
  contacts: 200,
  referrals: index === 0 ? 3 : 40,
  reporters: quarter < '2026' ? 8 : 4,
}))
const wide = {
  id: 'wide',
  implementedOn: '2026-05-10',
  barrierKinds: ['interface'],
  lifeDomains: [],
  legalDomains: [],
}
const narrow = { ...wide, id: 'narrow', lifeDomains: ['livelihood'] }

describe('before and after', () => {
  test('counts that kind by quarter, beside contacts and referrals, and says when reporting changed', () => {
    const cells = [
      cell('2025-Q2', 10),
      cell('2025-Q3', 12, { kind: 'gap' }),
      cell('2025-Q4', 8),
      cell('2026-Q1', 10),
      cell('2026-Q2', 99),
      cell('2026-Q3', 6),
      cell('2026-Q4', 50),
      cell(null, 7),
    ]
    const effect = measureEffects([wide], { cells, base }, 5, today).get('wide')!
    expect(effect.before.quarters.map(({ quarter, barriers, rate }) => [quarter, barriers, rate])).toEqual([
      ['2025-Q2', 10, 5],
      ['2025-Q3', 0, 0],
      ['2025-Q4', 8, 4],
      ['2026-Q1', 10, 5],
    ])
    expect(effect.before).toMatchObject({ total: 28, daysLost: 280 })
    expect(effect.before.quarters[0]!.referrals).toBeNull()
    expect(effect.after).toMatchObject({
      total: 6,
      daysLost: 60,
      quarters: [{ quarter: '2026-Q3', barriers: 6 }],
    })
    expect(effect).toMatchObject({ coarse: 7, threshold: 5, reportingChanged: true })
  })

  test('what is hidden has no days either; a part does not give away the rest of its whole', () => {
    const cells = [
      cell('2025-Q2', 10),
      cell('2025-Q2', 2, { lifeDomain: 'housing' }),
      cell('2025-Q3', 9),
      cell('2026-Q3', 3),
    ]
    const effects = measureEffects([wide, narrow], { cells, base }, 5, today)
    expect(effects.get('wide')!.before.quarters[0]!.barriers).toBe(12)
    expect(effects.get('narrow')!.before.quarters[0]).toMatchObject({
      barriers: null,
      daysLost: null,
      rate: null,
    })
    expect(effects.get('wide')!.after).toMatchObject({ total: null, daysLost: null })
  })

  test('is part of: what asks more, or the same with more; never what asks less', () => {
    expect(isPartOf(narrow, wide)).toBe(true)
    expect(isPartOf(wide, narrow)).toBe(false)
    expect(isPartOf({ ...wide, barrierKinds: [] }, wide)).toBe(false)
  })
})
