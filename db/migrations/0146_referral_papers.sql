-- Documents that go with a referral, and what was handed to a recipient without one: so that a withdrawal can say what
-- each recipient got.

-- For the composite key below: what a partner downloads is the file of that document and of no other.
alter table document add unique (tenant_id, case_id, id, file_key);

create table referral_document (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  referral_id uuid not null,
  case_id     uuid not null,
  document_id uuid not null,
  position    int not null,
  -- As in the document, kept by the trigger, so that the policy asks case_access alone.
  secrecy_203 boolean not null default false,
  -- Null while it is a draft; as named and stored on the day it was sent, so that a partner needs no sight of documents.
  title       text check (length(title) between 1 and 200),
  media_type  text check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'text/plain')),
  byte_size   int check (byte_size > 0),
  sha256      text check (sha256 ~ '^[0-9a-f]{64}$'),
  file_key    uuid,
  primary key (tenant_id, referral_id, document_id),
  foreign key (tenant_id, case_id, referral_id) references referral (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, document_id) references document (tenant_id, case_id, id),
  foreign key (tenant_id, case_id, document_id, file_key) references document (tenant_id, case_id, id, file_key),
  constraint referral_document_kept check (num_nonnulls(title, media_type, byte_size, sha256, file_key) in (0, 5))
);
create index referral_document_document on referral_document (tenant_id, document_id);

-- What was sent stays as it was sent. Proofs of a consent never go along, nor a document marked § 203 StGB of a file that
-- is not: only a marked file asks for the release from secrecy.
create function app.referral_document_stays() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    one referral_document := case tg_op when 'DELETE' then old else new end;
  begin
    if current_user = 'app_user' and exists (select from referral r where r.tenant_id = one.tenant_id and r.id = one.referral_id
        and r.sent_on is not null) then
      raise exception 'a sent referral is not rewritten' using errcode = '23514', constraint = 'referral_document_stays';
    end if;
    if tg_op <> 'DELETE' and exists (select from document d join case_file f on f.tenant_id = d.tenant_id and f.id = d.case_id
        where d.tenant_id = one.tenant_id and d.id = one.document_id
          and (d.kind = 'consentProof' or d.secrecy_203 and not f.secrecy_203)) then
      raise exception 'this document does not go along' using errcode = '23514', constraint = 'referral_document_may_go';
    end if;
    one.secrecy_203 := exists (select from document d where d.tenant_id = one.tenant_id and d.id = one.document_id and d.secrecy_203);
    return one;
  end $$;
create trigger referral_document_stays before insert or update or delete on referral_document
  for each row execute function app.referral_document_stays();

alter table referral_document enable row level security;
alter table referral_document force row level security;
-- Titles are what is in the documents: part 32 and, where marked, not by the consent for the team; never by a reason.
create policy referral_document_read on referral_document for select to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = referral_document.tenant_id and a.case_id = referral_document.case_id and a.parts & 32 <> 0
      and a.basis <> 'reason' and (a.basis <> 'teamConsent' or not referral_document.secrecy_203) and a.valid_during @> now())
    or exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral_document.referral_id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_document_new on referral_document for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = referral_document.tenant_id and a.case_id = referral_document.case_id and a.parts & 64 <> 0
      and a.valid_during @> now()));
create policy referral_document_change on referral_document for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = referral_document.tenant_id and a.case_id = referral_document.case_id and a.parts & 64 <> 0
      and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = referral_document.tenant_id and a.case_id = referral_document.case_id and a.parts & 64 <> 0
      and a.valid_during @> now()));
create policy referral_document_drop on referral_document for delete to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = referral_document.tenant_id and a.case_id = referral_document.case_id and a.parts & 64 <> 0
      and a.valid_during @> now()));
create policy referral_document_system on referral_document for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (referral_id, case_id, document_id, position), update (title, media_type, byte_size, sha256, file_key), delete
  on referral_document to app_user;
grant select, insert, update, delete on referral_document to app_system;

-- ---------------------------------------------------------------------------------------------------------
-- What a recipient of a consent got otherwise than by a referral: a copy, an extract of the file, a letter, a word on the
-- telephone. A record of the fact; a mistake is marked, never rewritten.
create table handout (
  tenant_id          uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                 uuid not null,
  case_id            uuid not null,
  person_id          uuid not null,
  consent_id         uuid not null,
  secrecy_release_id uuid,
  kind               text not null check (kind in ('document', 'caseFile', 'paper', 'oral')),
  document_id        uuid,
  data_categories    text[] not null check (cardinality(data_categories) between 1 and 20),
  special_categories text[] not null default '{}' check (special_categories <@ array['health', 'religion', 'ethnicOrigin']),
  on_date            date not null,
  via                text not null check (via in ('inPerson', 'letter', 'email', 'phone')),
  mistaken_on        date,
  created_by         uuid not null default app.user_id(),
  created_at         timestamptz not null default now(),
  version            int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, case_id, consent_id) references consent (tenant_id, case_id, id),
  foreign key (tenant_id, case_id, secrecy_release_id) references secrecy_release (tenant_id, case_id, id),
  foreign key (tenant_id, case_id, document_id) references document (tenant_id, case_id, id),
  constraint handout_document check ((kind = 'document') = (document_id is not null))
);
create index handout_case on handout (tenant_id, case_id, on_date, id);
create index handout_consent on handout (tenant_id, consent_id);
create index handout_release on handout (tenant_id, secrecy_release_id);
create index handout_document on handout (tenant_id, document_id);
create index handout_person on handout (tenant_id, person_id);

-- Its name, for the list and the letter to the recipient: part 4.
create table handout_text (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  handout_id uuid not null,
  case_id    uuid not null,
  title      text not null check (length(title) between 1 and 200),
  primary key (tenant_id, handout_id),
  foreign key (tenant_id, case_id, handout_id) references handout (tenant_id, case_id, id) on delete cascade
);

alter table handout enable row level security;
alter table handout force row level security;
create policy handout_read on handout for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = handout.tenant_id and a.case_id = handout.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy handout_new on handout for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = handout.tenant_id and a.case_id = handout.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy handout_change on handout for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = handout.tenant_id and a.case_id = handout.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = handout.tenant_id and a.case_id = handout.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy handout_system on handout for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, person_id, consent_id, secrecy_release_id, kind, document_id, data_categories, special_categories, on_date, via),
  update (mistaken_on, version) on handout to app_user;
grant select, insert, update, delete on handout to app_system;

alter table handout_text enable row level security;
alter table handout_text force row level security;
create policy handout_text_read on handout_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = handout_text.tenant_id and a.case_id = handout_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now()));
create policy handout_text_new on handout_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = handout_text.tenant_id and a.case_id = handout_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy handout_text_system on handout_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (handout_id, case_id, title) on handout_text to app_user;
grant select, insert, update, delete on handout_text to app_system;
