import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { PaperSection, PaperState, PartyApproval } from './codes.ts'
import { LegalDomain } from '../../structure/index.ts'

const sectionTexts = z
  .strictObject(
    Object.fromEntries(PaperSection.options.map((key) => [key, optionalText(6000)])) as Record<
      PaperSection,
      ReturnType<typeof optionalText>
    >,
  )
  .partial()

/** A function and how it is reached; never a person. */
const PaperPartyInput = z.strictObject({
  organisationId: Id,
  unitId: Id.nullable().default(null),
  contactFunction: optionalText(200),
  contactReach: optionalText(200),
})

const words = {
  title: text(200),
  legalDomains: z.array(LegalDomain).max(20),
  sections: sectionTexts,
  parties: z.array(PaperPartyInput).max(20),
  changeNote: optionalText(1000),
  validUntil: PlainDate.nullable().optional(),
  reviewOn: PlainDate.nullable().optional(),
}

/** A draft needs a title alone. */
export const NewPaper = z
  .strictObject({
    ...words,
    legalDomains: words.legalDomains.default([]),
    sections: words.sections.default({}),
    parties: words.parties.default([]),
    /** The theme it answers. */
    themeId: Id.nullable().default(null),
  })
  .meta({ id: 'NewPaper' })
export type NewPaper = z.infer<typeof NewPaper>

/** Only while it is a draft. Absent keeps, null clears; sections that are named are replaced, the others stay. */
export const PaperChange = z.strictObject(words).partial().meta({ id: 'PaperChange' })
export type PaperChange = z.infer<typeof PaperChange>

export const PaperMove = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('inApproval') }),
    /** Back to the desk: what the parties said so far was said to other words and is forgotten. */
    z.strictObject({ to: z.literal('draft') }),
    z.strictObject({ to: z.literal('valid'), from: PlainDate }),
    z.strictObject({ to: z.literal('revoked') }),
  ])
  .meta({ id: 'PaperMove' })
export type PaperMove = z.infer<typeof PaperMove>

export const PartyAnswer = z
  .strictObject({
    partyId: Id,
    approval: PartyApproval.exclude(['open']),
    /** The function that said so. */
    saidBy: text(200),
    on: PlainDate.optional(),
    remark: optionalText(1000),
  })
  .meta({ id: 'PaperPartyAnswer' })
export type PartyAnswer = z.infer<typeof PartyAnswer>

export const NewPaperComment = z
  .strictObject({ section: PaperSection.nullable().default(null), content: text(2000) })
  .meta({ id: 'NewPaperComment' })
export type NewPaperComment = z.infer<typeof NewPaperComment>

/** The theme a paper answers; null: none. At any time, also when its words are fixed. */
export const PaperTheme = z.strictObject({ themeId: Id.nullable() }).meta({ id: 'PaperTheme' })

export const PaperReview = z.strictObject({ nextOn: PlainDate }).meta({ id: 'PaperReview' })

export const PaperParty = z
  .object({
    id: Id,
    organisationId: Id,
    unitId: Id.nullable(),
    label: z.string(),
    contactFunction: z.string().nullable(),
    contactReach: z.string().nullable(),
    approval: PartyApproval,
    approvalOn: PlainDate.nullable(),
    saidBy: z.string().nullable(),
    remark: z.string().nullable(),
  })
  .meta({ id: 'PaperParty' })
export type PaperParty = z.infer<typeof PaperParty>

/** `expired`: in force until a day that has passed. */
export const ShownPaperState = z.enum([...PaperState.options, 'expired']).meta({ id: 'ShownPaperState' })
export type ShownPaperState = z.infer<typeof ShownPaperState>

export const PaperVersionRef = z
  .object({
    id: Id,
    number: z.int(),
    state: ShownPaperState,
    validFrom: PlainDate.nullable(),
    changeNote: z.string().nullable(),
  })
  .meta({ id: 'PaperVersionRef' })

export const PaperRow = z
  .object({
    id: Id,
    /** The version shown: the open one, else the newest. */
    versionId: Id,
    number: z.int(),
    title: z.string(),
    state: ShownPaperState,
    stateOn: PlainDate,
    parties: z.array(z.string()),
    agreed: z.int(),
    legalDomains: z.array(LegalDomain),
    validUntil: PlainDate.nullable(),
    reviewOn: PlainDate.nullable(),
    reviewDue: z.boolean(),
    /** Number of the version in force, when another one is shown. */
    inForce: z.int().nullable(),
  })
  .meta({ id: 'PaperRow' })
export type PaperRow = z.infer<typeof PaperRow>

export const PaperComment = z
  .object({
    id: Id,
    section: PaperSection.nullable(),
    content: z.string(),
    by: z.string(),
    at: z.string(),
    settledOn: PlainDate.nullable(),
  })
  .meta({ id: 'PaperComment' })

const shownSections = z
  .object(
    Object.fromEntries(PaperSection.options.map((key) => [key, z.string()])) as Record<
      PaperSection,
      z.ZodString
    >,
  )
  .partial()

/** One version with what belongs to it; `versions` are all of the same paper, newest first. */
export const PaperView = z
  .object({
    id: Id,
    paperId: Id,
    number: z.int(),
    title: z.string(),
    state: ShownPaperState,
    stateOn: PlainDate,
    legalDomains: z.array(LegalDomain),
    sections: shownSections,
    parties: z.array(PaperParty),
    changeNote: z.string().nullable(),
    validFrom: PlainDate.nullable(),
    validUntil: PlainDate.nullable(),
    reviewOn: PlainDate.nullable(),
    reviewedOn: PlainDate.nullable(),
    reviewDue: z.boolean(),
    theme: z.object({ id: Id, name: z.string() }).nullable(),
    comments: z.array(PaperComment),
    versions: z.array(PaperVersionRef),
    version: z.int(),
    can: z.array(
      z.enum([
        'change',
        'discard',
        'sendOut',
        'takeBack',
        'recordAnswer',
        'putInForce',
        'revoke',
        'review',
        'setTheme',
        'newVersion',
        'comment',
        'settleComment',
      ]),
    ),
  })
  .meta({ id: 'Paper' })
export type PaperView = z.infer<typeof PaperView>

export const PaperList = z
  .object({ rows: z.array(PaperRow), can: z.array(z.enum(['write'])) })
  .meta({ id: 'PaperList' })

/** What a form of papers, agreements and measures offers. */
export const SolutionOptions = z
  .object({
    organisations: z.array(
      z.object({
        id: Id,
        label: z.string(),
        units: z.array(z.object({ id: Id, label: z.string() })),
      }),
    ),
    agreementTypes: z.array(z.object({ key: z.string(), label: z.string() })),
    committees: z.array(z.object({ id: Id, label: z.string() })),
    lifeDomains: z.array(z.object({ key: z.string(), label: z.string() })),
  })
  .meta({ id: 'SolutionOptions' })
export type SolutionOptions = z.infer<typeof SolutionOptions>

/** The papers in force today, short: what a case manager needs to know when a party is touched. */
export const ValidPaper = z
  .object({
    id: Id,
    title: z.string(),
    handover: z.string().nullable(),
    parties: z.array(
      PaperParty.pick({
        organisationId: true,
        unitId: true,
        label: true,
        contactFunction: true,
        contactReach: true,
      }),
    ),
    validFrom: PlainDate,
  })
  .meta({ id: 'ValidPaper' })
export type ValidPaper = z.infer<typeof ValidPaper>

export const DiffRun = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

/** Field by field; unchanged fields are left out. */
export const PaperDiff = z
  .object({
    from: PaperVersionRef,
    to: PaperVersionRef,
    fields: z.array(z.object({ field: z.string(), label: z.string(), runs: z.array(DiffRun) })),
  })
  .meta({ id: 'PaperDiff' })
export type PaperDiff = z.infer<typeof PaperDiff>
