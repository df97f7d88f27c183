-- People: persons of clients, their names, nationalities, languages, residence statuses. Access comes from
-- person_access alone, which app.recompute_case_access derives from case_access and case_person (0031).

create table person_access (
  tenant_id    uuid not null references tenant (id) on delete cascade,
  user_id      uuid not null,
  person_id    uuid not null,
  basis_id     uuid not null,
  level        text not null check (level in ('read', 'work')),
  valid_during tstzrange not null,
  primary key (tenant_id, user_id, person_id, basis_id, level, valid_during)
);
create index person_access_person on person_access (tenant_id, person_id);
alter table person_access enable row level security;
alter table person_access force row level security;
create policy person_access_own on person_access for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy person_access_system on person_access for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on person_access to app_user;
grant select, insert, update, delete on person_access to app_system;

create table person (
  tenant_id          uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                 uuid not null,
  given_name         text not null,
  family_name        text not null,
  birth_name         text,
  original_script    text,
  -- DIN 91379 search form of the whole name, and its Kölner Phonetik; made by the application.
  search_name        text not null,
  phonetic           text not null,
  gender             text not null default 'unknown' check (gender in ('female', 'male', 'diverse', 'unknown')),
  -- Exact, year only or unknown are three different answers.
  birth_precision    text not null default 'unknown' check (birth_precision in ('exact', 'year', 'unknown')),
  birth_date         date,
  birth_year         int check (birth_year between 1880 and 2200),
  phone              text,
  email              text,
  street             text,
  postal_code        text,
  place              text,
  municipality_id    uuid,
  created_by         uuid not null default app.user_id(),
  created_at         timestamptz not null default now(),
  version            int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  check ((birth_precision = 'exact') = (birth_date is not null)),
  check ((birth_precision = 'unknown') = (birth_year is null))
);
create index person_search on person using gin (tenant_id, search_name gin_trgm_ops);
create index person_phonetic on person (tenant_id, phonetic);
create index person_birth on person (tenant_id, birth_year, birth_date);

create table person_nationality (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  person_id  uuid not null,
  code       text not null check (code ~ '^[0-9]{3}$'),
  valid_from date,
  valid_to   date,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index person_nationality_person on person_nationality (tenant_id, person_id);

create table person_language (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id        uuid not null,
  person_id uuid not null,
  code      text not null,
  level     text not null default 'unknown' check (level in ('none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'unknown')),
  -- What the person can read and write in: 'none' is illiteracy in this language.
  script    text not null default 'unknown' check (script in ('none', 'nonLatin', 'latin', 'unknown')),
  preferred boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index person_language_person on person_language (tenant_id, person_id);

-- Residence status, asked only after information (the wall, § 87 AufenthG); history is kept.
create table person_residence (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  person_id  uuid not null,
  code       text not null,
  valid_from date,
  valid_to   date,
  source     text not null check (source in ('seen', 'stated')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null default app.user_id(),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index person_residence_person on person_residence (tenant_id, person_id);

alter table person enable row level security;
alter table person force row level security;
create policy person_read on person for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person.id and a.valid_during @> now()));
-- A new person becomes visible through the case it is put into in the same transaction; no access by creation.
create policy person_new on person for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_role('caseManager')));
create policy person_change on person for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person.id and a.level = 'work' and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person.id and a.level = 'work' and a.valid_during @> now()));
create policy person_system on person for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, given_name, family_name, birth_name, original_script, search_name, phonetic, gender, birth_precision,
    birth_date, birth_year, phone, email, street, postal_code, place, municipality_id),
  update (given_name, family_name, birth_name, original_script, search_name, phonetic, gender, birth_precision,
    birth_date, birth_year, phone, email, street, postal_code, place, municipality_id, version) on person to app_user;
grant select, insert, update, delete on person to app_system;

alter table person_nationality enable row level security;
alter table person_nationality force row level security;
create policy person_nationality_read on person_nationality for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_nationality.person_id and a.valid_during @> now()));
create policy person_nationality_new on person_nationality for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_nationality.person_id and a.level = 'work' and a.valid_during @> now()));
create policy person_nationality_drop on person_nationality for delete to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_nationality.person_id and a.level = 'work' and a.valid_during @> now()));
create policy person_nationality_system on person_nationality for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, person_id, code, valid_from, valid_to), delete on person_nationality to app_user;
grant select, insert, update, delete on person_nationality to app_system;

alter table person_language enable row level security;
alter table person_language force row level security;
create policy person_language_read on person_language for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_language.person_id and a.valid_during @> now()));
create policy person_language_new on person_language for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_language.person_id and a.level = 'work' and a.valid_during @> now()));
create policy person_language_drop on person_language for delete to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_language.person_id and a.level = 'work' and a.valid_during @> now()));
create policy person_language_system on person_language for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, person_id, code, level, script, preferred), delete on person_language to app_user;
grant select, insert, update, delete on person_language to app_system;

alter table person_residence enable row level security;
alter table person_residence force row level security;
create policy person_residence_read on person_residence for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_residence.person_id and a.valid_during @> now()));
create policy person_residence_new on person_residence for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and recorded_by = (select app.user_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_residence.person_id and a.level = 'work' and a.valid_during @> now()));
create policy person_residence_change on person_residence for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_residence.person_id and a.level = 'work' and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from person_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.person_id = person_residence.person_id and a.level = 'work' and a.valid_during @> now()));
create policy person_residence_system on person_residence for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, person_id, code, valid_from, valid_to, source), update (valid_to) on person_residence to app_user;
grant select, insert, update, delete on person_residence to app_system;
