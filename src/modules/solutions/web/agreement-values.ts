import { z } from 'zod'
import { text } from '../../../platform/contract/text.ts'
import type { AgreementView } from '../contract/agreements.ts'
import { AgreementState } from '../contract/codes.ts'
import { choice, day, note, office } from './form-values.ts'

export const AgreementValues = z.object({
  type: z.string().min(1, 'Bitte wählen Sie die Art.'),
  title: text(300),
  state: AgreementState,
  parties: z
    .array(z.object({ organisationId: office, signsAs: note(200), signedOn: day }))
    .min(2, 'Eine Vereinbarung hat mindestens zwei Parteien.')
    .max(60),
  signedOn: day,
  validFrom: day,
  validUntil: day,
  reviewOn: day,
  contents: note(4000),
  obligations: note(4000),
  fileNumber: note(100),
  remark: note(1000),
  themeId: choice,
})
export type AgreementValues = z.input<typeof AgreementValues>

export const newSignatory: AgreementValues['parties'][number] = {
  organisationId: '',
  signsAs: '',
  signedOn: '',
}

export const emptyAgreement: AgreementValues = {
  type: '',
  title: '',
  state: 'planned',
  parties: [newSignatory, newSignatory],
  signedOn: '',
  validFrom: '',
  validUntil: '',
  reviewOn: '',
  contents: '',
  obligations: '',
  fileNumber: '',
  remark: '',
  themeId: '',
}

/** Of a row as it is, or of what the concept says. */
export const valuesOf = (agreement: AgreementView): AgreementValues => ({
  type: agreement.type,
  title: agreement.title,
  state: agreement.state === 'expired' ? 'signed' : agreement.state,
  parties: agreement.parties.map((party) => ({
    organisationId: party.organisationId,
    signsAs: party.signsAs ?? '',
    signedOn: party.signedOn ?? '',
  })),
  signedOn: agreement.signedOn ?? '',
  validFrom: agreement.validFrom ?? '',
  validUntil: agreement.validUntil ?? '',
  reviewOn: agreement.reviewOn ?? '',
  contents: agreement.contents ?? '',
  obligations: agreement.obligations ?? '',
  fileNumber: agreement.fileNumber ?? '',
  remark: agreement.remark ?? '',
  themeId: agreement.theme?.id ?? '',
})

export const agreementLabels = {
  type: 'Art',
  title: 'Titel',
  state: 'Stand',
  parties: 'Parteien',
  signedOn: 'Unterzeichnet am',
  validFrom: 'Gilt ab',
  validUntil: 'Gilt bis (leer: unbefristet)',
  reviewOn: 'Überprüfung am',
  contents: 'Was sie regelt',
  obligations: 'Wer wozu verpflichtet ist',
  fileNumber: 'Aktenzeichen der Verwaltung',
  remark: 'Bemerkung',
  themeId: 'Thema, das sie beantwortet',
} as const
