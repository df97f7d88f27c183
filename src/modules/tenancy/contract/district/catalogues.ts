import { z } from 'zod'
import { Ags, Key, Label, PlainDate, Text, VagueDate, provenance, unknown, validity } from './provenance.ts'
import { themeExample, themeMove, themePurpose, themeState } from './themes.ts'

/** The states of a case; the rules between them are the module cases'. */
export const CasePhase = z.enum([
  'request',
  'screening',
  'intake',
  'assessment',
  'planning',
  'implementation',
  'reassessment',
  'closed',
  'aftercare',
])

const entry = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({
    key: Key,
    label: Label,
    definition: Text.optional(),
    ...validity,
    ...shape,
    ...provenance,
  })

/** A list of labelled keys. Its entries share the provenance of the list unless they bring their own. */
const catalogue = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ entries: z.array(entry(shape)), ...provenance })

/** Who is expected to have an agreement of a type; the register of module solutions finds them in the data. */
export const AgreementExpectation = z.enum([
  'caseManagerEmployers',
  'townsWithSite',
  'townsWithCoordination',
  'welfare',
  'towns',
])
export type AgreementExpectation = z.infer<typeof AgreementExpectation>

const Share = z.union([z.literal('all'), z.array(Ags).min(1)])

export const Catalogues = z.strictObject({
  lifeDomains: catalogue({
    /** Stays locked until a legal basis for this kind of data is recorded. */
    locked: z.boolean().optional(),
  }),
  targetGroups: catalogue({
    municipalities: Share,
    version: z.int().positive(),
    validFrom: PlainDate.or(unknown),
  }),
  targetGaps: catalogue({}),
  intensities: catalogue({
    phases: z.array(CasePhase).min(2),
    optionalPhases: z.array(CasePhase).optional(),
  }),
  entryRoutes: catalogue({}),
  contactKinds: catalogue({ outreach: z.boolean().optional() }),
  activityTypes: catalogue({}),
  closureReasons: catalogue({}),
  languages: catalogue({}),
  benefitKinds: catalogue({}),
  retentionClasses: catalogue({
    /** Time after the event of the record class; exactly one of the two. */
    months: z.int().positive().optional(),
    days: z.int().positive().optional(),
  }),
  linkedProgrammes: catalogue({
    organisation: Key.optional(),
    fte: z.number().positive().optional(),
    from: VagueDate.optional(),
    to: VagueDate.optional(),
  }),
  /** Kinds of cooperation agreements, and of whom one is expected (R031, R032, R167). */
  agreementTypes: catalogue({ expectedOf: z.array(AgreementExpectation) }),
  cooperationAgreements: catalogue({
    /** Key of an agreement type. */
    concerns: Key,
    parties: z.array(Key).min(1),
    state: z.enum(['planned', 'dispatched', 'signed']).or(unknown),
    signedOn: PlainDate.or(unknown),
    contents: z.array(Text).optional(),
  }),
  /** The way of a request for a new working format (R127). */
  committeeRequestSteps: catalogue({}),
  politicalDecisions: catalogue({
    body: Label,
    date: VagueDate.or(unknown),
    reference: z.string().max(80).optional(),
  }),
  /** The way of a generative theme in this district: states and the moves between them (R086). */
  themeStates: catalogue(themeState),
  themeMoves: catalogue(themeMove),
  /** Purposes of the Land to be proven (R098). */
  themePurposes: catalogue(themePurpose),
  /** Themes the concept names (R087). */
  themeExamples: catalogue(themeExample),
})
export type Catalogues = z.infer<typeof Catalogues>

/** List in the file → kind of a row in `catalogue_entry`. */
export const catalogueKinds = {
  lifeDomains: 'lifeDomain',
  targetGroups: 'targetGroup',
  targetGaps: 'targetGap',
  intensities: 'intensity',
  entryRoutes: 'entryRoute',
  contactKinds: 'contactKind',
  activityTypes: 'activityType',
  closureReasons: 'closureReason',
  languages: 'language',
  benefitKinds: 'benefitKind',
  retentionClasses: 'retentionClass',
  linkedProgrammes: 'linkedProgramme',
  agreementTypes: 'agreementType',
  cooperationAgreements: 'cooperationAgreement',
  committeeRequestSteps: 'committeeRequestStep',
  politicalDecisions: 'politicalDecision',
  themeStates: 'themeState',
  themeMoves: 'themeMove',
  themePurposes: 'themePurpose',
  themeExamples: 'themeExample',
} as const satisfies Record<keyof Catalogues, string>

export const CatalogueKind = z.enum(Object.values(catalogueKinds))
export type CatalogueKind = z.infer<typeof CatalogueKind>
