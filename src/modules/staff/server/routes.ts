import type { FastifyInstance } from 'fastify'
import { absenceRoutes } from './absence/routes.ts'
import { administrationRoutes } from './administration/routes.ts'
import { notificationRoutes } from './notification-routes.ts'
import { protectionRoutes } from './protection/routes.ts'
import { sessionRoutes, type StaffDeps } from './session-routes.ts'

/** Everything about the people who work with Lotse. */
export function staffRoutes(app: FastifyInstance, deps: StaffDeps): void {
  sessionRoutes(app, deps)
  administrationRoutes(app, deps)
  absenceRoutes(app)
  protectionRoutes(app)
  notificationRoutes(app)
}
