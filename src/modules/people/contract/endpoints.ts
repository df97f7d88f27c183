import { z } from 'zod'
import { ResidenceStatus } from '../../../platform/contract/code-lists/index.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PersonChange, PersonView, ResidenceView } from './person.ts'

export const personEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/persons/:id',
    right: 'person.read',
    summary:
      'One person with contact data, nationalities, languages and residence statuses; the read is audited.',
    params: IdParams,
    response: PersonView,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/persons/:id',
    right: 'person.write',
    summary: 'Changes a person; absent fields stay, null clears, a list replaces the list.',
    params: IdParams,
    ifMatch: true,
    body: PersonChange,
    response: PersonView,
  }),
  recordResidence: endpoint({
    method: 'POST',
    path: '/api/persons/:id/residences',
    right: 'person.write',
    summary: 'Records a residence status, after information only; the status before it ends the day before.',
    params: IdParams,
    body: z.strictObject({
      code: ResidenceStatus,
      validFrom: PlainDate.nullable().default(null),
      validTo: PlainDate.nullable().default(null),
      source: z.enum(['seen', 'stated'], { error: 'Wählen Sie: Dokument gesehen oder Angabe der Person.' }),
    }),
    response: ResidenceView,
    status: 201,
  }),
  endResidence: endpoint({
    method: 'PATCH',
    path: '/api/persons/:id/residences/:residenceId',
    right: 'person.write',
    summary: 'Sets or clears the last day of a recorded residence status.',
    params: z.strictObject({ id: Id, residenceId: Id }),
    body: z.strictObject({ validTo: PlainDate.nullable() }),
    response: ResidenceView,
  }),
}
