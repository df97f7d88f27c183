import { expect, test } from 'vitest'
import { whyNotOrganisationStep } from './named-organisation.ts'

const today = '2026-11-21'
const code = (
  row: Parameters<typeof whyNotOrganisationStep>[0],
  state: 'asked' | 'answered' | 'noAnswer',
  on = today,
  answer: string | null = 'Gern',
) => whyNotOrganisationStep(row, { state, on, answer }, today)?.code ?? null

test.each([
  ['named', 'asked', '2026-11-22', 'on'],
  ['asked', 'asked', today, 'state'],
  ['named', 'answered', today, 'state'],
  ['answered', 'noAnswer', today, 'state'],
  ['asked', 'answered', '2026-11-09', 'on'],
  ['asked', 'answered', today, 'answer'],
] as const)('%s, to %s on %s: the fault is shown at „%s“', (state, to, on, field) => {
  const row = { state, askedOn: '2026-11-10' }
  expect(whyNotOrganisationStep(row, { state: to, on, answer: null }, today)?.field).toBe(field)
})

test('an answer may come on the day of the question', () => {
  expect(code({ state: 'asked', askedOn: today }, 'answered')).toBeNull()
})

test('named → asked → answered or not answered; a late answer counts, an answer stays', () => {
  const named = { state: 'named', askedOn: null } as const
  const asked = { state: 'asked', askedOn: '2026-11-10' } as const
  expect(code(named, 'asked')).toBeNull()
  expect(code(named, 'asked', '2026-11-22')).toBe('themeViewInFuture')
  expect(code(named, 'answered')).toBe('themeOrganisationNotAsked')
  expect(code(asked, 'asked')).toBe('themeOrganisationAsked')
  expect(code(asked, 'answered', '2026-11-09')).toBe('themeAnswerBeforeQuestion')
  expect(code(asked, 'answered', today, null)).toBe('themeAnswerMissing')
  expect([code(asked, 'answered'), code(asked, 'noAnswer', today, null)]).toEqual([null, null])
  expect(code({ ...asked, state: 'noAnswer' }, 'answered')).toBeNull()
  expect(code({ ...asked, state: 'answered' }, 'noAnswer')).toBe('themeOrganisationSettled')
})
