import type { FastifyInstance } from 'fastify'
import { disclosureEndpoints } from '../contract/disclosures.ts'
import { handoutEndpoints } from '../contract/handouts.ts'
import { readAsked, readRegister } from './disclosure-screens.ts'
import {
  answerDisclosure,
  askDisclosure,
  carryOutDisclosure,
  dropDisclosure,
  listDisclosures,
} from './disclosures.ts'
import { audit } from '../../../platform/server/audit.ts'
import { createFileStore, type FileStore } from '../../../platform/server/files/index.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { receivedReferralEndpoints, referralEndpoints } from '../contract/endpoints.ts'
import { answerReferral, openReceived } from './answer-referral.ts'
import { changeReferral, discardReferral } from './change-referral.ts'
import { draftReferral } from './draft-referral.ts'
import { listReferrals, referralOptions } from './list-referrals.ts'
import { recordAnswer, recordClientView, withdrawReferral } from './move-referral.ts'
import { listReceived } from './received-screens.ts'
import { withdrawalEndpoints } from '../contract/withdrawals.ts'
import { sendReferral } from './send-referral.ts'
import { downloadShared } from './download-shared.ts'
import { listHandouts, markHandoutMistaken, recordHandout } from './handouts.ts'
import { listWithdrawals, printWithdrawal, settleWithdrawal } from './withdrawals.ts'

export function referralRoutes(app: FastifyInstance, { filesDir }: { filesDir: string }): void {
  senderRoutes(app)
  recipientRoutes(app, createFileStore(filesDir))
  handoutRoutes(app)
  disclosureRoutes(app)
  serve(app, withdrawalEndpoints.list, (tx, _actor, { params }) => listWithdrawals(tx, params.id))
  serve(app, withdrawalEndpoints.pdf, (tx, _actor, { params, now }) => printWithdrawal(tx, params.id, now))
  serve(app, withdrawalEndpoints.settle, (tx, _actor, { params, version, body, now }) =>
    settleWithdrawal(tx, { id: params.id, version }, body.state, now),
  )
}

function disclosureRoutes(app: FastifyInstance): void {
  serve(app, disclosureEndpoints.list, (tx, _actor, { params }) => listDisclosures(tx, params.id))
  serve(app, disclosureEndpoints.ask, (tx, _actor, { params, body, now }) =>
    askDisclosure(tx, params.id, body, now),
  )
  serve(app, disclosureEndpoints.carryOut, (tx, _actor, { params, version, body, now }) =>
    carryOutDisclosure(tx, { id: params.id, version }, body, now),
  )
  serve(app, disclosureEndpoints.drop, (tx, _actor, { params, version, now }) =>
    dropDisclosure(tx, { id: params.id, version }, now),
  )
  serve(app, disclosureEndpoints.asked, (tx) => readAsked(tx))
  serve(app, disclosureEndpoints.answer, (tx, _actor, { params, version, body, now }) =>
    answerDisclosure(tx, { id: params.id, version }, body, now),
  )
  serve(app, disclosureEndpoints.register, (tx, _actor, { query }) => readRegister(tx, query))
}

function senderRoutes(app: FastifyInstance): void {
  serve(app, referralEndpoints.list, (tx, _actor, { params, now }) => listReferrals(tx, params.id, now))
  serve(app, referralEndpoints.options, async (tx, _actor, { params }) => {
    const options = await referralOptions(tx, params.id)
    const about = { objectKind: 'case', objectId: params.id, caseId: params.id }
    await audit(tx, { action: 'referral.formOpened', ...about })
    return options
  })
  serve(app, referralEndpoints.draft, (tx, _actor, { params, body, now }) =>
    draftReferral(tx, params.id, body, now),
  )
  serve(app, referralEndpoints.change, (tx, _actor, { params, version, body, now }) =>
    changeReferral(tx, { id: params.id, version }, body, now),
  )
  serve(app, referralEndpoints.discard, (tx, _actor, { params, version, now }) =>
    discardReferral(tx, { id: params.id, version }, now),
  )
  serve(app, referralEndpoints.send, (tx, _actor, { params, version, now }) =>
    sendReferral(tx, { id: params.id, version }, now),
  )
  serve(app, referralEndpoints.withdraw, (tx, _actor, { params, version, body, now }) =>
    withdrawReferral(tx, { id: params.id, version }, body, now),
  )
  serve(app, referralEndpoints.recordAnswer, (tx, _actor, { params, version, body, now }) =>
    recordAnswer(tx, { id: params.id, version }, body, now),
  )
  serve(app, referralEndpoints.recordClientView, (tx, _actor, { params, version, body, now }) =>
    recordClientView(tx, { id: params.id, version }, body, now),
  )
}

function handoutRoutes(app: FastifyInstance): void {
  serve(app, handoutEndpoints.list, (tx, _actor, { params }) => listHandouts(tx, params.id))
  serve(app, handoutEndpoints.record, (tx, _actor, { params, body, now }) =>
    recordHandout(tx, params.id, body, now),
  )
  serve(app, handoutEndpoints.markMistaken, (tx, _actor, { params, version, now }) =>
    markHandoutMistaken(tx, { id: params.id, version }, now),
  )
}

function recipientRoutes(app: FastifyInstance, files: FileStore): void {
  serve(app, receivedReferralEndpoints.document, (tx, actor, { params }) =>
    downloadShared(tx, actor, files, params),
  )
  serve(app, receivedReferralEndpoints.list, (tx, _actor, { query }) => listReceived(tx, query))
  serve(app, receivedReferralEndpoints.read, (tx, _actor, { params }) => openReceived(tx, params.id))
  serve(app, receivedReferralEndpoints.answer, (tx, _actor, { params, version, body, now }) =>
    answerReferral(tx, { id: params.id, version }, body, now),
  )
}
