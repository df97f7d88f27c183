-- What came of barriers (R096), now with the themes they stand in: the stage, and in words the state of the district's path,
-- the reason of the last step and the solution. Who brought a barrier reads it in the own case.
create or replace function app.barrier_answer(p_barriers uuid[])
    returns table (barrier_id uuid, kind text, object_id uuid, title text, state text, on_date date, words text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with mine as (select b.id, b.state from barrier b
      where b.tenant_id = (select app.tenant_id()) and b.id = any (p_barriers)
        and (b.id in (select app.own_barriers())
          or (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager'))))
    select b.id, 'barrier', b.id, t.title, b.state, (select max(s.on_date) from barrier_step s
        where s.tenant_id = (select app.tenant_id()) and s.barrier_id = b.id), t.answer
      from mine b join barrier_text t on t.tenant_id = (select app.tenant_id()) and t.barrier_id = b.id
    union all
    select b.id, 'theme', t.id, t.title, t.stage, t.state_on,
        concat_ws('. ', coalesce(e.label, t.state),
          (select nullif(s.reason, '') from theme_step s where s.tenant_id = t.tenant_id and s.theme_id = t.id order by s.at desc, s.id desc limit 1),
          t.solution)
      from mine b join theme_barrier x on x.tenant_id = (select app.tenant_id()) and x.barrier_id = b.id
        join theme t on t.tenant_id = x.tenant_id and t.id = x.theme_id
        left join catalogue_entry e on e.tenant_id = t.tenant_id and e.kind = 'themeState' and e.key = t.state $$;
