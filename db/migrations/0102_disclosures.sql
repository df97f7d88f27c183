-- Disclosure without consent (R172): on a statutory ground only, reasoned, a second person asked before it is carried
-- out. Structure apart from words, as everywhere; the data protection officer sees the fact.
create table disclosure (
  tenant_id           uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                  uuid not null,
  case_id             uuid not null,
  person_id           uuid not null,
  -- § 4 KKG, § 8a SGB VIII, § 34 StGB. Nothing else.
  ground              text not null check (ground in ('childProtectionKkg', 'childProtectionSgb8', 'necessity')),
  -- Never the immigration authority by this route: no such kind, and the trigger below for listed offices.
  recipient_kind      text not null check (recipient_kind in ('organisation', 'youthOffice', 'familyCourt', 'police', 'rescue', 'health')),
  organisation_id     uuid,
  unit_id             uuid,
  data_categories     text[] not null default '{}' check (cardinality(data_categories) <= 20),
  special_categories  text[] not null default '{}' check (special_categories <@ array['health', 'religion', 'ethnicOrigin']),
  state               text not null default 'asked' check (state in ('asked', 'agreed', 'refused', 'carriedOut', 'dropped')),
  state_on            date not null,
  second_user_id      uuid not null,
  answered_on         date,
  carried_out_on      date,
  client_informed     text check (client_informed in ('before', 'after', 'not')),
  client_informed_on  date,
  not_informed_reason text check (not_informed_reason in ('wouldEndanger', 'notReachable', 'other')),
  created_by          uuid not null default app.user_id(),
  created_at          timestamptz not null default now(),
  version             int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, second_user_id) references staff_user (tenant_id, id),
  constraint disclosure_recipient check ((recipient_kind = 'organisation') = (organisation_id is not null)),
  -- Nothing goes out before the second person has answered.
  constraint disclosure_second_first check (state in ('asked', 'dropped') or answered_on is not null),
  constraint disclosure_carried_out check ((state = 'carriedOut') = (carried_out_on is not null)
    and (state <> 'carriedOut' or client_informed is not null)),
  constraint disclosure_informed check ((client_informed = 'not') = (not_informed_reason is not null)
    and (client_informed in ('before', 'after')) = (client_informed_on is not null))
);
create index disclosure_case on disclosure (tenant_id, case_id, created_at, id);
create index disclosure_second on disclosure (tenant_id, second_user_id) where state = 'asked';
create index disclosure_register on disclosure (tenant_id, created_at, id);

create table disclosure_text (
  tenant_id      uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  disclosure_id  uuid not null,
  case_id        uuid not null,
  second_user_id uuid not null,
  -- Ends with the answer.
  second_open    boolean not null default true,
  -- Why it is necessary, what exactly is told, and to whom where no listed office is named.
  reason         text not null check (length(reason) between 1 and 2000),
  content        text not null check (length(content) between 1 and 2000),
  recipient_name text check (length(recipient_name) <= 200),
  second_note    text check (length(second_note) <= 1000),
  client_note    text check (length(client_note) <= 1000),
  primary key (tenant_id, disclosure_id),
  foreign key (tenant_id, case_id, disclosure_id) references disclosure (tenant_id, case_id, id) on delete cascade
);

-- Case managers and coordinators of the asking person's own employer, the person left out: who may be asked.
create function app.second_persons() returns table (id uuid, name text) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select u.id, u.given_name || ' ' || u.family_name from staff_user me
        join staff_user u on u.tenant_id = me.tenant_id and u.organisation_id = me.organisation_id and u.id <> me.id and u.active
        where me.tenant_id = (select app.tenant_id()) and me.id = (select app.user_id()) and (select app.has_role('caseManager'))
          and exists (select from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id
            and r.role in ('caseManager', 'coordinator') and r.valid_during @> now())
        order by u.family_name, u.given_name, u.id $$;
alter function app.second_persons() owner to app_system;
revoke all on function app.second_persons() from public;
grant execute on function app.second_persons() to app_user;

-- Only a person of the own employer is asked; only that person answers, and nothing else; nobody answers for oneself.
create function app.disclosure_moves() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if tg_op = 'INSERT' then
      if new.second_user_id not in (select s.id from app.second_persons() s) then
        raise exception 'ask somebody of your own employer' using errcode = '23514', constraint = 'disclosure_second_person';
      end if;
      return new;
    end if;
    if new.state <> old.state and (old.state || '>' || new.state) not in ('asked>agreed', 'asked>refused', 'asked>dropped',
        'agreed>carriedOut', 'agreed>dropped') then
      raise exception 'no such move' using errcode = '23514', constraint = 'disclosure_moves';
    end if;
    if app.user_id() = old.second_user_id and (new.client_informed, new.carried_out_on) is distinct from (old.client_informed, old.carried_out_on)
        or new.state in ('agreed', 'refused') and new.state <> old.state and app.user_id() <> old.second_user_id
        or app.user_id() = old.second_user_id and new.state not in ('agreed', 'refused') then
      raise exception 'the second person answers and nothing else' using errcode = '42501', constraint = 'disclosure_second_answers';
    end if;
    return new;
  end $$;
create trigger disclosure_moves before insert or update on disclosure for each row execute function app.disclosure_moves();
-- With the answer (or when the question is dropped) the words close to the second person.
create function app.on_disclosure_answered() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    update disclosure_text set second_open = false where tenant_id = new.tenant_id and disclosure_id = new.id;
    return null;
  end $$;
alter function app.on_disclosure_answered() owner to app_system;
revoke all on function app.on_disclosure_answered() from public;
create trigger disclosure_answered after update of state on disclosure
  for each row when (old.state = 'asked' and new.state <> 'asked') execute function app.on_disclosure_answered();
create trigger disclosure_never_to_immigration before insert or update of organisation_id, unit_id on disclosure
  for each row when (new.organisation_id is not null) execute function app.never_to_immigration();


alter table disclosure enable row level security;
alter table disclosure force row level security;
-- Who works the case, oversight (structured), the second person asked, and the data protection officer (the fact).
create policy disclosure_read on disclosure for select to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = disclosure.case_id and a.parts & 1 <> 0 and a.valid_during @> now())
    or second_user_id = (select app.user_id()) or (select app.has_role('dataProtectionOfficer'))));
create policy disclosure_new on disclosure for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and second_user_id <> (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = disclosure.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy disclosure_change on disclosure for update to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = disclosure.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    or second_user_id = (select app.user_id())))
  with check (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = disclosure.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    or second_user_id = (select app.user_id())));
create policy disclosure_system on disclosure for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, person_id, ground, recipient_kind, organisation_id, unit_id, data_categories, special_categories, second_user_id, state_on),
  update (state, state_on, answered_on, carried_out_on, client_informed, client_informed_on, not_informed_reason, version) on disclosure to app_user;
grant select, insert, update, delete on disclosure to app_system;

alter table disclosure_text enable row level security;
alter table disclosure_text force row level security;
-- The second person reads the words while the question is open, and no longer.
create policy disclosure_text_read on disclosure_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = disclosure_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now())
    or second_open and second_user_id = (select app.user_id())));
create policy disclosure_text_new on disclosure_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = disclosure_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy disclosure_text_change on disclosure_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = disclosure_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    or second_user_id = (select app.user_id())))
  with check (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = disclosure_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    or second_user_id = (select app.user_id())));
create policy disclosure_text_system on disclosure_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (disclosure_id, case_id, second_user_id, reason, content, recipient_name), update (second_note, client_note) on disclosure_text to app_user;
grant select, insert, update, delete on disclosure_text to app_system;
