import type { FastifyInstance } from 'fastify'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import { found } from '../../../../platform/server/http/refusal.ts'
import { serve } from '../../../../platform/server/http/serve.ts'
import { availabilityEndpoints } from '../../contract/availability.ts'
import { deputyEndpoints } from '../../contract/deputies.ts'
import { addAbsence } from './add-absence.ts'
import { arrangeDeputy } from './arrange-deputy.ts'
import { readAvailability } from './availability-screen.ts'
import { changeDeputy } from './change-deputy.ts'
import { listDeputies, readDeputyChoices } from './deputy-screens.ts'
import { endDeputy } from './end-deputy.ts'
import { setAvailability } from './set-availability.ts'

/** Deputies, the own availability, the own absences. */
export function absenceRoutes(app: FastifyInstance): void {
  serve(app, deputyEndpoints.list, async (tx, actor) => ({ rows: await listDeputies(tx, actor) }))

  serve(app, deputyEndpoints.choices, (tx, actor) => readDeputyChoices(tx, actor))

  serve(app, deputyEndpoints.arrange, (tx, actor, { body, now }) => arrangeDeputy(tx, actor, body, now))

  serve(app, deputyEndpoints.change, (tx, actor, { params, body, version, now }) =>
    changeDeputy(tx, actor, params.id, { lastDay: body.lastDay, version, now }),
  )

  serve(app, deputyEndpoints.end, (tx, actor, { params, version }) =>
    endDeputy(tx, actor, params.id, version),
  )

  serve(app, availabilityEndpoints.read, (tx, actor, { now }) => readAvailability(tx, actor, berlinDay(now)))

  serve(app, availabilityEndpoints.set, (tx, actor, { body, version, now }) =>
    setAvailability(tx, actor, body, { version, now }),
  )

  serve(app, availabilityEndpoints.addAbsence, (tx, actor, { body, now }) => addAbsence(tx, actor, body, now))

  serve(app, availabilityEndpoints.removeAbsence, async (tx, _actor, { params }) => {
    const removed = await tx.deleteFrom('absence').where('id', '=', params.id).executeTakeFirst()
    found(removed.numDeletedRows > 0n ? true : undefined)
    await audit(tx, { action: 'absence.removed', objectKind: 'absence', objectId: params.id })
  })
}
