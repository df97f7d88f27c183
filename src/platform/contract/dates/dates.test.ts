import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  addDays,
  ageAt,
  BirthDate,
  DateRange,
  daysBetween,
  germanBirthDate,
  germanRange,
  isOfAge,
  lastDayOf,
  PlainDate,
  rangeContains,
  rangesOverlap,
  rangeThrough,
  whyBirthDateImpossible,
} from '../dates.ts'

const aDay = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays('1900-01-01', days))
const aRange = fc
  .tuple(aDay, fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined }))
  .map(([from, length]): DateRange => (length === undefined ? { from } : { from, to: addDays(from, length) }))
const exact = (date: string): BirthDate => ({ precision: 'exact', date })

describe('PlainDate', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is a date', (date) => {
    expect(PlainDate.parse(date)).toBe(date)
  })

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-04-31',
    '21.11.2026',
    '2026-1-1',
    '',
    '2026-01-01T00:00',
  ])('%j is refused in German', (date) => {
    expect(PlainDate.safeParse(date).error?.issues[0]?.message).toBe(
      'Geben Sie ein Datum ein, das es gibt, zum Beispiel 21.11.2026.',
    )
  })

  test.each(['1899-12-31', '2200-01-01', '0001-01-01'])('%s lies outside', (date) => {
    expect(PlainDate.safeParse(date).error?.issues[0]?.message).toBe(
      'Das Datum muss zwischen 1900 und 2199 liegen.',
    )
  })

  test('agrees with Temporal on every day', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -4000, max: 4000 }), (day, step) => {
        const next = Temporal.PlainDate.from(day).add({ days: step }).toString()
        expect(addDays(day, step)).toBe(next)
        expect(daysBetween(day, next)).toBe(step)
      }),
    )
  })

  test('has a JSON Schema', () => {
    expect(z.toJSONSchema(z.object({ on: PlainDate, birth: BirthDate, during: DateRange }))).toMatchObject({
      type: 'object',
    })
  })
})

describe('BirthDate', () => {
  test.each([
    [exact('2008-11-21'), '2026-11-20', 17],
    [exact('2008-11-21'), '2026-11-21', 18],
    [exact('2008-02-29'), '2026-02-28', 17],
    [exact('2008-02-29'), '2026-03-01', 18],
    [exact('2008-02-29'), '2028-02-29', 20],
    [exact('2026-11-21'), '2026-11-21', 0],
  ])('%j on %s: %i years', (birth, on, years) => {
    expect(ageAt(birth, on)).toEqual({ atLeast: years, atMost: years })
  })

  test('of a year of birth alone, the age is one of two', () => {
    expect(ageAt({ precision: 'yearOnly', year: 2008 }, '2026-06-01')).toEqual({ atLeast: 17, atMost: 18 })
    expect(ageAt({ precision: 'yearOnly', year: 2026 }, '2026-06-01')).toEqual({ atLeast: 0, atMost: 0 })
  })

  test('nothing known, or not born yet: no age', () => {
    expect(ageAt({ precision: 'unknown' }, '2026-06-01')).toBeNull()
    expect(ageAt(exact('2026-06-02'), '2026-06-01')).toBeNull()
    expect(ageAt({ precision: 'yearOnly', year: 2027 }, '2026-06-01')).toBeNull()
  })

  test('of age is said only when certain', () => {
    expect(isOfAge(exact('2008-06-01'), '2026-06-01')).toBe(true)
    expect(isOfAge(exact('2008-06-02'), '2026-06-01')).toBe(false)
    expect(isOfAge({ precision: 'yearOnly', year: 2008 }, '2026-12-31')).toBeNull()
    expect(isOfAge({ precision: 'yearOnly', year: 2007 }, '2026-01-01')).toBe(true)
    expect(isOfAge({ precision: 'yearOnly', year: 2009 }, '2026-12-31')).toBe(false)
    expect(isOfAge({ precision: 'unknown' }, '2026-12-31')).toBeNull()
  })

  test('the exact age lies within what the year alone allows, agrees with Temporal and never falls', () => {
    fc.assert(
      fc.property(aDay, fc.nat(40_000), (born, lived) => {
        const on = addDays(born, lived)
        const { atLeast } = ageAt(exact(born), on)!
        const rough = ageAt({ precision: 'yearOnly', year: Number(born.slice(0, 4)) }, on)!
        expect(rough.atLeast).toBeLessThanOrEqual(atLeast)
        expect(rough.atMost).toBeGreaterThanOrEqual(atLeast)
        expect(ageAt(exact(born), addDays(on, 1))!.atLeast - atLeast).toBeOneOf([0, 1])
        if (!born.endsWith('02-29')) {
          expect(atLeast).toBe(Temporal.PlainDate.from(born).until(on, { largestUnit: 'years' }).years)
        }
      }),
    )
  })

  test('impossible birth dates have a reason', () => {
    expect(whyBirthDateImpossible(exact('2026-11-22'), '2026-11-21')).toBe('birthDate.future')
    expect(whyBirthDateImpossible({ precision: 'yearOnly', year: 2027 }, '2026-11-21')).toBe(
      'birthDate.future',
    )
    expect(whyBirthDateImpossible(exact('1900-01-01'), '2026-11-21')).toBe('birthDate.tooLongAgo')
    expect(whyBirthDateImpossible(exact('1990-01-01'), '2026-11-21')).toBeNull()
    expect(whyBirthDateImpossible({ precision: 'unknown' }, '2026-11-21')).toBeNull()
  })

  test('fields of another precision are refused', () => {
    expect(BirthDate.safeParse({ precision: 'unknown', date: '1990-01-01' }).success).toBe(false)
    expect(BirthDate.safeParse({ precision: 'yearOnly', year: 90 }).success).toBe(false)
    expect(BirthDate.safeParse({ precision: 'circa' }).error?.issues[0]?.message).toMatch(/^Wählen Sie/)
  })

  test('reads well', () => {
    expect(germanBirthDate(exact('1990-05-04'))).toBe('04.05.1990')
    expect(germanBirthDate({ precision: 'yearOnly', year: 1990 })).toBe('1990 (Tag unbekannt)')
    expect(germanBirthDate({ precision: 'unknown' })).toBe('unbekannt')
  })
})

describe('DateRange', () => {
  test('an empty or reversed range is refused at its end', () => {
    const issue = DateRange.safeParse({ from: '2026-01-02', to: '2026-01-02' }).error!.issues[0]!
    expect(issue).toMatchObject({ path: ['to'], message: 'Das Ende muss nach dem Anfang liegen.' })
  })

  test('people see the last day', () => {
    expect(rangeThrough('2026-03-01', '2026-05-31')).toEqual({ from: '2026-03-01', to: '2026-06-01' })
    expect(germanRange({ from: '2026-03-01', to: '2026-06-01' })).toBe('01.03.2026 bis 31.05.2026')
    expect(germanRange({ from: '2026-03-01' })).toBe('seit 01.03.2026')
  })

  test('ranges that meet do not overlap; overlap is a day that both contain', () => {
    expect(rangesOverlap({ from: '2026-01-01', to: '2026-02-01' }, { from: '2026-02-01' })).toBe(false)
    fc.assert(
      fc.property(aRange, aRange, (a, b) => {
        const later = a.from > b.from ? a.from : b.from
        expect(rangesOverlap(a, b)).toBe(rangeContains(a, later) && rangeContains(b, later))
        expect(rangesOverlap(a, b)).toBe(rangesOverlap(b, a))
        expect(rangeThrough(a.from, lastDayOf(a))).toEqual(a)
      }),
    )
  })
})
