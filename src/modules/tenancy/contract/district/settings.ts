import { z } from 'zod'
import { Label, Text, fact } from './provenance.ts'

const Naming = fact({ label: Label })

/** What the district calls things (R003). */
export const NamingSet = z.strictObject({
  buildingBlock: fact({ label: z.enum(['Baustein', 'Modul']) }),
  region: Naming,
  steeringGroup: Naming,
  projectGroup: Naming,
  coordinator: Naming,
})

/** Words beside the numbers, one set per question, so that nobody has to interpret a figure. */
export const AssessmentScale = fact({
  withoutScaleAllowed: z.boolean(),
  steps: z
    .array(z.strictObject({ value: z.int().min(0).max(10), resource: Label, need: Label, clientView: Label }))
    .min(2)
    .max(11),
})

/** Funder's note and logos on every publication (R170). Logos as text: name of the mark, no file. */
export const Publication = fact({ funderNote: Text, logos: z.array(Label) })

const count = (minimum: number, maximum: number) => fact({ value: z.int().min(minimum).max(maximum) })
const share = fact({ value: z.number().min(0).max(1) })
const flag = fact({ value: z.boolean() })

export const Settings = z.strictObject({
  /** Months between two assessments. */
  reassessmentMonths: count(1, 36),
  /** The call-back number of a request is deleted after so many days. */
  callbackNumberDays: count(1, 365),
  /** A request that the office which asked took back is deleted after so many days; without it the program's default. */
  withdrawnRequestDays: count(1, 90).optional(),
  /** Cells below this number of persons are suppressed in figures. */
  suppressionThreshold: count(3, 30),
  /** An unassigned request counts as urgent after so many days. */
  requestUrgentDays: count(1, 90),
  /** A consent counts as running out so many days before its end. */
  consentWarningDays: count(1, 365),
  /** Months a consent lasts unless another end is chosen; without it the program's default. */
  consentMonths: count(1, 36).optional(),
  /** Whether a consent may be given by word of mouth before a witness; without it: no. */
  oralConsent: flag.optional(),
  /** Nobody answers a referral: after so many days the recipient is reminded; without it the program's default. */
  referralReminderDays: count(1, 90).optional(),
  /** … and after so many days it comes back to the sender. */
  referralReturnDays: count(1, 180).optional(),
  /** At a duplicate outside the own access the coordinator is named instead of the KIM office; without it: no. */
  duplicateNamesCoordinator: flag.optional(),
  /** Where an employer has one professional only, the coordinator with oversight is the second person; without it: yes. */
  secondPersonByOversight: flag.optional(),
  /** Months after closure until the file is restricted. */
  aftercareMonths: count(0, 36),
  /** No position with a smaller share in B1. */
  minimumFteB1: fact({ value: z.number().min(0).max(1) }).optional(),
  /** At least this share of B2 lies with the Kreis (R024). */
  kreisShareB2: share.optional(),
  /** Share of a case manager's time for the single case; the rest is systemic (R027). */
  individualShare: share.optional(),
  /** The wall, § 87 AufenthG: both stay off until the data protection officer's opinion is recorded. */
  withoutStatusForPublicEmployers: flag,
  departureAsClosureReason: flag,
})
export type Settings = z.infer<typeof Settings>
