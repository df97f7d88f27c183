-- What the district file says about an entry that was changed in the app. The first change keeps what the file said
-- then (state kept: the Kreis decided otherwise); loading a file that says something else opens it again, so that
-- nothing is overwritten silently and the administrator chooses per entry.
create table district_difference (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  entry_table text not null check (entry_table in ('region', 'municipality', 'organisation', 'unit', 'site', 'staff_position',
                'committee', 'committee_function', 'catalogue_entry', 'tenant_setting')),
  -- The id of the row; of a setting its key.
  entry_key   text not null,
  -- Columns of the row as the file has them; `hours` of a site and `memberships` of a municipality as lists.
  proposed    jsonb not null,
  state       text not null default 'kept' check (state in ('open', 'kept')),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, entry_table, entry_key)
);
alter table district_difference enable row level security;
alter table district_difference force row level security;
create policy district_difference_read on district_difference for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy district_difference_new on district_difference for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy district_difference_change on district_difference for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy district_difference_system on district_difference for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, entry_table, entry_key, proposed), update (state, version) on district_difference to app_user;
grant select, insert, update, delete on district_difference to app_system;

-- Gives an entry back to the file: it says what the file says, where it comes from included, and the next load may
-- change it again. `p_ids` are the ids of its hours or memberships. Only columns of the table, only for the administrator, only in the own tenant.
create function app.take_from_file(p_difference uuid, p_ids uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    t uuid := app.tenant_id();
    d district_difference;
    columns text;
    finder text;
  begin
    if not app.has_role('administrator') then return; end if;
    select * into d from district_difference x where x.tenant_id = t and x.id = p_difference for update;
    if d.id is null then return; end if;
    select string_agg(format('%1$I = n.%1$I', a.attname), ', ') into columns
      from pg_attribute a
      where a.attrelid = format('public.%I', d.entry_table)::regclass and a.attnum > 0 and not a.attisdropped
        and d.proposed ? a.attname and a.attname not in ('tenant_id', 'id', 'key', 'ags', 'version', 'edited_at', 'edited_by');
    finder := case d.entry_table when 'tenant_setting' then 'o.key = $3' else 'o.id = $3::uuid' end;
    execute format('update %1$I o set %2$s, edited_at = null, edited_by = null, version = o.version + 1
        from jsonb_populate_record(null::%1$I, $1) n where o.tenant_id = $2 and %3$s', d.entry_table, columns, finder)
      using d.proposed, t, d.entry_key;
    if d.entry_table = 'site' and d.proposed ? 'hours' then
      delete from consultation_hours h where h.tenant_id = t and h.site_id = d.entry_key::uuid;
      insert into consultation_hours (tenant_id, id, site_id, weekday, from_time, to_time, position, source, is_default, remark, provenance)
        select t, p_ids[row_number() over ()], d.entry_key::uuid, n.weekday, n.from_time, n.to_time, n.position, n.source, n.is_default, n.remark, n.provenance
        from jsonb_populate_recordset(null::consultation_hours, d.proposed -> 'hours') n;
    end if;
    if d.entry_table = 'municipality' and d.proposed ? 'memberships' then
      delete from region_municipality m where m.tenant_id = t and m.municipality_id = d.entry_key::uuid;
      insert into region_municipality (tenant_id, id, region_id, municipality_id, valid_during)
        select t, p_ids[row_number() over ()], n.region_id, d.entry_key::uuid, n.valid_during
        from jsonb_populate_recordset(null::region_municipality, d.proposed -> 'memberships') n;
    end if;
    -- What the shell shows is kept beside the fact it comes from.
    update tenant_setting o set edited_at = null, edited_by = null, version = o.version + 1,
        value = case o.key when 'naming' then d.proposed #> '{value,buildingBlock,label}' else d.proposed #> '{value,funderNote}' end
      where o.tenant_id = t and d.entry_table = 'tenant_setting'
        and (d.entry_key, o.key) in (('namingSet', 'naming'), ('publication', 'fundersNote'));
    delete from district_difference x where x.tenant_id = t and x.id = d.id;
  end $$;
alter function app.take_from_file(uuid, uuid[]) owner to app_system;
revoke all on function app.take_from_file(uuid, uuid[]) from public;
grant execute on function app.take_from_file(uuid, uuid[]) to app_user;
