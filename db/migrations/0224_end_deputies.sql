-- An arrangement of somebody who left stayed: only the absent person and who made it could end it. KIM lead and administrator
-- see arrangements and end them; begin and last day stay with those concerned (the application offers them the end only).
alter policy deputy_read on deputy using (tenant_id = (select app.tenant_id())
  and (absent_user_id = (select app.user_id()) or deputy_user_id = (select app.user_id())
    or (select app.has_any_role('administrator', 'dataProtectionOfficer', 'kimLead'))
    or (select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = deputy.tenant_id
      and o.coordinator_id = (select app.user_id()) and o.case_manager_id = deputy.absent_user_id and o.valid_during @> now())));
alter policy deputy_change on deputy
  using (tenant_id = (select app.tenant_id()) and (absent_user_id = (select app.user_id()) or created_by = (select app.user_id())
    or (select app.has_any_role('administrator', 'kimLead'))))
  with check (tenant_id = (select app.tenant_id()) and (absent_user_id = (select app.user_id()) or created_by = (select app.user_id())
    or (select app.has_any_role('administrator', 'kimLead')))
    and (absent_user_id = (select app.user_id()) or created_by = (select app.user_id()) or ended_at is not null));
