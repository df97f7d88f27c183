import type { FastifyInstance } from 'fastify'
import { dayOf } from '../../../platform/server/clock.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { reconstructionEndpoints, themeEndpoints } from '../contract/endpoints.ts'
import { listThemes, themeBoard, themeOptions } from './list-themes.ts'
import { moveTheme } from './move-theme.ts'
import { checkOffer, offerReconstruction } from './offer-reconstruction.ts'
import { proposeStations } from './propose-stations.ts'
import { printTheme } from './print-theme.ts'
import { printProtocol } from './print-protocol.ts'
import { listOffered, listReconstructions, readReconstruction } from './reconstruction-screen.ts'
import {
  addBarriers,
  askOrganisation,
  dropBarrier,
  dropOrganisation,
  nameOrganisation,
} from './theme-evidence.ts'
import { readTheme } from './theme-screen.ts'
import {
  changeReconstruction,
  createReconstruction,
  declineReconstruction,
  endReconstruction,
  reopenReconstruction,
  takeReconstruction,
} from './work-reconstruction.ts'
import { changeTheme, createTheme } from './write-theme.ts'

export function themeRoutes(app: FastifyInstance): void {
  serve(app, themeEndpoints.list, (tx, _actor, { query, now }) => listThemes(tx, query, dayOf(now)))
  serve(app, themeEndpoints.board, (tx, _actor, { now }) => themeBoard(tx, dayOf(now)))
  serve(app, themeEndpoints.options, (tx, _actor, { now }) => themeOptions(tx, dayOf(now)))
  serve(app, themeEndpoints.create, (tx, actor, { body, now }) => createTheme(tx, actor, body, dayOf(now)))
  serve(
    app,
    themeEndpoints.read,
    async (tx, _actor, { params, now }) => (await readTheme(tx, params.id, dayOf(now))).view,
  )
  serve(app, themeEndpoints.change, (tx, _actor, { params, version, body, now }) =>
    changeTheme(tx, { id: params.id, version }, body, dayOf(now)),
  )
  serve(app, themeEndpoints.move, (tx, _actor, { params, version, body, now }) =>
    moveTheme(tx, { id: params.id, version }, body, dayOf(now)),
  )
  evidenceRoutes(app)
  reconstructionRoutes(app)
}

function evidenceRoutes(app: FastifyInstance): void {
  serve(app, themeEndpoints.addBarriers, (tx, _actor, { params, body, now }) =>
    addBarriers(tx, params.id, body, dayOf(now)),
  )
  serve(app, themeEndpoints.dropBarrier, (tx, _actor, { params, now }) =>
    dropBarrier(tx, params.id, params.barrierId, dayOf(now)),
  )
  serve(app, themeEndpoints.nameOrganisation, (tx, _actor, { params, body, now }) =>
    nameOrganisation(tx, params.id, body.organisationId, dayOf(now)),
  )
  serve(app, themeEndpoints.askOrganisation, (tx, _actor, { params, version, body, now }) =>
    askOrganisation(tx, { ...params, version }, body, dayOf(now)),
  )
  serve(app, themeEndpoints.dropOrganisation, (tx, _actor, { params, now }) =>
    dropOrganisation(tx, params.id, params.organisationId, dayOf(now)),
  )
  serve(app, themeEndpoints.paper, (tx, _actor, { params, now }) => printTheme(tx, params.id, now))
}

function reconstructionRoutes(app: FastifyInstance): void {
  serve(app, reconstructionEndpoints.list, (tx, _actor, { query }) => listReconstructions(tx, query))
  serve(app, reconstructionEndpoints.create, (tx, actor, { body }) => createReconstruction(tx, actor, body))
  serve(app, reconstructionEndpoints.read, (tx, _actor, { params }) => readReconstruction(tx, params.id))
  serve(app, reconstructionEndpoints.take, (tx, actor, { params, version }) =>
    takeReconstruction(tx, actor, { id: params.id, version }),
  )
  serve(app, reconstructionEndpoints.decline, (tx, _actor, { params, version, body }) =>
    declineReconstruction(tx, { id: params.id, version }, body.words),
  )
  serve(app, reconstructionEndpoints.change, (tx, _actor, { params, version, body }) =>
    changeReconstruction(tx, { id: params.id, version }, body),
  )
  serve(app, reconstructionEndpoints.end, (tx, _actor, { params, version, body, now }) =>
    endReconstruction(tx, { id: params.id, version }, body, dayOf(now)),
  )
  serve(app, reconstructionEndpoints.reopen, (tx, _actor, { params, version }) =>
    reopenReconstruction(tx, { id: params.id, version }),
  )
  serve(app, reconstructionEndpoints.protocol, (tx, _actor, { params, now }) =>
    printProtocol(tx, params.id, now),
  )
  serve(app, reconstructionEndpoints.checkOffer, (tx, _actor, { params, body }) =>
    checkOffer(tx, params.id, body),
  )
  serve(app, reconstructionEndpoints.proposals, (tx, _actor, { params }) => proposeStations(tx, params.id))
  serve(app, reconstructionEndpoints.offer, (tx, _actor, { params, body, now }) =>
    offerReconstruction(tx, params.id, body, dayOf(now)),
  )
  serve(app, reconstructionEndpoints.offered, (tx) => listOffered(tx))
}
