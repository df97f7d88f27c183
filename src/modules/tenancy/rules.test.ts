import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyFromLabel, whyNotAddable, whyNotEntry } from './rules.ts'

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
  })
})

test('lists with fixed keys take no new entries', () => {
  expect(whyNotAddable('intensity')).toBe('catalogueClosed')
  expect(whyNotAddable('entryRoute')).toBeNull()
})

describe('keyFromLabel', () => {
  test.each([
    ['Sprechzeit vor Ort (Rathaus)', 'sprechzeit-vor-ort-rathaus'],
    ['Öffentlichkeitsarbeit & Flyer', 'oeffentlichkeitsarbeit-flyer'],
    ['24-Stunden-Hilfe', 'stunden-hilfe'],
    ['مرحبا', 'eintrag'],
  ])('%s → %s', (label, key) => expect(keyFromLabel(label)).toBe(key))
  test('is always a valid key', () => {
    fc.assert(
      fc.property(fc.string(), (label) => {
        expect(keyFromLabel(label)).toMatch(/^[a-z][a-z0-9-]{0,49}$/)
      }),
    )
  })
})
