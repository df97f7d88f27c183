import { sql } from 'kysely'
import { planForValues, type Actor, type Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { BarrierView, GroupView, SimilarBarrier } from '../contract/barriers.ts'
import { spelled } from '../rules/spelled.ts'
import { rowColumns, rowJoins } from './barrier-sql.ts'

interface OneRow extends Omit<BarrierView, 'can'> {
  openQuestions: number
  groupId: string | null
}

const named = (id: string, label: string) => sql.raw(`jsonb_build_object('id', ${id}, 'label', ${label})`)

const writes = (actor: Actor) => actor.roles.some((role) => role === 'coordinator' || role === 'kimLead')

/** One barrier and all that hangs on it; 404 when there is none or it is hidden. */
export async function readBarrier(tx: Tx, actor: Actor, id: string): Promise<BarrierView> {
  const { rows } = await sql<OneRow>`
    select ${rowColumns}, b.impulse_source as "impulseSource", t.description, t.helped, t.client_view as "clientView", t.answer,
      b.legal_domains as "legalDomains", b.unmet, b.lasting, b.level, b.reason, b.version,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'value', x.value, 'label', (select g.label from catalogue_entry g
          where x.kind = 'targetGroup' and g.tenant_id = b.tenant_id and g.kind = x.kind and g.key = x.value)) order by x.n), '[]')
        from (select split_part(a.one, ':', 1) as kind, substr(a.one, position(':' in a.one) + 1) as value, a.n
          from unnest(b.attributes) with ordinality a (one, n)) x) as attributes,
      (select coalesce(jsonb_agg(${named('o.id', 'o.name')} order by o.position, o.name), '[]') from barrier_organisation x
        join organisation o on o.tenant_id = x.tenant_id and o.id = x.organisation_id
        where x.tenant_id = b.tenant_id and x.barrier_id = b.id) as organisations,
      (select ${named('g.id', 'g.title')} from barrier_group g where g.tenant_id = b.tenant_id and g.id = b.group_id) as group,
      (select ${named('x.barrier_id', 'x.title')} from barrier_text x where x.tenant_id = b.tenant_id
        and x.barrier_id = b.merged_into) as "mergedInto",
      (select coalesce(jsonb_agg(x.content order by x.id), '[]') from barrier_addition x
        where x.tenant_id = b.tenant_id and x.barrier_id = b.id) as additions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'question', q.question, 'answer', q.answer, 'askedOn', q.asked_on)
          order by q.created_at, q.id), '[]') from barrier_question q where q.tenant_id = b.tenant_id and q.barrier_id = b.id) as questions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'organisation', ${named('o.id', 'o.name')}, 'state', v.state,
          'askedOn', v.asked_on, 'dueOn', v.due_on, 'answeredOn', v.answered_on, 'answer', v.answer, 'version', v.version)
          order by v.asked_on, v.id), '[]') from organisation_view v
        join organisation o on o.tenant_id = v.tenant_id and o.id = v.organisation_id
        where v.tenant_id = b.tenant_id and v.barrier_id = b.id) as views,
      (select coalesce(jsonb_agg(jsonb_build_object('organisation', ${named('o.id', 'o.name')}, 'theme', ${named('h.id', 'h.title')},
          'state', g.state, 'askedOn', g.asked_on, 'answer', g.answer) order by g.asked_on, h.id), '[]')
        from theme_barrier x join theme_organisation g on g.tenant_id = x.tenant_id and g.theme_id = x.theme_id
          join barrier_organisation y on y.tenant_id = x.tenant_id and y.barrier_id = x.barrier_id and y.organisation_id = g.organisation_id
          join organisation o on o.tenant_id = g.tenant_id and o.id = g.organisation_id
          join theme h on h.tenant_id = x.tenant_id and h.id = x.theme_id
        where x.tenant_id = b.tenant_id and x.barrier_id = b.id and g.state not in ('named', 'omitted')) as "askedAtThemes",
      (select jsonb_build_object('organisation', ${named('o.id', 'o.name')}, 'guide', i.guide) from interview i
        join organisation o on o.tenant_id = i.tenant_id and o.id = i.organisation_id
        where i.tenant_id = b.tenant_id and i.barrier_id = b.id) as interview,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'from', s.from_state, 'to', s.to_state, 'reason', s.reason,
          'onDate', s.on_date, 'by', w.given_name || ' ' || w.family_name) order by s.at, s.id), '[]')
        from barrier_step s left join staff_user w on w.tenant_id = s.tenant_id and w.id = s.actor_id and w.kind = 'person'
        where s.tenant_id = b.tenant_id and s.barrier_id = b.id) as steps,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'objectId', a.object_id, 'title', a.title, 'state', a.state,
          'onDate', a.on_date, 'words', a.words)), '[]') from app.barrier_answer(array[b.id]) a
        where a.kind <> 'barrier') as outcome
    from barrier b ${rowJoins}
    where b.tenant_id = (select app.tenant_id()) and b.id = ${id}`.execute(tx)
  const { openQuestions: _questions, groupId: _group, ...row } = found(rows[0])
  return {
    ...row,
    can: writes(actor) && row.state !== 'merged' ? ['move', 'ask', 'merge', 'group', 'askOrganisation'] : [],
  }
}

interface SimilarRow extends Omit<SimilarBarrier, 'words'> {
  stems: string[]
  theirs: string
}

const most = 20

/** Like barriers, most alike first, each with the reasons it was found for. */
export async function readSimilar(tx: Tx, id: string): Promise<{ rows: SimilarBarrier[] }> {
  await planForValues(tx)
  const { rows } = await sql<SimilarRow>`
    select ${rowColumns}, s.stems, s.near, concat_ws(' ', t.title, t.description, t.helped, t.client_view) as theirs,
      array_remove(array[case when b.kind = me.kind then 'kind' end,
        case when b.life_domain = me.life_domain then 'lifeDomain' end,
        case when exists (select from barrier_organisation o join barrier_organisation y on y.tenant_id = o.tenant_id
            and y.organisation_id = o.organisation_id and y.barrier_id = b.id
          where o.tenant_id = me.tenant_id and o.barrier_id = me.id) then 'organisation' end,
        case when b.legal_domains && me.legal_domains then 'legalDomain' end,
        case when b.unmet = me.unmet then 'unmet' end,
        case when b.municipality_id = me.municipality_id then 'municipality' when b.region_id = me.region_id then 'region' end],
        null) as shared
    from barrier me join app.similar_barriers(${id}, ${most}) s on true
      join barrier b on b.tenant_id = me.tenant_id and b.id = s.barrier_id ${rowJoins}
    where me.tenant_id = (select app.tenant_id()) and me.id = ${id}
    order by s.score desc, b.id`.execute(tx)
  if (rows.length === 0)
    found((await tx.selectFrom('barrier').select('id').where('id', '=', id).execute())[0])
  return {
    rows: rows.map(({ stems, near, theirs, ...row }) => ({
      ...row,
      words: [...new Set(stems.map((stem) => spelled(stem, theirs)))],
      near: [...new Set(near.map((stem) => spelled(stem, theirs)))],
    })),
  }
}

/** Groups, newest first; one where `id` is given. */
export async function readGroups(tx: Tx, actor: Actor, id?: string): Promise<GroupView[]> {
  const { rows } = await sql<Omit<GroupView, 'can'>>`
    select g.id, g.title, g.note, g.version, m.number as barriers, app.cases_behind(m.ids) as cases
    from barrier_group g cross join lateral (select count(*)::int as number, coalesce(array_agg(b.id), '{}') as ids from barrier b
      where b.tenant_id = g.tenant_id and b.group_id = g.id and b.state <> 'merged') m
    where g.tenant_id = (select app.tenant_id()) and ${id === undefined ? sql`true` : sql`g.id = ${id}`}
    order by g.created_at desc, g.id limit 500`.execute(tx)
  return rows.map((row) => ({ ...row, can: writes(actor) ? ['change'] : [] }))
}
