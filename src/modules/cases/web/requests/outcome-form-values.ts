import { z } from 'zod'
import type { BodyInput } from '../../../../platform/contract/endpoint.ts'
import { WithdrawalReason, type requestEndpoints } from '../../contract/requests/index.ts'

const Outcome = z
  .object({
    kind: z.enum(['advised', 'signposted', 'withdrawn']),
    organisationId: z.string(),
    service: z.string().trim().max(200),
    minutes: z.string().regex(/^(\d{1,3})?$/, 'Bitte geben Sie ganze Minuten ein, höchstens 600.'),
    reason: WithdrawalReason.or(z.literal('')),
  })
  .refine((typed) => typed.kind !== 'signposted' || typed.organisationId !== '' || typed.service !== '', {
    path: ['service'],
    message: 'Bitte nennen Sie die Stelle oder das Angebot, an das Sie verwiesen haben.',
  })
  .refine((typed) => typed.kind !== 'withdrawn' || typed.reason !== '', {
    path: ['reason'],
    message: 'Bitte wählen Sie, warum die Anfrage ohne Beratung endet.',
  })

/** Paths are those of the request's body, so that what the server finds wrong appears at the field. */
export const OutcomeForm = z.object({
  outcome: Outcome,
  language: z.string(),
  lifeDomains: z.array(z.string()),
})
export type OutcomeFormValues = z.input<typeof OutcomeForm>

export const emptyOutcome = (
  kind: OutcomeFormValues['outcome']['kind'],
  known: { language: string | null; lifeDomains: string[] } = { language: null, lifeDomains: [] },
): OutcomeFormValues => ({
  outcome: { kind, organisationId: '', service: '', minutes: '', reason: '' },
  language: known.language ?? '',
  lifeDomains: known.lifeDomains,
})

type CloseBody = BodyInput<typeof requestEndpoints.close>

/** Only what belongs to the kind travels: what was typed under another kind stays behind. */
export function outcomeOf({ outcome }: z.output<typeof OutcomeForm>): CloseBody['outcome'] {
  const { kind, organisationId, service, reason } = outcome
  if (kind === 'withdrawn') return { kind, reason: reason as WithdrawalReason }
  const minutes = outcome.minutes === '' ? {} : { minutes: Number(outcome.minutes) }
  if (kind === 'advised') return { kind, ...minutes }
  return { kind, organisationId: organisationId || null, service, ...minutes }
}

export const closeBodyOf = (values: z.output<typeof OutcomeForm>): CloseBody => ({
  outcome: outcomeOf(values),
  language: values.language || null,
  lifeDomains: values.lifeDomains,
})

export const outcomeLabels: Record<string, string> = {
  'outcome.kind': 'Ergebnis',
  'outcome.organisationId': 'Verwiesen an Stelle',
  'outcome.service': 'Angebot',
  'outcome.minutes': 'Dauer in Minuten',
  'outcome.reason': 'Grund',
  language: 'Sprache',
  lifeDomains: 'Themen',
}
