import { expect, test } from 'vitest'
import { whyNotOrganisationStep } from './named-organisation.ts'

const today = '2026-11-21'
const code = (
  row: Parameters<typeof whyNotOrganisationStep>[0],
  state: 'asked' | 'answered' | 'noAnswer',
  on = today,
  answer: string | null = 'Gern',
) => whyNotOrganisationStep(row, { state, on, answer }, today)?.code ?? null

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
