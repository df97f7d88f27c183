-- Staff: users, roles with scope, sites, oversight, deputies, availability, notifications.

create table staff_user (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  kind            text not null default 'person' check (kind in ('person', 'system')),
  given_name      text not null,
  family_name     text not null,
  email           text,
  phone           text,
  organisation_id uuid,
  unit_id         uuid,
  active          boolean not null default true,
  created_at      timestamptz not null default now(),
  version         int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  check (kind = 'system' or organisation_id is not null)
);
create index staff_user_organisation on staff_user (tenant_id, organisation_id, unit_id);
create index staff_user_name on staff_user (tenant_id, family_name, given_name, id);

create table role_assignment (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  user_id      uuid not null,
  role         text not null check (role in ('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'lineManager',
                 'administration', 'immigrationOfficer', 'partner', 'committeeMember', 'dataProtectionOfficer', 'administrator')),
  scope_kind   text not null check (scope_kind in ('tenant', 'region', 'organisation', 'site')),
  scope_id     uuid,
  valid_during tstzrange not null default tstzrange(now(), null),
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade,
  check ((scope_kind = 'tenant') = (scope_id is null))
);
create index role_assignment_user on role_assignment (tenant_id, user_id);
create index role_assignment_role on role_assignment (tenant_id, role);

-- Derived from role_assignment by app.recompute_site_access, never written by hand: whose queue of requests
-- at which site, and in which role.
create table site_access (
  tenant_id    uuid not null references tenant (id) on delete cascade,
  user_id      uuid not null,
  site_id      uuid not null,
  role         text not null,
  basis_id     uuid not null,
  valid_during tstzrange not null,
  primary key (tenant_id, user_id, site_id, role, basis_id),
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade,
  foreign key (tenant_id, site_id) references site (tenant_id, id) on delete cascade
);

-- Professional oversight (Fachaufsicht, R009): which coordinator over which case manager.
create table oversight (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  coordinator_id  uuid not null,
  case_manager_id uuid not null,
  valid_during    tstzrange not null default tstzrange(now(), null),
  primary key (tenant_id, id),
  foreign key (tenant_id, coordinator_id) references staff_user (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_manager_id) references staff_user (tenant_id, id) on delete cascade,
  check (coordinator_id <> case_manager_id)
);
create index oversight_coordinator on oversight (tenant_id, coordinator_id, case_manager_id);
create index oversight_case_manager on oversight (tenant_id, case_manager_id);

-- Deputising (R060): opens and ends by itself with its period.
create table deputy (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  absent_user_id  uuid not null,
  deputy_user_id  uuid not null,
  valid_during    tstzrange not null check (not isempty(valid_during) and lower(valid_during) is not null and upper(valid_during) is not null),
  created_by      uuid not null default app.user_id(),
  ended_at        timestamptz,
  version         int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, absent_user_id) references staff_user (tenant_id, id) on delete cascade,
  foreign key (tenant_id, deputy_user_id) references staff_user (tenant_id, id) on delete cascade,
  check (absent_user_id <> deputy_user_id)
);
create index deputy_absent on deputy (tenant_id, absent_user_id);
create index deputy_deputy on deputy (tenant_id, deputy_user_id);

-- What each case manager has set about the own capacity; shown to the person and to the overseeing coordinator.
create table availability (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  user_id    uuid not null,
  state      text not null default 'free' check (state in ('free', 'tight', 'stopped')),
  languages  text[] not null default '{}',
  changed_at timestamptz not null default now(),
  version    int not null default 1,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade
);

create table absence (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id        uuid not null,
  user_id   uuid not null,
  during    daterange not null check (not isempty(during) and lower(during) is not null and upper(during) is not null),
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade
);
create index absence_user on absence (tenant_id, user_id);

-- Data about staff work (durations, shares) are off until the employer's council agreement is registered (R171).
create table staff_data_basis (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  organisation_id uuid not null,
  council         text not null check (council in ('personalrat', 'betriebsrat', 'mav')),
  reference       text not null,
  agreed_on       date not null,
  registered_by   uuid not null default app.user_id(),
  registered_at   timestamptz not null default now(),
  primary key (tenant_id, organisation_id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);

-- The opinion of the data protection officer that a default of the wall (§ 87 AufenthG) waits for.
create table protection_opinion (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  topic       text not null check (topic in ('valueWithoutStatus', 'closureByDeparture')),
  allows      boolean not null,
  reference   text not null,
  given_on    date not null,
  recorded_by uuid not null default app.user_id(),
  recorded_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index protection_opinion_topic on protection_opinion (tenant_id, topic, recorded_at);

create table notification (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  user_id     uuid not null,
  kind        text not null,
  object_kind text not null,
  object_id   uuid,
  case_id     uuid,
  details     jsonb not null default '{}',
  created_at  timestamptz not null default now(),
  read_at     timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade
);
create index notification_user on notification (tenant_id, user_id, created_at desc, id);

-- Does the asking person hold this role now? One look-up per statement: write `(select app.has_role('…'))`.
create function app.has_role(p_role text) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select exists (select from role_assignment r
          where r.tenant_id = (select app.tenant_id()) and r.user_id = (select app.user_id())
            and r.role = p_role and r.valid_during @> now()) $$;
alter function app.has_role(text) owner to app_system;
grant execute on function app.has_role(text) to app_user, app_system;

-- The role only with scope of the whole tenant or not at all is never asked: scopes decide over sites below.
create function app.expected_site_access(p_tenant uuid) returns setof site_access language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select r.tenant_id, r.user_id, s.id, r.role, r.id, r.valid_during
    from role_assignment r join site s on s.tenant_id = r.tenant_id
      and (r.scope_kind = 'tenant' or (r.scope_kind = 'site' and s.id = r.scope_id)
        or (r.scope_kind = 'organisation' and s.organisation_id = r.scope_id)
        or (r.scope_kind = 'region' and s.region_id = r.scope_id))
    where r.tenant_id = p_tenant and r.role in ('caseManager', 'coordinator') $$;
alter function app.expected_site_access(uuid) owner to app_system;
grant execute on function app.expected_site_access(uuid) to app_system;

-- Whose requests the asking person answers for now, as their deputy: colleagues of the same employer only. There is
-- no client's consent at this stage, so nothing opens across employers. Evaluated once per statement.
create function app.deputised_colleagues() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select coalesce(array_agg(d.absent_user_id), '{}')
    from deputy d
    join staff_user me on me.tenant_id = d.tenant_id and me.id = d.deputy_user_id and me.active
    join staff_user absent on absent.tenant_id = d.tenant_id and absent.id = d.absent_user_id
      and absent.organisation_id = me.organisation_id
    where d.tenant_id = (select app.tenant_id()) and d.deputy_user_id = (select app.user_id()) and d.valid_during @> now()
      and (select app.has_role('caseManager')) $$;
alter function app.deputised_colleagues() owner to app_system;
grant execute on function app.deputised_colleagues() to app_user;

create function app.recompute_site_access(p_tenant uuid) returns void language sql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    -- Two changes of roles at once must not both write the same rows.
    select pg_advisory_xact_lock(hashtextextended('site_access ' || p_tenant, 0));
    delete from site_access where tenant_id = p_tenant;
    insert into site_access select * from app.expected_site_access(p_tenant) $$;
alter function app.recompute_site_access(uuid) owner to app_system;
grant execute on function app.recompute_site_access(uuid) to app_system;

create function app.on_role_or_site_change() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ begin perform app.recompute_site_access((select app.tenant_id())); return null; end $$;
alter function app.on_role_or_site_change() owner to app_system;
create trigger role_assignment_sites after insert or update or delete on role_assignment
  for each statement execute function app.on_role_or_site_change();
create trigger site_sites after insert or update or delete on site
  for each statement execute function app.on_role_or_site_change();

-- ---------------------------------------------------------------------------------------------------------
alter table staff_user enable row level security;
alter table staff_user force row level security;
-- Colleagues know each other's names; partners, B3 and committee members see their own unit only.
create policy staff_user_read on staff_user for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (id = (select app.user_id()) or kind = 'system' or (select app.has_role('caseManager')) or (select app.has_role('coordinator'))
      or (select app.has_role('townCoordinator')) or (select app.has_role('kimLead')) or (select app.has_role('administrator'))
      or (select app.has_role('administration')) or (select app.has_role('dataProtectionOfficer'))));
create policy staff_user_new on staff_user for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy staff_user_change on staff_user for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy staff_user_system on staff_user for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, given_name, family_name, email, phone, organisation_id, unit_id),
  update (given_name, family_name, email, phone, organisation_id, unit_id, active, version) on staff_user to app_user;
grant select, insert, update, delete on staff_user to app_system;

alter table role_assignment enable row level security;
alter table role_assignment force row level security;
create policy role_assignment_read on role_assignment for select to app_user
  using (tenant_id = (select app.tenant_id()) and (user_id = (select app.user_id())
    or (select app.has_role('administrator')) or (select app.has_role('dataProtectionOfficer')) or (select app.has_role('kimLead'))));
create policy role_assignment_new on role_assignment for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')) and user_id <> (select app.user_id()));
create policy role_assignment_change on role_assignment for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')) and user_id <> (select app.user_id()))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')) and user_id <> (select app.user_id()));
create policy role_assignment_system on role_assignment for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, user_id, role, scope_kind, scope_id, valid_during), update (valid_during) on role_assignment to app_user;
grant select, insert, update, delete on role_assignment to app_system;

alter table site_access enable row level security;
alter table site_access force row level security;
create policy site_access_own on site_access for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy site_access_system on site_access for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on site_access to app_user;
grant select, insert, delete on site_access to app_system;

alter table oversight enable row level security;
alter table oversight force row level security;
create policy oversight_read on oversight for select to app_user
  using (tenant_id = (select app.tenant_id()) and (coordinator_id = (select app.user_id()) or case_manager_id = (select app.user_id())
    or (select app.has_role('administrator')) or (select app.has_role('kimLead')) or (select app.has_role('dataProtectionOfficer'))));
create policy oversight_new on oversight for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and ((select app.has_role('administrator')) or (select app.has_role('kimLead')))
    and coordinator_id <> (select app.user_id()));
create policy oversight_change on oversight for update to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_role('administrator')) or (select app.has_role('kimLead')))
    and coordinator_id <> (select app.user_id()))
  with check (tenant_id = (select app.tenant_id()) and ((select app.has_role('administrator')) or (select app.has_role('kimLead')))
    and coordinator_id <> (select app.user_id()));
create policy oversight_system on oversight for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, coordinator_id, case_manager_id, valid_during), update (valid_during) on oversight to app_user;
grant select, insert, update, delete on oversight to app_system;

alter table deputy enable row level security;
alter table deputy force row level security;
create policy deputy_read on deputy for select to app_user
  using (tenant_id = (select app.tenant_id()) and (absent_user_id = (select app.user_id()) or deputy_user_id = (select app.user_id())
    or (select app.has_role('administrator')) or (select app.has_role('dataProtectionOfficer'))
    or ((select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = (select app.tenant_id()) and o.coordinator_id = (select app.user_id())
         and o.case_manager_id = deputy.absent_user_id and o.valid_during @> now()))));
-- Arranged by the absent person or by the coordinator with oversight over that person, never by the deputy alone.
create policy deputy_new on deputy for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and (absent_user_id = (select app.user_id())
      or ((select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = (select app.tenant_id()) and o.coordinator_id = (select app.user_id())
           and o.case_manager_id = deputy.absent_user_id and o.valid_during @> now()))));
create policy deputy_change on deputy for update to app_user
  using (tenant_id = (select app.tenant_id()) and (absent_user_id = (select app.user_id()) or created_by = (select app.user_id())))
  with check (tenant_id = (select app.tenant_id()) and (absent_user_id = (select app.user_id()) or created_by = (select app.user_id())));
create policy deputy_system on deputy for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, absent_user_id, deputy_user_id, valid_during), update (valid_during, ended_at, version) on deputy to app_user;
grant select, insert, update, delete on deputy to app_system;

alter table availability enable row level security;
alter table availability force row level security;
create policy availability_read on availability for select to app_user
  using (tenant_id = (select app.tenant_id()) and (user_id = (select app.user_id())
    or ((select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = (select app.tenant_id()) and o.coordinator_id = (select app.user_id())
         and o.case_manager_id = availability.user_id and o.valid_during @> now()))));
create policy availability_new on availability for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy availability_change on availability for update to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()))
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy availability_system on availability for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (user_id, state, languages), update (state, languages, changed_at, version) on availability to app_user;
grant select, insert, update, delete on availability to app_system;

alter table absence enable row level security;
alter table absence force row level security;
create policy absence_read on absence for select to app_user
  using (tenant_id = (select app.tenant_id()) and (user_id = (select app.user_id())
    or ((select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = (select app.tenant_id()) and o.coordinator_id = (select app.user_id())
         and o.case_manager_id = absence.user_id and o.valid_during @> now()))));
create policy absence_new on absence for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy absence_drop on absence for delete to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy absence_system on absence for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, user_id, during), delete on absence to app_user;
grant select, insert, update, delete on absence to app_system;

alter table staff_data_basis enable row level security;
alter table staff_data_basis force row level security;
create policy staff_data_basis_read on staff_data_basis for select to app_user using (tenant_id = (select app.tenant_id()));
create policy staff_data_basis_new on staff_data_basis for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy staff_data_basis_system on staff_data_basis for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (organisation_id, council, reference, agreed_on) on staff_data_basis to app_user;
grant select, insert, update, delete on staff_data_basis to app_system;

alter table protection_opinion enable row level security;
alter table protection_opinion force row level security;
create policy protection_opinion_read on protection_opinion for select to app_user using (tenant_id = (select app.tenant_id()));
create policy protection_opinion_new on protection_opinion for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and recorded_by = (select app.user_id()) and (select app.has_role('dataProtectionOfficer')));
create policy protection_opinion_system on protection_opinion for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, topic, allows, reference, given_on) on protection_opinion to app_user;
grant select, insert, update, delete on protection_opinion to app_system;

alter table notification enable row level security;
alter table notification force row level security;
create policy notification_own on notification for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy notification_new on notification for insert to app_user
  with check (tenant_id = (select app.tenant_id()));
create policy notification_read on notification for update to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()))
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy notification_system on notification for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, user_id, kind, object_kind, object_id, case_id, details), update (read_at) on notification to app_user;
grant select, insert, update, delete on notification to app_system;

-- ---------------------------------------------------------------------------------------------------------
-- Who the session belongs to, with the roles held now: read once per request, in the round trip that opens the
-- transaction. No row: nobody is signed in.
create function app.actor()
  returns table (tenant_id uuid, user_id uuid, session_id uuid, organisation_id uuid, roles text[], last_seen_at timestamptz,
                 reauthenticated_at timestamptz, must_change boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select s.tenant_id, s.user_id, s.id, u.organisation_id,
           array(select distinct r.role from role_assignment r where r.tenant_id = s.tenant_id and r.user_id = s.user_id
                 and r.valid_during @> now() order by r.role), s.last_seen_at, s.reauthenticated_at, coalesce(a.must_change, false)
    from auth.session s join staff_user u on u.tenant_id = s.tenant_id and u.id = s.user_id and u.active
      left join auth.account a on a.user_id = s.user_id
    where s.token_hash = nullif(current_setting('app.session', true), '')
      and s.state = 'open' and s.revoked_at is null and now() < s.expires_at and now() < s.idle_expires_at $$;
alter function app.actor() owner to app_system;
grant execute on function app.actor() to app_user, app_system;
