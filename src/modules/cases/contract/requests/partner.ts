import { z } from 'zod'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { closedList } from '../../../../platform/contract/closed-list.ts'
import { endpoint } from '../../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../../platform/contract/text.ts'
import { CallbackNumber } from './callback-number.ts'

const form = closedList('PartnerConsentForm', { oral: 'mündlich', written: 'schriftlich' })
export const PartnerConsentForm = form.schema
export const partnerConsentFormLabels = form.labels

const by = closedList('PartnerConsentBy', {
  self: 'die Person selbst',
  legalRepresentative: 'gesetzliche Vertretung',
})
export const PartnerConsentBy = by.schema
export const partnerConsentByLabels = by.labels

/** What the office that asked gets to know, and no more. */
const answer = closedList('PartnerRequestAnswer', {
  accepted: 'KIM hat übernommen',
  noContact: 'kein Kontakt zustande gekommen',
  declined: 'nicht übernommen',
})
export const PartnerAnswer = answer.schema
export type PartnerAnswer = z.infer<typeof PartnerAnswer>
export const partnerAnswerLabels = answer.labels

/** None of them says anything about the person's situation, or that a file exists. */
const decline = closedList('PartnerDeclineReason', {
  noCapacity: 'zurzeit kein Platz frei',
  notTargetGroup: 'gehört nicht zur Zielgruppe',
  clientDeclined: 'die Person möchte keine Beratung',
  other: 'anderer Grund',
})
export const PartnerDeclineReason = decline.schema
export type PartnerDeclineReason = z.infer<typeof PartnerDeclineReason>
export const partnerDeclineLabels = decline.labels

/** Minimal: how to reach the person, and what it is about. */
export const NewPartnerRequest = z
  .strictObject({
    siteId: Id,
    name: optionalText(200),
    number: CallbackNumber,
    language: z.string().min(1).max(80).nullable().optional(),
    municipalityId: Id.nullable().optional(),
    concern: text(500),
    reference: optionalText(60),
    /** The person agreed on this day that name, number and concern go to the site, for counselling. */
    consentedOn: PlainDate,
    consentForm: PartnerConsentForm,
    consentBy: PartnerConsentBy,
    /** … and that KIM says whether it took over. */
    answerAgreed: z.boolean(),
  })
  .refine(({ name, number }) => Boolean(name) || Boolean(number), {
    path: ['name'],
    error: 'Bitte nennen Sie Name oder Telefonnummer: Sonst kann KIM die Person nicht erreichen.',
    params: { code: 'unreachable' },
  })
  .meta({ id: 'NewPartnerRequest' })
export type NewPartnerRequest = z.output<typeof NewPartnerRequest>

export const PartnerRequestRow = z
  .object({
    id: Id,
    sentOn: z.string(),
    site: z.string(),
    reference: z.string().nullable(),
    answerAgreed: z.boolean(),
    /** Null: no answer yet, or none agreed. */
    answer: PartnerAnswer.nullable(),
    declineReason: PartnerDeclineReason.nullable(),
    answeredOn: z.string().nullable(),
    /** The office took it back; nothing of the person is kept. */
    withdrawnOn: z.string().nullable(),
    can: z.array(z.enum(['withdraw'])),
  })
  .meta({ id: 'PartnerRequestRow' })
export type PartnerRequestRow = z.infer<typeof PartnerRequestRow>

/** The same for who works the request. */
export const PartnerRequestView = PartnerRequestRow.omit({ id: true, site: true, can: true })
  .extend({
    office: z.string(),
    consentedOn: z.string(),
    consentForm: PartnerConsentForm,
    consentBy: PartnerConsentBy,
    can: z.array(z.enum(['answer'])),
  })
  .meta({ id: 'PartnerRequest' })
export type PartnerRequestView = z.infer<typeof PartnerRequestView>

export const PartnerAnswerWish = z
  .strictObject({ answer: PartnerAnswer, declineReason: PartnerDeclineReason.nullable().default(null) })
  .refine(({ answer: given, declineReason }) => (given === 'declined') === (declineReason !== null), {
    path: ['declineReason'],
    error: 'Bitte wählen Sie den Grund; nur bei „nicht übernommen“ gibt es einen.',
    params: { code: 'declineReason' },
  })
  .meta({ id: 'PartnerRequestAnswerWish' })

const Named = z.object({ id: Id, name: z.string() })

export const partnerRequestEndpoints = {
  list: endpoint({
    method: 'GET',
    reads: true,
    path: '/api/partner-requests',
    right: 'partnerRequest.write',
    summary: 'Requests of the own office to KIM with the short answer, newest first; nothing of a case.',
    query: PageQuery,
    response: pageOf(PartnerRequestRow, 'PartnerRequestPage'),
  }),
  options: endpoint({
    method: 'GET',
    reads: true,
    path: '/api/partner-requests/options',
    right: 'partnerRequest.write',
    summary: 'Sites, languages and municipalities to choose from.',
    response: z
      .object({
        sites: z.array(Named),
        languages: z.array(z.object({ key: z.string(), label: z.string() })),
        municipalities: z.array(Named),
      })
      .meta({ id: 'PartnerRequestOptions' }),
  }),
  send: endpoint({
    method: 'POST',
    path: '/api/partner-requests',
    right: 'partnerRequest.write',
    summary: 'Asks KIM in: a request for counselling of a person who agreed, into the queue of a site.',
    body: NewPartnerRequest,
    response: z.object({ id: Id }).meta({ id: 'SentPartnerRequest' }),
    status: 201,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/partner-requests/:id/withdrawal',
    right: 'partnerRequest.write',
    summary:
      'Takes back what the own office asked while nobody has taken it; name, number and concern go at once.',
    params: IdParams,
    status: 204,
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/requests/:id/partner-answer',
    right: 'request.take',
    summary: 'Tells the office that asked whether KIM took over, once, where the person agreed to it.',
    params: IdParams,
    body: PartnerAnswerWish,
    response: PartnerRequestView,
  }),
}
