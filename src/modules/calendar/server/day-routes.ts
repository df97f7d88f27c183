import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { dayEndpoints as endpoints } from '../contract/day.ts'
import { readDay } from './day-screen.ts'
import type { DaySource } from './day-source.ts'
import { taskRoutes } from './task-routes.ts'

/** Tasks and Mein Tag; `sources` of all modules are listed in `src/server.ts`. */
export const calendarRoutes =
  (sources: readonly DaySource[]) =>
  (app: FastifyInstance): void => {
    taskRoutes(app)

    serve(app, endpoints.read, (tx, actor, { now }) => readDay(tx, actor, sources, berlinDay(now)))

    serve(app, endpoints.readNotification, async (tx, _actor, { params }) => {
      const { rows } = await sql`update notification set read_at = coalesce(read_at, now())
        where tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()) and id = ${params.id}
        returning id`.execute(tx)
      found(rows[0])
    })
  }
