import type { FastifyInstance } from 'fastify'
import { agreementRoutes } from './agreement-routes.ts'
import { effectRoutes } from './effect-routes.ts'
import { measureRoutes } from './measure-routes.ts'
import { paperRoutes } from './paper-routes.ts'

export function solutionRoutes(app: FastifyInstance): void {
  paperRoutes(app)
  agreementRoutes(app)
  measureRoutes(app)
  effectRoutes(app)
}
