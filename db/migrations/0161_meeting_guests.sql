-- A case may be spoken of by name only where consent covers everybody who attends. Whoever is added afterwards was not
-- asked about: the mark falls, on the side of the case, which the inviting office cannot see. A member's own row at the
-- invitation adds nobody: the seat was asked about, or took the mark when it was made.
create function app.on_participant_added() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ begin
    if tg_table_name = 'committee_member' then
      update agenda_case k set named = false, version = k.version + 1 from meeting m
        where k.tenant_id = new.tenant_id and k.named and m.tenant_id = k.tenant_id and m.id = k.meeting_id
          and m.committee_id = new.committee_id and m.state in ('planned', 'invited', 'running');
    elsif new.member_id is null then
      update agenda_case k set named = false, version = k.version + 1
        where k.tenant_id = new.tenant_id and k.meeting_id = new.meeting_id and k.named;
    end if;
    return null;
  end $$;
alter function app.on_participant_added() owner to app_system;
revoke all on function app.on_participant_added() from public;
create trigger meeting_participant_added after insert on meeting_participant
  for each row execute function app.on_participant_added();
create trigger committee_member_added after insert on committee_member
  for each row execute function app.on_participant_added();
