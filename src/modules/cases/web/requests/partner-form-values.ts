import { z } from 'zod'
import { NewPartnerRequest, PartnerConsentBy, PartnerConsentForm } from '../../contract/requests/index.ts'

const fields = NewPartnerRequest.shape

/** As typed; empty choices are none, and nothing is sent without the person's word. */
export const PartnerForm = z
  .object({
    ...fields,
    siteId: z.string().min(1, 'Bitte wählen Sie einen Standort.'),
    name: z.string(),
    number: z.string().refine((typed) => fields.number.safeParse(typed).success, {
      error: 'Bitte geben Sie eine Telefonnummer ein, zum Beispiel 02802 123456.',
    }),
    reference: z.string(),
    language: z.string().transform((key) => key || null),
    municipalityId: z.string().transform((id) => id || null),
    consentForm: z.enum(PartnerConsentForm.options, { error: 'Bitte wählen Sie, wie.' }),
    consentBy: z.enum(PartnerConsentBy.options, { error: 'Bitte wählen Sie, wer.' }),
    agreed: z.literal(true, {
      error: 'Ohne Zustimmung der Person geht keine Anfrage hinaus.',
    }) as unknown as z.ZodBoolean,
  })
  .refine(({ name, number }) => name.trim() !== '' || number.trim() !== '', {
    path: ['name'],
    error: 'Bitte nennen Sie Name oder Telefonnummer: Sonst kann KIM die Person nicht erreichen.',
  })
  .transform(({ agreed: _agreed, ...wish }) => wish)

export const noWish = (siteId: string, today: string): z.input<typeof PartnerForm> => ({
  siteId,
  name: '',
  number: '',
  language: '',
  municipalityId: '',
  concern: '',
  reference: '',
  consentedOn: today,
  consentForm: '' as never,
  consentBy: '' as never,
  agreed: false,
  answerAgreed: false,
})
