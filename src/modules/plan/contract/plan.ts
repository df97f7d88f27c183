import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { text } from '../../../platform/contract/text.ts'
import { AgreementSummary, PlanChange } from './agreement.ts'
import { DroppedReason, GoalState, Responsible, StepState } from './codes.ts'

/** A language of the code list (`ar`, `kmr`); the list itself is the platform's. */
const LanguageCode = z.string().regex(/^[a-z]{2,3}$/)
const LifeDomains = z.array(z.string().regex(/^[\w.-]{1,60}$/)).max(12)

export const PlanStep = z
  .object({
    id: Id,
    goalId: Id,
    responsible: Responsible,
    organisation: z.object({ id: Id, name: z.string() }).nullable(),
    dueOn: PlainDate.nullable(),
    state: StepState,
    stateOn: PlainDate,
    /** Null: the person may not read plan texts. */
    text: z
      .object({ wording: z.string(), clientWording: z.string().nullable(), who: z.string().nullable() })
      .nullable(),
    version: z.int(),
  })
  .meta({ id: 'PlanStep' })
export type PlanStep = z.infer<typeof PlanStep>

export const PlanGoal = z
  .object({
    id: Id,
    /** Null: the whole family. */
    personId: Id.nullable(),
    lifeDomains: z.array(z.string()),
    targetOn: PlainDate.nullable(),
    state: GoalState,
    droppedReason: DroppedReason.nullable(),
    stateOn: PlainDate,
    setInEpisode: z.int(),
    /** Null: the person may not read plan texts. */
    text: z
      .object({
        wording: z.string(),
        clientWording: z.string().nullable(),
        clientLanguage: z.string().nullable(),
        indicator: z.string().nullable(),
        outcomeNote: z.string().nullable(),
      })
      .nullable(),
    steps: z.array(PlanStep),
    version: z.int(),
  })
  .meta({ id: 'PlanGoal' })
export type PlanGoal = z.infer<typeof PlanGoal>

export const PlanPerson = z
  .object({ id: Id, role: z.string(), isMain: z.boolean(), name: z.string().nullable() })
  .meta({ id: 'PlanPerson' })
export type PlanPerson = z.infer<typeof PlanPerson>

const Labelled = z.object({ key: z.string(), label: z.string() })

export const Plan = z
  .object({
    caseId: Id,
    fileNumber: z.string(),
    episode: z.int(),
    language: z.string().nullable(),
    goals: z.array(PlanGoal),
    persons: z.array(PlanPerson),
    agreements: z.array(AgreementSummary),
    /** What differs from the signed agreement; null without one, or without the right to read its text. */
    changes: z.object({ agreementId: Id, signedOn: PlainDate, changes: z.array(PlanChange) }).nullable(),
    lifeDomains: z.array(Labelled),
    /** To choose from; empty for who only reads. */
    organisations: z.array(z.object({ id: Id, name: z.string() })),
    printed: z.object({ district: z.string(), kiName: z.string(), fundersNote: z.string() }),
    caseManager: z.object({ name: z.string(), organisation: z.string() }),
    can: z.array(z.enum(['write', 'readTexts'])),
  })
  .meta({ id: 'Plan' })
export type Plan = z.infer<typeof Plan>

const GoalFields = z.strictObject({
  wording: text(1000),
  clientWording: text(1000).nullable().optional(),
  clientLanguage: LanguageCode.nullable().optional(),
  indicator: text(500).nullable().optional(),
  lifeDomains: LifeDomains.optional(),
  personId: Id.nullable().optional(),
  targetOn: PlainDate.nullable().optional(),
})

export const NewGoal = GoalFields.meta({ id: 'NewGoal' })
export type NewGoal = z.infer<typeof NewGoal>

export const GoalChange = GoalFields.partial()
  .extend({
    state: GoalState.optional(),
    droppedReason: DroppedReason.nullable().optional(),
    outcomeNote: text(1000).nullable().optional(),
  })
  .meta({ id: 'GoalChange' })
export type GoalChange = z.infer<typeof GoalChange>

const StepFields = z.strictObject({
  wording: text(500),
  clientWording: text(500).nullable().optional(),
  responsible: Responsible,
  organisationId: Id.nullable().optional(),
  who: text(200).nullable().optional(),
  dueOn: PlainDate.nullable().optional(),
})

export const NewStep = StepFields.meta({ id: 'NewGoalStep' })
export type NewStep = z.infer<typeof NewStep>

export const StepChange = StepFields.partial()
  .extend({ state: StepState.optional() })
  .meta({ id: 'GoalStepChange' })
export type StepChange = z.infer<typeof StepChange>

/** All open goals of the case, or all steps of the goal, in the order wanted. */
export const NewOrder = z.strictObject({ ids: z.array(Id).min(1).max(200) }).meta({ id: 'PlanOrder' })

export const planEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/cases/:id/plan',
    right: 'plan.read',
    summary: 'Goals with their steps, versions of the agreement and what changed since it was signed.',
    params: IdParams,
    response: Plan,
  }),
  addGoal: endpoint({
    method: 'POST',
    path: '/api/cases/:id/goals',
    right: 'plan.write',
    summary: 'Adds an outcome goal in the words of the client.',
    params: IdParams,
    body: NewGoal,
    response: PlanGoal,
    status: 201,
  }),
  orderGoals: endpoint({
    method: 'POST',
    path: '/api/cases/:id/goals/order',
    right: 'plan.write',
    summary: 'Puts the open goals of a case into a new order.',
    params: IdParams,
    body: NewOrder,
    status: 204,
  }),
  changeGoal: endpoint({
    method: 'PATCH',
    path: '/api/goals/:id',
    right: 'plan.write',
    summary: 'Changes a goal, settles it or takes it up again.',
    params: IdParams,
    body: GoalChange,
    response: PlanGoal,
    ifMatch: true,
  }),
  addStep: endpoint({
    method: 'POST',
    path: '/api/goals/:id/steps',
    right: 'plan.write',
    summary: 'Adds a step to a goal: who does what until when.',
    params: IdParams,
    body: NewStep,
    response: PlanStep,
    status: 201,
  }),
  orderSteps: endpoint({
    method: 'POST',
    path: '/api/goals/:id/steps/order',
    right: 'plan.write',
    summary: 'Puts the steps of a goal into a new order.',
    params: IdParams,
    body: NewOrder,
    status: 204,
  }),
  changeStep: endpoint({
    method: 'PATCH',
    path: '/api/goal-steps/:id',
    right: 'plan.write',
    summary: 'Changes a step; `state` marks it done, waiting or open again.',
    params: IdParams,
    body: StepChange,
    response: PlanStep,
    ifMatch: true,
  }),
}
