-- What follows a withdrawal: one letter to the recipient of the text that was withdrawn, to be sent or found needless.
-- Structure only; the letter itself is made from consent and referrals when it is printed.
create table withdrawal_letter (
  tenant_id          uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                 uuid not null,
  case_id            uuid not null,
  consent_id         uuid,
  secrecy_release_id uuid,
  state              text not null default 'drafted' check (state in ('drafted', 'sent', 'needless')),
  made_on            date not null,
  state_on           date,
  created_by         uuid not null default app.user_id(),
  created_at         timestamptz not null default now(),
  version            int not null default 1,
  primary key (tenant_id, id),
  -- One for each text.
  unique (tenant_id, consent_id),
  unique (tenant_id, secrecy_release_id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id, consent_id) references consent (tenant_id, case_id, id),
  foreign key (tenant_id, case_id, secrecy_release_id) references secrecy_release (tenant_id, case_id, id),
  check (num_nonnulls(consent_id, secrecy_release_id) = 1),
  check ((state = 'drafted') = (state_on is null))
);
create index withdrawal_letter_case on withdrawal_letter (tenant_id, case_id, created_at, id);

alter table withdrawal_letter enable row level security;
alter table withdrawal_letter force row level security;
create policy withdrawal_letter_read on withdrawal_letter for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = withdrawal_letter.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy withdrawal_letter_new on withdrawal_letter for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = withdrawal_letter.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy withdrawal_letter_change on withdrawal_letter for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = withdrawal_letter.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = withdrawal_letter.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy withdrawal_letter_system on withdrawal_letter for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, consent_id, secrecy_release_id, made_on), update (state, state_on, version) on withdrawal_letter to app_user;
grant select, insert, update, delete on withdrawal_letter to app_system;
