-- Tenancy: the district as configuration (districts/*.yaml, loaded by `lotse load-district`).
-- Everyone of the tenant reads it; who may change it is said in 0021, after roles exist.
-- `position` in a list is the order of the file; rows that leave the file are ended (valid_to), never deleted.

create table region (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  key          text not null,
  label        text not null,
  position     int not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);

create table municipality (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  -- Amtlicher Gemeindeschlüssel: text, the leading zero belongs to it.
  ags          text not null check (ags ~ '^[0-9]{8}$'),
  name         text not null,
  kind         text not null check (kind in ('Stadt', 'Gemeinde')),
  -- size, population { count, asOf, source }, ownImmigrationAuthority, ownYouthOffice, integrationCouncil … (R111, R112)
  profile      jsonb not null default '{}',
  position     int not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, ags)
);

-- Which municipality belongs to which region and when (R002): one region at a time.
create table region_municipality (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  region_id       uuid not null,
  municipality_id uuid not null,
  valid_during    daterange not null default daterange(null, null) check (not isempty(valid_during)),
  primary key (tenant_id, id),
  foreign key (tenant_id, region_id) references region (tenant_id, id) on delete cascade,
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id) on delete cascade,
  constraint one_region_at_a_time exclude using gist (tenant_id with =, municipality_id with =, valid_during with &&)
);
create index region_municipality_region on region_municipality (tenant_id, region_id);

create table organisation (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  key             text not null,
  name            text not null,
  kind            text not null check (kind in ('kreis', 'municipality', 'welfare', 'jobcenter', 'employmentAgency', 'authority', 'other')),
  municipality_id uuid,
  public_employer boolean not null,
  -- Null: the concept does not say.
  church_law      boolean,
  placeholder     boolean not null default false,
  employs_case_managers boolean not null default false,
  -- As employer of case managers: { serves: "all" | [ags], source … } (R005, R021).
  employer_facts  jsonb,
  position        int not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id)
);

-- The reader is a unit, never the authority around it (R164).
create table unit (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  organisation_id uuid not null,
  key             text not null,
  label           text not null,
  kind            text not null,
  mark            text,
  building_blocks text[] not null default '{}',
  parent_id       uuid,
  municipality_id uuid,
  position        int not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, parent_id) references unit (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id)
);
create index unit_organisation on unit (tenant_id, organisation_id, position);

create table site (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  key             text not null,
  label           text not null,
  kind            text not null check (kind in ('site', 'consultationHours')),
  state           text not null check (state in ('active', 'building', 'trial')),
  municipality_id uuid,
  -- Region of the municipality, or set in the file where the site serves a region without a fixed place.
  region_id       uuid,
  organisation_id uuid not null,
  unit_id         uuid,
  since           text,
  -- False: the concept gives no hours (different from a site without hours).
  hours_known     boolean not null default false,
  position        int not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  foreign key (tenant_id, region_id) references region (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index site_region on site (tenant_id, region_id);
create index site_organisation on site (tenant_id, organisation_id);

-- Weekly hours; null says "not known", never midnight.
create table consultation_hours (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  site_id      uuid not null,
  weekday      text check (weekday in ('mo', 'di', 'mi', 'do', 'fr', 'sa', 'so')),
  from_time    time,
  to_time      time,
  position     int not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, site_id) references site (tenant_id, id) on delete cascade,
  check (from_time is null or to_time is null or from_time < to_time)
);
create index consultation_hours_site on consultation_hours (tenant_id, site_id, position);

-- Lines of the Stellenplan (R020–R023). Named staff_position: "position" is the order in every list here.
create table staff_position (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  key             text not null,
  label           text not null,
  building_block  text not null check (building_block in ('B1', 'B2', 'B3')),
  role            text not null,
  -- Sum of the line in full-time equivalents; null: the concept gives no figure.
  fte             numeric(7, 3) check (fte > 0),
  count           int check (count > 0),
  -- Null: the concept does not say who employs.
  employer_id     uuid,
  unit_id         uuid,
  region_id       uuid,
  municipality_id uuid,
  professional_oversight boolean,
  as_of           text,
  position        int not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, employer_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, region_id) references region (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id)
);
create index staff_position_block on staff_position (tenant_id, building_block, position);

-- Every list of labelled keys: life domains, entry routes, closure reasons, retention classes, agreements …
create table catalogue_entry (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  kind         text not null,
  key          text not null,
  label        text not null,
  definition   text,
  position     int not null,
  -- What the kind needs beyond label and order: phases of an intensity, months of a retention class …
  settings     jsonb not null default '{}',
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, kind, key)
);
create index catalogue_entry_order on catalogue_entry (tenant_id, kind, position, key);

create table committee (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  key             text not null,
  name            text not null,
  kind            text not null,
  -- Null: the concept does not say.
  authority       text check (authority in ('deciding', 'advisory', 'operative')),
  rhythm_label    text,
  -- A series is overdue when its last meeting lies longer ago (R121).
  interval_days   int check (interval_days > 0),
  region_id       uuid,
  municipality_id uuid,
  managing_unit_id uuid,
  -- purpose, convenedOn, sessions, managingOffice, topics, provenance of the rhythm
  details         jsonb not null default '{}',
  position        int not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, region_id) references region (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  foreign key (tenant_id, managing_unit_id) references unit (tenant_id, id)
);

-- A seat belongs to a function, not to a person (R120).
create table committee_function (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  committee_id    uuid not null,
  key             text not null,
  label           text not null,
  count           int check (count > 0),
  role            text not null check (role in ('chair', 'deputyChair', 'member', 'guest', 'moderation')),
  -- Who follows: the holder of the office, an election, a new delegation. Null: not known.
  succession      text check (succession in ('office', 'election', 'delegation')),
  organisation_id uuid,
  advisory        boolean not null default false,
  position        int not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, committee_id, key),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);

-- Single values of the district: naming, scale, funder's note, thresholds, remarks.
create table tenant_setting (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  key          text not null,
  value        jsonb not null,
  source       text,
  is_default   boolean not null default false,
  remark       text,
  -- Assumed single fields and the values other concepts give: { assumed, alternatives }.
  provenance   jsonb not null default '{}',
  valid_from   date,
  valid_to     date,
  -- Set when an administrator changed the row in the app: loading the file again leaves it alone.
  edited_at    timestamptz,
  version      int not null default 1,
  primary key (tenant_id, key)
);

alter table region enable row level security;
alter table region force row level security;
create policy region_read on region for select to app_user using (tenant_id = (select app.tenant_id()));
create policy region_system on region for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on region to app_user;
grant select, insert, update, delete on region to app_system;

alter table municipality enable row level security;
alter table municipality force row level security;
create policy municipality_read on municipality for select to app_user using (tenant_id = (select app.tenant_id()));
create policy municipality_system on municipality for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on municipality to app_user;
grant select, insert, update, delete on municipality to app_system;

alter table region_municipality enable row level security;
alter table region_municipality force row level security;
create policy region_municipality_read on region_municipality for select to app_user using (tenant_id = (select app.tenant_id()));
create policy region_municipality_system on region_municipality for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on region_municipality to app_user;
grant select, insert, update, delete on region_municipality to app_system;

alter table organisation enable row level security;
alter table organisation force row level security;
create policy organisation_read on organisation for select to app_user using (tenant_id = (select app.tenant_id()));
create policy organisation_system on organisation for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on organisation to app_user;
grant select, insert, update, delete on organisation to app_system;

alter table unit enable row level security;
alter table unit force row level security;
create policy unit_read on unit for select to app_user using (tenant_id = (select app.tenant_id()));
create policy unit_system on unit for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on unit to app_user;
grant select, insert, update, delete on unit to app_system;

alter table site enable row level security;
alter table site force row level security;
create policy site_read on site for select to app_user using (tenant_id = (select app.tenant_id()));
create policy site_system on site for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on site to app_user;
grant select, insert, update, delete on site to app_system;

alter table consultation_hours enable row level security;
alter table consultation_hours force row level security;
create policy consultation_hours_read on consultation_hours for select to app_user using (tenant_id = (select app.tenant_id()));
create policy consultation_hours_system on consultation_hours for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on consultation_hours to app_user;
grant select, insert, update, delete on consultation_hours to app_system;

alter table staff_position enable row level security;
alter table staff_position force row level security;
create policy staff_position_read on staff_position for select to app_user using (tenant_id = (select app.tenant_id()));
create policy staff_position_system on staff_position for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on staff_position to app_user;
grant select, insert, update, delete on staff_position to app_system;

alter table catalogue_entry enable row level security;
alter table catalogue_entry force row level security;
create policy catalogue_entry_read on catalogue_entry for select to app_user using (tenant_id = (select app.tenant_id()));
create policy catalogue_entry_system on catalogue_entry for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on catalogue_entry to app_user;
grant select, insert, update, delete on catalogue_entry to app_system;

alter table committee enable row level security;
alter table committee force row level security;
create policy committee_read on committee for select to app_user using (tenant_id = (select app.tenant_id()));
create policy committee_system on committee for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on committee to app_user;
grant select, insert, update, delete on committee to app_system;

alter table committee_function enable row level security;
alter table committee_function force row level security;
create policy committee_function_read on committee_function for select to app_user using (tenant_id = (select app.tenant_id()));
create policy committee_function_system on committee_function for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on committee_function to app_user;
grant select, insert, update, delete on committee_function to app_system;

alter table tenant_setting enable row level security;
alter table tenant_setting force row level security;
create policy tenant_setting_read on tenant_setting for select to app_user using (tenant_id = (select app.tenant_id()));
create policy tenant_setting_system on tenant_setting for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on tenant_setting to app_user;
grant select, insert, update, delete on tenant_setting to app_system;
