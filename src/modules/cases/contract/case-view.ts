import { z } from 'zod'
import { Id } from '../../../platform/contract/ids.ts'
import {
  BasisKind,
  CriterionAnswer,
  GoalsReached,
  Intensity,
  LegalBasis,
  OrganisationPart,
  Phase,
  ServedElsewhere,
  Urgency,
} from './codes.ts'

const Day = z.string()
const Named = z.object({ id: Id, name: z.string() })

/** Name of a client in lists: family name, given name, birth year. Null where the access does not reach to names. */
export const ClientName = z
  .object({ familyName: z.string(), givenName: z.string(), birthYear: z.int().nullable() })
  .meta({ id: 'ClientName' })
export type ClientName = z.infer<typeof ClientName>

export const CasePersonView = z
  .object({
    id: Id,
    version: z.int(),
    personId: Id.nullable(),
    name: ClientName.nullable(),
    role: z.string(),
    isMain: z.boolean(),
    ageGroup: z.string(),
    originGroup: z.string(),
    validFrom: Day,
    validTo: Day.nullable(),
  })
  .meta({ id: 'CasePerson' })
export type CasePersonView = z.infer<typeof CasePersonView>

export const CaseOrganisationView = z
  .object({
    id: Id,
    organisation: Named,
    role: OrganisationPart,
    validFrom: Day,
    validTo: Day.nullable(),
    /** Who to ask for and the like; null where there is none or the access does not reach to free text. */
    note: z.string().nullable(),
  })
  .meta({ id: 'CaseOrganisation' })
export type CaseOrganisationView = z.infer<typeof CaseOrganisationView>

export const BasisView = z
  .object({
    id: Id,
    kind: BasisKind,
    basis: LegalBasis,
    informedOn: Day,
    informationLanguage: z.string(),
    version: z.int(),
  })
  .meta({ id: 'ProcessingBasis' })

export const Criteria = z.strictObject({
  complexNeed: CriterionAnswer.default('unknown'),
  severalProviders: CriterionAnswer.default('unknown'),
  standardFails: CriterionAnswer.default('unknown'),
  lacksResources: CriterionAnswer.default('unknown'),
  clientAgrees: CriterionAnswer.default('unknown'),
})
export type Criteria = z.infer<typeof Criteria>

const Suggestion = z
  .object({ intensity: Intensity, because: z.array(z.string()), reason: z.string() })
  .meta({ id: 'IntensitySuggestion' })

export const IntakeView = z
  .object({
    version: z.int(),
    servedElsewhere: ServedElsewhere,
    criteria: Criteria,
    suggestion: Suggestion,
    firstTalkOn: Day.nullable(),
    bases: z.array(BasisView),
  })
  .meta({ id: 'Intake' })
export type IntakeView = z.infer<typeof IntakeView>

export const ClosureView = z
  .object({
    episode: z.int(),
    closedOn: Day,
    reason: z.string(),
    goals: GoalsReached,
    openNeeds: z.boolean(),
    aftercareOn: Day.nullable(),
    reopenedOn: Day.nullable(),
    reopeningReason: z.string().nullable(),
    /** Null where the access does not reach to free text. */
    texts: z
      .object({
        openNeeds: z.string().nullable(),
        clientView: z.string().nullable(),
        summary: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Closure' })

export const StepView = z
  .object({
    id: Id,
    episode: z.int(),
    kind: z.enum(['phase', 'intensity', 'firstTalk', 'closed', 'reopened', 'handover']),
    from: z.string().nullable(),
    to: z.string(),
    on: Day,
    reason: z.string().nullable(),
    by: z.string(),
  })
  .meta({ id: 'CaseStep' })

export const StepperView = z
  .object({
    phases: z.array(
      z.object({ phase: Phase, state: z.enum(['done', 'current', 'open']), since: Day.nullable() }),
    ),
    /** Where the case may go now. */
    next: z.array(Phase),
    missing: z.array(z.object({ code: z.string(), blocking: z.boolean() })),
  })
  .meta({ id: 'Stepper' })

/** What the person may do with the case; the buttons of the page. */
export const CaseAction = z.enum([
  'edit',
  'persons',
  'phase',
  'intensity',
  'close',
  'reopen',
  'handOver',
  'release',
  'clearAccess',
])
export type CaseAction = z.infer<typeof CaseAction>

/** The first screen of a case in one request. */
export const CaseView = z
  .object({
    id: Id,
    version: z.int(),
    fileNumber: z.string(),
    episode: z.int(),
    /** "Muster, Familie" or "Muster, Anna"; the file number alone where names are not visible or not known. */
    shortName: z.string(),
    intensity: Intensity,
    phase: Phase,
    phaseSince: Day,
    urgency: Urgency,
    language: z.string().nullable(),
    secrecy203: z.boolean(),
    responsible: z.object({ id: Id, name: z.string(), organisation: z.string() }),
    deputies: z.array(z.object({ id: Id, name: z.string(), until: z.string().nullable() })),
    site: Named.nullable(),
    municipality: Named.nullable(),
    entryRoute: z.string().nullable(),
    targetGroup: z.string().nullable(),
    gapMarkers: z.array(z.string()),
    hardshipUntil: Day.nullable(),
    openedOn: Day,
    closedOn: Day.nullable(),
    closureReason: z.string().nullable(),
    aftercareOn: Day.nullable(),
    restrictedOn: Day.nullable(),
    lastContactOn: Day.nullable(),
    reassessmentDueOn: Day.nullable(),
    persons: z.array(CasePersonView),
    organisations: z.array(CaseOrganisationView),
    /** Null where the access does not reach to free text. */
    texts: z.record(z.string(), z.string()).nullable(),
    intake: IntakeView,
    steps: z.array(StepView),
    stepper: StepperView,
    closures: z.array(ClosureView),
    access: z.object({
      basis: z.enum(['assignment', 'deputy', 'oversight', 'release', 'teamConsent', 'reason']),
      identity: z.boolean(),
      texts: z.boolean(),
      work: z.boolean(),
      until: z.string().nullable(),
    }),
    can: z.array(CaseAction),
  })
  .meta({ id: 'Case' })
export type CaseView = z.infer<typeof CaseView>

/** One row of the list "Fälle". */
export const CaseRow = z
  .object({
    id: Id,
    version: z.int(),
    fileNumber: z.string(),
    name: ClientName.nullable(),
    persons: z.int(),
    intensity: Intensity,
    phase: Phase,
    phaseSince: Day,
    urgency: Urgency,
    lastContactOn: Day.nullable(),
    reassessmentDueOn: Day.nullable(),
    closedOn: Day.nullable(),
    site: z.string().nullable(),
    responsible: Named,
    basis: z.enum(['own', 'deputy', 'oversight', 'opened']),
  })
  .meta({ id: 'CaseRow' })
export type CaseRow = z.infer<typeof CaseRow>
