import { sql } from 'kysely'
import { z } from 'zod'
import type { Query, View } from '../../../platform/contract/endpoint.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import { stationMarkLabels } from '../contract/codes.ts'
import { legalDomainLabels } from '../../structure/index.ts'
import type { reconstructionEndpoints } from '../contract/endpoints.ts'
import type { ReconstructionRow, ReconstructionView } from '../contract/reconstructions.ts'
import { actionsIn } from '../rules/reconstruction.ts'
import { actualChain, chainDifferences, chainFigures, type ChainStep } from '../rules/service-chain.ts'

const rowSql = sql`n.id, n.title, n.origin, n.state, jsonb_array_length(n.stations) as stations, n.result,
  case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.title) end as theme,
  m.given_name || ' ' || m.family_name as moderator`
const fromSql = sql`from reconstruction n left join theme t on t.tenant_id = n.tenant_id and t.id = n.theme_id
  left join staff_user m on m.tenant_id = n.tenant_id and m.id = n.moderator_id`

/** By title: an offered one has no day it could be sorted by. */
export async function listReconstructions(
  tx: Tx,
  filter: Query<typeof reconstructionEndpoints.list>,
): Promise<View<typeof reconstructionEndpoints.list>> {
  const after = decodeCursor(filter.after, z.tuple([z.string(), z.uuid()]))
  const { rows } = await sql<ReconstructionRow>`
    select ${rowSql} ${fromSql} where n.tenant_id = (select app.tenant_id())
      and ${filter.state ? sql`n.state = ${filter.state}` : sql`true`}
      and ${filter.search ? sql`n.title ilike ${like(filter.search)}` : sql`true`}
      and ${after ? sql`(n.title collate "C", n.id) > (${after[0]}::text, ${after[1]}::uuid)` : sql`true`}
    order by n.title collate "C", n.id limit ${filter.limit + 1}`.execute(tx)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    rows: page,
    ...(rows.length > page.length && last && { next: encodeCursor([last.title, last.id]) }),
  }
}

const like = (text: string) => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

const words: Readonly<Record<string, string>> = { ...legalDomainLabels, ...stationMarkLabels }

type Row = Omit<ReconstructionView, 'chains' | 'figures' | 'can' | 'comparisons'> & {
  writes: boolean
  comparisons: (Omit<Comparison, 'figures' | 'reconstructionId' | 'barrierId'> & {
    reconstructionId?: string | null
    barrierId?: string | null
    stations: Row['stations'] | null
  })[]
}
type Comparison = ReconstructionView['comparisons'][number]

/** Each comparison with the stations or the bands of what it names; what is gone is named no more. */
const comparisonsSql = sql`(select coalesce(jsonb_agg(c.one || jsonb_build_object(
    'stations', (select x.stations from reconstruction x where x.tenant_id = n.tenant_id and x.id = (c.one ->> 'reconstructionId')::uuid),
    'barrier', (select jsonb_build_object('kind', b.kind, 'daysLost', b.days_lost, 'lasting', b.lasting) from barrier b
      where b.tenant_id = n.tenant_id and b.id = (c.one ->> 'barrierId')::uuid)) order by c.at), '[]')
  from jsonb_array_elements(n.comparisons) with ordinality c (one, at))`

/** Everything about one reconstruction in one statement; 404 when it is hidden. */
export async function readReconstruction(tx: Tx, id: string): Promise<ReconstructionView> {
  const { rows } = await sql<Row>`
    select ${rowSql}, n.stations, n.situation, n.hypothesis, ${comparisonsSql} as comparisons, n.target_chain as "targetChain", n.participants,
      n.held_on as "heldOn", n.steps_done as "stepsDone", n.result_words as "resultWords", n.result_on as "resultOn", n.version,
      (select app.has_any_role('coordinator', 'kimLead')) as writes
    ${fromSql} where n.tenant_id = (select app.tenant_id()) and n.id = ${id}`.execute(tx)
  const { writes, ...row } = found(rows[0])
  const chains = chainsOf(row)
  return {
    ...row,
    comparisons: row.comparisons.map(({ stations, reconstructionId = null, barrierId = null, ...one }) => ({
      ...one,
      reconstructionId,
      barrierId,
      figures: stations && chainFigures(actualChain(stations, words)),
    })),
    chains,
    figures: chainFigures(chains.actual),
    can: writes ? actionsIn(row.state) : [],
  }
}

function chainsOf({
  stations,
  targetChain,
}: Pick<Row, 'stations' | 'targetChain'>): ReconstructionView['chains'] {
  const actual = actualChain(stations, words)
  const target: ChainStep[] = targetChain.map((step) => ({
    ...step,
    legalDomain: step.legalDomain === null ? null : legalDomainLabels[step.legalDomain],
    remarks: [],
  }))
  const plain = (chain: readonly ChainStep[]) =>
    chain.map((step) => ({ ...step, remarks: [...step.remarks] }))
  return { actual: plain(actual), target: plain(target), differences: chainDifferences(actual, target) }
}

/** What the person offered and what came of it. */
export async function listOffered(tx: Tx): Promise<View<typeof reconstructionEndpoints.offered>> {
  const { rows } = await sql<View<typeof reconstructionEndpoints.offered>['rows'][number]>`
    select n.id, n.title, n.state, n.result, n.result_words as words,
      case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.title) end as theme
    from reconstruction_offer o join reconstruction n on n.tenant_id = o.tenant_id and n.id = o.reconstruction_id
      left join theme t on t.tenant_id = n.tenant_id and t.id = n.theme_id
    where o.tenant_id = (select app.tenant_id()) and o.offered_by = (select app.user_id()) order by n.title, n.id limit 200`.execute(
    tx,
  )
  return { rows }
}
