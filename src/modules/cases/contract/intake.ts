import { z } from 'zod'
import { Language } from '../../../platform/contract/code-lists/index.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { BasisView, Criteria, IntakeView } from './case-view.ts'
import { BasisKind, LegalBasis, ServedElsewhere } from './codes.ts'

export const intakeEndpoints = {
  change: endpoint({
    method: 'PUT',
    path: '/api/cases/:id/intake',
    right: 'case.write',
    summary:
      'Records the five criteria and the answer to "already served elsewhere?"; answers the suggested intensity.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({
      servedElsewhere: ServedElsewhere,
      servedElsewhereBy: optionalText(8000),
      criteria: Criteria,
    }),
    response: IntakeView,
  }),
  recordFirstTalk: endpoint({
    method: 'POST',
    path: '/api/cases/:id/first-talk',
    right: 'case.write',
    summary: 'Records the day of the first counselling talk.',
    params: IdParams,
    body: z.strictObject({ on: PlainDate }),
    response: IntakeView,
  }),
  recordBasis: endpoint({
    method: 'POST',
    path: '/api/cases/:id/bases',
    right: 'case.write',
    summary:
      'Records on what a kind of processing rests and when the client was told; replaces the one before.',
    params: IdParams,
    body: z.strictObject({
      kind: BasisKind,
      basis: LegalBasis,
      informedOn: PlainDate,
      informationLanguage: Language,
    }),
    response: BasisView,
    status: 201,
  }),
  endBasis: endpoint({
    method: 'POST',
    path: '/api/cases/:id/bases/:basisId/end',
    right: 'case.write',
    summary: 'Ends a legal basis; the fields that rest on it are locked again.',
    params: z.strictObject({ id: Id, basisId: Id }),
    status: 204,
  }),
}
