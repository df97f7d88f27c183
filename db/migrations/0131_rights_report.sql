-- The rights report: who may what since when, given by whom. Roles, oversight and export grants are read under their
-- own policies; who gave them stands in the audit only, which no person of the application reads.

create index audit_event_user on audit_event (tenant_id, object_id, at) where object_kind = 'user';

-- What was done to the rights of one person (codes and names of colleagues, no content of any case), newest first,
-- and the deputies. Only for who answers for rights: administration, data protection, lead of KIM.
create function app.rights_record(p_user uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select jsonb_build_object(
      'changes', (select coalesce(jsonb_agg(x.change order by x.at desc, x.id desc), '[]') from (
          select e.at, e.id, jsonb_build_object('at', e.at, 'action', e.action, 'by', coalesce(a.given_name || ' ' || a.family_name, ''),
            'role', e.details ->> 'role', 'scope', e.details ->> 'scope') as change
          from audit_event e left join staff_user a on a.tenant_id = e.tenant_id and a.id = e.actor_id
          where e.tenant_id = (select app.tenant_id()) and e.object_kind = 'user' and e.object_id = p_user
            and e.action in ('role.given', 'role.ended', 'user.created', 'user.createdByOperator', 'user.deactivated',
              'user.reactivated', 'user.changed', 'password.reset', 'exportGrant.given', 'exportGrant.ended', 'rightsReport.printed')
          order by e.at desc, e.id desc limit 200) x),
      'deputies', (select coalesce(jsonb_agg(jsonb_build_object('from', lower(d.valid_during), 'until', upper(d.valid_during),
            'absent', b.given_name || ' ' || b.family_name, 'deputy', v.given_name || ' ' || v.family_name,
            'by', coalesce(c.given_name || ' ' || c.family_name, '')) order by lower(d.valid_during) desc), '[]')
          from (select * from deputy o where o.tenant_id = (select app.tenant_id())
              and (o.absent_user_id = p_user or o.deputy_user_id = p_user) and upper(o.valid_during) > now() - interval '1 year'
            order by lower(o.valid_during) desc limit 100) d
          join staff_user b on b.tenant_id = d.tenant_id and b.id = d.absent_user_id
          join staff_user v on v.tenant_id = d.tenant_id and v.id = d.deputy_user_id
          left join staff_user c on c.tenant_id = d.tenant_id and c.id = d.created_by))
    where exists (select from role_assignment r where r.tenant_id = (select app.tenant_id()) and r.user_id = (select app.user_id())
      and r.role in ('administrator', 'dataProtectionOfficer', 'kimLead') and r.valid_during @> now()) $$;
alter function app.rights_record(uuid) owner to app_system;
revoke all on function app.rights_record(uuid) from public;
grant execute on function app.rights_record(uuid) to app_user;
