import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { ConsentDirection, RecipientKind, type SharingKind } from '../contract/codes.ts'
import { proposedRefusal } from '../contract/consent-form.ts'
import { NewConsent, type ConsentOptions, type ConsentView } from '../contract/consents.ts'

const choice = (message: string) => z.string().min(1, message)
const { purposes, lifeDomains, dataCategories, specialCategories } = NewConsent.shape

/** What is typed; an empty choice stands for nothing chosen. */
export const ConsentValues = z
  .object({
    personId: choice('Wählen Sie, um wessen Angaben es geht.'),
    direction: ConsentDirection,
    recipientKind: RecipientKind,
    organisationId: z.string(),
    unitId: z.string(),
    recipientName: optionalText(200),
    purposes: purposes.unwrap(),
    purpose: optionalText(1000),
    lifeDomains: lifeDomains.unwrap(),
    dataCategories: dataCategories.unwrap(),
    specialCategories: specialCategories.unwrap(),
    validFrom: PlainDate,
    validTo: PlainDate,
    refusalConsequence: optionalText(1000),
  })
  .superRefine(({ recipientKind, organisationId }, context) => {
    if (recipientKind !== 'organisation' || organisationId !== '') return
    const message = 'Wählen Sie die Stelle.'
    context.addIssue({ code: 'custom', path: ['organisationId'], message })
  })
  .transform((values) => {
    const listed = values.recipientKind === 'organisation'
    return {
      ...values,
      organisationId: listed ? values.organisationId : null,
      unitId: listed && values.unitId !== '' ? values.unitId : null,
      recipientName: values.recipientKind === 'other' ? values.recipientName : null,
    }
  })
export type ConsentValues = z.input<typeof ConsentValues>

/** A new text: one adult is taken for granted, the period and the sentence about a refusal are proposed. */
export function emptyValues(options: ConsentOptions, kind: SharingKind): ConsentValues {
  const [first] = options.persons
  return {
    personId: options.persons.length === 1 && first ? first.id : '',
    direction: kind === 'consent' ? 'toRecipient' : 'mutual',
    recipientKind: 'organisation',
    organisationId: '',
    unitId: '',
    recipientName: '',
    purposes: [],
    purpose: '',
    lifeDomains: [],
    dataCategories: [],
    specialCategories: [],
    validFrom: options.validFrom,
    validTo: options.validTo,
    refusalConsequence: proposedRefusal,
  }
}

/** Of a text there is: to change its draft, or as the start of a new one. */
export const valuesOf = (one: ConsentView): ConsentValues => ({
  personId: one.person.id,
  direction: one.direction,
  recipientKind: one.recipient.kind,
  organisationId: one.recipient.organisationId ?? '',
  unitId: one.recipient.unitId ?? '',
  recipientName: one.text?.recipientName ?? '',
  purposes: one.purposes,
  purpose: one.text?.purpose ?? '',
  lifeDomains: one.lifeDomains.map((domain) => domain.key),
  dataCategories: one.dataCategories,
  specialCategories: one.specialCategories,
  validFrom: one.validFrom,
  validTo: one.validTo,
  refusalConsequence: one.text?.refusalConsequence ?? '',
})

/** A renewed one starts from what was agreed, for a new period. */
export const renewedValues = (one: ConsentView, options: ConsentOptions): ConsentValues => ({
  ...valuesOf(one),
  validFrom: options.validFrom,
  validTo: options.validTo,
})

/** Whether the notice of § 87 AufenthG belongs beside these fields. */
export const touchesResidence = (values: Pick<ConsentValues, 'purposes' | 'dataCategories'>): boolean =>
  values.purposes.some((purpose) => purpose === 'residence' || purpose === 'benefit') ||
  values.dataCategories.some((category) => category === 'residence' || category === 'income')
