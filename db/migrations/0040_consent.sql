-- Consent to share, and release from professional secrecy (§ 203 StGB): two objects of the same form, because a
-- person may give one, withdraw it, and keep the other. Structure stands apart from words and names: oversight
-- (parts = 1) sees who may learn which kind of data until when, never the wording.

-- A consent to share data of one person with one recipient.
create table consent (
  tenant_id          uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                 uuid not null,
  case_id            uuid not null,
  -- Whose data it is about: each adult gives their own, for minors their legal representatives do.
  person_id          uuid not null,
  direction          text not null check (direction in ('toRecipient', 'fromRecipient', 'mutual')),
  -- 'kimTeam': the text names the KIM team. 'other': somebody outside the district's list, named in consent_text.
  recipient_kind     text not null check (recipient_kind in ('organisation', 'kimTeam', 'other')),
  organisation_id    uuid,
  -- The reader is a unit, never the authority around it (R164).
  unit_id            uuid,
  -- Closed lists of module consent; life domains are keys of the catalogue.
  purposes           text[] not null default '{}' check (cardinality(purposes) <= 12),
  life_domains       text[] not null default '{}' check (cardinality(life_domains) <= 12),
  data_categories    text[] not null default '{}' check (cardinality(data_categories) <= 20),
  special_categories text[] not null default '{}' check (special_categories <@ array['health', 'religion', 'ethnicOrigin']),
  -- First and last day. Never unlimited.
  valid_from         date not null,
  valid_to           date not null,
  -- The length was taken from the district's default, nobody chose it.
  default_period     boolean not null default false,
  -- Version of the printed text, and the language it was explained in.
  text_version       text not null check (length(text_version) <= 40),
  language           text check (length(language) <= 20),
  mediator           text check (mediator in ('none', 'volunteer', 'professional', 'family')),
  given_on           date,
  given_as           text check (given_as in ('written', 'oral', 'electronic')),
  given_roles        text[] not null default '{}' check (given_roles <@ array['self', 'legalRepresentative']),
  confirmed_by       uuid,
  -- Scan of the signed text (module documents).
  proof_document_id  uuid,
  withdrawn_at       timestamptz,
  withdrawn_on       date,
  withdrawn_as       text check (withdrawn_as in ('written', 'oral', 'electronic')),
  -- Sharing ends when the case closes.
  ended_on           date,
  created_by         uuid not null default app.user_id(),
  created_at         timestamptz not null default now(),
  version            int not null default 1,
  primary key (tenant_id, id),
  -- For the composite keys of words, givers and proof: they cannot name another case.
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  constraint consent_recipient check ((recipient_kind = 'organisation') = (organisation_id is not null)
    and (unit_id is null or organisation_id is not null)),
  constraint consent_never_unlimited check (valid_to >= valid_from and valid_to <= (valid_from + interval '36 months')::date),
  constraint consent_given check ((given_on is null) = (given_as is null) and (given_on is null) = (confirmed_by is null)
    and (given_on is null) = (cardinality(given_roles) = 0)),
  constraint consent_given_complete check (given_on is null or (language is not null and mediator is not null
    and cardinality(purposes) > 0 and cardinality(data_categories) + cardinality(special_categories) > 0)),
  constraint consent_withdrawn check ((withdrawn_on is null) = (withdrawn_at is null) and (withdrawn_on is null) = (withdrawn_as is null)
    and (withdrawn_on is null or given_on is not null))
);
create index consent_case on consent (tenant_id, case_id, created_at, id);
create index consent_running_out on consent (tenant_id, valid_to, case_id)
  where given_on is not null and withdrawn_on is null and ended_on is null;
create index consent_person on consent (tenant_id, person_id);
create index consent_organisation on consent (tenant_id, organisation_id);
create index consent_unit on consent (tenant_id, unit_id);

-- Words: part 4.
create table consent_text (
  tenant_id           uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  consent_id          uuid not null,
  case_id             uuid not null,
  -- What exactly for; vague purposes are refused (rules).
  purpose             text check (length(purpose) <= 1000),
  refusal_consequence text check (length(refusal_consequence) <= 1000),
  recipient_name      text check (length(recipient_name) <= 200),
  witness             text check (length(witness) <= 200),
  primary key (tenant_id, consent_id),
  foreign key (tenant_id, case_id, consent_id) references consent (tenant_id, case_id, id) on delete cascade
);

-- Who gave it, by name: part 2.
create table consent_giver (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  consent_id uuid not null,
  case_id    uuid not null,
  role       text not null check (role in ('self', 'legalRepresentative')),
  person_id  uuid,
  name       text check (length(name) between 1 and 200),
  position   int not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id, consent_id) references consent (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check (person_id is not null or name is not null)
);
create index consent_giver_consent on consent_giver (tenant_id, consent_id, position);
create index consent_giver_person on consent_giver (tenant_id, person_id);

-- A release of the professionals on the giving side from § 203 StGB, towards one recipient.
create table secrecy_release (
  tenant_id          uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                 uuid not null,
  case_id            uuid not null,
  -- Whose data it is about: each adult gives their own, for minors their legal representatives do.
  person_id          uuid not null,
  direction          text not null check (direction in ('toRecipient', 'fromRecipient', 'mutual')),
  -- 'kimTeam': the text names the KIM team. 'other': somebody outside the district's list, named in secrecy_release_text.
  recipient_kind     text not null check (recipient_kind in ('organisation', 'kimTeam', 'other')),
  organisation_id    uuid,
  -- The reader is a unit, never the authority around it (R164).
  unit_id            uuid,
  -- Closed lists of module consent; life domains are keys of the catalogue.
  purposes           text[] not null default '{}' check (cardinality(purposes) <= 12),
  life_domains       text[] not null default '{}' check (cardinality(life_domains) <= 12),
  data_categories    text[] not null default '{}' check (cardinality(data_categories) <= 20),
  special_categories text[] not null default '{}' check (special_categories <@ array['health', 'religion', 'ethnicOrigin']),
  -- First and last day. Never unlimited.
  valid_from         date not null,
  valid_to           date not null,
  -- The length was taken from the district's default, nobody chose it.
  default_period     boolean not null default false,
  -- Version of the printed text, and the language it was explained in.
  text_version       text not null check (length(text_version) <= 40),
  language           text check (length(language) <= 20),
  mediator           text check (mediator in ('none', 'volunteer', 'professional', 'family')),
  given_on           date,
  given_as           text check (given_as in ('written', 'oral', 'electronic')),
  given_roles        text[] not null default '{}' check (given_roles <@ array['self', 'legalRepresentative']),
  confirmed_by       uuid,
  -- Scan of the signed text (module documents).
  proof_document_id  uuid,
  withdrawn_at       timestamptz,
  withdrawn_on       date,
  withdrawn_as       text check (withdrawn_as in ('written', 'oral', 'electronic')),
  -- Sharing ends when the case closes.
  ended_on           date,
  created_by         uuid not null default app.user_id(),
  created_at         timestamptz not null default now(),
  version            int not null default 1,
  primary key (tenant_id, id),
  -- For the composite keys of words, givers and proof: they cannot name another case.
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  constraint secrecy_release_recipient check ((recipient_kind = 'organisation') = (organisation_id is not null)
    and (unit_id is null or organisation_id is not null)),
  constraint secrecy_release_never_unlimited check (valid_to >= valid_from and valid_to <= (valid_from + interval '36 months')::date),
  constraint secrecy_release_given check ((given_on is null) = (given_as is null) and (given_on is null) = (confirmed_by is null)
    and (given_on is null) = (cardinality(given_roles) = 0)),
  constraint secrecy_release_given_complete check (given_on is null or (language is not null and mediator is not null
    and cardinality(purposes) > 0 and cardinality(data_categories) + cardinality(special_categories) > 0)),
  constraint secrecy_release_withdrawn check ((withdrawn_on is null) = (withdrawn_at is null) and (withdrawn_on is null) = (withdrawn_as is null)
    and (withdrawn_on is null or given_on is not null))
);
create index secrecy_release_case on secrecy_release (tenant_id, case_id, created_at, id);
create index secrecy_release_running_out on secrecy_release (tenant_id, valid_to, case_id)
  where given_on is not null and withdrawn_on is null and ended_on is null;
create index secrecy_release_person on secrecy_release (tenant_id, person_id);
create index secrecy_release_organisation on secrecy_release (tenant_id, organisation_id);
create index secrecy_release_unit on secrecy_release (tenant_id, unit_id);

-- Words: part 4.
create table secrecy_release_text (
  tenant_id           uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  consent_id          uuid not null,
  case_id             uuid not null,
  -- What exactly for; vague purposes are refused (rules).
  purpose             text check (length(purpose) <= 1000),
  refusal_consequence text check (length(refusal_consequence) <= 1000),
  recipient_name      text check (length(recipient_name) <= 200),
  witness             text check (length(witness) <= 200),
  primary key (tenant_id, consent_id),
  foreign key (tenant_id, case_id, consent_id) references secrecy_release (tenant_id, case_id, id) on delete cascade
);

-- Who gave it, by name: part 2.
create table secrecy_release_giver (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  consent_id uuid not null,
  case_id    uuid not null,
  role       text not null check (role in ('self', 'legalRepresentative')),
  person_id  uuid,
  name       text check (length(name) between 1 and 200),
  position   int not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id, consent_id) references secrecy_release (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check (person_id is not null or name is not null)
);
create index secrecy_release_giver_consent on secrecy_release_giver (tenant_id, consent_id, position);
create index secrecy_release_giver_person on secrecy_release_giver (tenant_id, person_id);

-- What was given stays as it was given: from then on only withdrawal, end and proof are added. Who confirmed it is
-- whoever is signed in.
create function app.given_consent_stays() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if old.given_on is null and new.given_on is not null then
      new.confirmed_by := app.user_id();
    end if;
    if old.given_on is not null and (to_jsonb(new) - '{proof_document_id,withdrawn_at,withdrawn_on,withdrawn_as,ended_on,version}'::text[])
        is distinct from (to_jsonb(old) - '{proof_document_id,withdrawn_at,withdrawn_on,withdrawn_as,ended_on,version}'::text[]) then
      raise exception 'a given consent is not rewritten' using errcode = '23514', constraint = 'given_consent_stays';
    end if;
    if old.withdrawn_on is not null and new.withdrawn_on is distinct from old.withdrawn_on then
      raise exception 'a withdrawal is not taken back' using errcode = '23514', constraint = 'given_consent_stays';
    end if;
    return new;
  end $$;
create trigger consent_given_stays before update on consent for each row execute function app.given_consent_stays();
create trigger secrecy_release_given_stays before update on secrecy_release for each row execute function app.given_consent_stays();

alter table consent enable row level security;
alter table consent force row level security;
create policy consent_read on consent for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy consent_new on consent for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy consent_change on consent for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy consent_drop on consent for delete to app_user
  using (tenant_id = (select app.tenant_id()) and given_on is null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy consent_system on consent for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, person_id, direction, recipient_kind, organisation_id, unit_id, purposes, life_domains, data_categories,
    special_categories, valid_from, valid_to, default_period, text_version), update (person_id, direction, recipient_kind, organisation_id, unit_id, purposes, life_domains, data_categories,
    special_categories, valid_from, valid_to, default_period, text_version, language,
    mediator, given_on, given_as, given_roles, proof_document_id, withdrawn_at, withdrawn_on, withdrawn_as, ended_on, version), delete
  on consent to app_user;
grant select, insert, update, delete on consent to app_system;

alter table consent_text enable row level security;
alter table consent_text force row level security;
create policy consent_text_read on consent_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now()));
create policy consent_text_new on consent_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy consent_text_change on consent_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy consent_text_system on consent_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (consent_id, case_id, purpose, refusal_consequence, recipient_name, witness), update (purpose, refusal_consequence, recipient_name, witness)
  on consent_text to app_user;
grant select, insert, update, delete on consent_text to app_system;

alter table consent_giver enable row level security;
alter table consent_giver force row level security;
create policy consent_giver_read on consent_giver for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent_giver.case_id and a.parts & 2 <> 0 and a.valid_during @> now()));
create policy consent_giver_new on consent_giver for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = consent_giver.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy consent_giver_system on consent_giver for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, consent_id, case_id, role, person_id, name, position)
  on consent_giver to app_user;
grant select, insert, update, delete on consent_giver to app_system;

alter table secrecy_release enable row level security;
alter table secrecy_release force row level security;
create policy secrecy_release_read on secrecy_release for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy secrecy_release_new on secrecy_release for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy secrecy_release_change on secrecy_release for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy secrecy_release_drop on secrecy_release for delete to app_user
  using (tenant_id = (select app.tenant_id()) and given_on is null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy secrecy_release_system on secrecy_release for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, person_id, direction, recipient_kind, organisation_id, unit_id, purposes, life_domains, data_categories,
    special_categories, valid_from, valid_to, default_period, text_version), update (person_id, direction, recipient_kind, organisation_id, unit_id, purposes, life_domains, data_categories,
    special_categories, valid_from, valid_to, default_period, text_version, language,
    mediator, given_on, given_as, given_roles, proof_document_id, withdrawn_at, withdrawn_on, withdrawn_as, ended_on, version), delete
  on secrecy_release to app_user;
grant select, insert, update, delete on secrecy_release to app_system;

alter table secrecy_release_text enable row level security;
alter table secrecy_release_text force row level security;
create policy secrecy_release_text_read on secrecy_release_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now()));
create policy secrecy_release_text_new on secrecy_release_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy secrecy_release_text_change on secrecy_release_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy secrecy_release_text_system on secrecy_release_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (consent_id, case_id, purpose, refusal_consequence, recipient_name, witness), update (purpose, refusal_consequence, recipient_name, witness)
  on secrecy_release_text to app_user;
grant select, insert, update, delete on secrecy_release_text to app_system;

alter table secrecy_release_giver enable row level security;
alter table secrecy_release_giver force row level security;
create policy secrecy_release_giver_read on secrecy_release_giver for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release_giver.case_id and a.parts & 2 <> 0 and a.valid_during @> now()));
create policy secrecy_release_giver_new on secrecy_release_giver for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = secrecy_release_giver.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy secrecy_release_giver_system on secrecy_release_giver for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, consent_id, case_id, role, person_id, name, position)
  on secrecy_release_giver to app_user;
grant select, insert, update, delete on secrecy_release_giver to app_system;

-- A consent that names the team but has not begun yet is taken away whole when it is withdrawn; one that runs is cut.
create policy team_consent_drop on team_consent for delete to app_user
  using (tenant_id = (select app.tenant_id()) and lower(valid_during) >= now() and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = team_consent.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
grant delete on team_consent to app_user;
