-- What the data protection officer sees with the name of who did it is a closed list: by prefix, a new everyday action
-- (a list that was looked at) would have shown what one person did in a day (R171).
create or replace function app.is_access_action(p_action text) returns boolean language sql immutable
  set search_path = pg_catalog, pg_temp
  as $$ select p_action in ('clearAccess.openedForReason', 'clearAccess.released', 'clearAccess.ended',
          'disclosure.asked', 'disclosure.agreed', 'disclosure.refused', 'disclosure.carriedOut',
          'export.requested', 'export.downloaded', 'access.refused', 'case.printed',
          'user.openWorkRead', 'user.rightsPrinted', 'protection.accessesRead') $$;
