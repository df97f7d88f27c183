-- Tenancy: the whole configuration of a district may be changed in the app by its administrator. What a row says
-- then is the Kreis's decision (provenance.decided holds the day); `edited_by` says who. Nothing is deleted.

alter table region             add column edited_by uuid, add foreign key (tenant_id, edited_by) references staff_user (tenant_id, id);
alter table municipality       add column edited_by uuid, add foreign key (tenant_id, edited_by) references staff_user (tenant_id, id);
alter table organisation       add column edited_by uuid, add foreign key (tenant_id, edited_by) references staff_user (tenant_id, id);
alter table unit               add column edited_by uuid, add foreign key (tenant_id, edited_by) references staff_user (tenant_id, id);
alter table site               add column edited_by uuid, add foreign key (tenant_id, edited_by) references staff_user (tenant_id, id);
alter table staff_position     add column edited_by uuid, add foreign key (tenant_id, edited_by) references staff_user (tenant_id, id);
alter table catalogue_entry    add column edited_by uuid, add foreign key (tenant_id, edited_by) references staff_user (tenant_id, id);
alter table tenant_setting     add column edited_by uuid, add foreign key (tenant_id, edited_by) references staff_user (tenant_id, id);

-- R020, R025, R026: whether a line is filled, that it lies outside the staff of other advisory services, and what a
-- position forwarded to a welfare organisation rests on.
alter table staff_position
  add column staffing              text check (staffing in ('filled', 'partly', 'advertised', 'vacant')),
  add column outside_services      boolean,
  add column outside_evidence      text check (length(outside_evidence) <= 300),
  add column forwarding_reason     text check (length(forwarding_reason) <= 2000),
  add column forwarding_consent_on date;

create policy region_new on region for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy region_change on region for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
grant insert (id, key, label, position, remark, provenance, valid_from, valid_to, edited_at, edited_by),
  update (label, is_default, remark, provenance, valid_from, valid_to, edited_at, edited_by, version) on region to app_user;

create policy municipality_change on municipality for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
grant update (profile, is_default, remark, provenance, edited_at, edited_by, version) on municipality to app_user;

create policy region_municipality_new on region_municipality for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy region_municipality_change on region_municipality for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
grant insert (id, region_id, municipality_id, valid_during), update (region_id, valid_during) on region_municipality to app_user;

create policy organisation_new on organisation for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy organisation_change on organisation for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
grant insert (id, key, name, kind, municipality_id, public_employer, church_law, placeholder, employs_case_managers, employer_facts,
    position, remark, provenance, valid_from, valid_to, edited_at, edited_by),
  update (name, kind, municipality_id, public_employer, church_law, placeholder, employs_case_managers, employer_facts,
    is_default, remark, provenance, valid_from, valid_to, edited_at, edited_by, version) on organisation to app_user;

create policy unit_new on unit for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy unit_change on unit for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
-- A unit does not move to another organisation: what was shared with it was shared with that organisation.
grant insert (id, organisation_id, key, label, kind, mark, building_blocks, parent_id, municipality_id, position, remark, provenance,
    valid_from, valid_to, edited_at, edited_by),
  update (label, kind, mark, building_blocks, parent_id, municipality_id, is_default, remark, provenance, valid_from, valid_to,
    edited_at, edited_by, version) on unit to app_user;

create policy site_new on site for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy site_change on site for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
grant insert (id, key, label, kind, state, municipality_id, region_id, organisation_id, unit_id, since, hours_known, position, remark,
    provenance, valid_from, valid_to, edited_at, edited_by),
  update (label, kind, state, municipality_id, region_id, organisation_id, unit_id, since, hours_known, is_default, remark,
    provenance, valid_from, valid_to, edited_at, edited_by, version) on site to app_user;

-- Hours that no longer hold are ended and new ones written beside them.
create policy consultation_hours_new on consultation_hours for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy consultation_hours_change on consultation_hours for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
grant insert (id, site_id, weekday, from_time, to_time, position, remark, provenance), update (valid_to, version)
  on consultation_hours to app_user;

create policy staff_position_new on staff_position for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy staff_position_change on staff_position for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
grant insert (id, key, label, building_block, role, fte, count, employer_id, unit_id, region_id, municipality_id,
    professional_oversight, as_of, staffing, outside_services, outside_evidence, forwarding_reason, forwarding_consent_on, position,
    remark, provenance, valid_from, valid_to, edited_at, edited_by),
  update (label, building_block, role, fte, count, employer_id, unit_id, region_id, municipality_id, professional_oversight, as_of,
    staffing, outside_services, outside_evidence, forwarding_reason, forwarding_consent_on, is_default, remark, provenance,
    valid_from, valid_to, edited_at, edited_by, version) on staff_position to app_user;

grant insert (provenance, edited_by), update (remark, provenance, edited_by) on catalogue_entry to app_user;

-- Beside the single values: naming, the note on publications, the scale. What the wall says stays as in 0023.
drop policy tenant_setting_change on tenant_setting;
create policy tenant_setting_change on tenant_setting for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator'))
    and (jsonb_typeof(value) in ('number', 'boolean')
      or key in ('namingSet', 'naming', 'publication', 'fundersNote', 'assessmentScale')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator'))
    and (jsonb_typeof(value) in ('number', 'boolean')
      or key in ('namingSet', 'naming', 'publication', 'fundersNote', 'assessmentScale'))
    and (key not in ('withoutStatusForPublicEmployers', 'departureAsClosureReason') or value = 'false'
      or (select p.allows from protection_opinion p
          where p.tenant_id = (select app.tenant_id()) and p.topic = case tenant_setting.key
            when 'departureAsClosureReason' then 'closureByDeparture' else 'valueWithoutStatus' end
          order by p.recorded_at desc limit 1)));
grant update (remark, provenance, edited_by) on tenant_setting to app_user;

-- What still hangs on a part of the configuration, so that it cannot end: counts without names or cases, for the
-- administrator alone (who sees neither). plpgsql: the tables it reads are made by other modules.
create function app.what_hangs_on(p_table text, p_id uuid, p_today date) returns table (what text, entries int)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id();
  begin
    if not app.has_role('administrator') then return; end if;
    return query select hanging.what, hanging.entries from (
      select 'staff' as what, count(*)::int as entries from staff_user u where u.tenant_id = t and u.active
        and case p_table when 'organisation' then u.organisation_id when 'unit' then u.unit_id end = p_id
      union all select 'roles', count(*)::int from role_assignment r join staff_user u on u.tenant_id = r.tenant_id and u.id = r.user_id
        where r.tenant_id = t and u.active and r.scope_id = p_id and (upper_inf(r.valid_during) or upper(r.valid_during) > now())
      union all select 'units', count(*)::int from unit u where u.tenant_id = t and coalesce(u.valid_to > p_today, true)
        and case p_table when 'organisation' then u.organisation_id when 'unit' then u.parent_id end = p_id
      union all select 'sites', count(*)::int from site s where s.tenant_id = t and coalesce(s.valid_to > p_today, true)
        and case p_table when 'organisation' then s.organisation_id when 'unit' then s.unit_id when 'region' then s.region_id end = p_id
      union all select 'positions', count(*)::int from staff_position p where p.tenant_id = t and coalesce(p.valid_to > p_today, true)
        and case p_table when 'organisation' then p.employer_id when 'unit' then p.unit_id when 'region' then p.region_id end = p_id
      union all select 'municipalities', count(*)::int from region_municipality m where m.tenant_id = t and p_table = 'region'
        and m.region_id = p_id and coalesce(upper(m.valid_during) > p_today, true)
      union all select 'committees', count(*)::int from committee c where c.tenant_id = t and coalesce(c.valid_to > p_today, true)
        and case p_table when 'unit' then c.managing_unit_id when 'region' then c.region_id end = p_id
      union all select 'seats', count(*)::int from committee_function f where f.tenant_id = t and coalesce(f.valid_to > p_today, true)
        and p_table = 'organisation' and f.organisation_id = p_id
      union all select 'agreements', count(*)::int from catalogue_entry e join organisation o on o.tenant_id = e.tenant_id and o.id = p_id
        where e.tenant_id = t and p_table = 'organisation' and coalesce(e.valid_to > p_today, true)
          and (e.settings ->> 'organisation' = o.key or e.settings -> 'parties' ? o.key)
      union all select 'cases', count(*)::int from case_file f where f.tenant_id = t and f.closed_on is null
        and case p_table when 'organisation' then f.responsible_organisation_id when 'site' then f.site_id end = p_id
      union all select 'requests', count(*)::int from request q where q.tenant_id = t and q.closed_at is null
        and p_table = 'site' and q.site_id = p_id
      union all select 'referrals', count(*)::int from referral r where r.tenant_id = t and r.state in ('sent', 'accepted', 'running')
        and case p_table when 'organisation' then r.organisation_id when 'unit' then r.unit_id end = p_id
    ) hanging where hanging.entries > 0;
  end $$;
alter function app.what_hangs_on(text, uuid, date) owner to app_system;
revoke all on function app.what_hangs_on(text, uuid, date) from public;
grant execute on function app.what_hangs_on(text, uuid, date) to app_user;

-- What was changed in the configuration, newest first: which thing, which fields, when. Not who, no other action.
create function app.is_configuration_action(p_action text) returns boolean language sql immutable
  set search_path = pg_catalog, pg_temp
  as $$ select split_part(p_action, '.', 1) in ('organisation', 'unit', 'site', 'position', 'region', 'municipality', 'targetGroup',
          'catalogueEntry', 'setting', 'naming', 'publication', 'assessmentScale', 'district', 'districtDifference', 'consentWording')
          and split_part(p_action, '.', 2) not in ('read', 'listed') $$;
revoke all on function app.is_configuration_action(text) from public;
grant execute on function app.is_configuration_action(text) to app_user, app_system;

create function app.configuration_changes(p_kind text, p_after uuid, p_limit int)
  returns table (id uuid, at timestamptz, action text, object_kind text, object_id uuid, details jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select e.id, e.at, e.action, e.object_kind, e.object_id, e.details - 'value' - 'before'
    from audit_event e
    where e.tenant_id = (select app.tenant_id()) and (select app.has_role('administrator'))
      and app.is_configuration_action(e.action) and (p_kind is null or split_part(e.action, '.', 1) = p_kind)
      and (p_after is null or (e.at, e.id) < (select b.at, b.id from audit_event b
        where b.tenant_id = (select app.tenant_id()) and b.id = p_after))
    order by e.at desc, e.id desc limit least(p_limit, 201) $$;
alter function app.configuration_changes(text, uuid, int) owner to app_system;
revoke all on function app.configuration_changes(text, uuid, int) from public;
grant execute on function app.configuration_changes(text, uuid, int) to app_user;
