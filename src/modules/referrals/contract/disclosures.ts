import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { DataCategory, SpecialCategory } from '../../consent/index.ts'
import {
  ClientInformed,
  DisclosureGround,
  DisclosureRecipient,
  DisclosureState,
  NotInformedReason,
} from './disclosure-codes.ts'

export const NewDisclosure = z
  .strictObject({
    personId: Id,
    ground: DisclosureGround,
    recipientKind: DisclosureRecipient,
    organisationId: Id.nullable().default(null),
    unitId: Id.nullable().default(null),
    recipientName: optionalText(200),
    dataCategories: z
      .array(DataCategory)
      .min(1, 'Bitte wählen Sie, welche Angaben weitergegeben werden.')
      .max(20),
    specialCategories: z.array(SpecialCategory).max(3).default([]),
    reason: text(2000),
    content: text(2000),
    secondUserId: Id,
  })
  .meta({ id: 'NewDisclosure' })
export type NewDisclosure = z.infer<typeof NewDisclosure>

export const DisclosureExecution = z
  .strictObject({
    carriedOutOn: PlainDate.optional(),
    clientInformed: ClientInformed,
    clientInformedOn: PlainDate.nullable().default(null),
    notInformedReason: NotInformedReason.nullable().default(null),
    note: optionalText(1000),
  })
  .meta({ id: 'DisclosureExecution' })
export type DisclosureExecution = z.infer<typeof DisclosureExecution>

const facts = {
  id: Id,
  ground: DisclosureGround,
  recipientKind: DisclosureRecipient,
  /** A listed office; null where it is free text or a kind alone. */
  recipient: z.string().nullable(),
  dataCategories: z.array(DataCategory),
  specialCategories: z.array(SpecialCategory),
  state: DisclosureState,
  stateOn: PlainDate,
  askedOn: PlainDate,
  answeredOn: PlainDate.nullable(),
  carriedOutOn: PlainDate.nullable(),
  clientInformed: ClientInformed.nullable(),
  clientInformedOn: PlainDate.nullable(),
  notInformedReason: NotInformedReason.nullable(),
  version: z.int(),
}
const words = z.object({
  reason: z.string(),
  content: z.string(),
  recipientName: z.string().nullable(),
  secondNote: z.string().nullable(),
  clientNote: z.string().nullable(),
})

export const DisclosureView = z
  .object({
    ...facts,
    caseId: Id,
    person: z.string().nullable(),
    second: z.string().nullable(),
    /** Null where the reader may not read words. */
    text: words.nullable(),
    can: z.array(z.enum(['carryOut', 'drop'])),
  })
  .meta({ id: 'Disclosure' })
export type DisclosureView = z.infer<typeof DisclosureView>

export const DisclosureList = z
  .object({
    rows: z.array(DisclosureView),
    /** Who may be asked; empty for who only reads. */
    seconds: z.array(
      z.object({
        id: Id,
        name: z.string(),
        /** Of another employer, by oversight: the words go there without case and name. */
        outside: z.boolean(),
      }),
    ),
    /** Why nobody can be asked, for who works the case. */
    cannotAsk: z.enum(['caseClosed', 'noSecondPerson']).nullable(),
    can: z.array(z.enum(['ask'])),
  })
  .meta({ id: 'DisclosureList' })
export type DisclosureList = z.infer<typeof DisclosureList>

/** What the second person reads: no case, no name. */
export const AskedDisclosure = z
  .object({
    ...facts,
    askedBy: z.string(),
    text: words.pick({ reason: true, content: true, recipientName: true }),
  })
  .meta({ id: 'AskedDisclosure' })
export type AskedDisclosure = z.infer<typeof AskedDisclosure>

/** What the data protection officer reads: the fact, no words, no case, no person. */
export const RegisteredDisclosure = z
  .object({ ...facts, organisation: z.string().nullable() })
  .meta({ id: 'RegisteredDisclosure' })
export type RegisteredDisclosure = z.infer<typeof RegisteredDisclosure>

export const disclosureEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/cases/:id/disclosures',
    right: 'disclosure.read',
    summary: 'Disclosures without consent of a case, and who may be asked.',
    params: IdParams,
    response: DisclosureList,
  }),
  ask: endpoint({
    method: 'POST',
    path: '/api/cases/:id/disclosures',
    right: 'disclosure.write',
    summary: 'Asks a second person whether to disclose without consent on a statutory ground.',
    params: IdParams,
    body: NewDisclosure,
    response: DisclosureView,
    status: 201,
  }),
  carryOut: endpoint({
    method: 'POST',
    path: '/api/disclosures/:id/execution',
    right: 'disclosure.write',
    summary: 'Records that it was carried out, and that the person was informed or why not.',
    params: IdParams,
    body: DisclosureExecution,
    response: DisclosureView,
    ifMatch: true,
  }),
  drop: endpoint({
    method: 'POST',
    path: '/api/disclosures/:id/dropping',
    right: 'disclosure.write',
    summary: 'Drops a disclosure that was not carried out.',
    params: IdParams,
    response: DisclosureView,
    ifMatch: true,
  }),
  asked: endpoint({
    method: 'GET',
    path: '/api/asked-disclosures',
    right: 'disclosure.second',
    summary: 'What the person was asked as second person and has not answered.',
    response: z.object({ rows: z.array(AskedDisclosure) }).meta({ id: 'AskedDisclosureList' }),
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/asked-disclosures/:id/answer',
    right: 'disclosure.second',
    summary: 'Agrees or refuses as the second person.',
    params: IdParams,
    body: z.strictObject({ agrees: z.boolean(), note: optionalText(1000) }),
    status: 204,
    ifMatch: true,
  }),
  register: endpoint({
    method: 'GET',
    path: '/api/disclosure-register',
    right: 'disclosure.register',
    summary: 'Every disclosure without consent as a fact, newest first, for the data protection officer.',
    query: PageQuery,
    response: pageOf(RegisteredDisclosure, 'DisclosureRegisterPage'),
  }),
}
