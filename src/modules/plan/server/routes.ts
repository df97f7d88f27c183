import type { FastifyInstance } from 'fastify'
import { audit } from '../../../platform/server/audit.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { agreementEndpoints } from '../contract/agreement.ts'
import { planEndpoints } from '../contract/plan.ts'
import { addGoal } from './add-goal.ts'
import { addStep } from './add-step.ts'
import { agreementTexts } from './agreement-texts.ts'
import { attachScan } from './attach-scan.ts'
import { changeGoal } from './change-goal.ts'
import { changeStep } from './change-step.ts'
import { draftAgreement } from './draft-agreement.ts'
import { endAgreement } from './end-agreement.ts'
import { orderGoals, orderSteps } from './order-plan.ts'
import { printAgreement } from './print-agreement.ts'
import { agreementScreen, planScreen } from './screens.ts'
import { signAgreement } from './sign-agreement.ts'

export function planRoutes(app: FastifyInstance): void {
  serve(app, planEndpoints.read, async (tx, _actor, { params }) => {
    const plan = await planScreen(tx, params.id)
    await audit(tx, { action: 'plan.read', objectKind: 'case', objectId: params.id, caseId: params.id })
    return plan
  })
  serve(app, planEndpoints.addGoal, (tx, _actor, { params, body, now }) => addGoal(tx, params.id, body, now))
  serve(app, planEndpoints.orderGoals, (tx, _actor, { params, body }) => orderGoals(tx, params.id, body.ids))
  serve(app, planEndpoints.changeGoal, (tx, _actor, { params, version, body, now }) =>
    changeGoal(tx, params.id, version, body, now),
  )
  serve(app, planEndpoints.addStep, (tx, _actor, { params, body, now }) => addStep(tx, params.id, body, now))
  serve(app, planEndpoints.orderSteps, (tx, _actor, { params, body }) => orderSteps(tx, params.id, body.ids))
  serve(app, planEndpoints.changeStep, (tx, _actor, { params, version, body, now }) =>
    changeStep(tx, params.id, version, body, now),
  )
  agreementRoutes(app)
}

function agreementRoutes(app: FastifyInstance): void {
  serve(app, agreementEndpoints.draft, (tx, _actor, { params, body, now }) =>
    draftAgreement(tx, params.id, body.language, now),
  )
  serve(app, agreementEndpoints.read, async (tx, _actor, { params }) => {
    const agreement = await agreementScreen(tx, params.id)
    const entry = { action: 'agreement.read', objectKind: 'agreement', objectId: params.id }
    await audit(tx, { ...entry, caseId: agreement.caseId })
    return agreement
  })
  serve(app, agreementEndpoints.sign, (tx, _actor, { params, version, body, now }) =>
    signAgreement(tx, params.id, version, body, now),
  )
  serve(app, agreementEndpoints.end, (tx, _actor, { params, version, body, now }) =>
    endAgreement(tx, params.id, version, body, now),
  )
  serve(app, agreementEndpoints.scan, (tx, _actor, { params, version, body }) =>
    attachScan(tx, params.id, version, body.documentId),
  )
  serve(app, agreementEndpoints.pdf, (tx, _actor, { params, now }) => printAgreement(tx, params.id, now))
  serve(app, agreementEndpoints.texts, async (_tx, _actor, { params }) => agreementTexts(params.language))
}
