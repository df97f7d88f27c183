import type { FastifyInstance } from 'fastify'
import { found } from '../../../../platform/server/http/refusal.ts'
import { serve } from '../../../../platform/server/http/serve.ts'
import { duplicateEndpoints as endpoints } from '../../contract/duplicates.ts'
import { checkDuplicates } from './check-duplicates.ts'
import { keepDecided } from './keep-decisions.ts'

export function duplicateRoutes(app: FastifyInstance): void {
  serve(app, endpoints.check, (tx, _actor, { body }) => checkDuplicates(tx, body))

  serve(app, endpoints.decide, async (tx, _actor, { params, body }) => {
    // Locking asks the policy of writing: who only reads the person decides nothing about it.
    const person = tx.selectFrom('person').select('id').where('id', '=', params.id).forNoKeyUpdate()
    found(await person.executeTakeFirst())
    await keepDecided(tx, params.id, body)
  })
}
