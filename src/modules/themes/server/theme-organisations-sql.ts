import { sql } from 'kysely'

/** Views at the barriers of a theme that its page shows; one organisation has few. */
const most = 50

/** Organisations of the district with their units, as far as the words of a theme may spell them. */
export const spellingsSql = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'key', x.key, 'name', x.name, 'kind', x.kind,
      'town', (select m.name from municipality m where m.tenant_id = x.tenant_id and m.id = x.municipality_id),
      'units', (select coalesce(jsonb_agg(jsonb_build_object('kind', u.kind, 'label', u.label, 'mark', u.mark) order by u.id), '[]')
        from unit u where u.tenant_id = x.tenant_id and u.organisation_id = x.id and u.valid_to is null)) order by x.id), '[]')
  from organisation x where x.tenant_id = t.tenant_id and x.valid_to is null and not x.placeholder)`

/**
 * Organisations of theme `t` with what was asked here, whether its barriers name them, and what they said at those. Who
 * reads no barriers (the administration) learns what was said, not at which barrier.
 */
export const organisationsSql = sql`(
  with said as materialized (select * from app.theme_views(t.id))
  select coalesce(jsonb_agg(jsonb_build_object('organisationId', g.organisation_id, 'name', x.name, 'state', g.state,
      'askedOn', g.asked_on, 'answeredOn', g.answered_on, 'answer', g.answer, 'reason', g.reason, 'version', g.version,
      'inEvidence', exists (select from theme_barrier tb join barrier_organisation o on o.tenant_id = tb.tenant_id
          and o.barrier_id = tb.barrier_id and o.organisation_id = g.organisation_id
        where tb.tenant_id = g.tenant_id and tb.theme_id = g.theme_id),
      'views', (select coalesce(jsonb_agg(v.one order by v.asked_on, v.id), '[]') from (
        select w.asked_on, w.id, jsonb_build_object('barrierId', w.barrier_id, 'title', bt.title, 'state', w.state,
            'askedOn', w.asked_on, 'answer', w.answer) as one
          from said w left join barrier_text bt on bt.tenant_id = g.tenant_id and bt.barrier_id = w.barrier_id
          where w.organisation_id = g.organisation_id
          order by w.asked_on desc, w.id desc limit ${most}) v))
    order by x.name, x.id), '[]')
  from theme_organisation g join organisation x on x.tenant_id = g.tenant_id and x.id = g.organisation_id
  where g.tenant_id = t.tenant_id and g.theme_id = t.id)`
