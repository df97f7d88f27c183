-- What is decided reaches whom it concerns: action items an account, recommendations the group they go to and the group's
-- answer the one that recommended, decisions on a theme the format and priority the meeting chose, decisions of every body
-- their source document.

-- ---------------------------------------------------------------------------------------------------------
-- Who could be made responsible in a committee: exactly the accounts whom the policy of `action_item` then shows the item.
-- Seats and roles of others are hidden by row level security, therefore a definer function; it answers who minutes there.
create function app.action_item_owners(p_committee uuid, p_without_b3 boolean)
  returns table (user_id uuid, name text, office text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select u.id, u.given_name || ' ' || u.family_name, o.name
    from staff_user u left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where u.tenant_id = (select app.tenant_id()) and u.active and u.kind = 'person'
      and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (select app.has_role('caseManager'))
        and exists (select from committee_access a where a.tenant_id = (select app.tenant_id())
          and a.committee_id = p_committee and a.user_id = (select app.user_id()) and a.valid_during @> now()))
      and (exists (select from committee_access a where a.tenant_id = u.tenant_id and a.user_id = u.id
          and a.committee_id = p_committee and a.kind <> 'frontOffice' and a.valid_during @> now()
          and not (p_without_b3 and a.b3))
        or exists (select from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id
          and r.role in ('caseManager', 'townCoordinator', 'coordinator', 'kimLead', 'administration')
          and r.valid_during @> now()))
    order by u.family_name, u.given_name, u.id $$;
alter function app.action_item_owners(uuid, boolean) owner to app_system;
revoke all on function app.action_item_owners(uuid, boolean) from public;
grant execute on function app.action_item_owners(uuid, boolean) to app_user;

-- What the weekly meeting calls monitoring: how much of the Kreis waits, as four numbers. No case, no person, no
-- colleague, no town: cases are hidden from who asks, therefore a definer function.
create function app.monitoring_counts(p_today date)
  returns table (reassessments int, steps int, requests int, referrals int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select
      (select count(*)::int from case_file c where c.tenant_id = (select app.tenant_id()) and c.closed_on is null
        and c.reassessment_due_on < p_today),
      (select count(*)::int from goal_step s
        join goal g on g.tenant_id = s.tenant_id and g.id = s.goal_id and g.state = 'open'
        join case_file c on c.tenant_id = s.tenant_id and c.id = s.case_id and c.closed_on is null
        where s.tenant_id = (select app.tenant_id()) and s.state in ('open', 'waiting') and s.due_on < p_today),
      (select count(*)::int from request r where r.tenant_id = (select app.tenant_id()) and r.state = 'open'),
      (select count(*)::int from referral f where f.tenant_id = (select app.tenant_id()) and f.state = 'sent')
    where (select app.has_any_role('coordinator', 'kimLead', 'administration')) $$;
alter function app.monitoring_counts(date) owner to app_system;
revoke all on function app.monitoring_counts(date) from public;
grant execute on function app.monitoring_counts(date) to app_user;

-- ---------------------------------------------------------------------------------------------------------
-- A recommendation names the committee it goes to. A decision on a theme carries the format and the priority the meeting
-- chose, one on a recommendation until when, and whether it was taken up in another form.
alter table decision
  add column to_committee_id uuid,
  add column theme_format text check (length(theme_format) between 1 and 300),
  add column theme_priority text check (theme_priority in ('high', 'medium', 'low')),
  add column due_on date,
  add column in_other_form boolean not null default false,
  add foreign key (tenant_id, to_committee_id) references committee (tenant_id, id),
  add constraint decision_addressee check (to_committee_id is null or kind = 'recommendation'),
  add constraint decision_of_theme check (subject_kind = 'theme' or theme_format is null and theme_priority is null),
  add constraint decision_of_measure check (subject_kind = 'measure' or due_on is null and not in_other_form);
create index decision_to on decision (tenant_id, to_committee_id) where to_committee_id is not null;
grant insert (to_committee_id, theme_format, theme_priority, due_on, in_other_form) on decision to app_user;

-- The recommendation of the minutes it was written as; the decision with which the group answered. One for each.
alter table measure
  add column decision_id uuid,
  add column answer_decision_id uuid,
  add foreign key (tenant_id, decision_id) references decision (tenant_id, id),
  add foreign key (tenant_id, answer_decision_id) references decision (tenant_id, id);
create unique index measure_decision on measure (tenant_id, decision_id) where decision_id is not null;
create index measure_from on measure (tenant_id, from_committee_id, state_on) where from_committee_id is not null;
grant insert (decision_id), update (answer_decision_id) on measure to app_user;

-- ---------------------------------------------------------------------------------------------------------
-- Source documents of decisions: also of political bodies, which are no committee. They are read by whoever reads the
-- decision in the register, once released.
alter table committee_paper alter column committee_id drop not null;
alter table committee_paper add constraint committee_paper_of check (committee_id is not null or decision_id is not null);
create index committee_paper_decision on committee_paper (tenant_id, decision_id) where decision_id is not null;
alter policy committee_paper_read on committee_paper
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration'))
    or released_at is not null and withdrawn_at is null and (
      decision_id is not null and is_public and not without_b3 and (select app.has_any_role('caseManager', 'townCoordinator'))
      or committee_id is not null and exists (select from committee_access a
        where a.tenant_id = committee_paper.tenant_id and a.committee_id = committee_paper.committee_id
          and a.user_id = (select app.user_id()) and a.valid_during @> now()
          and not (committee_paper.without_b3 and a.b3)))));
