import { z } from 'zod'

import { ConsentPurpose, DataCategory, SpecialCategory } from '../../consent/index.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import type { ReferralOptions, ReferralView } from '../contract/referrals.ts'

const choice = (message: string) => z.string().min(1, message)

/** What is typed; an empty choice stands for nothing chosen. */
export const ReferralValues = z
  .object({
    personId: choice('Wählen Sie, um wessen Angaben es geht.'),
    organisationId: choice('Wählen Sie die Stelle.'),
    unitId: z.string(),
    service: optionalText(200),
    purpose: z.union([z.literal(''), ConsentPurpose]),
    lifeDomains: z.array(z.string()),
    dataCategories: z.array(DataCategory),
    specialCategories: z.array(SpecialCategory),
    concern: optionalText(1000),
    summary: optionalText(2000),
    desiredResult: optionalText(1000),
    goalIds: z.array(z.string()),
    documentIds: z.array(z.string()),
  })
  .transform((values) => ({
    ...values,
    unitId: values.unitId === '' ? null : values.unitId,
    purpose: values.purpose === '' ? null : values.purpose,
  }))
export type ReferralValues = z.input<typeof ReferralValues>

/** One person is taken for granted, and that a referral says who it is about and how to reach them. */
export const emptyValues = (options: ReferralOptions): ReferralValues => ({
  personId: options.persons.length === 1 ? options.persons[0]!.id : '',
  organisationId: '',
  unitId: '',
  service: '',
  purpose: '',
  lifeDomains: [],
  dataCategories: ['identity', 'contact', 'language'],
  specialCategories: [],
  concern: '',
  summary: '',
  desiredResult: '',
  goalIds: [],
  documentIds: [],
})

export const valuesOf = (one: ReferralView): ReferralValues => ({
  personId: one.person.id,
  organisationId: one.recipient.organisationId,
  unitId: one.recipient.unitId ?? '',
  service: one.text?.service ?? '',
  purpose: one.purpose ?? '',
  lifeDomains: one.lifeDomains.map(({ key }) => key),
  dataCategories: one.dataCategories,
  specialCategories: one.specialCategories,
  concern: one.text?.concern ?? '',
  summary: one.text?.summary ?? '',
  desiredResult: one.text?.desiredResult ?? '',
  goalIds: one.goals?.map(({ id }) => id) ?? [],
  documentIds: one.documents?.map(({ id }) => id) ?? [],
})

export const labels = {
  personId: 'Um wen geht es?',
  organisationId: 'Stelle',
  unitId: 'Abteilung',
  service: 'Angebot bei dieser Stelle',
  purpose: 'Wozu?',
  lifeDomains: 'Welche Lebensbereiche?',
  dataCategories: 'Welche Angaben?',
  specialCategories: 'Besonders geschützte Angaben',
  concern: 'Worum geht es?',
  summary: 'Kurze Zusammenfassung',
  desiredResult: 'Was soll erreicht werden?',
  goalIds: 'Ziele aus dem Plan mitgeben',
  documentIds: 'Dokumente mitgeben',
} as const
