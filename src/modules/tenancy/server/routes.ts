import type { FastifyInstance } from 'fastify'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import { catalogueEndpoints } from '../contract/catalogue-entry.ts'
import { tenancyEndpoints } from '../contract/overview.ts'
import { settingEndpoints } from '../contract/setting.ts'
import { configurationRoutes } from './administration/routes.ts'
import { exportDistrict } from './export-district.ts'
import { addCatalogueEntry, changeCatalogueEntry } from './save-catalogue-entry.ts'
import { readCatalogues, readOverview } from './screens.ts'
import { changeSetting, listSettings } from './settings.ts'

export function tenancyRoutes(app: FastifyInstance): void {
  configurationRoutes(app)
  serve(app, tenancyEndpoints.overview, (tx, _actor, { now }) => readOverview(tx, berlinDay(now)))

  serve(app, tenancyEndpoints.districtFile, async (tx, actor, { now }) => ({
    name: `kreis-${berlinDay(now)}.yaml`,
    bytes: Buffer.from(await exportDistrict(tx, berlinDay(now))),
  }))

  serve(app, catalogueEndpoints.list, (tx, _actor, { now }) => readCatalogues(tx, berlinDay(now)))

  serve(app, catalogueEndpoints.create, (tx, _actor, { body, now }) =>
    addCatalogueEntry(tx, body, berlinDay(now)),
  )

  serve(app, catalogueEndpoints.change, (tx, _actor, { params, body, version, now }) =>
    changeCatalogueEntry(tx, params.id, body, { version, today: berlinDay(now) }),
  )

  serve(app, settingEndpoints.list, async (tx, actor) => ({ rows: await listSettings(tx, actor) }))

  serve(app, settingEndpoints.change, (tx, actor, { params, body, version, now }) =>
    changeSetting(tx, actor, params.key, { value: body.value, version, now }),
  )
}
