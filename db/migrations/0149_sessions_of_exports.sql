-- Second look at the sessions of exports (0130). A worker whose SQL were taken over could open a session for anybody, in
-- any tenant, for as long as it liked (the half hour counted from a created_at it chose itself), count as signed in a
-- moment ago, and use it as a cookie. Now: only for who has a running export of the own tenant, from now, never as
-- re-authenticated, and under a key that is no sha256 of any cookie.
delete from auth.session where kind = 'job';
alter table auth.session add constraint session_job_is_no_cookie check ((kind = 'job') = (token_hash like 'job-%'));

create or replace function auth.refuse_other_sessions() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp
  as $$ begin
    if current_user = 'app_system' then
      if new.kind <> 'job' then
        raise insufficient_privilege using message = 'sessions of persons are opened by sign-in';
      end if;
      if new.tenant_id is distinct from app.tenant_id() or not exists (select from export_job j
          where j.tenant_id = new.tenant_id and j.user_id = new.user_id and j.state = 'running') then
        raise insufficient_privilege using message = 'a session of a job needs a running export of that person';
      end if;
      new.created_at := now();
      new.last_seen_at := now();
      new.reauthenticated_at := 'epoch';
    end if;
    return new;
  end $$;
