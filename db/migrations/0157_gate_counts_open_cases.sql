-- greatest() of a missing last day and the first day is the first day: open cases counted on the day they were opened
-- alone, and places and times became coarser than needed. An open case counts from its first day on.
create or replace function app.gate_steps(p_case uuid, p_municipality uuid, p_on date, p_kinds text[])
    returns table (place text, period text, enough boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id(); wanted text[] := '{}'; region uuid;
  begin
    if t is null or cardinality(p_kinds) > 2 or (p_case is null and cardinality(p_kinds) > 0) then return; end if;
    if p_case is not null then
      if not exists (select from case_access a where a.tenant_id = t and a.user_id = app.user_id() and a.case_id = p_case
          and a.parts & 64 <> 0 and a.valid_during @> now()) then return; end if;
      select coalesce(array_agg(v), '{}') into wanted from app.case_attributes(t) c, unnest(c.attributes) v
        where c.case_id = p_case and split_part(v, ':', 1) = any (p_kinds);
      if cardinality(wanted) <> cardinality(p_kinds) then return; end if;
    end if;
    select r.region_id into region from region_municipality r
      where r.tenant_id = t and r.municipality_id = p_municipality and r.valid_during @> p_on;
    return query
      with alike as (select c.municipality_id, c.opened_on, c.closed_on from app.case_attributes(t) c
          where c.attributes @> wanted),
        places (place, towns) as (values ('municipality', array[p_municipality]),
          ('region', (select array_agg(r.municipality_id) from region_municipality r
            where r.tenant_id = t and r.region_id = region and r.valid_during @> p_on)),
          ('kreis', null::uuid[])),
        periods (period, during) as (select g, app.gate_period(g, p_on)
          from unnest(array['month', 'quarter', 'halfYear', 'year']) g)
      select p.place, d.period, count(a.opened_on) >= app.suppression_threshold()
      from places p cross join periods d
        left join alike a on (p.place = 'kreis' or a.municipality_id = any (p.towns))
          and daterange(a.opened_on, case when a.closed_on is not null then greatest(a.closed_on, a.opened_on) end, '[]') && d.during
      group by p.place, d.period;
  end $$;
