-- Tenancy: what an administrator of the tenant may change in the app. Keys stay as they are: other rows and
-- reports refer to them. Where a row comes from (source, is_default) is the file's; the app sets edited_at.

create policy catalogue_entry_new on catalogue_entry for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy catalogue_entry_change on catalogue_entry for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
grant insert (id, kind, key, label, definition, position, settings, valid_from, valid_to, edited_at), update (label, definition, position, settings, valid_from, valid_to, edited_at, version) on catalogue_entry to app_user;
