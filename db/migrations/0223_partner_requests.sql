-- A partner asks KIM in (R049): a request for counselling of a person who agreed, in the queue of a site like any other. Name,
-- number and concern stand where those of all requests stand; here is who asks, on what consent, and the short answer.
create table partner_request (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  request_id      uuid not null,
  -- As app.partner_office() says it: the unit reads the answer, not the authority around it.
  office          text not null,
  organisation_id uuid not null,
  unit_id         uuid,
  site_id         uuid not null,
  -- The partner's own mark, to find the matter again. Names stay with the request.
  reference       text check (length(reference) between 1 and 60),
  -- What the person agreed to: to pass name, number and concern to this site for counselling …
  consented_on    date not null,
  consent_form    text not null check (consent_form in ('oral', 'written')),
  consent_by      text not null check (consent_by in ('self', 'legalRepresentative')),
  -- … and that KIM says whether it took over. Without it nothing goes back.
  answer_agreed   boolean not null,
  answer          text check (answer in ('accepted', 'noContact', 'declined')),
  decline_reason  text check (decline_reason in ('noCapacity', 'notTargetGroup', 'clientDeclined', 'other')),
  answered_on     date,
  created_by      uuid not null default app.user_id(),
  created_at      timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, request_id),
  -- Goes with the request, whose retention is short.
  foreign key (tenant_id, request_id) references request (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, site_id) references site (tenant_id, id),
  constraint partner_request_answer check ((answer is null) = (answered_on is null)
    and (answer is not distinct from 'declined') = (decline_reason is not null) and (answer is null or answer_agreed))
);
create index partner_request_office on partner_request (tenant_id, office, created_at, id);

alter table partner_request enable row level security;
alter table partner_request force row level security;
-- The office that asked, and whoever sees the request.
create policy partner_request_read on partner_request for select to app_user
  using (tenant_id = (select app.tenant_id()) and (office = (select app.partner_office())
    or exists (select from request r where r.tenant_id = partner_request.tenant_id and r.id = partner_request.request_id)));
-- Answered by case managers who see the request; made by app.ask_kim_in alone.
create policy partner_request_answer on partner_request for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager'))
    and exists (select from request r where r.tenant_id = partner_request.tenant_id and r.id = partner_request.request_id))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('caseManager'))
    and exists (select from request r where r.tenant_id = partner_request.tenant_id and r.id = partner_request.request_id));
create policy partner_request_system on partner_request for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, update (answer, decline_reason, answered_on) on partner_request to app_user;
grant select, insert, update, delete on partner_request to app_system;

-- A partner works at no site and sees no request: the one way to write one. False: not a partner, or no such site.
create function app.ask_kim_in(p_id uuid, p_request uuid, p_site uuid, p_facts jsonb, p_delete_on date, p_delete_after date)
  returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id(); me staff_user;
  begin
    if app.partner_office() is null then return false; end if;
    select * into me from staff_user u where u.tenant_id = t and u.id = app.user_id();
    -- The wall: no way from the immigration authority into the counselling (§ 87 AufenthG).
    if exists (select from unit u where u.tenant_id = t and u.id = me.unit_id
        and u.kind in ('immigrationAuthority', 'naturalisationAuthority', 'immigration', 'naturalisation')) then return false; end if;
    if not exists (select from site s where s.tenant_id = t and s.id = p_site and s.valid_to is null) then return false; end if;
    insert into request (tenant_id, id, channel, site_id, municipality_id, language, delete_after, created_by)
      values (t, p_request, 'partner', p_site, (p_facts ->> 'municipality')::uuid, p_facts ->> 'language', p_delete_after, me.id);
    insert into request_text (tenant_id, request_id, concern) values (t, p_request, p_facts ->> 'concern');
    insert into request_contact (tenant_id, request_id, caller_name, callback_number, delete_on)
      values (t, p_request, p_facts ->> 'name', p_facts ->> 'number', p_delete_on);
    insert into partner_request (tenant_id, id, request_id, office, organisation_id, unit_id, site_id, reference, consented_on,
        consent_form, consent_by, answer_agreed, created_by)
      values (t, p_id, p_request, app.partner_office(), me.organisation_id, me.unit_id, p_site, p_facts ->> 'reference',
        (p_facts ->> 'consentedOn')::date, p_facts ->> 'consentForm', p_facts ->> 'consentBy',
        (p_facts ->> 'answerAgreed')::boolean, me.id);
    return true;
  end $$;
alter function app.ask_kim_in(uuid, uuid, uuid, jsonb, date, date) owner to app_system;
revoke all on function app.ask_kim_in(uuid, uuid, uuid, jsonb, date, date) from public;
grant execute on function app.ask_kim_in(uuid, uuid, uuid, jsonb, date, date) to app_user;
