import { z } from 'zod'

/** The own work, for the person alone (R027, R171). */
export const OwnWork = z
  .object({
    openCases: z.int(),
    /** Null: never set, counts as free. */
    availability: z.enum(['free', 'tight', 'stopped']).nullable(),
    effort: z.object({
      since: z.string(),
      /** Contacts with minutes and share. */
      contacts: z.int(),
      /** Minutes. */
      individual: z.int(),
      systemic: z.int(),
      /** Share of the single case that the district's concept names; null: it names none. */
      intended: z.number().nullable(),
    }),
  })
  .meta({ id: 'OwnWork' })
export type OwnWork = z.infer<typeof OwnWork>
