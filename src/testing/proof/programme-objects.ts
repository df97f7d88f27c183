import { newId } from '../../platform/contract/ids.ts'
import { uploadTo } from '../a-document.ts'
import type { Make, ObjectKind } from './object-kind.ts'
import { today } from './sample-of.ts'

type Table = 'programme_goal' | 'programme_milestone' | 'programme_activity' | 'interface_partner'

/** A row of a register, as the district file leaves it. */
const row =
  (table: Table, values: object): Make =>
  async (owner, { house }) => {
    const id = newId()
    await house.system(owner.tenant, (tx) =>
      tx
        .insertInto(table as 'programme_goal')
        .values({ id, ...values } as never)
        .execute(),
    )
    return { id }
  }

const document: Make = async (owner, { house }) => {
  const id = newId()
  const values = { id, kind: 'concept', title: 'Handlungskonzept', approval_path: ['steeringGroup'] }
  await house.system(owner.tenant, (tx) => tx.insertInto('programme_document').values(values).execute())
  return { id }
}

/** A draft with its file. */
const draft: Make = async (owner, world) => {
  const { id: documentId } = await document(owner, world)
  const id = newId()
  const values = { id, document_id: documentId!, number: 1, state: 'draft', state_on: today }
  await world.house.system(owner.tenant, (tx) =>
    tx.insertInto('programme_document_version').values(values).execute(),
  )
  const path = `/api/programme-document-versions/${id}/file`
  const { status } = await uploadTo(world.people.kimLead.client, path, {})
  if (status !== 201) throw new Error(`the file of a version: ${status}`)
  return { id }
}

const partner = row('interface_partner', {
  name: 'Jobcenter',
  topic: 'Schnittstelle SGB II',
  interval_months: 12,
  due_on: today,
})

/** What paths of concepts and goals name. */
export const programmeObjects: Readonly<Record<string, ObjectKind>> = {
  '/api/programme-documents/:id': { table: 'programme_document', make: document },
  '/api/programme-document-versions/:id': { table: 'programme_document_version', make: draft },
  '/api/programme-goals/:id': { table: 'programme_goal', make: row('programme_goal', { title: 'Ziel' }) },
  '/api/programme-milestones/:id': {
    table: 'programme_milestone',
    make: row('programme_milestone', { title: 'Meilenstein', due_on: today }),
  },
  '/api/programme-activities/:id': {
    table: 'programme_activity',
    make: row('programme_activity', { kind: 'infoEvent', title: 'Infoabend' }),
  },
  '/api/interface-partners/:id': { table: 'interface_partner', make: partner },
  '/api/interface-talks/:id': {
    table: 'interface_talk',
    make: async (owner, world) => {
      const { id: partnerId } = await partner(owner, world)
      const id = newId()
      const values = { id, partner_id: partnerId!, held_on: today }
      await world.house.system(owner.tenant, (tx) => tx.insertInto('interface_talk').values(values).execute())
      return { id }
    },
  },
}

/** In the state a route needs, where it is not the one in which they are made. */
export const programmeStates: Readonly<Record<string, Make>> = {
  'POST /api/programme-document-versions/:id/approvals': async (owner, world) => {
    const ids = await draft(owner, world)
    const path = `/api/programme-document-versions/${ids['id']}/submission`
    const { status } = await world.people.kimLead.client.raw('POST', path, { ifMatch: 2 })
    if (status !== 200) throw new Error(`the way of a version: ${status}`)
    return ids
  },
}
