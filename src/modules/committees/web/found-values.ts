import { z } from 'zod'

import { text } from '../../../platform/contract/text.ts'
import type { BodyInput } from '../../../platform/contract/endpoint.ts'
import { CommitteeKind } from '../../tenancy/index.ts'
import { CommitteeScope } from '../contract/codes.ts'
import type { committeeEndpoints } from '../contract/endpoints.ts'
import type { CommissionView } from '../contract/shared.ts'

export const foundLabels = {
  name: 'Name',
  kind: 'Art',
  scope: 'Zuordnung',
  authority: 'Befugnis',
  purpose: 'Aufgabe',
  examined: 'Diese Gremien habe ich mir angesehen',
  why: 'Warum keines davon passt',
  takes: 'Ein bestehendes Gremium übernimmt die Aufgabe',
  existingId: 'Welches übernimmt?',
  reason: 'Warum es gebraucht wird',
  rhythm: 'Rhythmus in Worten',
  municipalityId: 'Stadt oder Gemeinde',
  host: 'Getragen von',
  participation: 'Wie sich das KIM beteiligt',
  managingOffice: 'Geschäftsführung',
  chair: 'Vorsitz (Funktion)',
  deputyChair: 'Stellvertretung im Vorsitz (Funktion)',
  moderation: 'Moderation (Funktion)',
}

export const FoundValues = z
  .object({
    name: text(200),
    kind: CommitteeKind,
    scope: CommitteeScope,
    authority: z.enum(['', 'deciding', 'advisory', 'operative']),
    purpose: z.string().max(2000),
    takes: z.boolean(),
    existingId: z.string(),
    examined: z.array(z.string()).readonly(),
    why: z.string().max(500),
    reason: z.string().max(2000),
    rhythm: z.string().max(200),
    municipalityId: z.string(),
    host: z.string().max(200),
    participation: z.string().max(1000),
    managingOffice: z.string().max(200),
    chair: z.string().max(300),
    deputyChair: z.string().max(300),
    moderation: z.string().max(300),
  })
  .refine(({ scope, reason }) => scope !== 'own' || reason.trim() !== '', {
    path: ['reason'],
    error: 'Bitte schreiben Sie, warum es gebraucht wird.',
  })
  .refine(({ scope, participation }) => scope === 'own' || participation.trim() !== '', {
    path: ['participation'],
    error: 'Bitte schreiben Sie, wie sich das KIM beteiligt.',
  })
  .refine(({ scope, municipalityId }) => scope !== 'town' || municipalityId !== '', {
    path: ['municipalityId'],
    error: 'Bitte wählen Sie die Stadt oder Gemeinde.',
  })
  .refine(({ scope, takes, why }) => scope !== 'own' || takes || why.trim() !== '', {
    path: ['why'],
    error: 'Bitte begründen Sie, warum keines passt.',
  })
  .refine(({ scope, takes, examined }) => scope !== 'own' || takes || examined.length > 0, {
    path: ['examined'],
    error: 'Bitte wählen Sie mindestens ein Gremium, das Sie sich angesehen haben.',
  })
  .refine(({ scope, takes, existingId }) => scope !== 'own' || !takes || existingId !== '', {
    path: ['existingId'],
    error: 'Bitte wählen Sie das Gremium.',
  })
type Values = z.output<typeof FoundValues>

export const foundInitial = (
  scope: CommitteeScope,
  commission?: CommissionView,
): z.input<typeof FoundValues> => ({
  name: commission ? (commission.to || commission.title).slice(0, 200) : '',
  kind: commission ? 'projectGroup' : scope === 'own' ? 'workingGroup' : 'exchange',
  scope,
  authority: '',
  purpose: commission ? (commission.mandate ?? commission.title).slice(0, 2000) : '',
  takes: false,
  existingId: '',
  examined: [],
  why: '',
  reason: commission ? `Projektauftrag: ${commission.committee}`.slice(0, 2000) : '',
  rhythm: '',
  municipalityId: '',
  host: '',
  participation: '',
  managingOffice: '',
  chair: '',
  deputyChair: '',
  moderation: '',
})

interface For {
  readonly requestId?: string | undefined
  readonly commissionId?: string | undefined
}

/** The founding as the server takes it. */
export function foundBody(
  {
    takes,
    examined,
    why,
    existingId,
    chair,
    deputyChair,
    moderation,
    authority,
    municipalityId,
    ...values
  }: Values,
  { requestId, commissionId }: For,
): BodyInput<typeof committeeEndpoints.found> {
  const own = values.scope === 'own'
  const roles = { chair, deputyChair, moderation }
  const existing = own && takes
  return {
    ...values,
    reason: own ? values.reason : values.participation,
    authority: authority || null,
    municipalityId: municipalityId || null,
    outcome: existing ? 'existing' : 'new',
    existingId: existing ? existingId : null,
    functions: existing
      ? []
      : Object.entries(roles)
          .filter(([, label]) => label.trim() !== '')
          .map(([role, label]) => ({ role: role as keyof typeof roles, label })),
    examined: own
      ? examined.map((committeeId) => ({ committeeId, fits: false, reason: why || values.reason }))
      : [],
    requestId: requestId ?? null,
    commissionId: existing ? null : (commissionId ?? null),
  }
}
