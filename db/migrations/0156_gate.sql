-- The gate between case and structure. The link from case to barrier lives here, on the case side, visible to who works
-- the case and to nobody at structure level; the functions below are the only way through.

create table problem_report (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  problem_id  uuid not null,
  case_id     uuid not null,
  barrier_id  uuid not null,
  reported_on date not null,
  created_by  uuid not null default app.user_id(),
  primary key (tenant_id, problem_id),
  unique (tenant_id, barrier_id),
  foreign key (tenant_id, case_id, problem_id) references problem (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id)
);
create index problem_report_case on problem_report (tenant_id, case_id);

-- An impulse without a case (R168): who gave it reads what came of it.
create table impulse (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  barrier_id uuid not null,
  given_on   date not null,
  created_by uuid not null default app.user_id(),
  primary key (tenant_id, id),
  unique (tenant_id, barrier_id),
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id)
);
create index impulse_own on impulse (tenant_id, created_by, id desc);

alter table problem_report enable row level security;
alter table problem_report force row level security;
create policy problem_report_read on problem_report for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem_report.tenant_id and a.case_id = problem_report.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy problem_report_system on problem_report for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on problem_report to app_user;
grant select, insert, update, delete on problem_report to app_system;

alter table impulse enable row level security;
alter table impulse force row level security;
create policy impulse_own on impulse for select to app_user
  using (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()));
create policy impulse_system on impulse for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on impulse to app_user;
grant select, insert, update, delete on impulse to app_system;

-- Values by which a case could be recognised, of its main person, for the whole tenant. Used inside the gate alone.
create function app.case_attributes(p_tenant uuid) returns table (case_id uuid, municipality_id uuid, opened_on date,
    closed_on date, attributes text[])
  language sql stable set search_path = pg_catalog, public, pg_temp
  as $$
    select f.id, f.municipality_id, f.opened_on, f.closed_on, array_remove(array[
        'language:' || f.language, 'targetGroup:' || f.target_group,
        'ageGroup:' || nullif(c.age_group, 'unknown'), 'originGroup:' || nullif(c.origin_group, 'unknown'),
        'nationality:' || (select n.code from person_nationality n where n.tenant_id = c.tenant_id and n.person_id = c.person_id
          and n.valid_to is null order by n.code limit 1),
        'residence:' || nullif((select r.code from person_residence r where r.tenant_id = c.tenant_id and r.person_id = c.person_id
          and r.valid_to is null order by r.recorded_at desc, r.id limit 1), 'unknown')], null)
    from case_file f left join case_person c on c.tenant_id = f.tenant_id and c.case_id = f.id and c.is_main and c.valid_to is null
    where f.tenant_id = p_tenant $$;
alter function app.case_attributes(uuid) owner to app_system;
revoke all on function app.case_attributes(uuid) from public;

-- How coarse place and time must become: for each of twelve steps whether enough cases of the tenant share it. No number
-- leaves. `p_kinds`: kinds of attributes the reporter wants to add; their values come from the own case, so that nobody
-- can try out values. Empty for a case the asking person does not work, and with attributes but without a case.
create function app.gate_steps(p_case uuid, p_municipality uuid, p_on date, p_kinds text[])
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
          and daterange(a.opened_on, greatest(a.closed_on, a.opened_on), '[]') && d.during
      group by p.place, d.period;
  end $$;
create function app.gate_period(p_grain text, p_on date) returns daterange language sql immutable
  set search_path = pg_catalog, pg_temp
  as $$ select daterange(s::date, (s + case p_grain when 'month' then interval '1 month' when 'quarter' then interval '3 months'
      when 'halfYear' then interval '6 months' else interval '1 year' end)::date)
    from (select case p_grain when 'month' then date_trunc('month', p_on::timestamp) when 'quarter' then date_trunc('quarter', p_on::timestamp)
      when 'halfYear' then date_trunc('year', p_on::timestamp) + case when extract(month from p_on) > 6 then interval '6 months' else interval '0' end
      else date_trunc('year', p_on::timestamp) end as s) x $$;
revoke all on function app.gate_period(text, date) from public;
grant execute on function app.gate_period(text, date) to app_user, app_system;
alter function app.gate_steps(uuid, uuid, date, text[]) owner to app_system;
revoke all on function app.gate_steps(uuid, uuid, date, text[]) from public;
grant execute on function app.gate_steps(uuid, uuid, date, text[]) to app_user;

-- Through the gate. `p_from`: the problem, or the id of the impulse; null for an interview. `p_barrier`: what leaves,
-- exactly as the person confirmed it; place and time are counted once more here. Null: not the asking person's to pass,
-- passed already, or too few cases share it.
create function app.pass_gate(p_source text, p_from uuid, p_on date, p_today date, p_barrier jsonb) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id(); the_case uuid; kinds text[]; id uuid := gen_random_uuid(); town uuid;
    region uuid;
  begin
    if t is null then return null; end if;
    kinds := array(select jsonb_array_elements_text(p_barrier -> 'attributeKinds'));
    town := (p_barrier ->> 'municipalityId')::uuid;
    if p_source = 'case' then
      select p.case_id into the_case from problem p join case_access a on a.tenant_id = p.tenant_id and a.case_id = p.case_id
          and a.user_id = app.user_id() and a.parts & 64 <> 0 and a.valid_during @> now()
        where p.tenant_id = t and p.id = p_from
          and not exists (select from problem_report r where r.tenant_id = t and r.problem_id = p_from) limit 1;
      if the_case is null then return null; end if;
    elsif p_source = 'impulse' then
      if p_from is null then return null; end if;
    elsif not app.has_any_role('coordinator', 'kimLead') then return null;
    end if;
    if not exists (select from app.gate_steps(the_case, town, p_on, kinds) g where g.place = p_barrier ->> 'placeKind'
        and g.period = p_barrier ->> 'periodGrain' and g.enough) then return null; end if;
    select r.region_id into region from region_municipality r
      where r.tenant_id = t and r.municipality_id = town and r.valid_during @> p_on;
    insert into barrier (tenant_id, id, source, impulse_source, kind, life_domain, legal_domains, unmet, place_kind,
        municipality_id, region_id, period_grain, period_from, lasting, days_lost, level, attributes)
      select t, id, p_source, p_barrier ->> 'impulseSource', p_barrier ->> 'kind', p_barrier ->> 'lifeDomain',
        array(select jsonb_array_elements_text(p_barrier -> 'legalDomains')), p_barrier ->> 'unmet', p_barrier ->> 'placeKind',
        case when p_barrier ->> 'placeKind' = 'municipality' then town end,
        case when p_barrier ->> 'placeKind' <> 'kreis' then region end,
        p_barrier ->> 'periodGrain', lower(app.gate_period(p_barrier ->> 'periodGrain', p_on)),
        p_barrier ->> 'lasting', p_barrier ->> 'daysLost', (p_barrier ->> 'level')::int,
        coalesce((select array_agg(v order by v) from app.case_attributes(t) c, unnest(c.attributes) v
          where c.case_id = the_case and split_part(v, ':', 1) = any (kinds)), '{}');
    insert into barrier_text (tenant_id, barrier_id, title, description, helped, client_view)
      values (t, id, p_barrier ->> 'title', p_barrier ->> 'description', p_barrier ->> 'helped', p_barrier ->> 'clientView');
    insert into barrier_organisation (tenant_id, barrier_id, organisation_id)
      select distinct t, id, o::uuid from jsonb_array_elements_text(p_barrier -> 'organisationIds') o;
    if p_source = 'case' then
      insert into problem_report (tenant_id, problem_id, case_id, barrier_id, reported_on) values (t, p_from, the_case, id, p_today);
    elsif p_source = 'impulse' then
      insert into impulse (tenant_id, id, barrier_id, given_on) values (t, p_from, id, p_today);
    else
      insert into interview (tenant_id, barrier_id, organisation_id, guide, consent)
        values (t, id, (p_barrier ->> 'conductedBy')::uuid, p_barrier ->> 'guide', (p_barrier ->> 'consent')::boolean);
    end if;
    return id;
  end $$;
alter function app.pass_gate(text, uuid, date, date, jsonb) owner to app_system;
revoke all on function app.pass_gate(text, uuid, date, date, jsonb) from public;
grant execute on function app.pass_gate(text, uuid, date, date, jsonb) to app_user;

-- Barriers the asking person brought through the gate: own impulses, and problems of cases he or she works.
create function app.own_barriers() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select i.barrier_id from impulse i where i.tenant_id = (select app.tenant_id()) and i.created_by = (select app.user_id())
    union
    select r.barrier_id from problem_report r join case_access a on a.tenant_id = r.tenant_id and a.case_id = r.case_id
      and a.user_id = (select app.user_id()) and a.parts & 64 <> 0 and a.valid_during @> now()
    where r.tenant_id = (select app.tenant_id()) $$;
alter function app.own_barriers() owner to app_system;
revoke all on function app.own_barriers() from public;
grant execute on function app.own_barriers() to app_user;

-- The reporter answers a question without being known, and adds what was forgotten. False: not the own barrier, or
-- answered already. Neither leaves a time.
create function app.answer_question(p_question uuid, p_answer text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    update barrier_question q set answer = p_answer where q.tenant_id = app.tenant_id() and q.id = p_question
      and q.answer is null and q.barrier_id in (select app.own_barriers());
    return found;
  end $$;
create function app.add_to_barrier(p_barrier uuid, p_content text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    insert into barrier_addition (tenant_id, id, barrier_id, content)
      select app.tenant_id(), gen_random_uuid(), b, p_content from app.own_barriers() b where b = p_barrier;
    return found;
  end $$;
alter function app.answer_question(uuid, text) owner to app_system;
alter function app.add_to_barrier(uuid, text) owner to app_system;
revoke all on function app.answer_question(uuid, text) from public;
revoke all on function app.add_to_barrier(uuid, text) from public;
grant execute on function app.answer_question(uuid, text) to app_user;
grant execute on function app.add_to_barrier(uuid, text) to app_user;

-- What the reporter reads of own barriers, also who has no right to read barriers (partner, B3).
create function app.own_barrier(p_barriers uuid[]) returns table (barrier_id uuid, view jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select b.id, jsonb_build_object('kind', b.kind, 'title', t.title, 'description', t.description, 'helped', t.helped,
        'clientView', t.client_view, 'state', b.state, 'placeKind', b.place_kind, 'periodGrain', b.period_grain,
        'periodFrom', b.period_from, 'attributes', b.attributes,
        'place', coalesce(m.name, r.label),
        'additions', (select coalesce(jsonb_agg(x.content order by x.id), '[]') from barrier_addition x
          where x.tenant_id = b.tenant_id and x.barrier_id = b.id),
        'questions', (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'question', q.question, 'answer', q.answer,
            'askedOn', q.asked_on) order by q.created_at, q.id), '[]')
          from barrier_question q where q.tenant_id = b.tenant_id and q.barrier_id = b.id))
    from barrier b join barrier_text t on t.tenant_id = b.tenant_id and t.barrier_id = b.id
      left join municipality m on m.tenant_id = b.tenant_id and m.id = b.municipality_id
      left join region r on r.tenant_id = b.tenant_id and r.id = b.region_id
    where b.tenant_id = (select app.tenant_id()) and b.id = any (p_barriers) and b.id in (select app.own_barriers()) $$;
alter function app.own_barrier(uuid[]) owner to app_system;
revoke all on function app.own_barrier(uuid[]) from public;
grant execute on function app.own_barrier(uuid[]) to app_user;

-- What came of barriers (R096), for who brought them and for who may read them: one row for each thing that answers.
-- Modules that build on barriers replace it and add rows: `kind` theme, decision, paper, measure …
create function app.barrier_answer(p_barriers uuid[])
    returns table (barrier_id uuid, kind text, object_id uuid, title text, state text, on_date date, words text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select b.id, 'barrier', b.id, t.title, b.state, (select max(s.on_date) from barrier_step s
        where s.tenant_id = b.tenant_id and s.barrier_id = b.id), t.answer
    from barrier b join barrier_text t on t.tenant_id = b.tenant_id and t.barrier_id = b.id
    where b.tenant_id = (select app.tenant_id()) and b.id = any (p_barriers)
      and (b.id in (select app.own_barriers())
        or (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager'))) $$;
alter function app.barrier_answer(uuid[]) owner to app_system;
revoke all on function app.barrier_answer(uuid[]) from public;
grant execute on function app.barrier_answer(uuid[]) to app_user;

-- How many cases stand behind barriers: rounded down to fives, and nothing below the threshold, so that two questions do
-- not tell whether one barrier belongs to the same case as others.
create function app.cases_behind(p_barriers uuid[]) returns int
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select case when n >= app.suppression_threshold() then n / 5 * 5 end
    from (select count(distinct r.case_id)::int as n from problem_report r
      where r.tenant_id = (select app.tenant_id()) and r.barrier_id = any (p_barriers)
        and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager'))) x $$;
alter function app.cases_behind(uuid[]) owner to app_system;
revoke all on function app.cases_behind(uuid[]) from public;
grant execute on function app.cases_behind(uuid[]) to app_user;

-- Tells the reporter that there is a question or an answer. Who it is stays here.
create function app.tell_reporter(p_tenant uuid, p_barrier uuid, p_kind text) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp
  as $$
    insert into notification (tenant_id, id, user_id, kind, object_kind, object_id, case_id)
    select p_tenant, gen_random_uuid(), f.responsible_user_id, p_kind, 'problem', r.problem_id, r.case_id
    from problem_report r join case_file f on f.tenant_id = r.tenant_id and f.id = r.case_id
    where r.tenant_id = p_tenant and r.barrier_id = p_barrier
    union all
    select p_tenant, gen_random_uuid(), i.created_by, p_kind, 'impulse', i.id, null
    from impulse i where i.tenant_id = p_tenant and i.barrier_id = p_barrier $$;
create function app.on_barrier_question() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ begin perform app.tell_reporter(new.tenant_id, new.barrier_id, 'barrier.asked'); return null; end $$;
create function app.on_barrier_step() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ begin perform app.tell_reporter(new.tenant_id, new.barrier_id, 'barrier.moved'); return null; end $$;
alter function app.tell_reporter(uuid, uuid, text) owner to app_system;
alter function app.on_barrier_question() owner to app_system;
alter function app.on_barrier_step() owner to app_system;
revoke all on function app.tell_reporter(uuid, uuid, text) from public;
revoke all on function app.on_barrier_question() from public;
revoke all on function app.on_barrier_step() from public;
create trigger barrier_question_tells after insert on barrier_question for each row execute function app.on_barrier_question();
create trigger barrier_step_tells after insert on barrier_step for each row execute function app.on_barrier_step();

-- Like barriers of one: by what they share and by their words. Looks only at what an index finds: the rarest stems, words
-- that look alike (trigrams on the list of stems), and the newest of the same kind or organisation; joined back under
-- row level security by who asks.
create function app.similar_barriers(p_barrier uuid, p_most int)
    returns table (barrier_id uuid, score real, stems text[], near text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with me as materialized (select b.* from barrier b where b.tenant_id = (select app.tenant_id()) and b.id = p_barrier
        and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager'))),
      mine as materialized (select c.stem, c.barriers from barrier_stem s
        join barrier_stem_count c on c.tenant_id = s.tenant_id and c.stem = s.stem
        join me on me.tenant_id = s.tenant_id and me.id = s.barrier_id
        order by c.barriers, c.stem limit 24),
      words as materialized (
        select m.stem, m.stem as found, 1.0 as closeness, m.barriers from (select * from mine where barriers > 1 order by barriers, stem limit 12) m
        union all
        select m.stem, c.stem, c.closeness, c.barriers from (select * from mine where length(stem) >= 7 order by barriers, stem limit 12) m
          cross join lateral (select k.stem, greatest(similarity(k.stem, m.stem), word_similarity(m.stem, k.stem) * 0.9) as closeness, k.barriers
            from barrier_stem_count k where k.tenant_id = (select app.tenant_id()) and (k.stem % m.stem or m.stem <% k.stem)
              and k.stem <> m.stem and k.barriers > 0
              and greatest(similarity(k.stem, m.stem), word_similarity(m.stem, k.stem) * 0.9) >= 0.5
            order by closeness desc, k.stem limit 3) c),
      hits as materialized (select h.barrier_id, w.stem, w.found, w.closeness / ln(w.barriers + 2.0) as weight from words w
        cross join lateral (select s.barrier_id from barrier_stem s
          where s.tenant_id = (select app.tenant_id()) and s.stem = w.found order by s.barrier_id limit 300) h
        where h.barrier_id <> p_barrier),
      candidates as (select h.barrier_id from hits h group by h.barrier_id
        union
        select x.id from me cross join lateral (select b.id from barrier b where b.tenant_id = me.tenant_id and b.kind = me.kind
          and b.life_domain = me.life_domain order by b.period_from desc, b.id desc limit 200) x
        union
        select x.barrier_id from barrier_organisation o cross join lateral (select y.barrier_id from barrier_organisation y
            where y.tenant_id = o.tenant_id and y.organisation_id = o.organisation_id order by y.barrier_id desc limit 200) x
          where o.tenant_id = (select app.tenant_id()) and o.barrier_id = p_barrier),
      scored as (select b.id,
          2.0 * (b.kind = me.kind)::int + 2.0 * coalesce(b.life_domain = me.life_domain, false)::int
            + 1.0 * (b.legal_domains && me.legal_domains)::int + 1.0 * coalesce(b.unmet = me.unmet, false)::int
            + 0.5 * coalesce(b.municipality_id = me.municipality_id, false)::int + 0.5 * coalesce(b.region_id = me.region_id, false)::int
            + 2.0 * (exists (select from barrier_organisation o join barrier_organisation y on y.tenant_id = o.tenant_id
                and y.organisation_id = o.organisation_id and y.barrier_id = b.id
              where o.tenant_id = b.tenant_id and o.barrier_id = p_barrier))::int as by_attributes
        from me, candidates c join barrier b on b.id = c.barrier_id
        where b.tenant_id = (select app.tenant_id()) and b.id <> p_barrier and b.state <> 'merged'),
      worded as (select h.barrier_id, sum(h.weight) as weight, array_agg(distinct h.stem) filter (where h.found = h.stem) as stems,
          array_agg(distinct h.found) filter (where h.found <> h.stem) as near
        from (select g.barrier_id, g.stem, g.found, g.weight, row_number() over (partition by g.barrier_id, g.stem order by g.weight desc) as n
          from hits g) h where h.n = 1 group by h.barrier_id)
    select s.id, (s.by_attributes + 6.0 * coalesce(w.weight, 0))::real as score, coalesce(w.stems, '{}'), coalesce(w.near, '{}')
    from scored s left join worded w on w.barrier_id = s.id
    where s.by_attributes >= 4 or w.weight > 0.35
    order by score desc, s.id limit least(p_most, 100) $$;
alter function app.similar_barriers(uuid, int) owner to app_system;
revoke all on function app.similar_barriers(uuid, int) from public;
grant execute on function app.similar_barriers(uuid, int) to app_user;
