-- Re-assessment: who finished it and when is kept (the assessor may change within one), and one begun by mistake
-- can be discarded while it is open.

alter table assessment
  -- Null: open, or finished before this was kept.
  add column finished_by uuid,
  add column finished_at timestamptz,
  add foreign key (tenant_id, finished_by) references staff_user (tenant_id, id),
  add constraint finisher_only_when_finished check (finished_on is not null or (finished_by is null and finished_at is null));

-- Who finished it is whoever is signed in; taking it back forgets it.
create function app.stamp_assessment_finish() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if new.finished_on is null then
      new.finished_by := null;
      new.finished_at := null;
    elsif old.finished_on is null then
      new.finished_by := app.user_id();
      new.finished_at := now();
    end if;
    return new;
  end $$;
create trigger assessment_finish_stamped before update of finished_on on assessment
  for each row execute function app.stamp_assessment_finish();

-- What is finished is never deleted by hand: only what is open, with its ratings and words.
create policy assessment_discard on assessment for delete to app_user
  using (tenant_id = (select app.tenant_id()) and finished_on is null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
grant delete on assessment to app_user;
