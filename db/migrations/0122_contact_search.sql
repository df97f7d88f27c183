-- Full text over the notes of the own contacts. docs/database.md, "Search".
--
-- Like app.find_persons it begins at the own access: somebody may read some hundreds to some thousands of notes, and
-- how many hidden ones there are cannot be measured. An index over the words of all notes would have to be filtered by
-- access afterwards, and the words people look for (Wohnung, Jobcenter) stand in every tenth note.

alter table contact_note add column words tsvector
  generated always as (to_tsvector('pg_catalog.german', coalesce(content, ''))) stored;
create index contact_note_case on contact_note (tenant_id, case_id);

-- Notes of the own cases (part 4) with all the words in any form, or with each of them as a piece of a word: German
-- compounds are not split (Wohnung in Sozialwohnung). `p_pieces`: the typed words, lower case. Newest first.
create function app.find_contact_notes(p_text text, p_pieces text[], p_before date, p_before_id uuid, p_limit int)
  returns table (contact_id uuid, on_date date)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    t uuid := app.tenant_id();
    me uuid := app.user_id();
    query tsquery := websearch_to_tsquery('pg_catalog.german', p_text);
  begin
    return query
      select n.contact_id, c.on_date
      from (select distinct a.case_id from case_access a where a.tenant_id = t and a.user_id = me and a.parts & 4 <> 0
              and a.valid_during @> now()) own
        join contact_note n on n.tenant_id = t and n.case_id = own.case_id
        join contact c on c.tenant_id = t and c.id = n.contact_id
      where c.withdrawn_at is null and cardinality(p_pieces) > 0
        and (p_before is null or (c.on_date, c.id) < (p_before, p_before_id))
        and (n.words @@ query
          or not exists (select from unnest(p_pieces) piece where position(piece in lower(n.content)) = 0))
      order by c.on_date desc, c.id desc limit least(p_limit, 200);
  end $$;
alter function app.find_contact_notes(text, text[], date, uuid, int) owner to app_system;
revoke all on function app.find_contact_notes(text, text[], date, uuid, int) from public;
grant execute on function app.find_contact_notes(text, text[], date, uuid, int) to app_user;
