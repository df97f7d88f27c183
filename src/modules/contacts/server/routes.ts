import type { FastifyInstance } from 'fastify'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { getCase } from '../../cases/server/index.ts'
import { contactEndpoints as endpoints } from '../contract/endpoints.ts'
import { answerContact } from './answer-contact.ts'
import { changeContact } from './change-contact.ts'
import { recordContact } from './record-contact.ts'
import { readOwnWork } from './own-work-screen.ts'
import { listContacts, listWorkedCases, readContact, readContactForm } from './screens.ts'
import { withdrawContact } from './withdraw-contact.ts'

export function contactRoutes(app: FastifyInstance): void {
  serve(app, endpoints.list, async (tx, _actor, { params, query }) => {
    await getCase(tx, params.id)
    await audit(tx, { action: 'contact.listed', objectKind: 'case', objectId: params.id, caseId: params.id })
    return listContacts(tx, params.id, query)
  })

  serve(app, endpoints.create, (tx, actor, { params, body, now }) =>
    recordContact(tx, actor, params.id, body, berlinDay(now)),
  )

  serve(app, endpoints.form, async (tx, _actor, { params }) => {
    const form = await readContactForm(tx, params.id)
    // It names the persons of the case.
    await audit(tx, {
      action: 'contact.formOpened',
      objectKind: 'case',
      objectId: params.id,
      caseId: params.id,
    })
    return form
  })

  serve(app, endpoints.cases, (tx) => listWorkedCases(tx))

  serve(app, endpoints.ownWork, (tx, _actor, { now }) => readOwnWork(tx, berlinDay(now)))

  serve(app, endpoints.read, async (tx, _actor, { params }) => {
    const contact = await readContact(tx, params.id)
    const { id, caseId } = contact
    await audit(tx, { action: 'contact.read', objectKind: 'contact', objectId: id, caseId })
    return contact
  })

  serve(app, endpoints.change, (tx, actor, { params, body, version, now }) =>
    changeContact(tx, actor, params.id, body, { version, today: berlinDay(now) }),
  )

  serve(app, endpoints.withdraw, (tx, actor, { params, body, version }) =>
    withdrawContact(tx, actor, params.id, { reason: body.reason, version }),
  )

  serve(app, endpoints.answer, (tx, _actor, { params, body, version, now }) =>
    answerContact(tx, params.id, { answeredOn: body.answeredOn, version, today: berlinDay(now) }),
  )
}
