import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { IdParams } from '../../../platform/contract/ids.ts'
import { PageQuery } from '../../../platform/contract/paging.ts'
import { FeedbackTone } from './codes.ts'
import {
  ActionItemPage,
  ActionItemQuery,
  ActionItemReassignment,
  ActionItemSettlement,
  CommissionPage,
  CommissionQuery,
  CommissionMove,
  DecisionChange,
  DecisionPage,
  DecisionQuery,
  DecisionSearch,
  DecisionView,
  FeedbackAnswer,
  FeedbackPage,
  FeedbackView,
  FormatRequestList,
  FormatRequestMove,
  FormatRequestView,
  MemberArea,
  NewActionItem,
  NewDecision,
  NewFeedback,
  NewFormatRequest,
  PartyAnswer,
} from './registers.ts'
import { ActionItemView, CommissionView } from './shared.ts'

const params = IdParams

export const decisionEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/decisions',
    right: 'decision.read',
    summary: 'The register of decisions, newest first.',
    query: DecisionQuery,
    response: DecisionPage,
  }),
  search: endpoint({
    method: 'POST',
    path: '/api/decision-searches',
    right: 'decision.read',
    summary: 'Searches the register by words; they travel in the body.',
    body: DecisionSearch,
    response: DecisionPage,
    keepsNoAnswer: true,
  }),
  export: endpoint({
    method: 'GET',
    path: '/api/decision-table',
    right: 'decision.read',
    summary: 'The register as a table (CSV), at most 5,000 decisions.',
    download: 'text/csv',
  }),
  record: endpoint({
    method: 'POST',
    path: '/api/decisions',
    right: 'committee.write',
    summary: 'Records a decision of Kreistag or another body that is no committee of KIM (R129).',
    body: NewDecision,
    response: DecisionView,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/decisions/:id',
    right: 'committee.write',
    summary: 'Completes a decision: reference, number in the council information system, validity.',
    params,
    body: DecisionChange,
    response: DecisionView,
    ifMatch: true,
  }),
  ratify: endpoint({
    method: 'POST',
    path: '/api/decision-parties/:id/answer',
    right: 'committee.write',
    summary: 'Writes down that a party ratified or declined an agreement, or puts a wrong answer right.',
    params,
    body: PartyAnswer,
    response: DecisionView,
    ifMatch: true,
  }),
}

export const followUpEndpoints = {
  commissions: endpoint({
    method: 'GET',
    path: '/api/commissions',
    right: 'decision.read',
    summary: 'Commissions: those that are not done, or the settled ones, by date.',
    query: CommissionQuery,
    response: CommissionPage,
  }),
  moveCommission: endpoint({
    method: 'POST',
    path: '/api/commissions/:id/moves',
    right: 'committee.write',
    summary: 'Accepts, works on, reports, closes or returns a commission.',
    params,
    body: CommissionMove,
    response: CommissionView,
    ifMatch: true,
  }),
  actionItems: endpoint({
    method: 'GET',
    path: '/api/action-items',
    right: 'decision.read',
    summary: 'The follow-up list: what is open, by date.',
    query: ActionItemQuery,
    response: ActionItemPage,
  }),
  addActionItem: endpoint({
    method: 'POST',
    path: '/api/committees/:id/action-items',
    right: 'meeting.write',
    summary: 'Adds an action item outside of a meeting.',
    params,
    body: NewActionItem,
    response: ActionItemView,
    status: 201,
  }),
  settle: endpoint({
    method: 'POST',
    path: '/api/action-items/:id/settlement',
    right: 'member.read',
    summary: 'Says that an action item is done or dropped; also whoever is responsible.',
    params,
    body: ActionItemSettlement,
    response: ActionItemView,
    ifMatch: true,
  }),
  reassign: endpoint({
    method: 'POST',
    path: '/api/action-items/:id/reassignment',
    right: 'meeting.write',
    summary: 'Another owner or another day; where read minutes name the item, a new one takes its place.',
    params,
    body: ActionItemReassignment,
    response: ActionItemView,
    ifMatch: true,
  }),
}

export const feedbackEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/stakeholder-feedback',
    right: 'committee.write',
    summary: 'What partners and the public say about KIM, newest first (R131).',
    query: PageQuery.extend({ tone: FeedbackTone.optional() }),
    response: FeedbackPage,
  }),
  record: endpoint({
    method: 'POST',
    path: '/api/stakeholder-feedback',
    right: 'committee.write',
    summary: 'Records feedback of a stakeholder.',
    body: NewFeedback,
    response: FeedbackView,
    status: 201,
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/stakeholder-feedback/:id/answer',
    right: 'committee.write',
    summary: 'Records what was answered.',
    params,
    body: FeedbackAnswer,
    response: FeedbackView,
    ifMatch: true,
  }),
}

export const formatRequestEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/format-requests',
    right: 'format.propose',
    summary: 'Requests for a new working format with their steps (R127).',
    response: FormatRequestList,
  }),
  propose: endpoint({
    method: 'POST',
    path: '/api/format-requests',
    right: 'format.propose',
    summary: 'Shows the need for a working format.',
    body: NewFormatRequest,
    response: FormatRequestView,
    status: 201,
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/format-requests/:id/moves',
    right: 'format.propose',
    summary: 'Takes the next step of a request: checked, designed, decided; or ends it.',
    params,
    body: FormatRequestMove,
    response: FormatRequestView,
    ifMatch: true,
  }),
}

export const memberEndpoints = {
  area: endpoint({
    method: 'GET',
    path: '/api/member-area',
    right: 'member.read',
    summary:
      'Own committees with released papers and minutes, and own action items; the latest, or with `all` up to 500 of each.',
    query: z.strictObject({ all: z.enum(['true']).optional() }),
    response: MemberArea,
  }),
}
