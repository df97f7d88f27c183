import type { FastifyInstance } from 'fastify'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { serve } from '../../../../platform/server/http/serve.ts'
import { areaEndpoints, type MunicipalityEntry } from '../../contract/administration/area.ts'
import { configurationEndpoints } from '../../contract/administration/configuration.ts'
import { differenceEndpoints } from '../../contract/administration/differences.ts'
import {
  organisationEntries,
  positionEntries,
  regionEntries,
  siteEntries,
  unitEntries,
  type OrganisationEntry,
  type PositionEntry,
  type RegionEntry,
  type SiteEntry,
  type UnitEntry,
} from '../../contract/administration/entries.ts'
import { statementEndpoints } from '../../contract/administration/statements.ts'
import { addTargetGroupVersion } from './add-target-group-version.ts'
import { changeNaming, changePublication, changeScale } from './change-statement.ts'
import { decideDifference } from './decide-difference.ts'
import { listChanges, listDifferences } from './difference-screens.ts'
import {
  municipalityKind,
  organisationKind,
  positionKind,
  regionKind,
  siteKind,
  unitKind,
} from './entry-kinds.ts'
import { moveMunicipality } from './move-municipality.ts'
import { addEntry, changeEntry } from './save-entry.ts'
import { readConfiguration } from './statement-views.ts'

/** What the administrator of the tenant changes of its configuration. */
export function configurationRoutes(app: FastifyInstance): void {
  serve(app, configurationEndpoints.read, (tx, _actor, { now }) => readConfiguration(tx, berlinDay(now)))
  entryRoutes(app)
  areaRoutes(app)
  statementRoutes(app)
  serve(app, differenceEndpoints.list, async (tx) => ({ rows: await listDifferences(tx) }))
  serve(app, differenceEndpoints.decide, (tx, actor, { params, body, version, now }) =>
    decideDifference(tx, actor, params.id, { take: body.take, version, now }),
  )
  serve(app, differenceEndpoints.changes, (tx, _actor, { query }) => listChanges(tx, query))
}

function entryRoutes(app: FastifyInstance): void {
  serve(app, organisationEntries.add, (tx, _actor, { body, now }) =>
    addEntry<OrganisationEntry>(tx, organisationKind, body, berlinDay(now)),
  )
  serve(app, organisationEntries.change, (tx, _actor, { params, body, version, now }) =>
    changeEntry<OrganisationEntry>(tx, organisationKind, params.id, body, { version, today: berlinDay(now) }),
  )
  serve(app, unitEntries.add, (tx, _actor, { body, now }) =>
    addEntry<UnitEntry>(tx, unitKind, body, berlinDay(now)),
  )
  serve(app, unitEntries.change, (tx, _actor, { params, body, version, now }) =>
    changeEntry<UnitEntry>(tx, unitKind, params.id, body, { version, today: berlinDay(now) }),
  )
  serve(app, siteEntries.add, (tx, _actor, { body, now }) =>
    addEntry<SiteEntry>(tx, siteKind, body, berlinDay(now)),
  )
  serve(app, siteEntries.change, (tx, _actor, { params, body, version, now }) =>
    changeEntry<SiteEntry>(tx, siteKind, params.id, body, { version, today: berlinDay(now) }),
  )
  serve(app, positionEntries.add, (tx, _actor, { body, now }) =>
    addEntry<PositionEntry>(tx, positionKind, body, berlinDay(now)),
  )
  serve(app, positionEntries.change, (tx, _actor, { params, body, version, now }) =>
    changeEntry<PositionEntry>(tx, positionKind, params.id, body, { version, today: berlinDay(now) }),
  )
}

function areaRoutes(app: FastifyInstance): void {
  serve(app, regionEntries.add, (tx, _actor, { body, now }) =>
    addEntry<RegionEntry>(tx, regionKind, body, berlinDay(now)),
  )
  serve(app, regionEntries.change, (tx, _actor, { params, body, version, now }) =>
    changeEntry<RegionEntry>(tx, regionKind, params.id, body, { version, today: berlinDay(now) }),
  )
  serve(app, areaEndpoints.municipality, (tx, _actor, { params, body, version, now }) =>
    changeEntry<MunicipalityEntry>(tx, municipalityKind, params.id, body, { version, today: berlinDay(now) }),
  )
  serve(app, areaEndpoints.move, (tx, _actor, { params, body, version, now }) =>
    moveMunicipality(tx, params.id, body, { version, today: berlinDay(now) }),
  )
  serve(app, areaEndpoints.targetGroupVersion, (tx, _actor, { params, body, version, now }) =>
    addTargetGroupVersion(tx, params.id, body, { version, today: berlinDay(now) }),
  )
}

function statementRoutes(app: FastifyInstance): void {
  serve(app, statementEndpoints.naming, (tx, _actor, { body, version, now }) =>
    changeNaming(tx, body, { version, today: berlinDay(now) }),
  )
  serve(app, statementEndpoints.publication, (tx, _actor, { body, version, now }) =>
    changePublication(tx, body, { version, today: berlinDay(now) }),
  )
  serve(app, statementEndpoints.scale, (tx, _actor, { body, version, now }) =>
    changeScale(tx, body, { version, today: berlinDay(now) }),
  )
}
