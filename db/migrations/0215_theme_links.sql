-- A theme and what it has to do with: offices its barriers name (R096), papers, agreements and measures that answer it.

-- An office that a barrier names stands at the theme as well: it is asked, or the theme does not name it and says why.
-- What it said at a barrier counts; that is read together, not copied.
alter table theme_organisation drop constraint theme_organisation_state_check;
alter table theme_organisation drop constraint theme_organisation_asked;
alter table theme_organisation drop constraint theme_organisation_answered;
alter table theme_organisation add column reason text check (length(reason) between 1 and 1000);
alter table theme_organisation add constraint theme_organisation_state_check
  check (state in ('named', 'asked', 'answered', 'declined', 'noAnswer', 'omitted'));
alter table theme_organisation add constraint theme_organisation_asked check ((state in ('named', 'omitted')) = (asked_on is null));
alter table theme_organisation add constraint theme_organisation_answered
  check ((state in ('answered', 'declined')) = (answered_on is not null) and (state = 'answered') = (answer is not null)
    and (answered_on is null or answered_on >= asked_on));
alter table theme_organisation add constraint theme_organisation_omitted check ((state = 'omitted') = (reason is not null));
grant update (reason) on theme_organisation to app_user;

-- What is there already; as the owner, who is not bound by the policies for as long.
alter table theme no force row level security;
alter table theme_barrier no force row level security;
alter table barrier_organisation no force row level security;
alter table theme_organisation no force row level security;
insert into theme_organisation (tenant_id, theme_id, organisation_id, added_by)
select distinct on (x.tenant_id, x.theme_id, o.organisation_id) x.tenant_id, x.theme_id, o.organisation_id, t.owner_id
from theme_barrier x join theme t on t.tenant_id = x.tenant_id and t.id = x.theme_id
  join barrier_organisation o on o.tenant_id = x.tenant_id and o.barrier_id = x.barrier_id
on conflict do nothing;
alter table theme force row level security;
alter table theme_barrier force row level security;
alter table barrier_organisation force row level security;
alter table theme_organisation force row level security;

-- The theme a paper, an agreement or a measure answers; a solution has it already. A measure says it by its subject.
alter table interface_paper add column theme_id uuid;
alter table interface_paper add constraint interface_paper_theme foreign key (tenant_id, theme_id) references theme (tenant_id, id);
create index interface_paper_theme on interface_paper (tenant_id, theme_id) where theme_id is not null;
create policy interface_paper_change on interface_paper for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
grant insert (theme_id), update (theme_id) on interface_paper to app_user;

alter table cooperation_agreement add column theme_id uuid;
alter table cooperation_agreement add constraint cooperation_agreement_theme
  foreign key (tenant_id, theme_id) references theme (tenant_id, id);
create index cooperation_agreement_theme on cooperation_agreement (tenant_id, theme_id) where theme_id is not null;
grant insert (theme_id), update (theme_id) on cooperation_agreement to app_user;

grant update (subject_kind, subject_id, subject_title) on measure to app_user;

-- As in 0197; besides solutions, whose effect is measured, the reporter reads what else answers the theme: measures on the
-- barrier or on its theme, papers and agreements of the theme. What a solution tells of already is not told twice.
create or replace function app.barrier_answer(p_barriers uuid[])
    returns table (barrier_id uuid, kind text, object_id uuid, title text, state text, on_date date, words text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with mine as (select b.id, b.state from barrier b
      where b.tenant_id = (select app.tenant_id()) and b.id = any (p_barriers)
        and (b.id in (select app.own_barriers())
          or (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')))),
      themed as (select b.id, x.theme_id from mine b join theme_barrier x on x.tenant_id = (select app.tenant_id()) and x.barrier_id = b.id)
    select b.id, 'barrier', b.id, t.title, b.state, (select max(s.on_date) from barrier_step s
        where s.tenant_id = (select app.tenant_id()) and s.barrier_id = b.id), t.answer
      from mine b join barrier_text t on t.tenant_id = (select app.tenant_id()) and t.barrier_id = b.id
    union all
    select b.id, 'theme', t.id, t.title, coalesce(e.label, t.state), t.state_on,
        nullif(concat_ws(E'\n',
          (select s.reason from theme_step s where s.tenant_id = t.tenant_id and s.theme_id = t.id and s.reason <> ''
            order by s.at desc, s.id desc limit 1),
          t.solution), '')
      from themed b join theme t on t.tenant_id = (select app.tenant_id()) and t.id = b.theme_id
        left join catalogue_entry e on e.tenant_id = t.tenant_id and e.kind = 'themeState' and e.key = t.state
    union all
    select b.id, case s.kind when 'interfacePaper' then 'paper' when 'other' then 'solution' else s.kind end, coalesce(s.agreement_id, s.measure_id,
          (select v.id from interface_paper_version v where v.tenant_id = s.tenant_id and v.paper_id = s.paper_id
            order by v.state = 'valid' desc, v.number desc limit 1), s.id), s.title,
        -- The reader's page shows a state it does not know as it is, so these are words.
        case s.verdict when 'helped' then 'hat geholfen' when 'partly' then 'hat teilweise geholfen'
          when 'notHelped' then 'hat nicht geholfen' else case when s.implemented_on is null then 'beschlossen' else 'umgesetzt' end end,
        coalesce(s.verdict_on, s.implemented_on, s.decided_on), s.verdict_note
      from themed b join solution s on s.tenant_id = (select app.tenant_id()) and s.theme_id = b.theme_id
    union all
    select b.id, 'paper', v.id, v.title, case v.state when 'valid' then 'in Kraft' else 'in Abstimmung' end, v.state_on, null
      from themed b join interface_paper p on p.tenant_id = (select app.tenant_id()) and p.theme_id = b.theme_id
        join interface_paper_version v on v.tenant_id = p.tenant_id and v.paper_id = p.id and (v.state = 'valid'
          or v.state = 'inApproval' and not exists (select from interface_paper_version w
            where w.tenant_id = v.tenant_id and w.paper_id = v.paper_id and w.state = 'valid'))
      where not exists (select from solution s where s.tenant_id = p.tenant_id and s.paper_id = p.id and s.theme_id = b.theme_id)
    union all
    select b.id, 'agreement', a.id, a.title, case a.state when 'signed' then 'unterzeichnet' else 'wird unterzeichnet' end,
        coalesce(a.signed_on, a.state_on), null
      from themed b join cooperation_agreement a on a.tenant_id = (select app.tenant_id()) and a.theme_id = b.theme_id
        and a.state in ('dispatched', 'signed')
      where not exists (select from solution s where s.tenant_id = a.tenant_id and s.agreement_id = a.id and s.theme_id = b.theme_id)
    union all
    select b.id, 'measure', m.id, m.title,
        case m.state when 'recommended' then 'empfohlen' when 'planned' then 'aufgegriffen' when 'running' then 'läuft'
          when 'done' then 'umgesetzt' when 'declined' then 'nicht aufgegriffen' when 'deferred' then 'zurückgestellt'
          else 'eingestellt' end, m.state_on,
        (select p.note from measure_step p where p.tenant_id = m.tenant_id and p.measure_id = m.id and p.note is not null
          order by p.at desc, p.id desc limit 1)
      from (select x.id, x.theme_id as subject_id, 'theme' as subject_kind, x.theme_id from themed x
          union all select y.id, y.id, 'barrier', null from mine y) b
        join measure m on m.tenant_id = (select app.tenant_id()) and m.subject_kind = b.subject_kind and m.subject_id = b.subject_id
      where not exists (select from solution s where s.tenant_id = m.tenant_id and s.measure_id = m.id and s.theme_id = b.theme_id) $$;
