import { newId } from '../platform/contract/ids.ts'
import type { House, TestTenant, TestUser } from './house.ts'

/** The shortest path of a theme that uses what the program knows: begin, go on, end. */
const path = [
  { kind: 'themeState', key: 'begun', settings: { stage: 'preparing', first: true } },
  { kind: 'themeState', key: 'worked', settings: { stage: 'working' } },
  { kind: 'themeMove', key: 'on', settings: { from: ['begun'], to: 'worked' } },
]

/** Lists of the district a theme needs. */
export async function aThemePath(house: House, tenant: TestTenant): Promise<void> {
  const rows = path.map(({ settings, ...entry }, position) => ({
    id: newId(),
    ...entry,
    label: entry.key,
    position,
    settings: JSON.stringify(settings),
  }))
  await house.system(tenant, (tx) => tx.insertInto('catalogue_entry').values(rows).execute())
}

/** A barrier as it came through the gate, without asking the gate. */
export async function aBarrierRow(
  house: House,
  tenant: TestTenant,
  more: { title?: string; kind?: string; source?: string; daysLost?: string; regionId?: string } = {},
): Promise<string> {
  const id = newId()
  await house.system(tenant, async (tx) => {
    const place =
      more.regionId === undefined
        ? { place_kind: 'kreis' }
        : { place_kind: 'region', region_id: more.regionId }
    await tx
      .insertInto('barrier')
      .values({
        id,
        source: more.source ?? 'case',
        kind: more.kind ?? 'gap',
        ...place,
        period_grain: 'quarter',
        period_from: '2026-07-01',
        days_lost: more.daysLost ?? 'upTo30',
      })
      .execute()
    await tx
      .insertInto('barrier_text')
      .values({ barrier_id: id, title: more.title ?? 'Kein Kursplatz' })
      .execute()
  })
  return id
}

/** A theme in its first state; the path is the one of `aThemePath`. */
export async function aThemeRow(house: House, owner: TestUser, title = 'Kursplätze'): Promise<string> {
  const id = newId()
  const row = { id, title, state: 'begun', stage: 'preparing', state_on: '2026-11-20', owner_id: owner.id }
  await house.system(owner.tenant, (tx) =>
    tx
      .insertInto('theme')
      .values({ ...row, created_by: owner.id })
      .execute(),
  )
  return id
}

type State = 'offered' | 'running' | 'done'

export async function aReconstructionRow(
  house: House,
  tenant: TestTenant,
  state: State = 'running',
): Promise<string> {
  const id = crypto.randomUUID()
  const station = { title: 'Antrag', month: 1, durationWeeks: null, happened: null, actors: 'Amt' }
  const stations = [{ ...station, legalDomains: [], marks: ['waiting'], waitingWeeks: 6, helped: null }]
  const end = { result: 'noStructuralCause', result_words: 'Einzelfall', result_on: '2026-11-20' }
  const row = { id, title: 'Fall A', origin: state === 'offered' ? 'offered' : 'constructed', state }
  await house.system(tenant, (tx) =>
    tx
      .insertInto('reconstruction')
      .values({ ...row, stations: JSON.stringify(stations), ...(state === 'done' && end) })
      .execute(),
  )
  return id
}
