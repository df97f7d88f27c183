import { z } from 'zod'
import { HouseholdRole, Language } from '../../../platform/contract/code-lists/index.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { PersonInput } from '../../people/index.ts'
import { CaseOrganisationView, CasePersonView, CaseRow, CaseView, Criteria } from './case-view.ts'
import {
  HandoverReason,
  Intensity,
  IntensityReason,
  LegalBasis,
  OrganisationPart,
  Phase,
  ServedElsewhere,
  Urgency,
} from './codes.ts'

const Text = optionalText(8000)
const OrganisationNote = optionalText(500)
const StepNote = optionalText(2000)
const Key = z.string().min(1).max(60)

/** How a list is narrowed and sorted; a name to search for travels in the body of a POST, never in an address. */
const ListFilter = PageQuery.extend({
  scope: z.enum(['mine', 'own', 'deputy', 'oversight', 'opened']).default('mine'),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  phase: Phase.optional(),
  intensity: Intensity.optional(),
  siteId: Id.optional(),
  /** Re-assessment or end of a takeover in the past, or the last day of aftercare. */
  overdue: z.stringbool().optional(),
  sort: z.enum(['phaseSince', 'name', 'lastContact']).default('phaseSince'),
})
export const CaseListQuery = ListFilter.strict()
export const CaseSearch = ListFilter.extend({
  overdue: z.boolean().optional(),
  /** Beginning of family or given name, or of the file number. */
  text: z.string().trim().min(2, 'Bitte geben Sie mindestens zwei Buchstaben ein.').max(120),
}).strict()
export type CaseFilter = Omit<z.output<typeof CaseListQuery>, never> & { text?: string }

/** Persons the actor sees and who are somebody else (decided at the check for duplicates). */
const NotSameAs = z.array(Id).max(20).default([])
export const NewCasePerson = z.union([
  z.strictObject({
    person: PersonInput,
    role: HouseholdRole.default('client'),
    isMain: z.boolean().default(false),
    notSameAs: NotSameAs,
  }),
  z.strictObject({
    /** A person known from another case the actor works. */
    personId: Id,
    role: HouseholdRole.default('client'),
    isMain: z.boolean().default(false),
  }),
])

export const OpenCase = z
  .strictObject({
    requestId: Id.optional(),
    intensity: Intensity,
    openedOn: PlainDate.optional(),
    siteId: Id.nullable().optional(),
    municipalityId: Id.nullable().optional(),
    language: Language.nullable().optional(),
    entryRoute: Key.nullable().optional(),
    targetGroup: Key.nullable().optional(),
    gapMarkers: z.array(Key).max(20).default([]),
    urgency: Urgency.optional(),
    secrecy203: z.boolean().default(false),
    /** None is fine for brief advice. */
    persons: z.array(NewCasePerson).max(20).default([]),
    concern: Text,
    /** The client was told on what the file rests; needed as soon as a name is kept. */
    information: z.strictObject({ on: PlainDate, language: Language, basis: LegalBasis }).optional(),
    servedElsewhere: ServedElsewhere.default('notAsked'),
    servedElsewhereBy: Text,
    criteria: Criteria.optional(),
    firstTalkOn: PlainDate.nullable().default(null),
  })
  .meta({ id: 'OpenCase' })
export type OpenCase = z.infer<typeof OpenCase>

export const caseEndpoints = {
  open: endpoint({
    method: 'POST',
    path: '/api/cases',
    right: 'case.open',
    summary:
      'Opens a case for the signed-in case manager, from a request or directly; brief advice needs no name.',
    body: OpenCase,
    response: z.object({ id: Id, fileNumber: z.string(), version: z.int() }).meta({ id: 'OpenedCase' }),
    status: 201,
  }),
  list: endpoint({
    method: 'GET',
    reads: true,
    path: '/api/cases',
    right: 'case.read',
    summary: 'Own and deputised cases, or those under own oversight (without names); keyset paging.',
    query: CaseListQuery,
    response: pageOf(CaseRow, 'CasePage'),
  }),
  search: endpoint({
    method: 'POST',
    keepsNoAnswer: true,
    path: '/api/cases/search',
    right: 'case.read',
    summary: 'The same list, narrowed by the beginning of a name or of a file number.',
    body: CaseSearch,
    response: pageOf(CaseRow, 'CaseSearchPage'),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/cases/:id',
    right: 'case.read',
    summary: 'Everything the first screen of a case needs; the read is audited.',
    params: IdParams,
    response: CaseView,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/cases/:id',
    right: 'case.write',
    summary: 'Changes facts of a case; absent fields stay, null clears.',
    params: IdParams,
    ifMatch: true,
    body: z
      .strictObject({
        siteId: Id.nullable(),
        municipalityId: Id.nullable(),
        language: Language.nullable(),
        entryRoute: Key.nullable(),
        targetGroup: Key.nullable(),
        gapMarkers: z.array(Key).max(20),
        urgency: Urgency,
        secrecy203: z.boolean(),
        /** End of a takeover as hardship (R073). */
        hardshipUntil: PlainDate.nullable(),
        concern: Text,
        summary: Text,
        clientView: Text,
      })
      .partial(),
    response: CaseView,
  }),
  changePhase: endpoint({
    method: 'POST',
    path: '/api/cases/:id/phase',
    right: 'case.write',
    summary: 'Takes the case to another phase, dated.',
    params: IdParams,
    body: z.strictObject({ to: Phase, on: PlainDate.optional() }),
    response: CaseView,
  }),
  changeIntensity: endpoint({
    method: 'POST',
    path: '/api/cases/:id/intensity',
    right: 'case.write',
    summary: 'Changes the intensity, dated and with a reason; everything recorded stays.',
    params: IdParams,
    body: z.strictObject({
      to: Intensity,
      on: PlainDate.optional(),
      reason: IntensityReason,
      /** In own words; kept apart from the code, which oversight reads. */
      note: StepNote,
    }),
    response: CaseView,
  }),
  addPerson: endpoint({
    method: 'POST',
    path: '/api/cases/:id/persons',
    right: 'person.write',
    summary: 'Adds a person to the case: a new one, or one already known in another case the actor works.',
    params: IdParams,
    body: z.union([
      z.strictObject({
        person: PersonInput,
        role: HouseholdRole,
        isMain: z.boolean().default(false),
        validFrom: PlainDate.optional(),
        notSameAs: NotSameAs,
      }),
      z.strictObject({
        personId: Id,
        role: HouseholdRole,
        isMain: z.boolean().default(false),
        validFrom: PlainDate.optional(),
      }),
    ]),
    response: CasePersonView,
    status: 201,
  }),
  changePerson: endpoint({
    method: 'PATCH',
    path: '/api/cases/:id/persons/:casePersonId',
    right: 'person.write',
    summary: 'Changes role, dates or who is the main person of the case.',
    params: z.strictObject({ id: Id, casePersonId: Id }),
    ifMatch: true,
    body: z
      .strictObject({
        role: HouseholdRole,
        isMain: z.literal(true),
        validFrom: PlainDate,
        validTo: PlainDate.nullable(),
      })
      .partial(),
    response: CasePersonView,
  }),
  addOrganisation: endpoint({
    method: 'POST',
    path: '/api/cases/:id/organisations',
    right: 'case.write',
    summary: 'Adds an organisation that takes part in the case.',
    params: IdParams,
    body: z.strictObject({
      organisationId: Id,
      role: OrganisationPart,
      validFrom: PlainDate.optional(),
      note: OrganisationNote,
    }),
    response: CaseOrganisationView,
    status: 201,
  }),
  changeOrganisation: endpoint({
    method: 'PATCH',
    path: '/api/cases/:id/organisations/:caseOrganisationId',
    right: 'case.write',
    summary: 'Changes the part of an organisation, or its last day in the case.',
    params: z.strictObject({ id: Id, caseOrganisationId: Id }),
    body: z
      .strictObject({ role: OrganisationPart, validTo: PlainDate.nullable(), note: OrganisationNote })
      .partial(),
    response: CaseOrganisationView,
  }),
  handoverCandidates: endpoint({
    method: 'GET',
    path: '/api/cases/:id/handover-candidates',
    right: 'case.handOver',
    summary: 'The case managers the signed-in person may hand the case to.',
    params: IdParams,
    response: z
      .object({
        rows: z.array(z.object({ id: Id, name: z.string(), organisation: z.string(), organisationId: Id })),
      })
      .meta({ id: 'HandoverCandidates' }),
  }),
  handOver: endpoint({
    method: 'POST',
    path: '/api/cases/:id/handover',
    right: 'case.handOver',
    summary: 'Hands the case to another case manager; the actor loses access unless something else gives it.',
    params: IdParams,
    body: z.strictObject({ to: Id, reason: HandoverReason, note: Text }),
    status: 204,
  }),
}
