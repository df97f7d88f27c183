-- Case preparation (R082): where arrangements with partners failed and the coordinator was called in, both write down
-- together, without names, how the case hangs together. The text passes the same marks as a barrier before it is saved, so
-- that professional oversight may read it; notes, names and the words of the problem stay hidden from it.
create table problem_preparation (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  problem_id  uuid not null,
  case_id     uuid not null,
  -- What makes it complex; who has to do with whom; what has to be decided.
  situation   text check (length(situation) <= 4000),
  interplay   text check (length(interplay) <= 4000),
  question    text check (length(question) <= 2000),
  written_by  uuid not null default app.user_id(),
  written_on  date not null,
  version     int not null default 1,
  primary key (tenant_id, problem_id),
  foreign key (tenant_id, problem_id) references problem (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, written_by) references staff_user (tenant_id, id)
);
create index problem_preparation_case on problem_preparation (tenant_id, case_id);

-- Read and written by who sees the problem: who works the case, and the coordinator who was called in.
alter table problem_preparation enable row level security;
alter table problem_preparation force row level security;
create policy problem_preparation_read on problem_preparation for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from problem p
    where p.tenant_id = problem_preparation.tenant_id and p.id = problem_preparation.problem_id));
create policy problem_preparation_new on problem_preparation for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and written_by = (select app.user_id()) and exists (select from problem p
    where p.tenant_id = problem_preparation.tenant_id and p.id = problem_preparation.problem_id and p.case_id = problem_preparation.case_id));
create policy problem_preparation_change on problem_preparation for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from problem p
    where p.tenant_id = problem_preparation.tenant_id and p.id = problem_preparation.problem_id))
  with check (tenant_id = (select app.tenant_id()) and written_by = (select app.user_id()) and exists (select from problem p
    where p.tenant_id = problem_preparation.tenant_id and p.id = problem_preparation.problem_id));
create policy problem_preparation_system on problem_preparation for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (problem_id, case_id, situation, interplay, question, written_by, written_on),
  update (situation, interplay, question, written_by, written_on, version) on problem_preparation to app_user;
grant select, insert, update, delete on problem_preparation to app_system;
