import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { ReleasablePart } from './access-parts.ts'
import { ClearReason } from './codes.ts'

export const AccessEntry = z
  .object({
    user: z.object({ id: Id, name: z.string(), organisation: z.string().nullable() }),
    basis: z.enum(['assignment', 'deputy', 'oversight', 'release', 'teamConsent', 'reason']),
    /** One German sentence, the name left out: "ist für diesen Fall zuständig …". */
    sentence: z.string(),
    source: z.string(),
    parts: z.array(ReleasablePart),
    work: z.boolean(),
    from: z.string().nullable(),
    until: z.string().nullable(),
    now: z.boolean(),
    /** Set where the person may end this access. */
    clearAccessId: Id.nullable(),
  })
  .meta({ id: 'AccessEntry' })
export type AccessEntry = z.infer<typeof AccessEntry>

const parts = z.array(ReleasablePart).min(1, 'Bitte wählen Sie mindestens einen Teil.').max(5)

export const accessEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/cases/:id/access',
    right: 'case.read',
    summary: 'Who sees this case, and why: one entry per person and basis, with its source.',
    params: IdParams,
    response: z
      .object({
        entries: z.array(AccessEntry),
        /** Whom the case manager can release the case to: the coordinators with oversight. */
        coordinators: z.array(z.object({ id: Id, name: z.string() })),
        can: z.array(z.enum(['release', 'clearAccess', 'end'])),
      })
      .meta({ id: 'CaseAccess' }),
  }),
  release: endpoint({
    method: 'POST',
    path: '/api/cases/:id/clear-access',
    right: 'case.release',
    summary: 'The case manager releases parts of the case to a coordinator with oversight, until a day.',
    params: IdParams,
    body: z.strictObject({
      to: Id,
      parts: parts.default(['identity', 'contactNotes', 'assessmentTexts', 'planTexts']),
      /** 14 when not given. */
      days: z.int().min(1).max(365).default(14),
    }),
    response: z.object({ id: Id, until: z.string() }).meta({ id: 'ReleasedAccess' }),
    status: 201,
  }),
  openForReason: endpoint({
    method: 'POST',
    path: '/api/cases/:id/clear-access/reason',
    right: 'case.clearAccess',
    summary:
      'A coordinator with oversight opens parts for a listed reason, at most 72 hours; the case manager is told.',
    params: IdParams,
    body: z.strictObject({ reason: ClearReason, parts, hours: z.int().min(1).max(72).default(24) }),
    response: z.object({ id: Id, until: z.string() }).meta({ id: 'OpenedAccess' }),
    status: 201,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/cases/:id/clear-access/:accessId/end',
    right: 'case.release',
    summary: 'Ends a release or an opening at once.',
    params: z.strictObject({ id: Id, accessId: Id }),
    status: 204,
  }),
}
