import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { DueKind } from './codes.ts'

const DueItem = z.object({
  kind: DueKind,
  id: Id,
  title: z.string(),
  /** Where the reader looks it up: the document of a version, the partner of a talk. */
  targetId: Id,
  dueOn: PlainDate,
})
export type DueItem = z.infer<typeof DueItem>

export const Overview = z
  .object({
    today: PlainDate,
    /** Overdue and due within the next weeks, the oldest first. */
    due: z.array(DueItem),
    /** There is more than is shown. */
    more: z.boolean(),
    /** How far the task lists of the present period are. */
    taskLists: z.array(
      z.object({ label: z.string(), periodLabel: z.string(), settled: z.int(), all: z.int() }),
    ),
    /** Entries of the district file that are not in the registers yet. */
    adoptable: z.int(),
    can: z.array(z.enum(['adopt', 'write'])),
  })
  .meta({ id: 'ProgrammeOverview' })
export type Overview = z.infer<typeof Overview>

export const ProgrammeList = z.enum(['documents', 'goals', 'milestones', 'activities', 'interfaces'])
export type ProgrammeList = z.infer<typeof ProgrammeList>

export const programmeEndpoints = {
  overview: endpoint({
    method: 'GET',
    path: '/api/programme/overview',
    right: 'programme.read',
    summary: 'What of documents, goals, milestones, activities and interface talks is due.',
    response: Overview,
  }),
  adopt: endpoint({
    method: 'POST',
    path: '/api/programme/adoption',
    right: 'programme.write',
    summary:
      'Takes over what the district file names and the registers lack; nothing that stands there changes.',
    response: z
      .object({
        documents: z.int(),
        goals: z.int(),
        milestones: z.int(),
        activities: z.int(),
        interfaces: z.int(),
      })
      .meta({ id: 'ProgrammeAdoption' }),
  }),
  register: endpoint({
    method: 'GET',
    path: '/api/programme/register',
    right: 'programme.read',
    summary: 'Register of documents, goals and milestones as accessible PDF with the funder’s note.',
    download: 'application/pdf',
  }),
  csv: endpoint({
    method: 'GET',
    path: '/api/programme/csv',
    right: 'programme.read',
    summary: 'A whole list as CSV.',
    query: z.object({ list: ProgrammeList }),
    download: 'text/csv',
  }),
}
