import type { FastifyInstance } from 'fastify'
import { savedFilterRoutes } from './saved-filters/routes.ts'
import { audit, auditSearch } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { accessEndpoints } from '../contract/access.ts'
import { caseEndpoints } from '../contract/cases.ts'
import { closureEndpoints } from '../contract/closure.ts'
import { handoverEndpoints } from '../contract/handovers.ts'
import { intakeEndpoints } from '../contract/intake.ts'
import { addOrganisation, changeOrganisation } from './add-organisation.ts'
import { addPerson, changeMember } from './add-person.ts'
import { endClearAccess, listAccess, openForReason, releaseCase } from './case-access.ts'
import { changeCase } from './change-case.ts'
import { changeIntake, endBasis, recordBasis, recordFirstTalk } from './change-intake.ts'
import { changeIntensity, changePhase } from './change-phase.ts'
import { closeCase, reopenCase, type OnCaseClosed } from './close-case.ts'
import { handOverCase, listCandidates } from './hand-over-case.ts'
import { handOverCases, listHandovers } from './hand-over-cases.ts'
import { listCases } from './list-cases.ts'
import { openCase } from './open-case.ts'
import { listRestricted } from './restricted-cases.ts'
import { readCase } from './screens.ts'

export type OnHouseholdChanged = (tx: Tx, caseId: string, today: string) => Promise<void>

export interface CaseDeps {
  /** What other modules do when a case closes; `src/server.ts` lists them. */
  readonly onCaseClosed: readonly OnCaseClosed[]
  /** What other modules do when somebody joins or leaves the household, in the same transaction. */
  readonly onHouseholdChanged: readonly OnHouseholdChanged[]
}

export function caseRoutes(app: FastifyInstance, deps: CaseDeps): void {
  savedFilterRoutes(app)
  fileRoutes(app, deps)
  householdRoutes(app, deps)
  intakeRoutes(app)
  handoverRoutes(app)
  accessRoutes(app)
}

function fileRoutes(app: FastifyInstance, deps: CaseDeps): void {
  serve(app, caseEndpoints.open, (tx, actor, { body, now }) => openCase(tx, actor, body, now))
  serve(app, caseEndpoints.list, (tx, actor, { query, now }) => listCases(tx, actor, query, dayOf(now)))
  serve(app, caseEndpoints.search, async (tx, actor, { body, now }) => {
    const page = await listCases(tx, actor, body, dayOf(now))
    const cases = page.rows.map(({ id }) => id)
    await auditSearch(tx, { action: 'case.searched', objectKind: 'case', details: { cases } })
    return page
  })
  serve(app, caseEndpoints.read, async (tx, actor, { params }) => {
    const view = await readCase(tx, actor, params.id)
    const deputyOf = view.access.basis === 'deputy' ? view.responsible.id : null
    await audit(tx, {
      action: 'case.read',
      objectKind: 'case',
      objectId: params.id,
      caseId: params.id,
      deputyOf,
    })
    return view
  })
  serve(app, caseEndpoints.change, (tx, actor, { params, version, body }) =>
    changeCase(tx, actor, { caseId: params.id, version, change: body }),
  )
  serve(app, caseEndpoints.changePhase, (tx, actor, { params, body, now }) =>
    changePhase(tx, actor, params.id, body, now),
  )
  serve(app, caseEndpoints.changeIntensity, (tx, actor, { params, body, now }) =>
    changeIntensity(tx, actor, params.id, body, now),
  )
  serve(app, caseEndpoints.handoverCandidates, (tx, actor, { params }) =>
    listCandidates(tx, actor, params.id),
  )
  serve(app, caseEndpoints.handOver, (tx, actor, { params, body }) =>
    handOverCase(tx, actor, params.id, body),
  )
  serve(app, closureEndpoints.close, (tx, actor, { params, body, now }) =>
    closeCase(tx, actor, params.id, body, { now, listeners: deps.onCaseClosed }),
  )
  serve(app, closureEndpoints.restricted, (tx, _actor, { query }) => listRestricted(tx, query))
  serve(app, closureEndpoints.reopen, (tx, actor, { params, body, now }) =>
    reopenCase(tx, actor, params.id, body, now),
  )
}

function householdRoutes(app: FastifyInstance, { onHouseholdChanged }: CaseDeps): void {
  const tell = async (tx: Tx, caseId: string, today: string) => {
    for (const listener of onHouseholdChanged) await listener(tx, caseId, today)
  }
  serve(app, caseEndpoints.addPerson, async (tx, _actor, { params, body, now }) => {
    const member = await addPerson(tx, params.id, body, dayOf(now))
    await tell(tx, params.id, dayOf(now))
    return member
  })
  serve(app, caseEndpoints.changePerson, async (tx, _actor, { params, version, body, now }) => {
    const member = await changeMember(tx, params, version, body)
    await tell(tx, params.id, dayOf(now))
    return member
  })
  serve(app, caseEndpoints.addOrganisation, (tx, _actor, { params, body, now }) =>
    addOrganisation(tx, params.id, body, dayOf(now)),
  )
  serve(app, caseEndpoints.changeOrganisation, (tx, _actor, { params, body }) =>
    changeOrganisation(tx, params, body),
  )
}

function handoverRoutes(app: FastifyInstance): void {
  serve(app, handoverEndpoints.list, (tx, actor, { query }) => listHandovers(tx, actor, query.from))
  serve(app, handoverEndpoints.handOver, (tx, actor, { body }) => handOverCases(tx, actor, body))
}

function intakeRoutes(app: FastifyInstance): void {
  serve(app, intakeEndpoints.change, (tx, _actor, { params, version, body }) =>
    changeIntake(tx, params.id, version, body),
  )
  serve(app, intakeEndpoints.recordFirstTalk, (tx, _actor, { params, body, now }) =>
    recordFirstTalk(tx, params.id, body.on, dayOf(now)),
  )
  serve(app, intakeEndpoints.recordBasis, (tx, _actor, { params, body, now }) =>
    recordBasis(tx, params.id, body, now),
  )
  serve(app, intakeEndpoints.endBasis, (tx, _actor, { params, now }) => endBasis(tx, params, now))
}

function accessRoutes(app: FastifyInstance): void {
  serve(app, accessEndpoints.list, (tx, actor, { params }) => listAccess(tx, actor, params.id))
  serve(app, accessEndpoints.release, (tx, _actor, { params, body }) => releaseCase(tx, params.id, body))
  serve(app, accessEndpoints.openForReason, (tx, actor, { params, body }) =>
    openForReason(tx, actor, params.id, body),
  )
  serve(app, accessEndpoints.end, (tx, _actor, { params }) => endClearAccess(tx, params))
}
