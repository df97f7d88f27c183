import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { text } from '../../../platform/contract/text.ts'
import { AgreementTexts } from './agreement-texts.ts'
import {
  AgreementState,
  EndedBy,
  MediatorKind,
  Responsible,
  SignatoryRole,
  SignatureKind,
  TextLanguage,
} from './codes.ts'

export const AgreementSummary = z
  .object({
    id: Id,
    number: z.int(),
    state: AgreementState,
    madeOn: PlainDate,
    goalCount: z.int(),
    language: TextLanguage.nullable(),
    signedOn: PlainDate.nullable(),
    signatureKind: SignatureKind.nullable(),
    signedRoles: z.array(SignatoryRole),
    readLanguages: z.array(z.string()),
    mediatorKind: MediatorKind.nullable(),
    scanDocumentId: Id.nullable(),
    endedOn: PlainDate.nullable(),
    endedBy: EndedBy.nullable(),
    version: z.int(),
  })
  .meta({ id: 'AgreementSummary' })
export type AgreementSummary = z.infer<typeof AgreementSummary>

export const SnapshotStep = z.object({
  id: Id,
  wording: z.string(),
  clientWording: z.string().nullable(),
  responsible: Responsible,
  who: z.string().nullable(),
  dueOn: PlainDate.nullable(),
})
export type SnapshotStep = z.infer<typeof SnapshotStep>

export const SnapshotGoal = z.object({
  id: Id,
  wording: z.string(),
  clientWording: z.string().nullable(),
  /** Language of all client wordings of the goal and its steps; null: not known. */
  clientLanguage: z.string().nullable(),
  indicator: z.string().nullable(),
  lifeDomains: z.array(z.object({ key: z.string(), label: z.string() })),
  personId: Id.nullable(),
  targetOn: PlainDate.nullable(),
  steps: z.array(SnapshotStep),
})
export type SnapshotGoal = z.infer<typeof SnapshotGoal>

/** What was agreed, as stored with a version of the agreement; names of clients stand apart (`parties`). */
export const AgreementSnapshot = z
  .object({
    format: z.literal(1),
    district: z.string(),
    kiName: z.string(),
    fundersNote: z.string(),
    fileNumber: z.string(),
    organisation: z.string(),
    goals: z.array(SnapshotGoal).min(1),
  })
  .meta({ id: 'AgreementSnapshot' })
export type AgreementSnapshot = z.infer<typeof AgreementSnapshot>

export const AgreementParty = z
  .object({
    stage: z.enum(['named', 'signed']),
    role: SignatoryRole,
    personId: Id.nullable(),
    name: z.string().nullable(),
  })
  .meta({ id: 'AgreementParty' })
export type AgreementParty = z.infer<typeof AgreementParty>

/** One difference between the plan and the signed agreement; `wording` is that of the goal or step. */
export const PlanChange = z
  .object({
    kind: z.enum(['goalAdded', 'goalChanged', 'goalDropped', 'stepAdded', 'stepChanged', 'stepDropped']),
    goalId: Id,
    stepId: Id.nullable(),
    wording: z.string(),
  })
  .meta({ id: 'PlanChange' })
export type PlanChange = z.infer<typeof PlanChange>

export const AgreementView = AgreementSummary.extend({
  caseId: Id,
  /** Null: the person may not read plan texts. */
  content: AgreementSnapshot.nullable(),
  /** Empty where the person may not see names. */
  parties: z.array(AgreementParty),
  can: z.array(z.enum(['sign', 'end', 'print', 'scan'])),
}).meta({ id: 'Agreement' })
export type AgreementView = z.infer<typeof AgreementView>

const Signatory = z.strictObject({
  role: SignatoryRole,
  name: text(200).nullable(),
})

export const NewSignature = z
  .strictObject({
    signedOn: PlainDate,
    kind: SignatureKind,
    signatories: z.array(Signatory).min(1).max(20),
    /** Codes of the language list: in which languages it was read or explained. */
    readLanguages: z
      .array(z.string().regex(/^[a-z]{2,3}(-simple)?$/))
      .min(1, 'Wählen Sie mindestens eine Sprache.')
      .max(6),
    mediatorKind: MediatorKind,
  })
  .meta({ id: 'NewSignature' })
export type NewSignature = z.infer<typeof NewSignature>

export const agreementEndpoints = {
  draft: endpoint({
    method: 'POST',
    path: '/api/cases/:id/agreements',
    right: 'agreement.write',
    summary: 'Makes a new version of the agreement from the open goals; an unsigned version is superseded.',
    params: IdParams,
    body: z.strictObject({ language: TextLanguage.nullable() }).meta({ id: 'NewAgreement' }),
    response: AgreementView,
    status: 201,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/agreements/:id',
    right: 'agreement.read',
    summary: 'A version of the agreement as it was made.',
    params: IdParams,
    response: AgreementView,
  }),
  sign: endpoint({
    method: 'POST',
    path: '/api/agreements/:id/signature',
    right: 'agreement.write',
    summary: 'Records that a version was signed; the version valid until then is superseded.',
    params: IdParams,
    body: NewSignature,
    response: AgreementView,
    ifMatch: true,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/agreements/:id/end',
    right: 'agreement.write',
    summary: 'Records that a signed agreement was ended; no reason is asked.',
    params: IdParams,
    body: z.strictObject({ endedOn: PlainDate, endedBy: EndedBy }).meta({ id: 'AgreementEnd' }),
    response: AgreementView,
    ifMatch: true,
  }),
  scan: endpoint({
    method: 'PUT',
    path: '/api/agreements/:id/scan',
    right: 'agreement.write',
    summary: 'Links the scan of the signed paper, a document of the case; a wrong one is replaced.',
    params: IdParams,
    body: z.strictObject({ documentId: Id }).meta({ id: 'AgreementScan' }),
    response: AgreementView,
    ifMatch: true,
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/api/agreements/:id/pdf',
    right: 'agreement.read',
    summary: 'A version of the agreement as accessible PDF, German beside the language of the client.',
    params: IdParams,
    download: 'application/pdf',
  }),
  texts: endpoint({
    method: 'GET',
    path: '/api/agreement-texts/:language',
    right: 'agreement.read',
    summary:
      'The fixed texts of the agreement in one language, and whether a native speaker has checked them.',
    params: z.strictObject({ language: z.union([z.literal('de'), TextLanguage]) }),
    response: AgreementTexts,
  }),
}
