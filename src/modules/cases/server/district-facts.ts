import { sql } from 'kysely'
import { officeDay } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, type FieldProblem } from '../../../platform/server/http/refusal.ts'
import type { Intensity } from '../contract/codes.ts'
import type { PhaseSet } from '../rules/phases.ts'

/** What a case refers to in the district's lists; undefined or null is not checked. */
export interface CaseReferences {
  readonly siteId?: string | null | undefined
  readonly municipalityId?: string | null | undefined
  readonly entryRoute?: string | null | undefined
  readonly targetGroup?: string | null | undefined
  readonly gapMarkers?: readonly string[] | undefined
}

interface Row {
  site: boolean
  municipality: boolean
  entry_route: boolean
  target_group: boolean
  unknown_gaps: string[]
}

const unknown = {
  code: 'unknownKey',
  message: 'Diesen Wert gibt es in Ihrem Kreis nicht (mehr). Bitte wählen Sie neu.',
}

/** Checks all references in one statement; every wrong field is reported at once. */
export async function refuseUnknownReferences(tx: Tx, refs: CaseReferences): Promise<void> {
  const site = refs.siteId ?? null
  const municipality = refs.municipalityId ?? null
  const route = refs.entryRoute ?? null
  const group = refs.targetGroup ?? null
  const { rows } = await sql<Row>`
    with entry as (select kind, key from catalogue_entry where tenant_id = (select app.tenant_id())
      and kind in ('entryRoute', 'targetGroup', 'targetGap') and (valid_to is null or valid_to > ${officeDay}))
    select
      ${site}::uuid is null or exists (select from site s where s.tenant_id = (select app.tenant_id()) and s.id = ${site}::uuid) as site,
      ${municipality}::uuid is null or exists (select from municipality m
        where m.tenant_id = (select app.tenant_id()) and m.id = ${municipality}::uuid) as municipality,
      ${route}::text is null or exists (select from entry where kind = 'entryRoute' and key = ${route}::text) as entry_route,
      ${group}::text is null or exists (select from entry where kind = 'targetGroup' and key = ${group}::text) as target_group,
      array(select g from unnest(${[...(refs.gapMarkers ?? [])]}::text[]) g
        where not exists (select from entry where kind = 'targetGap' and key = g)) as unknown_gaps`.execute(
    tx,
  )
  const row = rows[0]!
  const wrong: FieldProblem[] = [
    ...(row.site ? [] : [{ path: 'siteId', ...unknown }]),
    ...(row.municipality ? [] : [{ path: 'municipalityId', ...unknown }]),
    ...(row.entry_route ? [] : [{ path: 'entryRoute', ...unknown }]),
    ...(row.target_group ? [] : [{ path: 'targetGroup', ...unknown }]),
    ...(row.unknown_gaps.length === 0 ? [] : [{ path: 'gapMarkers', ...unknown }]),
  ]
  if (wrong.length > 0) throw new Refusal('invalid', 'invalidInput', { fields: wrong })
}

/** The phases the district's catalogue gives an intensity; undefined when it says nothing. */
export async function phaseSetOf(tx: Tx, intensity: Intensity): Promise<PhaseSet | undefined> {
  const row = await tx
    .selectFrom('catalogue_entry')
    .select('settings')
    .where('kind', '=', 'intensity')
    .where('key', '=', intensity)
    .executeTakeFirst()
  return phaseSetFrom(row?.settings)
}

/** `settings` of a catalogue entry of the kind `intensity`. */
export function phaseSetFrom(settings: unknown): PhaseSet | undefined {
  const { phases, optionalPhases } = (settings ?? {}) as { phases?: unknown; optionalPhases?: unknown }
  if (!Array.isArray(phases)) return undefined
  return {
    phases: phases.map(String),
    ...(Array.isArray(optionalPhases) ? { optionalPhases: optionalPhases.map(String) } : {}),
  }
}

/** Whether the actor's employer is a public body: decides over legal bases (§ 3 DSG NRW). */
export async function isPublicEmployer(tx: Tx, organisationId: string | null): Promise<boolean> {
  if (organisationId === null) return false
  const row = await tx
    .selectFrom('organisation')
    .select('public_employer')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.public_employer ?? false
}
