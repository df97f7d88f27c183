import type { FastifyInstance } from 'fastify'
import { serve } from '../../../platform/server/http/serve.ts'
import { catalogueEndpoints } from '../contract/catalogue-entry.ts'
import { tenancyEndpoints } from '../contract/overview.ts'
import { settingEndpoints } from '../contract/setting.ts'
import { exportDistrict } from './export-district.ts'
import { addCatalogueEntry, changeCatalogueEntry } from './save-catalogue-entry.ts'
import { readCatalogues, readOverview } from './screens.ts'
import { changeSetting, listSettings } from './settings.ts'

/** The day in Germany: what is valid "today" must not change at one or two in the morning. */
const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()

export function tenancyRoutes(app: FastifyInstance): void {
  serve(app, tenancyEndpoints.overview, (tx, _actor, { now }) => readOverview(tx, dayOf(now)))

  serve(app, tenancyEndpoints.districtFile, async (tx, actor, { now }) => ({
    name: `kreis-${dayOf(now)}.yaml`,
    bytes: Buffer.from(await exportDistrict(tx, dayOf(now))),
  }))

  serve(app, catalogueEndpoints.list, (tx, _actor, { now }) => readCatalogues(tx, dayOf(now)))

  serve(app, catalogueEndpoints.create, (tx, _actor, { body, now }) =>
    addCatalogueEntry(tx, body, dayOf(now)),
  )

  serve(app, catalogueEndpoints.change, (tx, _actor, { params, body, version, now }) =>
    changeCatalogueEntry(tx, params.id, body, { version, today: dayOf(now) }),
  )

  serve(app, settingEndpoints.list, async (tx, actor) => ({ rows: await listSettings(tx, actor) }))

  serve(app, settingEndpoints.change, (tx, actor, { params, body, version, now }) =>
    changeSetting(tx, actor, params.key, { value: body.value, version, now }),
  )
}
