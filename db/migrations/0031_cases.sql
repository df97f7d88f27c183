-- Cases: request, case file, household, assignment, phases, and who may see what (case_access).

-- A row says: this user may see these parts of this case during this time, because of this basis. Written by
-- app.recompute_case_access alone. `parts` is a bit mask: 1 structured data, 2 identity of persons, 4 contact notes,
-- 8 assessment texts, 16 plan texts and agreements, 32 documents, 64 work (write). Oversight alone is 1.
create table case_access (
  tenant_id    uuid not null references tenant (id) on delete cascade,
  user_id      uuid not null,
  case_id      uuid not null,
  basis        text not null check (basis in ('assignment', 'deputy', 'oversight', 'release', 'teamConsent', 'reason')),
  basis_id     uuid not null,
  level        text not null check (level in ('oversight', 'read', 'work')),
  parts        int not null check (parts between 1 and 127),
  valid_during tstzrange not null check (not isempty(valid_during)),
  primary key (tenant_id, user_id, case_id, basis, basis_id, valid_during)
);
create index case_access_case on case_access (tenant_id, case_id);
alter table case_access enable row level security;
alter table case_access force row level security;
create policy case_access_own on case_access for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy case_access_system on case_access for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on case_access to app_user;
grant select, insert, update, delete on case_access to app_system;

create table case_file (
  tenant_id                   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                          uuid not null,
  file_number                 text not null,
  episode                     int not null default 1,
  intensity                   text not null check (intensity in ('briefAdvice', 'accompaniment', 'caseManagement')),
  phase                       text not null,
  phase_since                 date not null,
  responsible_user_id         uuid not null,
  responsible_organisation_id uuid not null,
  site_id                     uuid,
  municipality_id             uuid,
  entry_route                 text,
  target_group                text,
  gap_markers                 text[] not null default '{}',
  hardship_until              date,
  urgency                     text not null default 'normal' check (urgency in ('normal', 'soon', 'urgent')),
  -- Marked § 203 StGB: never opened by a reason alone.
  secrecy_203                 boolean not null default false,
  language                    text,
  opened_on                   date not null,
  closed_on                   date,
  closure_reason              text,
  aftercare_on                date,
  -- After this day the file is restricted: contents close, the structured row stays for statistics.
  restricted_on               date,
  last_contact_on             date,
  reassessment_due_on         date,
  request_id                  uuid,
  created_by                  uuid not null default app.user_id(),
  created_at                  timestamptz not null default now(),
  version                     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, file_number),
  foreign key (tenant_id, responsible_user_id) references staff_user (tenant_id, id),
  foreign key (tenant_id, responsible_organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, site_id) references site (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  constraint closed_has_reason check ((closed_on is null) = (closure_reason is null)),
  constraint restricted_after_closure check (restricted_on is null or closed_on is not null)
);
create index case_file_responsible on case_file (tenant_id, responsible_user_id, closed_on, phase_since desc, id desc);
create index case_file_site on case_file (tenant_id, site_id);

-- File numbers count per tenant and year.
create table case_number (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  year      int not null,
  last      int not null,
  primary key (tenant_id, year)
);

-- One responsible case manager and one responsible organisation at a time.
create table case_assignment (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  case_id         uuid not null,
  user_id         uuid not null,
  organisation_id uuid not null,
  valid_during    tstzrange not null default tstzrange(now(), null) check (not isempty(valid_during)),
  assigned_by     uuid not null default app.user_id(),
  reason          text,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  constraint one_responsible_at_a_time exclude using gist (tenant_id with =, case_id with =, valid_during with &&)
);
create index case_assignment_user on case_assignment (tenant_id, user_id);

-- Household and other persons of the case, with role and dates. Age group and coarse origin are the
-- structured picture that oversight may see; names are in `person`.
create table case_person (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  case_id      uuid not null,
  person_id    uuid not null,
  role         text not null,
  is_main      boolean not null default false,
  age_group    text not null default 'unknown',
  origin_group text not null default 'unknown',
  valid_from   date not null,
  valid_to     date,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index case_person_case on case_person (tenant_id, case_id);
create index case_person_person on case_person (tenant_id, person_id);
create unique index case_person_one_main on case_person (tenant_id, case_id) where is_main and valid_to is null;

create table case_organisation (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  role            text not null,
  valid_from      date not null,
  valid_to        date,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index case_organisation_case on case_organisation (tenant_id, case_id);

-- Every change of phase or intensity, dated, with person and reason.
create table case_step (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  case_id    uuid not null,
  episode    int not null,
  kind       text not null check (kind in ('phase', 'intensity', 'firstTalk', 'closed', 'reopened', 'handover')),
  from_value text,
  to_value   text not null,
  on_date    date not null,
  reason     text,
  actor_id   uuid not null default app.user_id(),
  at         timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade
);
create index case_step_case on case_step (tenant_id, case_id, at);

-- Free text of the case, kept apart from the structured row: oversight sees none of it.
create table case_text (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  case_id   uuid not null,
  kind      text not null check (kind in ('concern', 'summary', 'clientView', 'closure', 'openNeeds', 'servedElsewhere')),
  content   text not null check (length(content) <= 8000),
  version   int not null default 1,
  primary key (tenant_id, case_id, kind),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade
);

-- Clear access for a coordinator: released by the case manager, or for a listed reason (72 hours, parts).
create table clear_access (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  case_id      uuid not null,
  user_id      uuid not null,
  kind         text not null check (kind in ('release', 'reason')),
  reason       text check (reason in ('complaint', 'danger', 'absenceWithoutDeputy', 'qualitySample')),
  parts        int not null check (parts between 1 and 62),
  valid_during tstzrange not null check (not isempty(valid_during) and upper(valid_during) is not null),
  granted_by   uuid not null default app.user_id(),
  granted_at   timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id),
  check ((kind = 'reason') = (reason is not null)),
  constraint at_most_72_hours check (kind = 'release' or (lower(valid_during) is not null and upper(valid_during) is not null
    and upper(valid_during) - lower(valid_during) <= interval '72 hours'))
);
create index clear_access_case on clear_access (tenant_id, case_id);

-- The client agreed in a consent that the KIM team as a whole works with the file (written by module consent).
create table team_consent (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  case_id      uuid not null,
  consent_id   uuid not null,
  valid_during tstzrange not null check (not isempty(valid_during)),
  primary key (tenant_id, case_id, consent_id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade
);

-- ---------------------------------------------------------------------------------------------------------
-- Requests (R043–R049). Name and number are apart: the coordinator assigns without reading them.
create table request (
  tenant_id        uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id               uuid not null,
  received_at      timestamptz not null default now(),
  channel          text not null check (channel in ('phone', 'walkIn', 'partner', 'consultationHour', 'outreach', 'written')),
  entry_route      text,
  site_id          uuid not null,
  municipality_id  uuid,
  language         text,
  urgency          text not null default 'normal' check (urgency in ('normal', 'soon', 'urgent')),
  concern          text check (length(concern) <= 500),
  life_domains     text[] not null default '{}',
  state            text not null default 'open' check (state in ('open', 'assigned', 'advised', 'signposted', 'converted', 'withdrawn')),
  assigned_to      uuid,
  assigned_at      timestamptz,
  assigned_by      uuid,
  case_id          uuid,
  outcome          text,
  signposted_to    uuid,
  closed_at        timestamptz,
  -- Requests that never become a case have their own short retention.
  delete_after     date not null,
  created_by       uuid not null default app.user_id(),
  created_at       timestamptz not null default now(),
  version          int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, site_id) references site (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  foreign key (tenant_id, assigned_to) references staff_user (tenant_id, id),
  foreign key (tenant_id, signposted_to) references organisation (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete set null (case_id)
);
create index request_queue on request (tenant_id, site_id, state, received_at, id);
create index request_assigned on request (tenant_id, assigned_to, state);
create index request_retention on request (tenant_id, delete_after);

create table request_contact (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  request_id      uuid not null,
  caller_name     text check (length(caller_name) <= 200),
  callback_number text check (length(callback_number) <= 50),
  -- The call-back number is deleted after a configured time.
  delete_on       date not null,
  primary key (tenant_id, request_id),
  foreign key (tenant_id, request_id) references request (tenant_id, id) on delete cascade
);

-- ---------------------------------------------------------------------------------------------------------
-- What the grants say. One place, set-based; a test compares it with what is stored.
create function app.expected_case_access(p_tenant uuid, p_cases uuid[]) returns setof case_access
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with c as (
      select f.*, case when f.restricted_on is null then null
                       else (f.restricted_on::timestamp at time zone 'Europe/Berlin') end as ends_at
      from case_file f where f.tenant_id = p_tenant and f.id = any (p_cases)
    ), grants as (
      -- the responsible case manager, during the assignment, until the file is restricted
      select a.tenant_id, a.user_id, a.case_id, 'assignment' as basis, a.id as basis_id, 'work' as level, 127 as parts,
             a.valid_during * tstzrange(null, c.ends_at) as valid_during
      from case_assignment a join c on c.tenant_id = a.tenant_id and c.id = a.case_id
      union all
      -- the deputy of the responsible case manager, inside the employer
      select a.tenant_id, d.deputy_user_id, a.case_id, 'deputy', d.id, 'work', 127,
             a.valid_during * d.valid_during * tstzrange(null, c.ends_at)
      from case_assignment a join c on c.tenant_id = a.tenant_id and c.id = a.case_id
      join deputy d on d.tenant_id = a.tenant_id and d.absent_user_id = a.user_id
      join staff_user s on s.tenant_id = d.tenant_id and s.id = d.deputy_user_id and s.organisation_id = a.organisation_id
      union all
      -- and across employers only while the client's text names the team
      select a.tenant_id, d.deputy_user_id, a.case_id, 'deputy', d.id, 'work', 127,
             a.valid_during * d.valid_during * t.valid_during * tstzrange(null, c.ends_at)
      from case_assignment a join c on c.tenant_id = a.tenant_id and c.id = a.case_id
      join deputy d on d.tenant_id = a.tenant_id and d.absent_user_id = a.user_id
      join staff_user s on s.tenant_id = d.tenant_id and s.id = d.deputy_user_id and s.organisation_id <> a.organisation_id
      join team_consent t on t.tenant_id = a.tenant_id and t.case_id = a.case_id
      union all
      -- professional oversight: structured data only
      select a.tenant_id, o.coordinator_id, a.case_id, 'oversight', o.id, 'oversight', 1, a.valid_during * o.valid_during
      from case_assignment a join c on c.tenant_id = a.tenant_id and c.id = a.case_id
      join oversight o on o.tenant_id = a.tenant_id and o.case_manager_id = a.user_id
      union all
      -- the client named the KIM team: the overseeing coordinator reads, unless marked § 203
      select a.tenant_id, o.coordinator_id, a.case_id, 'teamConsent', t.consent_id, 'read', 63,
             a.valid_during * o.valid_during * t.valid_during * tstzrange(null, c.ends_at)
      from case_assignment a join c on c.tenant_id = a.tenant_id and c.id = a.case_id
      join oversight o on o.tenant_id = a.tenant_id and o.case_manager_id = a.user_id
      join team_consent t on t.tenant_id = a.tenant_id and t.case_id = a.case_id
      where not c.secrecy_203
      union all
      -- released by the case manager, to the coordinator with oversight and while it lasts
      select x.tenant_id, x.user_id, x.case_id, 'release', x.id, 'read', x.parts | 1,
             x.valid_during * o.valid_during * a.valid_during * tstzrange(null, c.ends_at)
      from clear_access x join c on c.tenant_id = x.tenant_id and c.id = x.case_id
      join case_assignment a on a.tenant_id = x.tenant_id and a.case_id = x.case_id
      join oversight o on o.tenant_id = x.tenant_id and o.coordinator_id = x.user_id and o.case_manager_id = a.user_id
      where x.kind = 'release'
      union all
      -- a listed reason: only with oversight, only inside the own employer, never where § 203 is marked
      select x.tenant_id, x.user_id, x.case_id, 'reason', x.id, 'read', x.parts | 1,
             x.valid_during * o.valid_during * a.valid_during * tstzrange(null, c.ends_at)
      from clear_access x join c on c.tenant_id = x.tenant_id and c.id = x.case_id
      join case_assignment a on a.tenant_id = x.tenant_id and a.case_id = x.case_id
      join oversight o on o.tenant_id = x.tenant_id and o.coordinator_id = x.user_id and o.case_manager_id = a.user_id
      join staff_user s on s.tenant_id = x.tenant_id and s.id = x.user_id
      where x.kind = 'reason' and not c.secrecy_203 and s.organisation_id = c.responsible_organisation_id
    )
    -- A basis counts only while the person is active and holds the role it is for. Stretches of one basis that touch
    -- become one row, a gap stays a gap.
    select g.tenant_id, g.user_id, g.case_id, g.basis, g.basis_id, g.level, g.parts,
           unnest(range_agg(g.valid_during) * (select coalesce(range_agg(r.valid_during), '{}') from role_assignment r
             where r.tenant_id = g.tenant_id and r.user_id = g.user_id
               and r.role = case when g.basis in ('assignment', 'deputy') then 'caseManager' else 'coordinator' end))
    from grants g join staff_user u on u.tenant_id = g.tenant_id and u.id = g.user_id and u.active
    where not isempty(g.valid_during)
    group by g.tenant_id, g.user_id, g.case_id, g.basis, g.basis_id, g.level, g.parts $$;

create function app.expected_person_access(p_tenant uuid, p_persons uuid[]) returns setof person_access
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select a.tenant_id, a.user_id, p.person_id, a.basis_id, case when a.parts & 64 <> 0 then 'work' else 'read' end,
           unnest(range_agg(a.valid_during))
    from case_person p join case_access a on a.tenant_id = p.tenant_id and a.case_id = p.case_id and a.parts & 2 <> 0
    where p.tenant_id = p_tenant and p.person_id = any (p_persons)
    group by 1, 2, 3, 4, 5 $$;

-- `p_persons`: persons to look at besides those of the cases (one who was just taken out of a household).
create function app.recompute_case_access(p_tenant uuid, p_cases uuid[], p_persons uuid[] default '{}') returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare persons uuid[];
  begin
    if p_cases is null or cardinality(p_cases) = 0 then return; end if;
    -- Two grants at once on one case, or on two cases of one person, must not overwrite each other's result.
    perform 1 from case_file where tenant_id = p_tenant and id = any (p_cases) order by id for no key update;
    delete from case_access where tenant_id = p_tenant and case_id = any (p_cases);
    insert into case_access select * from app.expected_case_access(p_tenant, p_cases);
    select array_agg(distinct p) into persons
      from (select person_id from case_person where tenant_id = p_tenant and case_id = any (p_cases)
            union select unnest(p_persons)) x (p);
    if persons is null then return; end if;
    perform 1 from person where tenant_id = p_tenant and id = any (persons) order by id for no key update;
    delete from person_access where tenant_id = p_tenant and person_id = any (persons);
    insert into person_access select * from app.expected_person_access(p_tenant, persons);
  end $$;

alter function app.expected_case_access(uuid, uuid[]) owner to app_system;
alter function app.expected_person_access(uuid, uuid[]) owner to app_system;
alter function app.recompute_case_access(uuid, uuid[], uuid[]) owner to app_system;
grant execute on function app.expected_case_access(uuid, uuid[]), app.expected_person_access(uuid, uuid[]),
  app.recompute_case_access(uuid, uuid[], uuid[]) to app_system;

-- Triggers: whatever changes a grant recomputes the cases it touches, in the same transaction.
create function app.on_case_grant() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  declare cases uuid[]; persons uuid[] := '{}'; t uuid; who uuid;
  begin
    if tg_op = 'DELETE' then new := old; end if;
    t := new.tenant_id;
    if tg_table_name = 'case_file' then
      cases := array[new.id];
    elsif tg_table_name = 'case_person' then
      cases := array[new.case_id];
      persons := array[new.person_id];
    elsif tg_table_name in ('case_assignment', 'clear_access', 'team_consent') then
      cases := array[new.case_id];
    elsif tg_table_name = 'deputy' then
      select array_agg(distinct a.case_id) into cases from case_assignment a
      where a.tenant_id = t and a.user_id = new.absent_user_id;
    elsif tg_table_name = 'oversight' then
      select array_agg(distinct a.case_id) into cases from case_assignment a
      where a.tenant_id = t and a.user_id = new.case_manager_id;
    else -- staff_user (de)activated or with another employer, role_assignment begun or ended
      if tg_table_name = 'staff_user' then who := new.id; else who := new.user_id; end if;
      select array_agg(distinct x.case_id) into cases from (
        select a.case_id from case_access a where a.tenant_id = t and a.user_id = who
        union select a.case_id from case_assignment a where a.tenant_id = t and a.user_id = who
        union select c.case_id from clear_access c where c.tenant_id = t and c.user_id = who
        union select a.case_id from case_assignment a join deputy d on d.tenant_id = a.tenant_id and d.absent_user_id = a.user_id
          where d.tenant_id = t and d.deputy_user_id = who
        union select a.case_id from case_assignment a join oversight o on o.tenant_id = a.tenant_id and o.case_manager_id = a.user_id
          where o.tenant_id = t and o.coordinator_id = who) x;
    end if;
    perform app.recompute_case_access(t, cases, persons);
    return null;
  end $$;
alter function app.on_case_grant() owner to app_system;
create trigger case_file_access after update of restricted_on, secrecy_203, responsible_organisation_id on case_file
  for each row execute function app.on_case_grant();
create trigger case_assignment_access after insert or update or delete on case_assignment
  for each row execute function app.on_case_grant();
create trigger clear_access_access after insert or update or delete on clear_access
  for each row execute function app.on_case_grant();
create trigger team_consent_access after insert or update or delete on team_consent
  for each row execute function app.on_case_grant();
create trigger case_person_access after insert or delete on case_person
  for each row execute function app.on_case_grant();
create trigger deputy_access after insert or update or delete on deputy
  for each row execute function app.on_case_grant();
create trigger oversight_access after insert or update or delete on oversight
  for each row execute function app.on_case_grant();
create trigger staff_user_access after update of active, organisation_id on staff_user
  for each row execute function app.on_case_grant();

create trigger role_assignment_access after insert or update or delete on role_assignment
  for each row execute function app.on_case_grant();

-- Whom may the asking person put into a case? Persons of the own cases, and one just written down who is in no case
-- yet. Otherwise the id alone of somebody else's client would open that person (BC-12).
create function app.may_add_to_case(p_person uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select exists (select from person_access a where a.tenant_id = (select app.tenant_id())
                 and a.user_id = (select app.user_id()) and a.person_id = p_person and a.valid_during @> now())
      or (exists (select from person p where p.tenant_id = (select app.tenant_id()) and p.id = p_person
                 and p.created_by = (select app.user_id()))
          and not exists (select from case_person c where c.tenant_id = (select app.tenant_id()) and c.person_id = p_person)) $$;
alter function app.may_add_to_case(uuid) owner to app_system;
grant execute on function app.may_add_to_case(uuid) to app_user;

-- A new case has no access rows yet: who made it may give it its first assignment, to him- or herself only.
create function app.may_assign_new_case(p_case uuid, p_user uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select p_user = (select app.user_id()) and (select app.has_role('caseManager'))
      and exists (select from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = p_case
                  and f.created_by = (select app.user_id()) and f.responsible_user_id = p_user)
      and not exists (select from case_assignment a where a.tenant_id = (select app.tenant_id()) and a.case_id = p_case) $$;
alter function app.may_assign_new_case(uuid, uuid) owner to app_system;
grant execute on function app.may_assign_new_case(uuid, uuid) to app_user;

-- Handover to another case manager: by who works the case, or by the coordinator with oversight over both.
-- Returns false when the asking person may not; the new person must be an active case manager.
create function app.hand_over_case(p_case uuid, p_to uuid, p_assignment uuid, p_reason text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare f case_file; org uuid; me uuid := app.user_id(); t uuid := app.tenant_id();
  begin
    select * into f from case_file where tenant_id = t and id = p_case for update;
    if f.id is null or f.closed_on is not null or f.responsible_user_id = p_to then return false; end if;
    if not exists (select from case_access a where a.tenant_id = t and a.user_id = me and a.case_id = p_case
                     and a.valid_during @> now() and a.parts & 64 <> 0)
       and not (app.has_role('coordinator') and exists (select from oversight o join oversight o2 on o2.tenant_id = o.tenant_id and o2.coordinator_id = o.coordinator_id
                     where o.tenant_id = t and o.coordinator_id = me and o.case_manager_id = f.responsible_user_id
                       and o.valid_during @> now() and o2.case_manager_id = p_to and o2.valid_during @> now()))
    then return false; end if;
    select u.organisation_id into org from staff_user u join role_assignment r on r.tenant_id = u.tenant_id and r.user_id = u.id
      where u.tenant_id = t and u.id = p_to and u.active and r.role = 'caseManager' and r.valid_during @> now() limit 1;
    if org is null then return false; end if;
    update case_assignment set valid_during = tstzrange(lower(valid_during), now())
      where tenant_id = t and case_id = p_case and valid_during @> now();
    insert into case_assignment (tenant_id, id, case_id, user_id, organisation_id, valid_during, reason)
      values (t, p_assignment, p_case, p_to, org, tstzrange(now(), null), p_reason);
    update case_file set responsible_user_id = p_to, responsible_organisation_id = org, version = version + 1
      where tenant_id = t and id = p_case;
    return true;
  end $$;
alter function app.hand_over_case(uuid, uuid, uuid, text) owner to app_system;
grant execute on function app.hand_over_case(uuid, uuid, uuid, text) to app_user;

-- "Wer sieht diesen Fall, und warum?": only for who may see the case.
create function app.who_sees_case(p_case uuid)
  returns table (user_id uuid, basis text, level text, parts int, valid_during tstzrange)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select a.user_id, a.basis, a.level, a.parts, a.valid_during from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.case_id = p_case
      and (upper_inf(a.valid_during) or upper(a.valid_during) > now())
      and exists (select from case_access me where me.tenant_id = (select app.tenant_id())
        and me.user_id = (select app.user_id()) and me.case_id = p_case and me.valid_during @> now()) $$;
alter function app.who_sees_case(uuid) owner to app_system;
grant execute on function app.who_sees_case(uuid) to app_user;

-- ---------------------------------------------------------------------------------------------------------
alter table case_file enable row level security;
alter table case_file force row level security;
create policy case_file_read on case_file for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_file.id and a.valid_during @> now()));
create policy case_file_new on case_file for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and responsible_user_id = (select app.user_id()) and (select app.has_role('caseManager'))
    and responsible_organisation_id = (select u.organisation_id from staff_user u
      where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id())));
create policy case_file_change on case_file for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_file.id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_file.id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_file_system on case_file for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, file_number, intensity, phase, phase_since, responsible_user_id, responsible_organisation_id, site_id,
    municipality_id, entry_route, target_group, gap_markers, urgency, secrecy_203, language, opened_on, request_id),
  update (intensity, phase, phase_since, episode, site_id, municipality_id, entry_route, target_group, gap_markers, hardship_until,
    urgency, secrecy_203, language, closed_on, closure_reason, aftercare_on, restricted_on, last_contact_on,
    reassessment_due_on, version) on case_file to app_user;
grant select, insert, update, delete on case_file to app_system;

alter table case_number enable row level security;
alter table case_number force row level security;
create policy case_number_read on case_number for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager')));
create policy case_number_new on case_number for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager')));
create policy case_number_change on case_number for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager')));
create policy case_number_system on case_number for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (year, last), update (last) on case_number to app_user;
grant select, insert, update, delete on case_number to app_system;

alter table case_assignment enable row level security;
alter table case_assignment force row level security;
create policy case_assignment_read on case_assignment for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_assignment.case_id and a.valid_during @> now()));
create policy case_assignment_new on case_assignment for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and assigned_by = (select app.user_id()) and app.may_assign_new_case(case_id, user_id)
    and organisation_id = (select u.organisation_id from staff_user u
      where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id())));
create policy case_assignment_system on case_assignment for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, user_id, organisation_id, reason) on case_assignment to app_user;
grant select, insert, update, delete on case_assignment to app_system;

alter table case_person enable row level security;
alter table case_person force row level security;
create policy case_person_read on case_person for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_person.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy case_person_new on case_person for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_person.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    and app.may_add_to_case(person_id));
create policy case_person_change on case_person for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_person.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_person.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_person_system on case_person for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, person_id, role, is_main, age_group, origin_group, valid_from, valid_to), update (role, is_main, age_group, origin_group, valid_from, valid_to, version) on case_person to app_user;
grant select, insert, update, delete on case_person to app_system;

alter table case_organisation enable row level security;
alter table case_organisation force row level security;
create policy case_organisation_read on case_organisation for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_organisation.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy case_organisation_new on case_organisation for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_organisation.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_organisation_change on case_organisation for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_organisation.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_organisation.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_organisation_system on case_organisation for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, organisation_id, role, valid_from, valid_to), update (role, valid_to) on case_organisation to app_user;
grant select, insert, update, delete on case_organisation to app_system;

alter table case_step enable row level security;
alter table case_step force row level security;
create policy case_step_read on case_step for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_step.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy case_step_new on case_step for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_step.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_step_system on case_step for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, episode, kind, from_value, to_value, on_date, reason) on case_step to app_user;
grant select, insert, update, delete on case_step to app_system;

alter table case_text enable row level security;
alter table case_text force row level security;
create policy case_text_read on case_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now()));
create policy case_text_new on case_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_text_change on case_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_text_system on case_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (case_id, kind, content), update (content, version) on case_text to app_user;
grant select, insert, update, delete on case_text to app_system;

alter table clear_access enable row level security;
alter table clear_access force row level security;
-- Seen by who works the case, by the coordinator it was opened for, and by the data protection officer (no content).
create policy clear_access_read on clear_access for select to app_user
  using (tenant_id = (select app.tenant_id()) and (user_id = (select app.user_id()) or (select app.has_role('dataProtectionOfficer'))
    or exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = clear_access.case_id and a.parts & 64 <> 0 and a.valid_during @> now())));
-- A release is given by who works the case; a reason is stated by the coordinator for him- or herself.
create policy clear_access_new on clear_access for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and granted_by = (select app.user_id())
    and ((kind = 'release' and user_id <> (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = clear_access.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
      or (kind = 'reason' and user_id = (select app.user_id()) and (select app.has_role('coordinator'))
        and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = clear_access.case_id and a.basis = 'oversight' and a.valid_during @> now()))));
create policy clear_access_change on clear_access for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = clear_access.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = clear_access.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy clear_access_system on clear_access for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, user_id, kind, reason, parts, valid_during), update (valid_during) on clear_access to app_user;
grant select, insert, update, delete on clear_access to app_system;

alter table team_consent enable row level security;
alter table team_consent force row level security;
create policy team_consent_read on team_consent for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = team_consent.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy team_consent_new on team_consent for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = team_consent.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy team_consent_change on team_consent for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = team_consent.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = team_consent.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy team_consent_system on team_consent for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (case_id, consent_id, valid_during), update (valid_during) on team_consent to app_user;
grant select, insert, update, delete on team_consent to app_system;

-- Requests: the queue of the own sites while unassigned; then the assigned person, the deputy, the oversight.
alter table request enable row level security;
alter table request force row level security;
create policy request_read on request for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((assigned_to is not null and ((assigned_to = (select app.user_id()) and (select app.has_role('caseManager')))
      or assigned_to = any ((select app.deputised_colleagues())::uuid[])
      or (select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = (select app.tenant_id()) and o.coordinator_id = (select app.user_id())
           and o.case_manager_id = request.assigned_to and o.valid_during @> now())))
    or (assigned_to is null and exists (select from site_access s where s.tenant_id = (select app.tenant_id())
         and s.user_id = (select app.user_id()) and s.site_id = request.site_id and s.valid_during @> now()))));
create policy request_new on request for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and exists (select from site_access s where s.tenant_id = (select app.tenant_id())
         and s.user_id = (select app.user_id()) and s.site_id = request.site_id and s.valid_during @> now()));
create policy request_change on request for update to app_user
  using (tenant_id = (select app.tenant_id()) and ((assigned_to is not null and ((assigned_to = (select app.user_id()) and (select app.has_role('caseManager')))
      or assigned_to = any ((select app.deputised_colleagues())::uuid[])
      or (select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = (select app.tenant_id()) and o.coordinator_id = (select app.user_id())
           and o.case_manager_id = request.assigned_to and o.valid_during @> now())))
    or (assigned_to is null and exists (select from site_access s where s.tenant_id = (select app.tenant_id())
         and s.user_id = (select app.user_id()) and s.site_id = request.site_id and s.valid_during @> now()))))
  with check (tenant_id = (select app.tenant_id()) and ((assigned_to is not null and ((assigned_to = (select app.user_id()) and (select app.has_role('caseManager')))
      or assigned_to = any ((select app.deputised_colleagues())::uuid[])
      or (select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = (select app.tenant_id()) and o.coordinator_id = (select app.user_id())
           and o.case_manager_id = request.assigned_to and o.valid_during @> now())))
    or (assigned_to is null and exists (select from site_access s where s.tenant_id = (select app.tenant_id())
         and s.user_id = (select app.user_id()) and s.site_id = request.site_id and s.valid_during @> now()))));
create policy request_system on request for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, received_at, channel, entry_route, site_id, municipality_id, language, urgency, concern, life_domains,
    state, assigned_to, assigned_at, assigned_by, outcome, signposted_to, closed_at, delete_after),
  update (channel, entry_route, site_id, municipality_id, language, urgency, concern, life_domains, state, assigned_to, assigned_at,
    assigned_by, case_id, outcome, signposted_to, closed_at, delete_after, version) on request to app_user;
grant select, insert, update, delete on request to app_system;

alter table request_contact enable row level security;
alter table request_contact force row level security;
-- Name and number: the case managers who may see the request, not the coordinator.
create policy request_contact_read on request_contact for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager'))
    and exists (select from request r where r.tenant_id = (select app.tenant_id()) and r.id = request_contact.request_id));
create policy request_contact_new on request_contact for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from request r where r.tenant_id = (select app.tenant_id()) and r.id = request_contact.request_id));
create policy request_contact_change on request_contact for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager'))
    and exists (select from request r where r.tenant_id = (select app.tenant_id()) and r.id = request_contact.request_id))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager'))
    and exists (select from request r where r.tenant_id = (select app.tenant_id()) and r.id = request_contact.request_id));
create policy request_contact_drop on request_contact for delete to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager'))
    and exists (select from request r where r.tenant_id = (select app.tenant_id()) and r.id = request_contact.request_id));
create policy request_contact_system on request_contact for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (request_id, caller_name, callback_number, delete_on), update (caller_name, callback_number, delete_on), delete
  on request_contact to app_user;
grant select, insert, update, delete on request_contact to app_system;
