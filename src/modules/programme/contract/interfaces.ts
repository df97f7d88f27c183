import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { ReportedTo } from './codes.ts'
import { ListQuery } from './list-query.ts'

export const TalkView = z.object({
  id: Id,
  heldOn: PlainDate,
  result: z.string().nullable(),
  reportedTo: ReportedTo.nullable(),
  reportedOn: PlainDate.nullable(),
  version: z.int(),
})
export type TalkView = z.infer<typeof TalkView>

export const InterfacePartnerView = z
  .object({
    id: Id,
    name: z.string(),
    topic: z.string(),
    intervalMonths: z.int(),
    lastHeldOn: PlainDate.nullable(),
    plannedOn: PlainDate.nullable(),
    dueOn: PlainDate,
    source: z.string().nullable(),
    endedOn: PlainDate.nullable(),
    /** Newest first; the last 12. */
    talks: z.array(TalkView),
    version: z.int(),
    can: z.array(z.enum(['change'])),
  })
  .meta({ id: 'InterfacePartner' })
export type InterfacePartnerView = z.infer<typeof InterfacePartnerView>

const fields = { name: text(400), topic: text(300), intervalMonths: z.int().min(1).max(36) }
export const NewInterfacePartner = z.strictObject(fields).meta({ id: 'NewInterfacePartner' })
export const InterfacePartnerChange = z
  .strictObject({ ...fields, plannedOn: PlainDate.nullable(), endedOn: PlainDate.nullable() })
  .partial()
  .meta({ id: 'InterfacePartnerChange' })

const talk = {
  heldOn: PlainDate,
  result: optionalText(4000),
  reportedTo: ReportedTo.nullable().optional(),
  reportedOn: PlainDate.nullable().optional(),
}
export const NewTalk = z.strictObject(talk).meta({ id: 'NewInterfaceTalk' })
export const TalkChange = z.strictObject(talk).partial().meta({ id: 'InterfaceTalkChange' })

const write = { right: 'programme.write', response: InterfacePartnerView } as const

export const interfaceEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/interface-partners',
    right: 'programme.read',
    summary: 'Whom the interfaces are talked over with, and when the next talk is due.',
    query: ListQuery.extend({
      state: z.enum(['all', 'due', 'ended']).default('all'),
      sort: z.enum(['dueOn', 'name', 'topic']).default('dueOn'),
    }),
    response: pageOf(InterfacePartnerView, 'InterfacePartnerPage'),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/interface-partners',
    summary: 'Adds a partner the concept does not name.',
    body: NewInterfacePartner,
    status: 201,
    ...write,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/interface-partners/:id',
    summary: 'Changes name, topic or interval, plans the next talk, or ends the row.',
    params: IdParams,
    body: InterfacePartnerChange,
    ifMatch: true,
    ...write,
  }),
  addTalk: endpoint({
    method: 'POST',
    path: '/api/interface-partners/:id/talks',
    summary: 'Records a talk with its result; the next one is due after the interval.',
    params: IdParams,
    body: NewTalk,
    status: 201,
    ...write,
  }),
  changeTalk: endpoint({
    method: 'PATCH',
    path: '/api/interface-talks/:id',
    summary: 'Changes a talk, or records where its result was brought to.',
    params: IdParams,
    body: TalkChange,
    ifMatch: true,
    ...write,
  }),
}
