-- The timeline says of every entry who did it, deputies included: what was kept as a day alone gets who and when.
-- Whoever is signed in, now; null for rows from before. Stamped here, never written by the application.

alter table goal_step
  add column state_by uuid,
  add column state_at timestamptz,
  add foreign key (tenant_id, state_by) references staff_user (tenant_id, id);
alter table agreement
  add column signature_recorded_by uuid,
  add column signature_recorded_at timestamptz,
  add column end_recorded_by uuid,
  add column end_recorded_at timestamptz,
  add foreign key (tenant_id, signature_recorded_by) references staff_user (tenant_id, id),
  add foreign key (tenant_id, end_recorded_by) references staff_user (tenant_id, id);
alter table consent
  add column given_recorded_at timestamptz,
  add column withdrawal_recorded_by uuid,
  add column end_recorded_by uuid,
  add column end_recorded_at timestamptz,
  add foreign key (tenant_id, withdrawal_recorded_by) references staff_user (tenant_id, id),
  add foreign key (tenant_id, end_recorded_by) references staff_user (tenant_id, id);
alter table secrecy_release
  add column given_recorded_at timestamptz,
  add column withdrawal_recorded_by uuid,
  add column end_recorded_by uuid,
  add column end_recorded_at timestamptz,
  add foreign key (tenant_id, withdrawal_recorded_by) references staff_user (tenant_id, id),
  add foreign key (tenant_id, end_recorded_by) references staff_user (tenant_id, id);

create function app.stamp_goal_step() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if new.state is distinct from old.state then
      new.state_by := app.user_id();
      new.state_at := now();
    end if;
    return new;
  end $$;
create trigger goal_step_stamped before update of state on goal_step
  for each row execute function app.stamp_goal_step();

create function app.stamp_agreement() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if old.signed_on is null and new.signed_on is not null then
      new.signature_recorded_by := app.user_id();
      new.signature_recorded_at := now();
    end if;
    if old.ended_on is null and new.ended_on is not null then
      new.end_recorded_by := app.user_id();
      new.end_recorded_at := now();
    end if;
    return new;
  end $$;
create trigger agreement_stamped before update on agreement for each row execute function app.stamp_agreement();

-- As in 0040, with who took it back and who ended it. The stamps are set after the comparison, so nobody else's
-- change of them passes.
create or replace function app.given_consent_stays() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if old.given_on is not null and (to_jsonb(new) - '{proof_document_id,withdrawn_at,withdrawn_on,withdrawn_as,ended_on,version}'::text[])
        is distinct from (to_jsonb(old) - '{proof_document_id,withdrawn_at,withdrawn_on,withdrawn_as,ended_on,version}'::text[]) then
      raise exception 'a given consent is not rewritten' using errcode = '23514', constraint = 'given_consent_stays';
    end if;
    if old.withdrawn_on is not null and new.withdrawn_on is distinct from old.withdrawn_on then
      raise exception 'a withdrawal is not taken back' using errcode = '23514', constraint = 'given_consent_stays';
    end if;
    if old.given_on is null and new.given_on is not null then
      new.confirmed_by := app.user_id();
      new.given_recorded_at := now();
    end if;
    if old.withdrawn_on is null and new.withdrawn_on is not null then
      new.withdrawal_recorded_by := app.user_id();
    end if;
    if old.ended_on is null and new.ended_on is not null then
      new.end_recorded_by := app.user_id();
      new.end_recorded_at := now();
    end if;
    return new;
  end $$;
