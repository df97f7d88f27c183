import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { PartnerAnswer, ReceivedReferral, ReceivedRow } from './received.ts'
import {
  ClientViewInput,
  NewReferral,
  RecordedAnswer,
  ReferralChange,
  ReferralList,
  ReferralOptions,
  ReferralView,
  ReferralWithdrawal,
} from './referrals.ts'

const write = { right: 'referral.write', params: IdParams, response: ReferralView } as const

/** The sender's side. */
export const referralEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/cases/:id/referrals',
    right: 'referral.read',
    summary: 'The referrals of a case with their steps, newest first.',
    params: IdParams,
    response: ReferralList,
  }),
  options: endpoint({
    method: 'GET',
    path: '/api/cases/:id/referral-options',
    right: 'referral.write',
    summary: 'What the form of a referral offers.',
    params: IdParams,
    response: ReferralOptions,
  }),
  draft: endpoint({
    method: 'POST',
    path: '/api/cases/:id/referrals',
    summary: 'Drafts a referral; only the person and the recipient are needed. Nothing is shared yet.',
    body: NewReferral,
    status: 201,
    ...write,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/referrals/:id',
    summary: 'Changes a referral while it is a draft.',
    body: ReferralChange,
    ifMatch: true,
    ...write,
  }),
  discard: endpoint({
    method: 'DELETE',
    path: '/api/referrals/:id',
    right: 'referral.write',
    summary: 'Throws away a draft that was never sent.',
    params: IdParams,
    status: 204,
    ifMatch: true,
  }),
  send: endpoint({
    method: 'POST',
    path: '/api/referrals/:id/sending',
    summary: 'Sends a referral when a valid consent covers it; opens it to the recipient.',
    ifMatch: true,
    ...write,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/referrals/:id/withdrawal',
    summary: 'Takes back a referral that was sent or accepted; closes it to the recipient.',
    body: ReferralWithdrawal,
    ifMatch: true,
    ...write,
  }),
  recordAnswer: endpoint({
    method: 'POST',
    path: '/api/referrals/:id/recorded-answers',
    summary: 'Writes down an answer of the recipient that came otherwise than in the application.',
    body: RecordedAnswer,
    ifMatch: true,
    ...write,
  }),
  recordClientView: endpoint({
    method: 'PUT',
    path: '/api/referrals/:id/client-view',
    summary: 'Records how the person sees a referral that has ended.',
    body: ClientViewInput,
    ifMatch: true,
    ...write,
  }),
}

/** The recipient's side. */
export const receivedReferralEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/received-referrals',
    right: 'referral.answer',
    summary: 'Referrals sent to the own unit: those waiting for an answer first, then by date.',
    query: PageQuery.extend({ view: z.enum(['open', 'ended']).default('open') }),
    response: pageOf(ReceivedRow, 'ReceivedReferralPage'),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/received-referrals/:id',
    right: 'referral.answer',
    summary: 'One referral sent to the own unit; its content only while it is shared.',
    params: IdParams,
    response: ReceivedReferral,
  }),
  document: endpoint({
    method: 'GET',
    path: '/api/received-referrals/:id/documents/:documentId/file',
    right: 'referral.answer',
    summary: 'A document that came with a referral, while it is shared; always as an attachment.',
    params: IdParams.extend({ documentId: Id }),
    download: 'application/octet-stream',
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/received-referrals/:id/answers',
    right: 'referral.answer',
    summary:
      'Accepts, declines, starts, completes or breaks off a referral; the own legal basis is confirmed.',
    params: IdParams,
    body: PartnerAnswer,
    response: ReceivedReferral,
    ifMatch: true,
  }),
}
