import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'

/** A calendar month, Berlin time, the present one when absent; short periods would show what one person did (R171). */
export const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'Bitte wählen Sie einen Monat, zum Beispiel 2026-11.')

/** What is shown with the person who did it, because the access itself is the subject. */
export const accessActions = {
  'clearAccess.openedForReason': 'Akte aus Anlass geöffnet',
  'clearAccess.released': 'Akte freigegeben',
  'clearAccess.ended': 'Freigabe beendet',
  'disclosure.asked': 'Übermittlung ohne Einwilligung erbeten',
  'disclosure.agreed': 'Übermittlung ohne Einwilligung: zweite Person stimmt zu',
  'disclosure.refused': 'Übermittlung ohne Einwilligung: zweite Person lehnt ab',
  'disclosure.carriedOut': 'Ohne Einwilligung übermittelt',
  'export.requested': 'Liste angefordert',
  'export.downloaded': 'Liste heruntergeladen',
  'access.refused': 'Zugriff abgelehnt',
  'case.printed': 'Akte gedruckt',
  'user.rightsPrinted': 'Rechte einer Person gedruckt',
  'user.openWorkRead': 'Offene Arbeit einer Person abgefragt',
  'protection.accessesRead': 'Diese Liste gelesen',
} as const
export const AccessAction = z.enum(
  Object.keys(accessActions) as [keyof typeof accessActions, ...(keyof typeof accessActions)[]],
)

/** One access outside everyday work. No content: the file number stands for the case. */
export const AccessEventRow = z
  .object({
    id: Id,
    at: z.string(),
    action: z.string(),
    actor: z.string().nullable(),
    /** For whom it was opened or released. */
    openedFor: z.string().nullable(),
    fileNumber: z.string().nullable(),
    /** A code of a closed list. */
    reason: z.string().nullable(),
    /** With a refused access: which part of the program. */
    route: z.string().nullable(),
  })
  .meta({ id: 'AccessEvent' })
export type AccessEventRow = z.infer<typeof AccessEventRow>

export const AuditSummary = z
  .object({
    /** How often what was done to which kind of thing, and why; no person, no case. */
    counts: z.array(
      z.object({
        action: z.string(),
        objectKind: z.string(),
        reason: z.string().nullable(),
        entries: z.int(),
      }),
    ),
    /** The last nightly verification of the audit; null: there has been none yet. */
    check: z
      .object({
        at: z.string(),
        sealed: z.int(),
        unsealed: z.int(),
        faults: z.int(),
        seal: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'AuditSummary' })
export type AuditSummary = z.infer<typeof AuditSummary>

export const protectionAuditEndpoints = {
  accesses: endpoint({
    method: 'GET',
    path: '/api/protection/accesses',
    right: 'protection.audit',
    summary:
      'Accesses outside everyday work of a month, newest first: clear accesses, refusals, what left the house.',
    query: z.strictObject({ ...PageQuery.shape, month: Month.optional(), action: AccessAction.optional() }),
    response: pageOf(AccessEventRow, 'AccessEvents'),
  }),
  summary: endpoint({
    method: 'GET',
    path: '/api/protection/audit-summary',
    right: 'protection.audit',
    summary: 'What was done in a month by kind and reason, and the last verification of the audit.',
    query: z.strictObject({ month: Month.optional() }),
    response: AuditSummary,
  }),
}
