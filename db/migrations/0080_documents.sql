-- Documents of a case: proofs of consent, scans of signed agreements, letters. The bytes lie in FILES_DIR under a random
-- key; a row without its file cannot be committed, a file without a row is swept.
create table document (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  case_id     uuid not null,
  kind        text not null check (kind in ('consentProof', 'agreementScan', 'letter', 'other')),
  -- As found in the bytes, never as claimed.
  media_type  text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'text/plain')),
  byte_size   int not null check (byte_size between 1 and 10485760),
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_key    uuid not null,
  -- Marked § 203 StGB: neither a stated reason nor the consent for the KIM team opens it.
  secrecy_203 boolean not null default false,
  -- Whoever keeps the file at the upload: after a handover a reason of the new employer does not open it.
  organisation_id uuid not null,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, file_key),
  -- For the composite keys of title, proof and scan: they cannot name a document of another case.
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id)
);
create index document_case on document (tenant_id, case_id, created_at desc, id desc);

create table document_text (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  document_id uuid not null,
  case_id     uuid not null,
  -- As in the document, so that the policy asks case_access alone.
  secrecy_203 boolean not null default false,
  organisation_id uuid not null,
  title       text not null check (length(title) between 1 and 200),
  primary key (tenant_id, document_id),
  foreign key (tenant_id, case_id, document_id) references document (tenant_id, case_id, id) on delete cascade
);

alter table consent add foreign key (tenant_id, case_id, proof_document_id) references document (tenant_id, case_id, id);
alter table secrecy_release add foreign key (tenant_id, case_id, proof_document_id) references document (tenant_id, case_id, id);
alter table agreement add foreign key (tenant_id, case_id, scan_document_id) references document (tenant_id, case_id, id);

alter table document enable row level security;
alter table document force row level security;
create policy document_read on document for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = document.case_id and a.parts & 32 <> 0
      and (a.basis not in ('reason', 'teamConsent') or not document.secrecy_203)
      and (a.basis <> 'reason' or document.organisation_id = (select u.organisation_id from staff_user u
        where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id()))) and a.valid_during @> now()));
create policy document_new on document for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = document.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy document_change on document for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = document.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = document.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy document_system on document for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, kind, media_type, byte_size, sha256, file_key, secrecy_203, organisation_id), update (kind, secrecy_203, version)
  on document to app_user;
grant select, insert, update, delete on document to app_system;

alter table document_text enable row level security;
alter table document_text force row level security;
create policy document_text_read on document_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = document_text.case_id and a.parts & 32 <> 0
      and (a.basis not in ('reason', 'teamConsent') or not document_text.secrecy_203)
      and (a.basis <> 'reason' or document_text.organisation_id = (select u.organisation_id from staff_user u
        where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id()))) and a.valid_during @> now()));
create policy document_text_new on document_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = document_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy document_text_change on document_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = document_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = document_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy document_text_system on document_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (document_id, case_id, secrecy_203, organisation_id, title), update (title, secrecy_203)
  on document_text to app_user;
grant select, insert, update, delete on document_text to app_system;
