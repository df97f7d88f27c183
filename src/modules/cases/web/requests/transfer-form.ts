import { z } from 'zod'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { Id } from '../../../../platform/contract/ids.ts'
import { TransferReason } from '../../contract/requests/index.ts'

/** What is typed to pass a request on; whether the agreement is needed, the server says at its field. */
export const TransferForm = z.object({
  siteId: Id.or(z.literal('')).refine((id) => id !== '', 'Bitte wählen Sie den Standort.'),
  reason: z.enum(TransferReason.options, { error: 'Bitte wählen Sie einen Grund.' }),
  agreedOn: PlainDate.or(z.literal('')),
  withConcern: z.boolean(),
  withContact: z.boolean(),
})
