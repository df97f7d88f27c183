-- A partner takes back what it asked while nobody has taken it: the person decided otherwise, or it was a mistake. Name,
-- number and concern rest on the word the office passed on, and go at once; the request stays for a short time, so that
-- the site knows why it is gone.
alter table partner_request
  add column withdrawn_on date,
  add constraint partner_request_withdrawn check (withdrawn_on is null or answer is null);

-- Nobody has taken it, so it belongs to nobody: the site sees that it is gone.
alter table request
  drop constraint open_means_unassigned,
  add constraint open_means_unassigned
    check ((assigned_to is null) = (state = 'open' or (state = 'withdrawn' and outcome is not distinct from 'partnerWithdrew')));
create index request_taken_back on request (tenant_id, site_id) where state = 'withdrawn' and assigned_to is null;

-- What was asked by the own office, for whoever takes it back; the request waits until that is decided. No row: not there,
-- or of another office.
create function app.lock_kim_request(p_id uuid) returns table (request_id uuid, state text, withdrawn boolean)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    return query
      select r.id, r.state, p.withdrawn_on is not null
      from partner_request p join request r on r.tenant_id = p.tenant_id and r.id = p.request_id
      where p.tenant_id = app.tenant_id() and p.id = p_id and p.office = app.partner_office()
      for update of r, p;
  end $$;
alter function app.lock_kim_request(uuid) owner to app_system;
revoke all on function app.lock_kim_request(uuid) from public;
grant execute on function app.lock_kim_request(uuid) to app_user;

-- Takes it back. False: not of the own office, or somebody has taken it.
create function app.withdraw_kim_request(p_id uuid, p_on date, p_delete_after date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id(); gone uuid;
  begin
    update request r set state = 'withdrawn', outcome = 'partnerWithdrew', closed_at = now(), delete_after = p_delete_after,
        version = r.version + 1
      from partner_request p
      where p.tenant_id = t and p.id = p_id and p.office = app.partner_office() and p.withdrawn_on is null
        and r.tenant_id = t and r.id = p.request_id and r.state = 'open'
      returning r.id into gone;
    if gone is null then return false; end if;
    delete from request_contact c where c.tenant_id = t and c.request_id = gone;
    delete from request_text x where x.tenant_id = t and x.request_id = gone;
    update partner_request p set withdrawn_on = p_on where p.tenant_id = t and p.id = p_id;
    return true;
  end $$;
alter function app.withdraw_kim_request(uuid, date, date) owner to app_system;
revoke all on function app.withdraw_kim_request(uuid, date, date) from public;
grant execute on function app.withdraw_kim_request(uuid, date, date) to app_user;
