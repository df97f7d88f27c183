-- Referrals: a case manager refers a person to a unit of another organisation, with what the person agreed to share.
-- Structure stands apart from words, names and plan texts: oversight (parts = 1) sees where to, what kind of data and
-- which state, never the wording. A partner sees a referral through referral_access alone, never through case_access.

create table referral (
  tenant_id          uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                 uuid not null,
  case_id            uuid not null,
  -- Whose data it is about: each adult agrees for him- or herself, so each has a referral of their own.
  person_id          uuid not null,
  organisation_id    uuid not null,
  -- The reader is a unit, never the authority around it (R164). Null only where the organisation has none.
  unit_id            uuid,
  -- Keys of module consent, so that a consent can be compared with it; life domains are keys of the catalogue.
  purpose            text check (length(purpose) <= 40),
  life_domains       text[] not null default '{}' check (cardinality(life_domains) <= 12),
  data_categories    text[] not null default '{}' check (cardinality(data_categories) <= 20),
  special_categories text[] not null default '{}' check (special_categories <@ array['health', 'religion', 'ethnicOrigin']),
  state              text not null default 'draft'
                       check (state in ('draft', 'sent', 'accepted', 'running', 'completed', 'declined', 'withdrawn', 'brokenOff')),
  state_on           date not null,
  sent_on            date,
  -- What it rested on when it was sent; whether it still holds is asked of the consents themselves.
  consent_id         uuid,
  secrecy_release_id uuid,
  -- Days on which nobody having answered has a consequence (settings referralReminderDays, referralReturnDays).
  remind_on          date,
  return_on          date,
  reminded_on        date,
  returned_on        date,
  -- Of declined, withdrawn, brokenOff.
  reason             text check (length(reason) <= 40),
  -- Of completed.
  result             text check (length(result) <= 40),
  ended_on           date,
  -- How the person sees it at the end (R056).
  client_view        text check (client_view in ('helped', 'partly', 'notHelped', 'notAsked')),
  client_view_on     date,
  created_by         uuid not null default app.user_id(),
  created_at         timestamptz not null default now(),
  version            int not null default 1,
  primary key (tenant_id, id),
  -- For the composite keys of words, goals and steps: they cannot name another case.
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, case_id, consent_id) references consent (tenant_id, case_id, id),
  foreign key (tenant_id, case_id, secrecy_release_id) references secrecy_release (tenant_id, case_id, id),
  constraint referral_sent check ((state = 'draft') = (sent_on is null) and (sent_on is null or (consent_id is not null
    and purpose is not null and cardinality(data_categories) > 0 and remind_on is not null and return_on is not null))),
  constraint referral_ended check ((state in ('completed', 'declined', 'withdrawn', 'brokenOff')) = (ended_on is not null)),
  constraint referral_reason check ((state in ('declined', 'withdrawn', 'brokenOff')) = (reason is not null)
    and (state = 'completed') = (result is not null)),
  constraint referral_client_view check ((client_view is null) = (client_view_on is null)
    and (client_view is null or ended_on is not null))
);
create index referral_case on referral (tenant_id, case_id, created_at, id);
create index referral_unanswered on referral (tenant_id, remind_on) where state = 'sent';
create index referral_person on referral (tenant_id, person_id);
create index referral_office on referral (tenant_id, organisation_id, unit_id);
create index referral_consent on referral (tenant_id, consent_id);
create index referral_release on referral (tenant_id, secrecy_release_id);

-- Words: part 4. Who sends is written down when it is sent, for a partner who knows none of the colleagues.
create table referral_text (
  tenant_id      uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  referral_id    uuid not null,
  case_id        uuid not null,
  service        text check (length(service) <= 200),
  summary        text check (length(summary) <= 2000),
  concern        text check (length(concern) <= 1000),
  desired_result text check (length(desired_result) <= 1000),
  sender_name    text check (length(sender_name) <= 200),
  sender_contact text check (length(sender_contact) <= 300),
  primary key (tenant_id, referral_id),
  foreign key (tenant_id, case_id, referral_id) references referral (tenant_id, case_id, id) on delete cascade
);

-- Who it is about, as it was told on the day it was sent, and only what the categories of data cover: part 2.
create table referral_identity (
  tenant_id     uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  referral_id   uuid not null,
  case_id       uuid not null,
  given_name    text,
  family_name   text,
  birth_date    date,
  birth_year    int,
  nationalities text[] not null default '{}',
  phone         text,
  email         text,
  address       text,
  languages     text[] not null default '{}',
  primary key (tenant_id, referral_id),
  foreign key (tenant_id, case_id, referral_id) references referral (tenant_id, case_id, id) on delete cascade
);

-- Goals of the plan that go with it, as worded when it was sent: part 16.
create table referral_goal (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  referral_id uuid not null,
  case_id     uuid not null,
  goal_id     uuid not null,
  -- Null while it is a draft: the plan's own wording counts until then.
  wording     text check (length(wording) <= 1000),
  position    int not null,
  primary key (tenant_id, referral_id, goal_id),
  foreign key (tenant_id, case_id, referral_id) references referral (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, goal_id) references goal (tenant_id, case_id, id)
);
create index referral_goal_goal on referral_goal (tenant_id, goal_id);

-- Every change, dated, and by whom.
create table referral_step (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  case_id     uuid not null,
  referral_id uuid not null,
  kind        text not null check (kind in ('state', 'reminded', 'returned', 'clientView')),
  from_state  text,
  to_state    text,
  on_date     date not null,
  reason      text check (length(reason) <= 40),
  result      text check (length(result) <= 40),
  -- How an answer came that the case manager wrote down.
  via         text check (via in ('app', 'phone', 'letter', 'email', 'inPerson')),
  by_partner  boolean not null default false,
  -- On what the partner rests its answer (§§ 67d ff. SGB X); confirmed by the actor, on this day.
  basis       text check (basis in ('consent', 'sgbX', 'ownDuty', 'noSocialData')),
  actor_id    uuid not null default app.user_id(),
  at          timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, referral_id, id),
  foreign key (tenant_id, case_id, referral_id) references referral (tenant_id, case_id, id) on delete cascade,
  constraint referral_step_state check ((kind = 'state') = (to_state is not null)),
  constraint referral_step_basis check (by_partner = (basis is not null))
);
create index referral_step_referral on referral_step (tenant_id, referral_id, at);
create index referral_step_case on referral_step (tenant_id, case_id, at);

-- What was said with it: part 4. `for_partner`: said to or by the partner; the person's own view is not.
create table referral_step_text (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  step_id     uuid not null,
  referral_id uuid not null,
  case_id     uuid not null,
  content     text not null check (length(content) between 1 and 2000),
  for_partner boolean not null,
  primary key (tenant_id, step_id),
  foreign key (tenant_id, case_id, referral_id) references referral (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, referral_id, step_id) references referral_step (tenant_id, referral_id, id) on delete cascade
);
create index referral_step_text_referral on referral_step_text (tenant_id, referral_id);

-- Derived, never written by hand: which office a referral was sent to, and when its people may read it. The days come
-- from the consents, so expiry closes by the clock alone.
create table referral_access (
  tenant_id     uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  referral_id   uuid not null,
  -- Organisation and unit as app.partner_office() says them.
  office        text not null,
  state         text not null,
  sent_on       date not null,
  state_on      date not null,
  ended_on      date,
  shared_during tstzmultirange not null,
  primary key (tenant_id, referral_id),
  foreign key (tenant_id, referral_id) references referral (tenant_id, id) on delete cascade
);
create index referral_access_office on referral_access (tenant_id, office, sent_on, referral_id);

-- The office of the asking person while he or she is active and a partner; null for everybody else. The unit counts:
-- who belongs to no unit reads only what was sent to an organisation without units.
create function app.partner_office() returns text language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select u.organisation_id || '/' || coalesce(u.unit_id::text, '') from staff_user u
        where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id()) and u.active
          and u.organisation_id is not null and (select app.has_role('partner')) $$;
alter function app.partner_office() owner to app_system;
revoke all on function app.partner_office() from public;
grant execute on function app.partner_office() to app_user;

-- The one place that says when a partner may read what was sent to it: while the referral is open and a given consent
-- (with a file marked § 203 StGB also a release) covers office, purpose, life domains and data.
create function app.expected_referral_access(p_tenant uuid, p_referrals uuid[]) returns setof referral_access
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select r.tenant_id, r.id, r.organisation_id || '/' || coalesce(r.unit_id::text, ''), r.state, r.sent_on, r.state_on, r.ended_on,
      case when r.state not in ('sent', 'accepted', 'running') or f.closed_on is not null then '{}'::tstzmultirange
        when f.secrecy_203 then c.during * s.during else c.during end
    from referral r join case_file f on f.tenant_id = r.tenant_id and f.id = r.case_id
    cross join lateral (select coalesce(range_agg(tstzrange(k.valid_from::timestamp at time zone 'Europe/Berlin',
        (k.valid_to + 1)::timestamp at time zone 'Europe/Berlin')), '{}') as during from consent k
      where k.tenant_id = r.tenant_id and k.case_id = r.case_id and k.person_id = r.person_id
        and k.organisation_id = r.organisation_id and k.unit_id is not distinct from r.unit_id
        and k.direction in ('toRecipient', 'mutual') and k.given_on is not null and k.withdrawn_on is null and k.ended_on is null
        and r.purpose = any (k.purposes) and r.life_domains <@ k.life_domains and r.data_categories <@ k.data_categories
        and r.special_categories <@ k.special_categories) c
    cross join lateral (select coalesce(range_agg(tstzrange(k.valid_from::timestamp at time zone 'Europe/Berlin',
        (k.valid_to + 1)::timestamp at time zone 'Europe/Berlin')), '{}') as during from secrecy_release k
      where k.tenant_id = r.tenant_id and k.case_id = r.case_id and k.person_id = r.person_id
        and k.organisation_id = r.organisation_id and k.unit_id is not distinct from r.unit_id
        and k.direction in ('toRecipient', 'mutual') and k.given_on is not null and k.withdrawn_on is null and k.ended_on is null
        and r.purpose = any (k.purposes) and r.life_domains <@ k.life_domains and r.data_categories <@ k.data_categories
        and r.special_categories <@ k.special_categories) s
    where r.tenant_id = p_tenant and r.id = any (p_referrals) and r.sent_on is not null $$;
alter function app.expected_referral_access(uuid, uuid[]) owner to app_system;

create function app.recompute_referral_access(p_tenant uuid, p_referrals uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if p_referrals is null then return; end if;
    -- Two changes at once (an answer and a withdrawal) must not both write the same rows.
    perform 1 from referral where tenant_id = p_tenant and id = any (p_referrals) order by id for no key update;
    delete from referral_access where tenant_id = p_tenant and referral_id = any (p_referrals);
    insert into referral_access select * from app.expected_referral_access(p_tenant, p_referrals);
  end $$;
alter function app.recompute_referral_access(uuid, uuid[]) owner to app_system;
revoke all on function app.expected_referral_access(uuid, uuid[]), app.recompute_referral_access(uuid, uuid[]) from public;
grant execute on function app.expected_referral_access(uuid, uuid[]), app.recompute_referral_access(uuid, uuid[]) to app_system;

create function app.on_referral_grant() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if tg_table_name = 'referral' then
      perform app.recompute_referral_access(new.tenant_id, array[new.id]);
    elsif tg_table_name = 'case_file' then
      perform app.recompute_referral_access(new.tenant_id, (select array_agg(r.id) from referral r
        where r.tenant_id = new.tenant_id and r.case_id = new.id and r.sent_on is not null));
    else
      perform app.recompute_referral_access(new.tenant_id, (select array_agg(r.id) from referral r
        where r.tenant_id = new.tenant_id and r.case_id = new.case_id and r.person_id = new.person_id
          and r.organisation_id = new.organisation_id and r.sent_on is not null));
    end if;
    return null;
  end $$;
alter function app.on_referral_grant() owner to app_system;
revoke all on function app.on_referral_grant() from public;
create trigger referral_access_state after insert or update of state on referral
  for each row execute function app.on_referral_grant();
create trigger consent_referrals after update of given_on, withdrawn_on, ended_on on consent
  for each row execute function app.on_referral_grant();
create trigger secrecy_release_referrals after update of given_on, withdrawn_on, ended_on on secrecy_release
  for each row execute function app.on_referral_grant();
create trigger case_file_referrals after update of secrecy_203, closed_on on case_file
  for each row execute function app.on_referral_grant();

-- What was sent stays as it was sent; the state moves along the edges of rules/states.ts; a partner moves its own edges
-- and touches nothing else.
create function app.referral_moves() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  declare free text[] := '{state,state_on,reminded_on,returned_on,reason,result,ended_on,client_view,client_view_on,version}';
  begin
    if old.sent_on is not null and (to_jsonb(new) - free) is distinct from (to_jsonb(old) - free) then
      raise exception 'a sent referral is not rewritten' using errcode = '23514', constraint = 'referral_stays';
    end if;
    if new.state <> old.state and (old.state || '>' || new.state) not in ('draft>sent', 'sent>accepted', 'sent>declined',
        'sent>withdrawn', 'accepted>running', 'accepted>withdrawn', 'accepted>brokenOff', 'running>completed', 'running>brokenOff') then
      raise exception 'no such move' using errcode = '23514', constraint = 'referral_moves';
    end if;
    if current_user = 'app_user' and not exists (select from case_access a where a.tenant_id = new.tenant_id
          and a.user_id = app.user_id() and a.case_id = new.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
        and (new.state in ('draft', 'sent', 'withdrawn') or new.state = old.state or new.reminded_on is distinct from old.reminded_on
          or new.returned_on is distinct from old.returned_on or new.client_view is not null) then
      raise exception 'a partner answers and nothing else' using errcode = '42501', constraint = 'referral_answers';
    end if;
    return new;
  end $$;
create trigger referral_moves before update on referral for each row execute function app.referral_moves();

-- Referrals never go to the immigration or naturalisation authority, nor to an organisation as a whole that has one:
-- what they may know is released item by item (§ 87 AufenthG).
create function app.never_to_immigration() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if exists (select from unit u where u.tenant_id = app.tenant_id() and u.organisation_id = new.organisation_id
        and (u.id = new.unit_id or new.unit_id is null)
        and u.kind in ('immigrationAuthority', 'naturalisationAuthority', 'immigration', 'naturalisation')) then
      raise exception 'never to the immigration authority' using errcode = '23514', constraint = 'never_to_immigration';
    end if;
    return new;
  end $$;
create trigger referral_never_to_immigration before insert or update of organisation_id, unit_id on referral
  for each row execute function app.never_to_immigration();

-- Tells the other side that something moved, without a name: the partner's people of a new or withdrawn referral, the
-- responsible person of an answer. Neither side may look up the other's people.
create function app.on_referral_step() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if new.by_partner then
      insert into notification (id, user_id, kind, object_kind, object_id, case_id)
        select gen_random_uuid(), f.responsible_user_id, 'referral.answered', 'referral', new.referral_id, new.case_id
        from case_file f where f.tenant_id = new.tenant_id and f.id = new.case_id;
    elsif new.to_state in ('sent', 'withdrawn') or new.kind = 'reminded' then
      insert into notification (id, user_id, kind, object_kind, object_id)
        select gen_random_uuid(), u.id, case when new.kind = 'reminded' then 'referral.waiting' when new.to_state = 'sent' then 'referral.received'
          else 'referral.withdrawn' end, 'referral', new.referral_id
        from referral r join staff_user u on u.tenant_id = r.tenant_id and u.organisation_id = r.organisation_id
          and u.unit_id is not distinct from r.unit_id and u.active
        where r.tenant_id = new.tenant_id and r.id = new.referral_id and exists (select from role_assignment a
          where a.tenant_id = u.tenant_id and a.user_id = u.id and a.role = 'partner' and a.valid_during @> now());
    elsif new.kind = 'returned' then
      insert into notification (id, user_id, kind, object_kind, object_id, case_id)
        select gen_random_uuid(), f.responsible_user_id, 'referral.unanswered', 'referral', new.referral_id, new.case_id
        from case_file f where f.tenant_id = new.tenant_id and f.id = new.case_id;
    end if;
    return null;
  end $$;
alter function app.on_referral_step() owner to app_system;
revoke all on function app.on_referral_step() from public;
create trigger referral_step_tells after insert on referral_step for each row execute function app.on_referral_step();

-- Offices in which somebody reads referrals in Lotse; to all others one writes or calls. Keys as app.partner_office().
create function app.partner_offices() returns setof text language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select distinct u.organisation_id || '/' || coalesce(u.unit_id::text, '') from staff_user u
        join role_assignment a on a.tenant_id = u.tenant_id and a.user_id = u.id and a.role = 'partner' and a.valid_during @> now()
        where u.tenant_id = (select app.tenant_id()) and u.active and u.organisation_id is not null
          and ((select app.has_role('caseManager')) or (select app.has_role('coordinator'))) $$;
alter function app.partner_offices() owner to app_system;
revoke all on function app.partner_offices() from public;
grant execute on function app.partner_offices() to app_user;


alter table referral enable row level security;
alter table referral force row level security;
create policy referral_read on referral for select to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral.case_id and a.parts & 1 <> 0 and a.valid_during @> now())
    or exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral.id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_new on referral for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy referral_change on referral for update to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    or exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral.id
      and x.office = (select app.partner_office()) and x.shared_during @> now())))
  with check (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    or exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral.id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_drop on referral for delete to app_user
  using (tenant_id = (select app.tenant_id()) and sent_on is null and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy referral_system on referral for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, person_id, organisation_id, unit_id, purpose, life_domains, data_categories, special_categories, state_on),
  update (person_id, organisation_id, unit_id, purpose, life_domains, data_categories, special_categories, state, state_on, sent_on,
    consent_id, secrecy_release_id, remind_on, return_on, reminded_on, returned_on, reason, result, ended_on, client_view,
    client_view_on, version), delete on referral to app_user;
grant select, insert, update, delete on referral to app_system;

alter table referral_text enable row level security;
alter table referral_text force row level security;
create policy referral_text_read on referral_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now())
    or exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral_text.referral_id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_text_new on referral_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy referral_text_change on referral_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy referral_text_system on referral_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (referral_id, case_id, service, summary, concern, desired_result), update (service, summary, concern, desired_result, sender_name, sender_contact) on referral_text to app_user;
grant select, insert, update, delete on referral_text to app_system;

alter table referral_identity enable row level security;
alter table referral_identity force row level security;
create policy referral_identity_read on referral_identity for select to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_identity.case_id and a.parts & 2 <> 0 and a.valid_during @> now())
    or exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral_identity.referral_id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_identity_new on referral_identity for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_identity.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy referral_identity_change on referral_identity for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_identity.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_identity.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy referral_identity_system on referral_identity for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (referral_id, case_id, given_name, family_name, birth_date, birth_year, nationalities, phone, email, address, languages), update (given_name, family_name, birth_date, birth_year, nationalities, phone, email, address, languages) on referral_identity to app_user;
grant select, insert, update, delete on referral_identity to app_system;

alter table referral_goal enable row level security;
alter table referral_goal force row level security;
create policy referral_goal_read on referral_goal for select to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_goal.case_id and a.parts & 16 <> 0 and a.valid_during @> now())
    or exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral_goal.referral_id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_goal_new on referral_goal for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_goal.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy referral_goal_change on referral_goal for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_goal.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_goal.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy referral_goal_drop on referral_goal for delete to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_goal.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy referral_goal_system on referral_goal for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (referral_id, case_id, goal_id, wording, position), update (wording), delete on referral_goal to app_user;
grant select, insert, update, delete on referral_goal to app_system;

alter table referral_step enable row level security;
alter table referral_step force row level security;
create policy referral_step_read on referral_step for select to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_step.case_id and a.parts & 1 <> 0 and a.valid_during @> now())
    or kind = 'state' and exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral_step.referral_id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_step_new on referral_step for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id()) and (not by_partner and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_step.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    or by_partner and kind = 'state' and exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral_step.referral_id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_step_system on referral_step for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, referral_id, kind, from_state, to_state, on_date, reason, result, via, by_partner, basis) on referral_step to app_user;
grant select, insert, update, delete on referral_step to app_system;

alter table referral_step_text enable row level security;
alter table referral_step_text force row level security;
create policy referral_step_text_read on referral_step_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_step_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now())
    or for_partner and exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral_step_text.referral_id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_step_text_new on referral_step_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = referral_step_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    or for_partner and exists (select from referral_access x
    where x.tenant_id = (select app.tenant_id()) and x.referral_id = referral_step_text.referral_id
      and x.office = (select app.partner_office()) and x.shared_during @> now())));
create policy referral_step_text_system on referral_step_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (step_id, referral_id, case_id, content, for_partner) on referral_step_text to app_user;
grant select, insert, update, delete on referral_step_text to app_system;

alter table referral_access enable row level security;
alter table referral_access force row level security;
-- The partner's list after the end as well: that there was a referral, its dates and its state, and nothing else.
create policy referral_access_own on referral_access for select to app_user
  using (tenant_id = (select app.tenant_id()) and office = (select app.partner_office()));
create policy referral_access_system on referral_access for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on referral_access to app_user;
grant select, insert, update, delete on referral_access to app_system;
