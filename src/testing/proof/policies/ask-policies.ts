/**
 * Asks about one table in one round trip, as whoever `app.session` leads to: which rows can be read, which of `inserts`
 * and of their `twins` in another tenant can be written, which rows each change reaches. Every attempt is undone.
 */
export const askPolicies = `
  create function ask_policies(of regclass, reads boolean, inserts jsonb[], twins jsonb[], updates text[], deletes boolean)
  returns jsonb language plpgsql as $$
  declare answers jsonb := '{}'; codes jsonb := '[]'; changes jsonb := '[]'; one text; found text[];
    change jsonb; chosen text[];
  begin
    if reads then
      perform set_config('role', 'app_user', true);
      execute format('select array_agg(ctid::text) from %s', of) into found;
      perform set_config('role', 'none', true);
      answers := jsonb_build_object('select', coalesce(found, '{}'));
    end if;
    -- Planned once for all rows.
    if inserts <> '{}' and not exists (select from pg_prepared_statements where name = 'insert_into_' || of) then
      select string_agg(key, ', ') into one from jsonb_object_keys(inserts[1]) as key;
      execute format('prepare insert_into_%s (jsonb) as insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)',
        of, of, one, one, of);
    end if;
    perform set_config('role', 'app_user', true);
    -- In the other tenant only what is allowed in the own one: else something else forbids it.
    for at in 1 .. cardinality(inserts) loop codes := codes || to_jsonb(code_of_insert(of, inserts[at])); end loop;
    for at in 1 .. cardinality(twins) loop
      codes := codes || case when codes->>(at - 1) = 'LT001' then to_jsonb(code_of_insert(of, twins[at])) else 'null' end;
    end loop;
    perform set_config('role', 'none', true);
    foreach one in array updates loop
      -- Every change chooses the same rows: where the first found none, no other will.
      if chosen = '{}' then exit; end if;
      change := rows_of_change(of, one, chosen);
      changes := changes || change;
      chosen := array(select jsonb_array_elements_text((change->'reached') || (change->'refused')));
    end loop;
    if deletes then
      answers := answers || jsonb_build_object('delete', rows_of_change(of, format('delete from %s', of), null));
    end if;
    return answers || jsonb_build_object('insert', codes, 'updates', changes);
  end $$;

  -- LT001 when it would be written.
  create function code_of_insert(of regclass, said jsonb) returns text language plpgsql as $$
  begin
    execute format('execute insert_into_%s (%L)', of, said);
    raise exception using errcode = 'LT001';
  exception when others then return sqlstate;
  end $$;

  -- The rows a change reaches, and those it finds that may not become this: then each is tried alone, of those known to
  -- be chosen if they are.
  create function rows_of_change(of regclass, statement text, chosen text[]) returns jsonb language plpgsql as $$
  declare reached text[]; refused text[] := '{}'; at text; alone text[];
  begin
    reached := rows_reached(of, statement, null);
    if reached is null then
      reached := '{}';
      if chosen is null then execute format('select array_agg(ctid::text) from %s', of) into chosen; end if;
      foreach at in array chosen loop
        alone := rows_reached(of, statement, at);
        if alone is null then refused := refused || at; else reached := reached || alone; end if;
      end loop;
    end if;
    return jsonb_build_object('reached', reached, 'refused', refused);
  end $$;

  -- The rows that lie no longer where they lay after a statement; null when a policy refuses it. With one named, the
  -- others are out of the way.
  create function rows_reached(of regclass, statement text, alone text) returns text[] language plpgsql as $$
  declare before text[]; after text[];
  begin
    begin
      if alone is not null then execute format('delete from %s where ctid <> %L::tid', of, alone); end if;
      execute format('select coalesce(array_agg(ctid::text), ''{}'') from %s', of) into before;
      perform set_config('role', 'app_user', true);
      execute statement;
      perform set_config('role', 'none', true);
      execute format('select coalesce(array_agg(ctid::text), ''{}'') from %s', of) into after;
      raise exception using errcode = 'LT001';
    exception
      when insufficient_privilege then return null;
      when sqlstate 'LT001' then null;
    end;
    return array(select unnest(before) except select unnest(after));
  end $$`
