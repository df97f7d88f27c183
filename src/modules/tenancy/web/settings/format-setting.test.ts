import { describe, expect, test } from 'vitest'
import { settingKeys } from '../../contract/setting.ts'
import { allowedRange, formatSetting, parseSetting, typedSetting } from './format-setting.ts'
import { settingWords } from './setting-words.ts'

test('every setting has words', () => {
  for (const key of settingKeys) expect(settingWords[key].label.length, key).toBeGreaterThan(5)
})

describe('settings in words', () => {
  test.each([
    ['reassessmentMonths', 6, '6 Monate', '6'],
    ['kreisShareB2', 0.3333, '33,3 %', '33,33'],
    ['minimumFteB1', 0.5, '0,5 Stellen', '0,5'],
    ['departureAsClosureReason', false, 'aus', ''],
  ] as const)('%s %s: %s', (key, value, words, typed) => {
    expect(formatSetting({ key, value })).toBe(words)
    expect(typedSetting({ key, value })).toBe(typed)
    if (typeof value === 'number') expect(parseSetting(key, typed)).toBe(value)
  })

  test.each(['', 'sechs', '-1', '1.000,5', '6 Monate'])('%j is no number', (typed) => {
    expect(parseSetting('reassessmentMonths', typed)).toBeUndefined()
  })
  test('per cent may be typed with its sign', () => expect(parseSetting('kreisShareB2', ' 40 % ')).toBe(0.4))
})

test('what a value may be stands beside it, as the file allows it', () => {
  expect(allowedRange('reassessmentMonths')).toBe('1 bis 36 Monate')
  expect(allowedRange('kreisShareB2')).toBe('0 bis 100 %')
  expect(allowedRange('departureAsClosureReason')).toBeUndefined()
})
