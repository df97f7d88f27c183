-- Calendar: tasks. Title and remark are free text and stand apart, so that oversight sees that something is due, not what.

create table task (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  case_id      uuid,
  -- 'derived': made by the program from something else (source_kind, source_id), at most once.
  kind         text not null default 'own' check (kind in ('own', 'waitingForOthers', 'derived')),
  source_kind  text check (length(source_kind) <= 60),
  source_id    uuid,
  due_on       date,
  -- From this day on it shows up in Mein Tag, even when it is due later.
  remind_on    date,
  -- Null in a case: whoever is responsible for the case, also after a handover.
  assignee_id  uuid,
  state        text not null default 'open' check (state in ('open', 'done', 'dropped')),
  closed_at    timestamptz,
  closed_by    uuid,
  created_by   uuid not null default app.user_id(),
  created_at   timestamptz not null default now(),
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, assignee_id) references staff_user (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id),
  unique (tenant_id, case_id, id),
  constraint somebody_has_it check (case_id is not null or assignee_id is not null),
  constraint open_is_not_closed check ((state = 'open') = (closed_at is null) and (state = 'open') = (closed_by is null)),
  constraint derived_has_source check ((kind = 'derived') = (source_kind is not null) and (source_kind is null) = (source_id is null))
);
create index task_assignee on task (tenant_id, assignee_id, due_on) where state = 'open';
create index task_created on task (tenant_id, created_by) where state = 'open' and case_id is null;
create unique index task_source on task (tenant_id, source_kind, source_id) where kind = 'derived';

create table task_text (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  task_id   uuid not null,
  -- As in the task, so that the policy asks case_access alone.
  case_id   uuid,
  title     text not null check (length(title) between 1 and 200),
  remark    text check (length(remark) <= 2000),
  primary key (tenant_id, task_id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id, task_id) references task (tenant_id, case_id, id) on delete cascade
);

-- ---------------------------------------------------------------------------------------------------------
alter table task enable row level security;
alter table task force row level security;
-- Of a case: who may see the case (structured). Without a case: who has it and who gave it.
create policy task_read on task for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((case_id is null and (assignee_id = (select app.user_id()) or created_by = (select app.user_id())))
    or (case_id is not null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = task.case_id and a.parts & 1 <> 0 and a.valid_during @> now()))));
create policy task_new on task for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (case_id is null
    or exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = task.case_id and a.parts & 64 <> 0 and a.valid_during @> now())));
create policy task_change on task for update to app_user
  using (tenant_id = (select app.tenant_id()) and ((case_id is null and (assignee_id = (select app.user_id()) or created_by = (select app.user_id())))
    or (case_id is not null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = task.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))))
  with check (tenant_id = (select app.tenant_id()) and ((case_id is null and (assignee_id = (select app.user_id()) or created_by = (select app.user_id())))
    or (case_id is not null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = task.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))));
create policy task_system on task for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, kind, source_kind, source_id, due_on, remind_on, assignee_id),
  update (kind, due_on, remind_on, assignee_id, state, closed_at, closed_by, version) on task to app_user;
grant select, insert, update, delete on task to app_system;

alter table task_text enable row level security;
alter table task_text force row level security;
create policy task_text_read on task_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((task_text.case_id is not null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = task_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now()))
    or (task_text.case_id is null and exists (select from task t
      where t.tenant_id = (select app.tenant_id()) and t.id = task_text.task_id and t.case_id is null
        and (t.assignee_id = (select app.user_id()) or t.created_by = (select app.user_id()))))));
create policy task_text_new on task_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and ((task_text.case_id is not null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = task_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
    or (task_text.case_id is null and exists (select from task t
      where t.tenant_id = (select app.tenant_id()) and t.id = task_text.task_id and t.case_id is null
        and (t.assignee_id = (select app.user_id()) or t.created_by = (select app.user_id()))))));
create policy task_text_change on task_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and ((task_text.case_id is not null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = task_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
    or (task_text.case_id is null and exists (select from task t
      where t.tenant_id = (select app.tenant_id()) and t.id = task_text.task_id and t.case_id is null
        and (t.assignee_id = (select app.user_id()) or t.created_by = (select app.user_id()))))))
  with check (tenant_id = (select app.tenant_id()) and ((task_text.case_id is not null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = task_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
    or (task_text.case_id is null and exists (select from task t
      where t.tenant_id = (select app.tenant_id()) and t.id = task_text.task_id and t.case_id is null
        and (t.assignee_id = (select app.user_id()) or t.created_by = (select app.user_id()))))));
create policy task_text_system on task_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (task_id, case_id, title, remark), update (title, remark) on task_text to app_user;
grant select, insert, update, delete on task_text to app_system;
