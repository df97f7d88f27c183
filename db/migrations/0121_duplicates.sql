-- Duplicates at intake: persons of the tenant who could be the one being written down. docs/database.md, "Search".
--
-- How names sound, a row for each word and for two neighbouring words written as one (AL HASSAN, ALHASSAN). A table of
-- its own with a plain index, because equality is leakproof and so keeps its index under row level security; `%` of
-- pg_trgm and the operators of arrays are not. Trigrams, typing errors and dates of birth then weigh what is found.
-- Nobody but app.check_duplicates reads it. Made by the database from person.phonetic, whoever writes that.

-- Never used under row level security (quality.md §1.3), paid for with every write.
drop index person_search;
drop index person_phonetic;

create table person_key (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  key        text not null,
  person_id  uuid not null,
  birth_year int,
  primary key (tenant_id, key, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index person_key_person on person_key (tenant_id, person_id);
alter table person_key enable row level security;
alter table person_key force row level security;
create policy person_key_system on person_key for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert, update, delete on person_key to app_system;

-- The codes of the words, and of neighbours as one word: the zero of a vowel counts at the beginning only, and a sound
-- is written once.
create function app.name_keys(p_phonetic text) returns text[] language sql immutable parallel safe
  as $$
    with word as (
      select code, row_number() over (order by position) as n
      from unnest(string_to_array(p_phonetic, ' ')) with ordinality w (code, position) where code <> ''
    )
    select coalesce(array_agg(distinct code), '{}') from (
      select code from word
      union all
      select left(a.code, 1) || regexp_replace(replace(substr(a.code, 2) || b.code, '0', ''), '(.)\1+', '\1', 'g')
      from word a join word b on b.n = a.n + 1
    ) x $$;
grant execute on function app.name_keys(text) to app_user, app_system;

create function app.on_person_name() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if tg_op = 'UPDATE' then
      if new.phonetic = old.phonetic and new.birth_year is not distinct from old.birth_year then return null; end if;
      delete from person_key where tenant_id = new.tenant_id and person_id = new.id;
    end if;
    insert into person_key (tenant_id, key, person_id, birth_year)
      select new.tenant_id, k, new.id, new.birth_year from unnest(app.name_keys(new.phonetic)) k;
    return null;
  end $$;
alter function app.on_person_name() owner to app_system;
revoke all on function app.on_person_name() from public;
create trigger person_name after insert or update of phonetic, birth_year on person
  for each row execute function app.on_person_name();

-- Rows that are there already, of all tenants: the owner is under row level security only while it is forced.
alter table person no force row level security;
alter table person_key no force row level security;
insert into person_key (tenant_id, key, person_id, birth_year)
  select p.tenant_id, k, p.id, p.birth_year from person p, unnest(app.name_keys(p.phonetic)) k;
alter table person_key force row level security;
alter table person force row level security;

-- What somebody decided about two persons, or about a person taken over into a further case. Never changed.
create table duplicate_decision (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  person_id       uuid not null,
  -- 'other': these two are two. Null with 'same'.
  other_person_id uuid,
  -- 'same': the known person was taken over into this case instead of being written down again.
  case_id         uuid,
  decision        text not null check (decision in ('same', 'other')),
  decided_by      uuid not null default app.user_id(),
  decided_at      timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, other_person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, decided_by) references staff_user (tenant_id, id),
  check ((decision = 'other') = (other_person_id is not null)),
  check ((decision = 'same') = (case_id is not null)),
  check (person_id <> other_person_id)
);
create index duplicate_decision_person on duplicate_decision (tenant_id, person_id);
create index duplicate_decision_other on duplicate_decision (tenant_id, other_person_id) where other_person_id is not null;
alter table duplicate_decision enable row level security;
alter table duplicate_decision force row level security;
-- Who sees both persons; who sees one of them learns nothing of the other.
create policy duplicate_decision_read on duplicate_decision for select to app_user
  using (tenant_id = (select app.tenant_id())
    and exists (select from person_access a where a.tenant_id = duplicate_decision.tenant_id
      and a.person_id = duplicate_decision.person_id and a.valid_during @> now())
    and (other_person_id is null or exists (select from person_access a where a.tenant_id = duplicate_decision.tenant_id
      and a.person_id = duplicate_decision.other_person_id and a.valid_during @> now())));
create policy duplicate_decision_new on duplicate_decision for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and decided_by = (select app.user_id())
    and exists (select from person_access a where a.tenant_id = duplicate_decision.tenant_id
      and a.person_id = duplicate_decision.person_id and a.level = 'work' and a.valid_during @> now())
    and (other_person_id is null or exists (select from person_access a where a.tenant_id = duplicate_decision.tenant_id
      and a.person_id = duplicate_decision.other_person_id and a.valid_during @> now()))
    and (case_id is null or exists (select from case_access a where a.tenant_id = duplicate_decision.tenant_id
      and a.case_id = duplicate_decision.case_id and a.parts & 64 <> 0 and a.valid_during @> now())));
create policy duplicate_decision_system on duplicate_decision for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, person_id, other_person_id, case_id, decision) on duplicate_decision to app_user;
grant select, insert, update, delete on duplicate_decision to app_system;

-- How often somebody asked: a count for ten minutes, no names. The check could otherwise be used to try out a list.
create table duplicate_check (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  user_id      uuid not null,
  window_start timestamptz not null,
  checks       int not null,
  primary key (tenant_id, user_id, window_start),
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade
);
alter table duplicate_check enable row level security;
alter table duplicate_check force row level security;
create policy duplicate_check_system on duplicate_check for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert, update, delete on duplicate_check to app_system;

-- True when the asking person may check once more; counts it. 60 in ten minutes, 400 in a day, unless the district's
-- setting `duplicateChecks` says another number for the ten minutes.
create function app.count_duplicate_check() returns boolean language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    t uuid := app.tenant_id();
    me uuid := app.user_id();
    most int := coalesce((select (s.value #>> '{}')::int from tenant_setting s
      where s.tenant_id = t and s.key = 'duplicateChecks' and s.valid_to is null), 60);
    counted int;
  begin
    if me is null then return false; end if;
    insert into duplicate_check as c (tenant_id, user_id, window_start, checks)
      values (t, me, date_bin('10 minutes', now(), timestamptz '2020-01-01'), 1)
      on conflict (tenant_id, user_id, window_start) do update set checks = c.checks + 1
      returning c.checks into counted;
    if counted = 1 then
      delete from duplicate_check c where c.tenant_id = t and c.user_id = me and c.window_start < now() - interval '25 hours';
    end if;
    return counted <= most and (select sum(c.checks) from duplicate_check c
      where c.tenant_id = t and c.user_id = me and c.window_start > now() - interval '1 day') <= greatest(400, most * 7);
  end $$;
alter function app.count_duplicate_check() owner to app_system;
revoke all on function app.count_duplicate_check() from public;
grant execute on function app.count_duplicate_check() to app_user;

-- Who of the tenant could be the person being written down. `candidates`: of the own access, best first. `elsewhere`:
-- whether somebody outside it is likely the same; no more, and never from a file marked § 203 StGB or restricted.
-- `contact_id`: the coordinator to ask, never the case manager. `p_family`, `p_given`: keys of the typed names
-- (app.name_keys). At most 2,000 rows are weighed, however many there are.
create function app.check_duplicates(p_form text, p_family text[], p_given text[], p_birth_date date, p_birth_year int, p_person uuid)
  returns table (candidates uuid[], elsewhere boolean, contact_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    t uuid := app.tenant_id();
    me uuid := app.user_id();
    typed text := app.fold_name(p_form);
    hidden uuid[];
  begin
    if not app.has_role('caseManager') then
      return query select '{}'::uuid[], false, null::uuid;
      return;
    end if;
    with block as (
      select k.person_id from person_key k where k.tenant_id = t and k.key = any (p_family)
      union
      select k.person_id from person_key k where k.tenant_id = t and k.key = any (p_given) and k.birth_year = p_birth_year
      union
      select p.id from person p where p.tenant_id = t and p.birth_year = p_birth_year and p.birth_date = p_birth_date
      limit 2000
    ), weighed as (
      select p.id, similarity(app.fold_name(p.search_name), typed) as alike,
        n.keys && p_family and n.keys && p_given as sounds,
        case
          when p_birth_year is null or p.birth_year is null then 'open'
          when p.birth_date = p_birth_date and to_char(p_birth_date, 'MMDD') <> '0101' then 'same'
          when p.birth_year = p_birth_year then 'near'
          -- One figure wrong, or day and month the wrong way round, is a typing error; another year is another person.
          when abs(p.birth_year - p_birth_year) = 1 then 'near'
          when to_char(p.birth_date, 'MMDD') = to_char(p_birth_date, 'MMDD') and to_char(p_birth_date, 'MMDD') <> '0101' then 'near'
          else 'other' end as born
      from block b join person p on p.tenant_id = t and p.id = b.person_id
        cross join lateral (select app.name_keys(p.phonetic) as keys) n
      where p.id is distinct from p_person
    ), likely as (
      select w.id, w.alike + case when w.sounds then 0.5 else 0 end + case w.born when 'same' then 0.5 when 'near' then 0.1 else 0 end as weight,
        (w.born <> 'other' and (w.sounds or w.alike >= 0.6)) or (w.born = 'same' and w.alike >= 0.45) as strong,
        exists (select from person_access a where a.tenant_id = t and a.user_id = me and a.person_id = w.id
          and a.valid_during @> now()) as mine
      from weighed w
      where w.sounds or w.alike >= 0.55 or (w.born = 'same' and w.alike >= 0.3)
    )
    select coalesce(array_agg(l.id order by l.weight desc, l.id) filter (where l.mine and (l.strong or l.weight >= 0.7)
        and not exists (select from duplicate_decision d where d.tenant_id = t and p_person is not null
          and ((d.person_id = p_person and d.other_person_id = l.id) or (d.person_id = l.id and d.other_person_id = p_person)))), '{}'),
      coalesce(array_agg(l.id order by l.weight desc, l.id) filter (where not l.mine and l.strong), '{}')
      into candidates, hidden from likely l;
    candidates := candidates[1:5];
    select f.id is not null, app.duplicate_contact(f.id) into elsewhere, contact_id
      from case_person c join case_file f on f.tenant_id = t and f.id = c.case_id
      where c.tenant_id = t and c.person_id = any (hidden) and not f.secrecy_203
        and (f.restricted_on is null or f.restricted_on > (now() at time zone 'Europe/Berlin')::date)
      order by f.closed_on is not null, f.opened_on desc, f.id limit 1;
    elsewhere := coalesce(elsewhere, false);
    return next;
  end $$;

-- The coordinator with oversight over who is responsible; else one of the region of the case's site; else the lead.
create function app.duplicate_contact(p_case uuid) returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select x.user_id from (
      select 1 as n, o.coordinator_id as user_id, lower(o.valid_during) as since
        from case_file f join oversight o on o.tenant_id = f.tenant_id and o.case_manager_id = f.responsible_user_id
        where f.tenant_id = (select app.tenant_id()) and f.id = p_case and o.valid_during @> now()
      union all
      select 2, r.user_id, lower(r.valid_during)
        from case_file f join site s on s.tenant_id = f.tenant_id and s.id = f.site_id
          join role_assignment r on r.tenant_id = f.tenant_id and r.role = 'coordinator' and r.scope_kind = 'region' and r.scope_id = s.region_id
        where f.tenant_id = (select app.tenant_id()) and f.id = p_case and r.valid_during @> now()
      union all
      select 3, r.user_id, lower(r.valid_during) from role_assignment r
        where r.tenant_id = (select app.tenant_id()) and r.role = 'kimLead' and r.valid_during @> now()
    ) x join staff_user u on u.tenant_id = (select app.tenant_id()) and u.id = x.user_id and u.active
    order by x.n, x.since, x.user_id limit 1 $$;
alter function app.duplicate_contact(uuid) owner to app_system;
revoke all on function app.duplicate_contact(uuid) from public;
alter function app.check_duplicates(text, text[], text[], date, int, uuid) owner to app_system;
revoke all on function app.check_duplicates(text, text[], text[], date, int, uuid) from public;
grant execute on function app.check_duplicates(text, text[], text[], date, int, uuid) to app_user;
