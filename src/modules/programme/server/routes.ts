import type { FastifyInstance } from 'fastify'
import { createFileStore } from '../../../platform/server/files/index.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import type { DocumentDeps } from '../../documents/server/index.ts'
import { programmeActivityEndpoints } from '../contract/activities.ts'
import { programmeDocumentEndpoints, programmeVersionEndpoints } from '../contract/documents.ts'
import { programmeGoalEndpoints } from '../contract/goals.ts'
import { interfaceEndpoints } from '../contract/interfaces.ts'
import { programmeMilestoneEndpoints } from '../contract/milestones.ts'
import { programmeEndpoints } from '../contract/overview.ts'
import { programmeTaskEndpoints } from '../contract/tasks.ts'
import { changeActivity, createActivity, listActivities } from './activities.ts'
import { adopt } from './adopt.ts'
import { listDocuments, readDocument } from './document-screens.ts'
import { addVersion, changeDocument, createDocument } from './documents.ts'
import { addGoalStatus, changeGoal, createGoal, listGoals } from './goals.ts'
import { addTalk, changePartner, changeTalk, createPartner, listPartners } from './interfaces.ts'
import { listCsv } from './list-csv.ts'
import { changeMilestone, createMilestone, listMilestones } from './milestones.ts'
import { readOverview } from './overview.ts'
import { printRegister } from './print-register.ts'
import { markTask, readTaskLists } from './tasks.ts'
import {
  changeVersion,
  checkContents,
  decideVersion,
  discardVersion,
  downloadVersionFile,
  submitVersion,
  uploadVersionFile,
} from './versions.ts'

export function programmeRoutes(app: FastifyInstance, deps: DocumentDeps): void {
  serve(app, programmeEndpoints.overview, (tx, _actor, { now }) => readOverview(tx, now))
  serve(app, programmeEndpoints.adopt, (tx, _actor, { now }) => adopt(tx, now))
  serve(app, programmeEndpoints.register, (tx, _actor, { now }) => printRegister(tx, now))
  serve(app, programmeEndpoints.csv, (tx, _actor, { query, now }) => listCsv(tx, query.list, now))
  documentRoutes(app)
  versionRoutes(app, deps)
  goalRoutes(app)
  activityRoutes(app)
  interfaceRoutes(app)
}

function documentRoutes(app: FastifyInstance): void {
  serve(app, programmeDocumentEndpoints.list, (tx, _actor, { query }) => listDocuments(tx, query))
  serve(app, programmeDocumentEndpoints.create, (tx, _actor, { body, now }) => createDocument(tx, body, now))
  serve(app, programmeDocumentEndpoints.read, (tx, _actor, { params }) => readDocument(tx, params.id))
  serve(app, programmeDocumentEndpoints.change, (tx, _actor, { params, version, body }) =>
    changeDocument(tx, { id: params.id, version }, body),
  )
  serve(app, programmeDocumentEndpoints.addVersion, (tx, _actor, { params, body, now }) =>
    addVersion(tx, params.id, body, now),
  )
}

function versionRoutes(app: FastifyInstance, { filesDir, clamd }: DocumentDeps): void {
  const files = createFileStore(filesDir)
  serve(app, programmeVersionEndpoints.change, (tx, _actor, { params, version, body }) =>
    changeVersion(tx, { id: params.id, version }, body),
  )
  serve(app, programmeVersionEndpoints.upload, (tx, actor, { params, upload }) =>
    uploadVersionFile(tx, actor, { files, clamd }, { id: params.id, upload }),
  )
  serve(app, programmeVersionEndpoints.download, (tx, actor, { params }) =>
    downloadVersionFile(tx, actor, files, params.id),
  )
  serve(app, programmeVersionEndpoints.submit, (tx, _actor, { params, version, now }) =>
    submitVersion(tx, { id: params.id, version }, now),
  )
  serve(app, programmeVersionEndpoints.decide, (tx, _actor, { params, version, body, now }) =>
    decideVersion(tx, { id: params.id, version }, body, now),
  )
  serve(app, programmeVersionEndpoints.discard, (tx, _actor, { params, version, now }) =>
    discardVersion(tx, { id: params.id, version }, now),
  )
  serve(app, programmeVersionEndpoints.check, (tx, _actor, { params, version, body, now }) =>
    checkContents(tx, { id: params.id, version }, body, now),
  )
}

function goalRoutes(app: FastifyInstance): void {
  serve(app, programmeGoalEndpoints.list, (tx, _actor, { query }) => listGoals(tx, query))
  serve(app, programmeGoalEndpoints.create, (tx, _actor, { body }) => createGoal(tx, body))
  serve(app, programmeGoalEndpoints.change, (tx, _actor, { params, version, body, now }) =>
    changeGoal(tx, { id: params.id, version }, body, now),
  )
  serve(app, programmeGoalEndpoints.addStatus, (tx, _actor, { params, body, now }) =>
    addGoalStatus(tx, params.id, body, now),
  )
  serve(app, programmeMilestoneEndpoints.list, (tx, _actor, { query }) => listMilestones(tx, query))
  serve(app, programmeMilestoneEndpoints.create, (tx, _actor, { body }) => createMilestone(tx, body))
  serve(app, programmeMilestoneEndpoints.change, (tx, _actor, { params, version, body, now }) =>
    changeMilestone(tx, { id: params.id, version }, body, now),
  )
}

function activityRoutes(app: FastifyInstance): void {
  serve(app, programmeActivityEndpoints.list, (tx, _actor, { query }) => listActivities(tx, query))
  serve(app, programmeActivityEndpoints.create, (tx, _actor, { body, now }) => createActivity(tx, body, now))
  serve(app, programmeActivityEndpoints.change, (tx, _actor, { params, version, body, now }) =>
    changeActivity(tx, { id: params.id, version }, body, now),
  )
}

function interfaceRoutes(app: FastifyInstance): void {
  serve(app, interfaceEndpoints.list, (tx, _actor, { query, now }) => listPartners(tx, query, now))
  serve(app, interfaceEndpoints.create, (tx, _actor, { body, now }) => createPartner(tx, body, now))
  serve(app, interfaceEndpoints.change, (tx, _actor, { params, version, body }) =>
    changePartner(tx, { id: params.id, version }, body),
  )
  serve(app, interfaceEndpoints.addTalk, (tx, _actor, { params, body, now }) =>
    addTalk(tx, params.id, body, now),
  )
  serve(app, interfaceEndpoints.changeTalk, (tx, _actor, { params, version, body, now }) =>
    changeTalk(tx, { id: params.id, version }, body, now),
  )
  serve(app, programmeTaskEndpoints.list, (tx, _actor, { query, now }) => readTaskLists(tx, now, query.on))
  serve(app, programmeTaskEndpoints.mark, (tx, _actor, { version, body }) => markTask(tx, version, body))
}
