import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, ageAt, type BirthDate } from '../dates.ts'
import * as lists from './index.ts'
import type { CodeList } from './index.ts'

const all = Object.values(lists).filter(
  (value): value is CodeList => typeof value === 'object' && 'entries' in value && 'source' in value,
)

describe.each(all.map((list) => [list.title, list] as const))('%s', (_title, list) => {
  test('names its source; codes are unique, labels written', () => {
    expect(list.source.length).toBeGreaterThan(5)
    expect(new Set(list.entries.map((entry) => entry.code)).size).toBe(list.entries.length)
    expect(new Set(list.entries.map((entry) => entry.label)).size).toBe(list.entries.length)
    for (const entry of list.entries) {
      expect(entry.code).toMatch(/^[a-zA-Z0-9+-]{1,40}$/)
      expect(entry.label).toBe(entry.label.trim())
    }
  })

  test('the schema takes its codes and nothing else', () => {
    const schema = lists.codeSchema(list)
    for (const { code } of list.entries) expect(schema.parse(code)).toBe(code)
    expect(schema.safeParse('there is no such code').error?.issues[0]?.message).toContain(list.title)
  })
})

test('every list is reachable through the index, and an unknown code is shown as it is', () => {
  expect(all.length).toBe(18)
  expect(lists.labelOf(lists.GENDERS, 'female')).toBe('weiblich')
  expect(lists.labelOf(lists.GENDERS, 'x')).toBe('x')
  expect(z.toJSONSchema(z.object({ status: lists.ResidenceStatus, age: lists.AgeGroup }))).toMatchObject({
    type: 'object',
  })
})

describe('§ 87 AufenthG', () => {
  test('residence and benefit fields carry the notice', () => {
    expect(lists.RESIDENCE_STATUSES.fieldNotice).toBe('§ 87 AufenthG')
    expect(lists.BENEFITS.fieldNotice).toBe('§ 87 AufenthG')
    expect(lists.BENEFITS.entries.filter((b) => b.triggersNotice).map((b) => b.code)).toEqual([
      'sgb2',
      'sgb12',
    ])
    expect(lists.RESIDENCE_STATUSES.entries.filter((s) => s.triggersNotice).map((s) => s.code)).toEqual([
      'borderCrossingCertificate',
      'none',
    ])
  })

  test('"ohne Status" is off at a public employer until the opinion is recorded', () => {
    const offered = (employer: { public: boolean; dpoOpinionRecorded: boolean }) =>
      lists.residenceStatusesFor(employer).some((status) => status.code === 'none')
    expect(offered({ public: true, dpoOpinionRecorded: false })).toBe(false)
    expect(offered({ public: true, dpoOpinionRecorded: true })).toBe(true)
    expect(offered({ public: false, dpoOpinionRecorded: false })).toBe(true)
  })
})

describe('nationalities', () => {
  test('is marked incomplete; former states are not offered for new entry', () => {
    expect(lists.NATIONALITIES.incomplete).toBe(true)
    const offered = lists.openForEntry(lists.NATIONALITIES).map((entry) => entry.code)
    for (const former of ['120', '132', '133', '138', '159', '162', '276'])
      expect(offered).not.toContain(former)
    expect(offered).toContain('423')
  })

  test.each([
    ['000', 'germany'],
    ['154', 'eu'],
    ['166', 'ukraine'],
    ['475', 'thirdCountry'],
    ['168', 'thirdCountry'],
    ['159', 'thirdCountry'],
    ['997', 'statelessOrUnclear'],
    ['998', 'statelessOrUnclear'],
    ['999', 'notStated'],
  ])('%s belongs to %s', (code, group) => {
    expect(lists.nationalityGroup(code)).toBe(group)
  })

  test('26 members beside Germany', () => {
    const codes = Array.from({ length: 1000 }, (_, i) => String(i).padStart(3, '0'))
    const members = codes.filter((code) => lists.nationalityGroup(code) === 'eu')
    expect(members).toHaveLength(26)
    for (const code of members) expect(lists.labelOf(lists.NATIONALITIES, code)).not.toBe(code)
  })
})

describe('age groups', () => {
  test('every age has the group whose bounds hold it', () => {
    fc.assert(
      fc.property(fc.nat(70_000), fc.nat(40_000), (bornAt, lived) => {
        const birth: BirthDate = { precision: 'exact', date: addDays('1900-01-01', bornAt) }
        const on = addDays(birth.date, lived)
        const [from, to] = lists.ageGroupAt(birth, on).split(/[-+]/)
        const age = ageAt(birth, on)!.atLeast
        expect(age).toBeGreaterThanOrEqual(Number(from))
        if (to) expect(age).toBeLessThanOrEqual(Number(to))
      }),
    )
  })

  test('of two possible groups the younger one; nothing known is its own group', () => {
    expect(lists.ageGroupAt({ precision: 'yearOnly', year: 2008 }, '2026-11-21')).toBe('14-17')
    expect(lists.ageGroupAt({ precision: 'unknown' }, '2026-11-21')).toBe('unknown')
  })
})

test('languages written in Arabic script run from right to left', () => {
  expect(
    ['ar', 'fa', 'prs', 'ps', 'ckb', 'ur'].map((code) => lists.isRightToLeft(lists.Language.parse(code))),
  ).not.toContain(false)
  expect(lists.isRightToLeft('kmr')).toBe(false)
})
