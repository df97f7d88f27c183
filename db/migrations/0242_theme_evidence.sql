-- What stands behind a theme, in figures, and what organisations said at its barriers: also for the administration, which
-- reads no barrier but prepares the papers of committees (R130). Before, its paper had no figures, and was refused where
-- an organisation had been asked at a barrier only.
create function app.reads_themes() returns boolean language sql stable set search_path = pg_catalog, pg_temp
  as $$ select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager', 'administration') $$;
revoke all on function app.reads_themes() from public;
grant execute on function app.reads_themes() to app_user, app_system;

-- Barriers that count (one told twice counts once), read once, however many there are. Cases are told from the threshold
-- on and in fives, as `app.cases_behind` tells them.
create function app.theme_evidence(p_theme uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with x as materialized (select b.id, b.source, b.kind, b.days_lost, b.legal_domains, b.region_id, b.period_grain, b.period_from
        from theme_barrier tb join barrier b on b.tenant_id = tb.tenant_id and b.id = tb.barrier_id
        where tb.tenant_id = (select app.tenant_id()) and tb.theme_id = p_theme and b.state <> 'merged' and (select app.reads_themes())),
      counted as (select 'kinds' as of, kind as key, count(*)::int as n from x group by kind
        union all select 'daysLost', days_lost, count(*)::int from x group by days_lost
        union all select 'legalDomains', d.key, count(*)::int from x, unnest(x.legal_domains) d (key) group by d.key),
      words as (select c.of, jsonb_agg(jsonb_build_object('key', c.key, 'count', c.n) order by c.n desc, c.key) as list
        from counted c group by c.of)
    select jsonb_build_object('barriers', count(*)::int, 'interviews', (count(*) filter (where x.source = 'interview'))::int,
      'cases', (select case when r.n >= app.suppression_threshold() then r.n / 5 * 5 end
        from (select count(distinct p.case_id)::int as n from problem_report p
          where p.tenant_id = (select app.tenant_id()) and p.barrier_id in (select y.id from x y)) r),
      'from', min(x.period_from), 'to', (select max(upper(app.gate_period(l.grain, l.last)) - 1)
        from (select y.period_grain as grain, max(y.period_from) as last from x y group by y.period_grain) l),
      'regions', (select coalesce(jsonb_agg(r.label order by r.label), '[]') from region r
        where r.tenant_id = (select app.tenant_id()) and r.id in (select y.region_id from x y)),
      'kinds', coalesce((select w.list from words w where w.of = 'kinds'), '[]'),
      'daysLost', coalesce((select w.list from words w where w.of = 'daysLost'), '[]'),
      'legalDomains', coalesce((select w.list from words w where w.of = 'legalDomains'), '[]'))
    from x $$;
alter function app.theme_evidence(uuid) owner to app_system;
revoke all on function app.theme_evidence(uuid) from public;
grant execute on function app.theme_evidence(uuid) to app_user;

-- What organisations were asked at the barriers of a theme, and what came of it.
create function app.theme_views(p_theme uuid)
    returns table (organisation_id uuid, id uuid, barrier_id uuid, state text, asked_on date, answer text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select w.organisation_id, w.id, w.barrier_id, w.state, w.asked_on, w.answer
    from theme_barrier tb join organisation_view w on w.tenant_id = tb.tenant_id and w.barrier_id = tb.barrier_id
    where tb.tenant_id = (select app.tenant_id()) and tb.theme_id = p_theme and (select app.reads_themes()) $$;
alter function app.theme_views(uuid) owner to app_system;
revoke all on function app.theme_views(uuid) from public;
grant execute on function app.theme_views(uuid) to app_user;
