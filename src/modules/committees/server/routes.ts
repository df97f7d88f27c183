import type { FastifyInstance } from 'fastify'
import type { ClamdAddress } from '../../../platform/server/files/index.ts'
import { createFileStore } from '../../../platform/server/files/index.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { serve, type Upload } from '../../../platform/server/http/serve.ts'
import { checkUpload } from '../../documents/server/index.ts'
import { committeeEndpoints, meetingEndpoints } from '../contract/endpoints.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import {
  decisionEndpoints,
  feedbackEndpoints,
  followUpEndpoints,
  formatRequestEndpoints,
  memberEndpoints,
} from '../contract/register-endpoints.ts'
import { addCaseItem } from './case-item.ts'
import { addFunction, changeCommittee, closeCommittee } from './change-committee.ts'
import { addItems, agendaOffers, changeItem, dropItem } from './agenda.ts'
import { committeeAgendaSources, type AgendaSource } from './agenda-source.ts'
import { committeeOptions, listCommittees, readCommittee } from './committee-screens.ts'
import { changeDecision, exportDecisions, listDecisions, ratify, recordDecision } from './decisions.ts'
import { answerFeedback, listFeedback, recordFeedback } from './feedback.ts'
import {
  addActionItem,
  listActionItems,
  listCommissions,
  moveCommission,
  settleActionItem,
} from './follow-up.ts'
import { listFormatRequests, moveFormatRequest, proposeFormat } from './format-requests.ts'
import { foundCommittee } from './found-committee.ts'
import { invitationMail } from './invitation-mail.ts'
import { readMeeting, readMinutes } from './meeting-screens.ts'
import { readMemberArea } from './member-area.ts'
import { changeEntry, writeEntry } from './minutes.ts'
import { moveMeeting } from './move-meeting.ts'
import type { OnDecided } from './on-decided.ts'
import { changePaper, downloadPaper, uploadPaper, uploadToDecision } from './papers.ts'
import { addGuest, recordAttendance } from './participants.ts'
import { changeMeeting, planMeetings } from './plan-meetings.ts'
import { committeeCalendar, meetingCalendar, printItem, printMeeting } from './print-meeting.ts'
import { reassignActionItem } from './reassign-action-item.ts'
import { addSeat, endSeat } from './seats.ts'
import type { SubjectPaper } from './subject-paper.ts'

export interface CommitteeDeps {
  readonly filesDir: string
  readonly clamd: ClamdAddress | undefined
  readonly agendaSources: readonly AgendaSource[]
  readonly onDecided: readonly OnDecided[]
  readonly subjectPapers: readonly SubjectPaper[]
}

export function committeeRoutes(app: FastifyInstance, deps: CommitteeDeps): void {
  bodyRoutes(app)
  meetingRoutes(app, deps)
  minuteRoutes(app, deps)
  paperRoutes(app, deps)
  registerRoutes(app)
  followUpRoutes(app)
}

function bodyRoutes(app: FastifyInstance): void {
  serve(app, committeeEndpoints.list, (tx, actor, { now }) => listCommittees(tx, actor, now))
  serve(app, committeeEndpoints.options, (tx, _actor, { query, now }) =>
    committeeOptions(tx, query.committeeId ?? null, now),
  )
  serve(app, committeeEndpoints.read, (tx, actor, { params, now }) =>
    readCommittee(tx, actor, params.id, now),
  )
  serve(app, committeeEndpoints.found, (tx, _actor, { body, now }) => foundCommittee(tx, body, now))
  serve(app, committeeEndpoints.change, (tx, actor, { params, version, body, now }) =>
    changeCommittee(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, committeeEndpoints.close, (tx, actor, { params, version, body, now }) =>
    closeCommittee(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, committeeEndpoints.addFunction, (tx, actor, { params, body, now }) =>
    addFunction(tx, actor, params.id, body, now),
  )
  serve(app, committeeEndpoints.addSeat, (tx, actor, { params, body, now }) =>
    addSeat(tx, actor, params.id, body, now),
  )
  serve(app, committeeEndpoints.endSeat, (tx, actor, { params, version, body, now }) =>
    endSeat(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, committeeEndpoints.calendar, (tx, _actor, { params }) => committeeCalendar(tx, params.id))
}

function meetingRoutes(app: FastifyInstance, deps: CommitteeDeps): void {
  const { agendaSources, onDecided, subjectPapers } = deps
  const sources = [...committeeAgendaSources, ...agendaSources]
  serve(app, meetingEndpoints.plan, (tx, _actor, { params, body }) => planMeetings(tx, params.id, body))
  serve(app, meetingEndpoints.read, (tx, actor, { params, now }) => readMeeting(tx, actor, params.id, now))
  serve(app, meetingEndpoints.change, (tx, actor, { params, version, body, now }) =>
    changeMeeting(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, meetingEndpoints.move, (tx, actor, { params, version, body, now }) =>
    moveMeeting(tx, actor, { id: params.id, version }, body, { now, onDecided }),
  )
  serve(app, meetingEndpoints.calendarEntry, (tx, _actor, { params }) => meetingCalendar(tx, params.id))
  serve(app, meetingEndpoints.mail, (tx, actor, { params, now }) => invitationMail(tx, actor, params.id, now))
  serve(app, meetingEndpoints.pdf, (tx, actor, { params, query, now }) =>
    printMeeting(tx, actor, { id: params.id, ...query }, now),
  )
  serve(app, meetingEndpoints.offers, (tx, _actor, { params, now }) =>
    agendaOffers(tx, sources, params.id, now),
  )
  serve(app, meetingEndpoints.addItems, (tx, actor, { params, body, now }) =>
    addItems(tx, actor, params.id, body, now),
  )
  serve(app, meetingEndpoints.addCase, (tx, actor, { params, body, now }) =>
    addCaseItem(tx, actor, params.id, body, now),
  )
  serve(app, meetingEndpoints.changeItem, (tx, actor, { params, version, body, now }) =>
    changeItem(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, meetingEndpoints.dropItem, (tx, _actor, { params, version }) =>
    dropItem(tx, { id: params.id, version }),
  )
  serve(app, meetingEndpoints.itemPdf, (tx, actor, { params, now }) =>
    printItem(tx, actor, { id: params.id, papers: subjectPapers }, now),
  )
  serve(app, meetingEndpoints.addGuest, (tx, actor, { params, body, now }) =>
    addGuest(tx, actor, params.id, body, now),
  )
  serve(app, meetingEndpoints.attend, (tx, actor, { params, version, body, now }) =>
    recordAttendance(tx, actor, { id: params.id, version }, body, now),
  )
}

function minuteRoutes(app: FastifyInstance, { onDecided }: CommitteeDeps): void {
  serve(app, meetingEndpoints.minutes, (tx, _actor, { params, query }) =>
    readMinutes(tx, params.id, query.known),
  )
  serve(app, meetingEndpoints.write, (tx, actor, { params, body, now }) =>
    writeEntry(tx, actor, { meetingId: params.id, wish: body, now }, onDecided),
  )
  serve(app, meetingEndpoints.changeEntry, (tx, _actor, { params, version, body }) =>
    changeEntry(tx, { id: params.id, version }, body),
  )
}

function paperRoutes(app: FastifyInstance, { filesDir, clamd }: CommitteeDeps): void {
  const files = createFileStore(filesDir)
  const deps = { files, check: (one: Upload) => checkUpload(clamd, one) }
  serve(app, paperEndpoints.upload, (tx, actor, { params, query, upload }) => {
    if (!upload) throw new Refusal('invalid', 'malformed')
    return uploadPaper(tx, actor, deps, { committeeId: params.id, ...query, upload })
  })
  serve(app, paperEndpoints.uploadToDecision, (tx, actor, { params, upload }) => {
    if (!upload) throw new Refusal('invalid', 'malformed')
    return uploadToDecision(tx, actor, deps, { decisionId: params.id, upload })
  })
  serve(app, paperEndpoints.change, (tx, actor, { params, version, body }) =>
    changePaper(tx, actor, { id: params.id, version }, body),
  )
  serve(app, paperEndpoints.file, (tx, actor, { params }) => downloadPaper(tx, actor, files, params.id))
}

function registerRoutes(app: FastifyInstance): void {
  serve(app, decisionEndpoints.list, (tx, actor, { query }) => listDecisions(tx, actor, query))
  serve(app, decisionEndpoints.search, (tx, actor, { body }) => listDecisions(tx, actor, body))
  serve(app, decisionEndpoints.export, (tx) => exportDecisions(tx))
  serve(app, decisionEndpoints.record, (tx, actor, { body }) => recordDecision(tx, actor, body))
  serve(app, decisionEndpoints.change, (tx, actor, { params, version, body }) =>
    changeDecision(tx, actor, { id: params.id, version }, body),
  )
  serve(app, decisionEndpoints.ratify, (tx, actor, { params, version, body, now }) =>
    ratify(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, feedbackEndpoints.list, (tx, _actor, { query }) => listFeedback(tx, query))
  serve(app, feedbackEndpoints.record, (tx, _actor, { body, now }) => recordFeedback(tx, body, now))
  serve(app, feedbackEndpoints.answer, (tx, _actor, { params, version, body, now }) =>
    answerFeedback(tx, { id: params.id, version }, body, now),
  )
}

function followUpRoutes(app: FastifyInstance): void {
  serve(app, followUpEndpoints.commissions, (tx, actor, { query }) => listCommissions(tx, actor, query))
  serve(app, followUpEndpoints.moveCommission, (tx, actor, { params, version, body, now }) =>
    moveCommission(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, followUpEndpoints.actionItems, (tx, actor, { query }) => listActionItems(tx, actor, query))
  serve(app, followUpEndpoints.addActionItem, (tx, actor, { params, body }) =>
    addActionItem(tx, actor, params.id, body),
  )
  serve(app, followUpEndpoints.reassign, (tx, actor, { params, version, body, now }) =>
    reassignActionItem(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, followUpEndpoints.settle, (tx, actor, { params, version, body, now }) =>
    settleActionItem(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, formatRequestEndpoints.list, (tx, actor) => listFormatRequests(tx, actor))
  serve(app, formatRequestEndpoints.propose, (tx, actor, { body, now }) =>
    proposeFormat(tx, actor, body, now),
  )
  serve(app, formatRequestEndpoints.move, (tx, actor, { params, version, body, now }) =>
    moveFormatRequest(tx, actor, { id: params.id, version }, body, now),
  )
  serve(app, memberEndpoints.area, (tx, actor, { query, now }) =>
    readMemberArea(tx, actor, query.all === 'true', now),
  )
}
