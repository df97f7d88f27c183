-- Staff: what an administrator may do with accounts, through definer functions; hashes and sessions stay unreadable.

grant insert, update on auth.account to app_system;
grant update (revoked_at) on auth.session to app_system;

-- Deactivated: every session ends at once and sign-in is closed; reactivated: it opens again (BC-08).
create function app.on_staff_user_active() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if not new.active then
      update auth.session set revoked_at = now() where user_id = new.id and tenant_id = new.tenant_id and revoked_at is null;
    end if;
    update auth.account set locked_at = case when new.active then null else now() end
      where user_id = new.id and tenant_id = new.tenant_id;
    return null;
  end $$;
alter function app.on_staff_user_active() owner to app_system;
create trigger staff_user_account after update of active on staff_user
  for each row when (old.active is distinct from new.active) execute function app.on_staff_user_active();

-- Creates the login of a user of the own tenant. 'taken': the login name is in use somewhere in the installation.
create function app.create_account(p_user uuid, p_login text, p_hash text, p_second_factor boolean) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if not app.has_role('administrator') and current_setting('role') <> 'app_system' then return 'forbidden'; end if;
    if not exists (select from staff_user u where u.tenant_id = app.tenant_id() and u.id = p_user and u.kind = 'person') then return 'unknown'; end if;
    insert into auth.account (user_id, tenant_id, login_name, password_hash, password_set_at, must_change, second_factor_required)
      values (p_user, app.tenant_id(), p_login, p_hash, now(), true, p_second_factor)
      on conflict do nothing;
    return case when found then 'created' else 'taken' end;
  end $$;
alter function app.create_account(uuid, text, text, boolean) owner to app_system;
grant execute on function app.create_account(uuid, text, text, boolean) to app_user, app_system;

-- A new first password set by an administrator: all sessions end, the person must change it, the second factor
-- is set up anew when p_reset_factor.
create function app.reset_account(p_user uuid, p_hash text, p_reset_factor boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if not app.has_role('administrator') then return false; end if;
    update auth.account set password_hash = p_hash, password_set_at = now(), must_change = true,
        totp_secret = case when p_reset_factor then null else totp_secret end, totp_pending = null,
        totp_confirmed_at = case when p_reset_factor then null else totp_confirmed_at end
      where user_id = p_user and tenant_id = app.tenant_id();
    if not found then return false; end if;
    update auth.session set revoked_at = now() where user_id = p_user and tenant_id = app.tenant_id() and revoked_at is null;
    return true;
  end $$;
alter function app.reset_account(uuid, text, boolean) owner to app_system;
grant execute on function app.reset_account(uuid, text, boolean) to app_user;

-- What an administrator sees of an account: nothing secret.
create function app.account_states()
  returns table (user_id uuid, login_name text, locked boolean, second_factor boolean, second_factor_required boolean, must_change boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select a.user_id, a.login_name, a.locked_at is not null, a.totp_confirmed_at is not null, a.second_factor_required, a.must_change
    from auth.account a where a.tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')) $$;
alter function app.account_states() owner to app_system;
grant execute on function app.account_states() to app_user;
