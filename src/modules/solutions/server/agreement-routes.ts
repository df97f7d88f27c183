import type { FastifyInstance } from 'fastify'
import { dayOf } from '../../../platform/server/clock.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { agreementEndpoints } from '../contract/agreements.ts'
import { readAgreement, readRegister, registerAsCsv } from './agreement-screens.ts'
import { changeAgreement, createAgreement } from './agreements.ts'

export function agreementRoutes(app: FastifyInstance): void {
  serve(app, agreementEndpoints.register, (tx, actor, { now }) => readRegister(tx, actor, dayOf(now)))
  serve(app, agreementEndpoints.csv, (tx, actor, { now }) => registerAsCsv(tx, actor, dayOf(now)))
  serve(app, agreementEndpoints.read, (tx, actor, { params, now }) =>
    readAgreement(tx, actor, params.id, dayOf(now)),
  )
  serve(app, agreementEndpoints.create, (tx, actor, { body, now }) => createAgreement(tx, actor, body, now))
  serve(app, agreementEndpoints.change, (tx, actor, { params, version, body, now }) =>
    changeAgreement(tx, actor, { id: params.id, version }, body, now),
  )
}
