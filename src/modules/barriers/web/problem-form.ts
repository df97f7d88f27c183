import { z } from 'zod'

import type { BodyInput } from '../../../platform/contract/endpoint.ts'
import { BarrierKind, LegalDomain, UnmetNeed } from '../../structure/index.ts'
import type { problemEndpoints } from '../contract/endpoints.ts'
import type { ProblemOptions, ProblemView } from '../contract/problems.ts'

const days = z
  .string()
  .regex(/^\d{0,4}$/, 'Bitte geben Sie ganze Tage an.')
  .transform((value) => (value === '' ? null : Number(value)))

/** What the form asks; everything but the kind may stay empty. */
export const ProblemEntry = z.object({
  kind: z
    .union([z.literal(''), BarrierKind])
    .pipe(z.enum(BarrierKind.options, 'Bitte wählen Sie, was für eine Hürde es ist.')),
  title: z.string().max(200),
  level: z.enum(['1', '2', '3', '4']),
  lifeDomain: z.string(),
  legalDomains: z.array(z.string()),
  organisationIds: z.array(z.string()),
  municipalityId: z.string(),
  since: z.string(),
  daysLost: days,
  unmet: z.string(),
  description: z.string().max(4000),
  helped: z.string().max(2000),
  clientView: z.string().max(2000),
})
export type Entry = z.input<typeof ProblemEntry>
type Body = Omit<BodyInput<typeof problemEndpoints.record>, 'origin' | 'originId' | 'level'>

export const problemLabels = {
  kind: 'Was für eine Hürde?',
  title: 'Kurz in einem Satz',
  level: 'Was braucht es?',
  lifeDomain: 'Lebensbereich',
  legalDomains: 'Rechtskreise',
  organisationIds: 'Beteiligte Stellen',
  municipalityId: 'Wo?',
  since: 'Seit wann?',
  daysLost: 'Verlorene Tage',
  unmet: 'Woran scheitert es?',
  description: 'Was ist passiert?',
  helped: 'Was hat geholfen?',
  clientView: 'Wie sieht es die Person?',
} as const

const empty: Entry = {
  kind: '',
  title: '',
  level: '1',
  lifeDomain: '',
  legalDomains: [],
  organisationIds: [],
  municipalityId: '',
  since: '',
  daysLost: '',
  unmet: '',
  description: '',
  helped: '',
  clientView: '',
}

/** A new one, filled with what the place it was opened from already says. */
export function newEntry({
  proposal,
  municipalityId,
}: Pick<ProblemOptions, 'proposal' | 'municipalityId'>): Entry {
  return {
    ...empty,
    municipalityId: municipalityId ?? '',
    ...(proposal === null
      ? {}
      : {
          kind: proposal.kind,
          title: proposal.title ?? '',
          lifeDomain: proposal.lifeDomain ?? '',
          organisationIds: proposal.organisationIds,
          unmet: proposal.unmet ?? '',
          since: proposal.since ?? '',
          daysLost: proposal.daysLost === null ? '' : String(proposal.daysLost),
        }),
  }
}

/** No service there to refer to: a gap, whatever it is that is missing. */
export const unmetNeed = (known: {
  lifeDomain: string
  organisationIds: readonly string[]
}): Pick<Entry, 'kind' | 'lifeDomain' | 'organisationIds'> => ({
  kind: 'gap',
  lifeDomain: known.lifeDomain,
  organisationIds: [...known.organisationIds],
})

export function entryOf(problem: ProblemView): Entry {
  return {
    kind: problem.kind,
    title: problem.text?.title ?? '',
    level: String(problem.level) as Entry['level'],
    lifeDomain: problem.lifeDomain?.id ?? '',
    legalDomains: problem.legalDomains,
    organisationIds: problem.organisations.map(({ id }) => id),
    municipalityId: problem.municipality?.id ?? '',
    since: problem.since ?? '',
    daysLost: problem.daysLost === null ? '' : String(problem.daysLost),
    unmet: problem.unmet ?? '',
    description: problem.text?.description ?? '',
    helped: problem.text?.helped ?? '',
    clientView: problem.text?.clientView ?? '',
  }
}

export const bodyOf = (entry: z.output<typeof ProblemEntry>): Body => ({
  kind: entry.kind,
  title: entry.title,
  lifeDomain: entry.lifeDomain || null,
  legalDomains: entry.legalDomains as LegalDomain[],
  organisationIds: entry.organisationIds,
  municipalityId: entry.municipalityId || null,
  since: entry.since || null,
  daysLost: entry.daysLost,
  unmet: (entry.unmet || null) as UnmetNeed | null,
  description: entry.description,
  helped: entry.helped,
  clientView: entry.clientView,
})
