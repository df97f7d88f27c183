-- As in 0182; a theme answers with the state as the district calls it, and with the last words said about it.
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
    select b.id, 'theme', t.id, t.title, coalesce(e.label, t.state), t.state_on,
        nullif(concat_ws(E'\n',
          (select s.reason from theme_step s where s.tenant_id = t.tenant_id and s.theme_id = t.id and s.reason <> ''
            order by s.at desc, s.id desc limit 1),
          t.solution), '')
      from mine b join theme_barrier x on x.tenant_id = (select app.tenant_id()) and x.barrier_id = b.id
        join theme t on t.tenant_id = x.tenant_id and t.id = x.theme_id
        left join catalogue_entry e on e.tenant_id = t.tenant_id and e.kind = 'themeState' and e.key = t.state
    union all
    select b.id, case s.kind when 'interfacePaper' then 'paper' when 'other' then 'solution' else s.kind end, s.id, s.title,
        -- The reader's page shows a state it does not know as it is, so these are words.
        case s.verdict when 'helped' then 'hat geholfen' when 'partly' then 'hat teilweise geholfen'
          when 'notHelped' then 'hat nicht geholfen' else case when s.implemented_on is null then 'beschlossen' else 'umgesetzt' end end,
        coalesce(s.verdict_on, s.implemented_on, s.decided_on), s.verdict_note
      from mine b join theme_barrier x on x.tenant_id = (select app.tenant_id()) and x.barrier_id = b.id
        join solution s on s.tenant_id = x.tenant_id and s.theme_id = x.theme_id
    union all
    select b.id, 'measure', m.id, m.title,
        case m.state when 'recommended' then 'empfohlen' when 'planned' then 'aufgegriffen' when 'running' then 'läuft'
          when 'done' then 'umgesetzt' when 'declined' then 'nicht aufgegriffen' when 'deferred' then 'zurückgestellt'
          else 'eingestellt' end, m.state_on,
        (select p.note from measure_step p where p.tenant_id = m.tenant_id and p.measure_id = m.id and p.note is not null
          order by p.at desc, p.id desc limit 1)
      from mine b join measure m on m.tenant_id = (select app.tenant_id()) and m.subject_kind = 'barrier' and m.subject_id = b.id $$;
