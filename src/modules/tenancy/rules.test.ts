import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyFromLabel, kreisShareOfB2, opinionTopicOf, whyNotAddable, whyNotEntry } from './rules.ts'

describe('whyNotEntry', () => {
  const reason = (label: string) => ({ kind: 'closureReason', label, settings: {} }) as const
  test.each(['Ausreise', 'freiwillige Rückkehr', 'ABSCHIEBUNG', 'ausgereist'])(
    'no departure without opinion: %s',
    (label) => {
      expect(whyNotEntry(reason(label), { departureAllowed: false })).toBe('departureNeedsOpinion')
      expect(whyNotEntry(reason(label), { departureAllowed: true })).toBeNull()
    },
  )
  test('other closure reasons and other lists are free', () => {
    expect(whyNotEntry(reason('Wegzug'), { departureAllowed: false })).toBeNull()
    expect(
      whyNotEntry(
        { kind: 'activityType', label: 'Rückkehrberatung', settings: {} },
        { departureAllowed: false },
      ),
    ).toBeNull()
  })
  test('a locked life domain stays locked', () => {
    const before = { kind: 'lifeDomain', label: 'Gesundheit', settings: { locked: true } } as const
    const known = { before, departureAllowed: false }
    expect(whyNotEntry({ ...before, settings: {} }, known)).toBe('lockedStaysLocked')
    expect(whyNotEntry({ ...before, label: 'Gesundheit und Pflege' }, known)).toBeNull()
    expect(whyNotEntry({ ...before, settings: {} }, { departureAllowed: false })).toBeNull()
    const open = { ...before, settings: {} }
    expect(whyNotEntry(open, { before: open, departureAllowed: false })).toBeNull()
    const kind = 'activityType' as const
    expect(
      whyNotEntry({ ...open, kind }, { before: { ...before, kind }, departureAllowed: false }),
    ).toBeNull()
  })
})

test('lists with fixed keys take no new entries', () => {
  for (const kind of [
    'intensity',
    'language',
    'benefitKind',
    'retentionClass',
    'themeState',
    'themeMove',
    'themePurpose',
  ] as const)
    expect(whyNotAddable(kind)).toBe('catalogueClosed')
  expect(whyNotAddable('entryRoute')).toBeNull()
})

describe('keyFromLabel', () => {
  test.each([
    ['Sprechzeit vor Ort (Rathaus)', 'sprechzeit-vor-ort-rathaus'],
    ['Öffentlichkeitsarbeit & Flyer', 'oeffentlichkeitsarbeit-flyer'],
    ['24-Stunden-Hilfe', 'stunden-hilfe'],
    ['مرحبا', 'eintrag'],
    ['Ärger über große Größen', 'aerger-ueber-grosse-groessen'],
    ['Kita?! – ', 'kita'],
    ['-- Kita --', 'kita'],
    ['é', 'e'],
    [`${'a'.repeat(49)} b`, 'a'.repeat(49)],
    [`${'a'.repeat(60)}`, 'a'.repeat(50)],
  ])('%s → %s', (label, key) => expect(keyFromLabel(label)).toBe(key))
  test('is always a valid key', () => {
    fc.assert(
      fc.property(fc.string(), (label) => {
        expect(keyFromLabel(label)).toMatch(/^[a-z][a-z0-9-]{0,49}$/)
      }),
    )
  })
})

test('settings that wait for an opinion of the data protection officer', () => {
  expect(opinionTopicOf).toEqual({
    withoutStatusForPublicEmployers: 'valueWithoutStatus',
    departureAsClosureReason: 'closureByDeparture',
  })
})

describe('kreisShareOfB2 (R024)', () => {
  const line = (fte: number | null, employerId: string | null, buildingBlock = 'B2') => ({
    buildingBlock,
    fte,
    employerId,
  })
  test.each([
    ['exactly a third', [line(2, 'kreis'), line(4, 'town')], 'kept'],
    ['the 0.3333 of the file is a third', [line(1, 'kreis'), line(2, 'town')], 'kept'],
    ['less than a third', [line(1, 'kreis'), line(4, 'town')], 'missed'],
    ['B1 and B3 do not count', [line(9, 'kreis', 'B1'), line(1, 'kreis'), line(4, 'town')], 'missed'],
    ['nothing is distributed', [line(16, null)], 'unknown'],
    [
      'what is not distributed could make it up',
      [line(1, 'kreis'), line(4, 'town'), line(1, null)],
      'unknown',
    ],
    ['what is not distributed cannot break it', [line(4, 'kreis'), line(4, null)], 'kept'],
    ['a line without a figure', [line(2, 'kreis'), line(null, 'town')], 'unknown'],
    ['no line', [], 'unknown'],
  ] as const)('%s', (_name, lines, state) => {
    expect(kreisShareOfB2(lines, new Set(['kreis']), 0.3333).state).toBe(state)
  })

  test('gives the sums', () => {
    const share = kreisShareOfB2(
      [line(6, 'kreis'), line(4.5, 'town'), line(1.5, null)],
      new Set(['kreis']),
      0.3333,
    )
    expect(share).toEqual({ kreis: 6, total: 12, unknown: 1.5, state: 'kept' })
  })
})
