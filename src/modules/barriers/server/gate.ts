import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf } from '../../../platform/server/http/refusal.ts'
import type { AttributeKind, BarrierKind, LegalDomain, UnmetNeed } from '../../structure/index.ts'
import type { GatePreview, Leaving } from '../contract/gate.ts'
import type { GateMark } from '../contract/marks.ts'
import { coarsen, daysLostBand, lastingBand, whyNotThrough, type GateStep } from '../rules/coarsen.ts'
import { marksOfFields, openMarks, type FileFacts } from '../rules/marks.ts'
import { barrierTexts } from './texts.ts'

/** Everything the gate weighs, wherever it comes from. */
export interface GateRequest {
  /** Null for impulses and interviews: there is no case, and no attributes either. */
  readonly caseId: string | null
  readonly kind: BarrierKind
  readonly lifeDomain: string | null
  readonly legalDomains: readonly LegalDomain[]
  readonly organisationIds: readonly string[]
  readonly municipalityId: string | null
  readonly noticedOn: string
  readonly since: string | null
  readonly daysLost: number | null
  readonly unmet: UnmetNeed | null
  readonly level: number | null
  readonly attributes: readonly AttributeKind[]
  readonly words: {
    readonly title: string
    readonly description: string | null
    readonly helped: string | null
    readonly clientView: string | null
  }
  readonly accepted: readonly string[]
  readonly facts: FileFacts
}

interface Weighed {
  steps: GateStep[]
  threshold: number
  attributes: { kind: AttributeKind; value: string }[]
  place: { municipality: string | null; region: string | null }
  lifeDomain: { id: string; label: string } | null
  organisations: { id: string; label: string }[]
  periods: Record<string, string>
}

/** What would leave, and what stands in the way. One statement; the numbers behind it stay in the database. */
export async function weigh(tx: Tx, request: GateRequest): Promise<GatePreview> {
  const weighed = await ask(tx, request)
  const refusal = whyNotThrough(weighed.steps, request.attributes.length)
  const leaves = refusal === null ? leavingOf(request, weighed) : null
  const marks = marksOfFields(request.words, request.facts)
  return {
    leaves,
    refusal,
    refusalText: refusal === null ? null : (barrierTexts[refusal] ?? refusal),
    threshold: weighed.threshold,
    marks,
    attributes: weighed.attributes,
    fingerprint: fingerprintOf(leaves),
    ready: leaves !== null && openMarks(marks, request.accepted).length === 0,
  }
}

async function ask(tx: Tx, request: GateRequest): Promise<Weighed> {
  const { caseId, municipalityId, noticedOn, attributes } = request
  const kinds = [...new Set(attributes)]
  const { rows } = await sql<Weighed>`
    select (select coalesce(jsonb_agg(jsonb_build_object('place', g.place, 'period', g.period, 'enough', g.enough)), '[]')
        from app.gate_steps(${caseId}::uuid, ${municipalityId}::uuid, ${noticedOn}::date, ${kinds}::text[]) g) as steps,
      app.suppression_threshold() as threshold,
      (select jsonb_build_object('municipality', m.name, 'region', (select r.label from region_municipality x
          join region r on r.tenant_id = x.tenant_id and r.id = x.region_id
          where x.tenant_id = m.tenant_id and x.municipality_id = m.id and x.valid_during @> ${noticedOn}::date))
        from municipality m where m.tenant_id = (select app.tenant_id()) and m.id = ${municipalityId}::uuid) as place,
      (select jsonb_build_object('id', e.key, 'label', e.label) from catalogue_entry e where e.tenant_id = (select app.tenant_id())
        and e.kind = 'lifeDomain' and e.key = ${request.lifeDomain}::text) as "lifeDomain",
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'label', o.name) order by o.position, o.name), '[]')
        from organisation o where o.tenant_id = (select app.tenant_id()) and o.id = any(${[...request.organisationIds]}::uuid[])) as organisations,
      (select jsonb_object_agg(g, lower(app.gate_period(g, ${noticedOn}::date)))
        from unnest(array['month', 'quarter', 'halfYear', 'year']) g) as periods,
      ${caseId === null ? sql`'[]'::jsonb` : ownAttributes(caseId)} as attributes`.execute(tx)
  const row = rows[0]!
  return { ...row, place: row.place ?? { municipality: null, region: null } }
}

/** What the own case says of its main person, as row level security shows it; the same words as app.case_attributes. */
const ownAttributes = (caseId: string) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'value', x.value)) filter (where x.value is not null), '[]')
    from case_file f left join case_person c on c.tenant_id = f.tenant_id and c.case_id = f.id and c.is_main and c.valid_to is null
    cross join lateral (values ('ageGroup', nullif(c.age_group, 'unknown')), ('originGroup', nullif(c.origin_group, 'unknown')),
      ('language', f.language), ('targetGroup', f.target_group),
      ('nationality', (select n.code from person_nationality n where n.tenant_id = c.tenant_id and n.person_id = c.person_id
        and n.valid_to is null order by n.code limit 1)),
      ('residence', nullif((select r.code from person_residence r where r.tenant_id = c.tenant_id and r.person_id = c.person_id
        and r.valid_to is null order by r.recorded_at desc, r.id limit 1), 'unknown'))) x (kind, value)
    where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId})`

function leavingOf(request: GateRequest, weighed: Weighed): Leaving {
  const { place: placeKind, period: periodGrain } = coarsen(weighed.steps)!
  const chosen = weighed.attributes.filter(({ kind }) => request.attributes.includes(kind))
  return {
    kind: request.kind,
    ...request.words,
    lifeDomain: weighed.lifeDomain,
    legalDomains: [...request.legalDomains],
    organisations: weighed.organisations,
    unmet: request.unmet,
    placeKind,
    place: placeKind === 'kreis' ? null : weighed.place[placeKind],
    periodGrain,
    periodFrom: weighed.periods[periodGrain]!,
    lasting: lastingBand(request.since, request.noticedOn),
    daysLost: daysLostBand(request.daysLost),
    level: request.level,
    attributes: chosen,
  }
}

const fingerprintOf = (leaves: Leaving | null): string =>
  createHash('sha256').update(JSON.stringify(leaves)).digest('hex')

/** Refuses what a person has not seen, or what still tells who it is about. */
export function refuseUnready(
  preview: GatePreview,
  fingerprint: string,
  accepted: readonly string[],
): Leaving {
  refuseIf(preview.refusal)
  refuseMarks(preview.marks, accepted)
  refuseIf(preview.fingerprint === fingerprint ? null : 'gateChanged')
  return preview.leaves!
}

export function refuseMarks(marks: readonly GateMark[], accepted: readonly string[]): void {
  const open = openMarks(marks, accepted)
  if (open.length === 0) return
  const fields = [...new Set(open.map(({ field }) => field))]
  throw new Refusal('invalid', 'gateTextNotClean', {
    fields: fields.map((path) => ({
      path,
      code: 'gateTextNotClean',
      message: barrierTexts['gateTextNotClean']!,
    })),
  })
}

interface Passing {
  readonly source: 'case' | 'impulse' | 'interview'
  readonly from: string | null
  readonly today: string
  readonly extra?: Readonly<Record<string, string | boolean>>
}

/** Through the gate; the database counts once more. Answers the barrier. Throws `gateClosed`. */
export async function pass(
  tx: Tx,
  request: GateRequest,
  leaves: Leaving,
  { source, from, today, extra = {} }: Passing,
): Promise<string> {
  const barrier = {
    ...leaves,
    ...extra,
    lifeDomain: leaves.lifeDomain?.id ?? null,
    organisationIds: leaves.organisations.map(({ id }) => id),
    municipalityId: request.municipalityId,
    attributeKinds: leaves.attributes.map(({ kind }) => kind),
  }
  const { rows } = await sql<{ id: string | null }>`
    select app.pass_gate(${source}, ${from}::uuid, ${request.noticedOn}::date, ${today}::date, ${JSON.stringify(barrier)}::jsonb) as id`.execute(
    tx,
  )
  const id = rows[0]!.id
  if (id === null) throw new Refusal('conflict', 'gateClosed')
  return id
}
