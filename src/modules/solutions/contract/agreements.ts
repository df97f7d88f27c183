import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { AgreementCoverage, AgreementState } from './codes.ts'

const PartyInput = z.strictObject({
  organisationId: Id,
  signsAs: optionalText(200),
  signedOn: PlainDate.nullable().optional(),
})

const facts = {
  /** Key of a type of the district. */
  type: text(60),
  title: text(300),
  state: AgreementState,
  signedOn: PlainDate.nullable().optional(),
  validFrom: PlainDate.nullable().optional(),
  validUntil: PlainDate.nullable().optional(),
  reviewOn: PlainDate.nullable().optional(),
  contents: optionalText(4000),
  obligations: optionalText(4000),
  fileNumber: optionalText(100),
  remark: optionalText(1000),
  /** The theme it answers. */
  themeId: Id.nullable().optional(),
  parties: z.array(PartyInput).min(2, 'Eine Vereinbarung hat mindestens zwei Parteien.').max(60),
}

export const NewAgreement = z
  .strictObject({
    ...facts,
    /** Carries on what the concept says under this key. */
    conceptKey: text(60).nullable().default(null),
  })
  .meta({ id: 'NewCooperationAgreement' })
export type NewAgreement = z.infer<typeof NewAgreement>

/** Absent keeps, null clears. */
export const AgreementChange = z.strictObject(facts).partial().meta({ id: 'CooperationAgreementChange' })
export type AgreementChange = z.infer<typeof AgreementChange>

export const AgreementParty = z.object({
  organisationId: Id,
  label: z.string(),
  signsAs: z.string().nullable(),
  signedOn: PlainDate.nullable(),
})

export const AgreementView = z
  .object({
    /** Null: only the concept speaks of it so far. */
    id: Id.nullable(),
    conceptKey: z.string().nullable(),
    type: z.string(),
    typeLabel: z.string(),
    title: z.string(),
    state: z.enum([...AgreementState.options, 'expired']),
    signedOn: PlainDate.nullable(),
    validFrom: PlainDate.nullable(),
    validUntil: PlainDate.nullable(),
    reviewOn: PlainDate.nullable(),
    reviewDue: z.boolean(),
    contents: z.string().nullable(),
    obligations: z.string().nullable(),
    fileNumber: z.string().nullable(),
    remark: z.string().nullable(),
    theme: z.object({ id: Id, name: z.string() }).nullable(),
    /** Of what the concept says: where, and what it leaves open. */
    source: z.string().nullable(),
    unknown: z.array(z.string()),
    parties: z.array(AgreementParty),
    version: z.int(),
    can: z.array(z.enum(['change', 'carryOn'])),
  })
  .meta({ id: 'CooperationAgreement' })
export type AgreementView = z.infer<typeof AgreementView>

/** Of whom an agreement of a type is expected, why, and whether it is there. */
export const ExpectedAgreement = z.object({
  organisationId: Id,
  label: z.string(),
  /** Keys of `expectationLabels`. */
  because: z.array(z.string()),
  /** Sites of the organisation that make it expected. */
  sites: z.array(z.string()),
  coverage: AgreementCoverage,
  title: z.string().nullable(),
})
export type ExpectedAgreement = z.infer<typeof ExpectedAgreement>

export const AgreementRegister = z
  .object({
    types: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        definition: z.string().nullable(),
        source: z.string().nullable(),
        isDefault: z.boolean(),
        remark: z.string().nullable(),
        expected: z.array(ExpectedAgreement),
        missing: z.int(),
      }),
    ),
    agreements: z.array(AgreementView),
    can: z.array(z.enum(['write'])),
  })
  .meta({ id: 'AgreementRegister' })
export type AgreementRegister = z.infer<typeof AgreementRegister>

export const agreementEndpoints = {
  register: endpoint({
    method: 'GET',
    path: '/api/cooperation-agreements',
    right: 'agreementRegister.read',
    summary: 'All cooperation agreements, and by type who is expected to have one and who has none.',
    response: AgreementRegister,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/cooperation-agreements/:id',
    right: 'agreementRegister.read',
    summary: 'One cooperation agreement.',
    params: IdParams,
    response: AgreementView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/cooperation-agreements',
    right: 'agreementRegister.write',
    summary: 'Enters an agreement, or carries on one of the concept.',
    body: NewAgreement,
    response: AgreementView,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/cooperation-agreements/:id',
    right: 'agreementRegister.write',
    summary: 'Changes an agreement: state, term, parties, contents.',
    params: IdParams,
    body: AgreementChange,
    response: AgreementView,
    ifMatch: true,
  }),
  csv: endpoint({
    method: 'GET',
    path: '/api/cooperation-agreements/csv',
    right: 'agreementRegister.read',
    summary: 'The register as a table, missing agreements included.',
    download: 'text/csv',
  }),
}
