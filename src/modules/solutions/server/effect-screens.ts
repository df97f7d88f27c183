import { sql, type RawBuilder } from 'kysely'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import { rightsOf } from '../../staff/index.ts'
import type { z } from 'zod'
import type { LinkedObject, SolutionList, SolutionRow } from '../contract/effects.ts'
import { nextQuarter, quarterOf } from '../rules/effect.ts'
import { measureEffects, type BarrierCell, type Base } from '../rules/measure-effect.ts'

const tenant = sql`(select app.tenant_id())`

/** Middle of the class in days; `over180` counts as its lower end, what is unknown as nothing. */
const days = sql`case b.days_lost when 'upTo7' then 4 when 'upTo30' then 19 when 'upTo90' then 60
  when 'upTo180' then 135 when 'over180' then 181 else 0 end`

interface Data {
  readonly threshold: number
  readonly cells: BarrierCell[]
  readonly base: Base[]
}

/** Barriers by kind and quarter, and the denominators, from five years back; one statement, whatever is asked. */
async function readData(tx: Tx, today: string): Promise<Data> {
  const first = nextQuarter(quarterOf(today), -20)
  const from = `${first.slice(0, 4)}-${String((Number(first.slice(6)) - 1) * 3 + 1).padStart(2, '0')}-01`
  const { rows } = await sql<Data>`
    select app.suppression_threshold() as threshold,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'lifeDomain', x.life_domain, 'legalDomains', x.legal_domains,
          'quarter', x.quarter, 'count', x.n, 'daysLost', x.days)), '[]')
        from (select b.kind, b.life_domain, b.legal_domains,
            case when b.period_grain in ('month', 'quarter') then to_char(b.period_from, 'YYYY"-Q"Q') end as quarter,
            count(*)::int as n, sum(${days})::int as days
          from barrier b where b.tenant_id = ${tenant} and b.state <> 'merged' and b.period_from >= ${from}::date
          group by 1, 2, 3, 4) x) as cells,
      (select coalesce(jsonb_agg(jsonb_build_object('quarter', e.quarter, 'contacts', e.contacts, 'referrals', e.referrals,
          'reporters', e.reporters)), '[]') from app.effect_base(${from}::date) e) as base`.execute(tx)
  return found(rows[0])
}

type Stored = Omit<SolutionRow, 'effect' | 'can'>

const rowsOf = (where: RawBuilder<unknown>): RawBuilder<Stored> => sql<Stored>`
  select s.id, s.title, s.kind, s.theme_id as "themeId",
    (select jsonb_build_object('id', t.id, 'name', t.title) from theme t where t.tenant_id = s.tenant_id and t.id = s.theme_id) as theme, s.decided_on as "decidedOn", s.decided_by as "decidedBy",
    s.implemented_on as "implementedOn", s.barrier_types as "barrierKinds", s.life_domains as "lifeDomains",
    s.legal_domains as "legalDomains", s.verdict, s.verdict_on as "verdictOn", s.verdict_note as "verdictNote", s.version,
    case s.kind
      when 'interfacePaper' then (select jsonb_build_object('id', v.id, 'title', v.title, 'state', v.state)
        from interface_paper_version v where v.tenant_id = s.tenant_id and v.paper_id = s.paper_id
        order by v.state = 'valid' desc, v.number desc limit 1)
      when 'agreement' then (select jsonb_build_object('id', a.id, 'title', a.title, 'state', a.state)
        from cooperation_agreement a where a.tenant_id = s.tenant_id and a.id = s.agreement_id)
      when 'measure' then (select jsonb_build_object('id', m.id, 'title', m.title, 'state', m.state)
        from measure m where m.tenant_id = s.tenant_id and m.id = s.measure_id) end as object,
    (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'side', w.side, 'obtained', w.obtained, 'content', w.content,
        'onDate', w.on_date) order by w.on_date, w.id), '[]')
      from solution_view w where w.tenant_id = s.tenant_id and w.solution_id = s.id) as voices
  from solution s where s.tenant_id = ${tenant} and ${where} order by s.created_at desc, s.id desc limit 300`

/**
 * Every solution is measured together with all others, whichever is shown: else two pages, each safe alone, could be
 * compared. Few dozens in a Kreis.
 */
async function readAll(tx: Tx, actor: Actor, today: string): Promise<SolutionRow[]> {
  const { rows } = await rowsOf(sql`true`).execute(tx)
  const { threshold, ...data } = await readData(tx, today)
  const effects = measureEffects(rows, data, threshold, today)
  const write = rightsOf(actor.roles).has('effect.write')
  return rows.map((row) => ({
    ...row,
    effect: effects.get(row.id)!,
    can: write ? ['change', 'addVoice', ...(row.implementedOn === null ? [] : (['judge'] as const))] : [],
  }))
}

/** Newest first; of one theme, or all. */
export async function listSolutions(
  tx: Tx,
  actor: Actor,
  themeId: string | undefined,
  today: string,
): Promise<z.infer<typeof SolutionList>> {
  const rows = await readAll(tx, actor, today)
  return {
    linked: themeId === undefined ? [] : await linkedTo(tx, themeId),
    rows: themeId === undefined ? rows : rows.filter((row) => row.themeId === themeId),
    can: rightsOf(actor.roles).has('effect.write') ? ['write'] : [],
  }
}

/** Papers, agreements and measures that answer the theme and are no solution of it; as they stand, newest first. */
async function linkedTo(tx: Tx, themeId: string): Promise<z.infer<typeof LinkedObject>[]> {
  const unless = (
    column: string,
    id: string,
  ) => sql`not exists (select from solution s where s.tenant_id = ${tenant}
    and s.theme_id = ${themeId} and s.${sql.ref(column)} = ${sql.ref(id)})`
  const { rows } = await sql<z.infer<typeof LinkedObject>>`
    select * from (
      select 'interfacePaper' as kind, v.id, v.title, v.state, v.state_on as "stateOn" from interface_paper p
        join lateral (select w.* from interface_paper_version w where w.tenant_id = p.tenant_id and w.paper_id = p.id
          order by w.state = 'valid' desc, w.number desc limit 1) v on true
      where p.tenant_id = ${tenant} and p.theme_id = ${themeId} and ${unless('paper_id', 'p.id')}
      union all
      select 'agreement', a.id, a.title, a.state, a.state_on from cooperation_agreement a
      where a.tenant_id = ${tenant} and a.theme_id = ${themeId} and ${unless('agreement_id', 'a.id')}
      union all
      select 'measure', m.id, m.title, m.state, m.state_on from measure m
      where m.tenant_id = ${tenant} and m.subject_kind = 'theme' and m.subject_id = ${themeId} and ${unless('measure_id', 'm.id')}
    ) x order by x."stateOn" desc, x.id limit 300`.execute(tx)
  return rows
}

/** One with its effect; 404 when it is hidden. */
export async function readSolution(tx: Tx, actor: Actor, id: string, today: string): Promise<SolutionRow> {
  return found((await readAll(tx, actor, today)).find((row) => row.id === id))
}
