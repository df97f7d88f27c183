import { agreementEndpoints, planEndpoints } from '../modules/plan/index.ts'
import type { AgreementView, PlanGoal, PlanStep } from '../modules/plan/index.ts'
import type { BodyInput } from '../platform/contract/endpoint.ts'
import type { Answer } from './client.ts'
import type { TestUser } from './house.ts'

function made<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.problem)}`)
  return answer.body
}

/** An open goal as a case manager adds it. */
export const aGoal = async (
  by: TestUser,
  caseId: string,
  overrides: Partial<BodyInput<typeof planEndpoints.addGoal>> = {},
): Promise<PlanGoal> =>
  made(
    await by.client.call(planEndpoints.addGoal, {
      params: { id: caseId },
      body: { wording: 'Ich möchte eine größere Wohnung.', ...overrides },
    }),
  )

/** An open step of a goal; the client does it unless said otherwise. */
export const aStep = async (
  by: TestUser,
  goalId: string,
  overrides: Partial<BodyInput<typeof planEndpoints.addStep>> = {},
): Promise<PlanStep> =>
  made(
    await by.client.call(planEndpoints.addStep, {
      params: { id: goalId },
      body: { wording: 'Unterlagen mitbringen', responsible: 'client', ...overrides },
    }),
  )

/** An agreement from the open goals of the case, not signed yet. */
export const aDraftAgreement = async (
  by: TestUser,
  caseId: string,
  language: AgreementView['language'] = null,
): Promise<AgreementView> =>
  made(await by.client.call(agreementEndpoints.draft, { params: { id: caseId }, body: { language } }))

/** The same, signed on paper the day it was made. */
export async function aSignedAgreement(by: TestUser, caseId: string): Promise<AgreementView> {
  const draft = await aDraftAgreement(by, caseId)
  return made(
    await by.client.call(agreementEndpoints.sign, {
      params: { id: draft.id },
      ifMatch: draft.version,
      body: {
        signedOn: draft.madeOn,
        kind: 'paper',
        signatories: [
          { role: 'client', name: null },
          { role: 'caseManager', name: null },
        ],
        readLanguages: ['de'],
        mediatorKind: 'none',
      },
    }),
  )
}
