import { expect, test } from 'vitest'
import { CloseRequest } from '../../contract/requests/index.ts'
import { closeBodyOf, emptyOutcome, OutcomeForm, type OutcomeFormValues } from './outcome-form-values.ts'

const organisation = '01900000-0000-7000-8000-000000000001'
const typed = (change: Partial<OutcomeFormValues['outcome']>): OutcomeFormValues => {
  const empty = emptyOutcome('advised', { language: 'ar', lifeDomains: ['work'] })
  return { ...empty, outcome: { ...empty.outcome, ...change } }
}

test.each([
  [
    { kind: 'advised', minutes: '15', service: 'bleibt liegen' },
    { kind: 'advised', minutes: 15 },
  ],
  [
    { kind: 'signposted', service: ' MBE ' },
    { kind: 'signposted', organisationId: null, service: 'MBE' },
  ],
  [
    { kind: 'signposted', organisationId: organisation },
    { kind: 'signposted', organisationId: organisation, service: '' },
  ],
  [
    { kind: 'withdrawn', reason: 'duplicate', minutes: '15' },
    { kind: 'withdrawn', reason: 'duplicate' },
  ],
] as const)('%o', (change, outcome) => {
  const body = closeBodyOf(OutcomeForm.parse(typed(change)))
  expect(body).toEqual({ outcome, language: 'ar', lifeDomains: ['work'] })
  expect(CloseRequest.safeParse(body).success).toBe(true)
})

test.each([
  [{ kind: 'signposted' }, 'outcome.service'],
  [{ kind: 'withdrawn' }, 'outcome.reason'],
  [{ minutes: 'viel' }, 'outcome.minutes'],
] as const)('%o lacks %s', (change, path) => {
  const checked = OutcomeForm.safeParse(typed(change))
  expect(checked.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
})
