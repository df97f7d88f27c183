-- Did it help? (R096) Denominators for before and after: contacts, referrals and how many people reported, of the whole
-- tenant and by quarter. Nobody who reads effects may count these rows under row level security; the program shows
-- them only from the threshold on, and of the reporters only whether their number changed.
create function app.effect_base(p_from date) returns table (quarter text, contacts int, referrals int, reporters int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with counted as (
      select to_char(c.on_date, 'YYYY"-Q"Q') as quarter, count(*)::int as contacts, 0 as referrals, 0 as reporters
        from contact c where c.tenant_id = (select app.tenant_id()) and c.on_date >= p_from group by 1
      union all
      select to_char(r.sent_on, 'YYYY"-Q"Q'), 0, count(*)::int, 0
        from referral r where r.tenant_id = (select app.tenant_id()) and r.sent_on >= p_from group by 1
      union all
      select to_char(x.on_date, 'YYYY"-Q"Q'), 0, 0, count(distinct x.created_by)::int
        from (select p.reported_on as on_date, p.created_by from problem_report p
            where p.tenant_id = (select app.tenant_id()) and p.reported_on >= p_from
          union all select i.given_on, i.created_by from impulse i
            where i.tenant_id = (select app.tenant_id()) and i.given_on >= p_from) x group by 1)
    select c.quarter, sum(c.contacts)::int, sum(c.referrals)::int, sum(c.reporters)::int from counted c
    where (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator'))
    group by c.quarter $$;
alter function app.effect_base(date) owner to app_system;
revoke all on function app.effect_base(date) from public;
grant execute on function app.effect_base(date) to app_user;
