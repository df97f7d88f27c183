-- A restricted file is found again by who is responsible for it, to reopen it, and by nobody else (ADR 2026-11-28,
-- restricted files). What it takes to recognise the right one, and no more: number, days, initials and year of birth of
-- the main person. The contents stay closed until it is reopened with a reason.
create function app.restricted_cases(p_ids uuid[], p_before date, p_before_id uuid, p_limit int)
  returns table (id uuid, file_number text, intensity text, opened_on date, closed_on date, restricted_on date,
    initials text, birth_year int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select f.id, f.file_number, f.intensity, f.opened_on, f.closed_on, f.restricted_on,
      left(p.given_name, 1) || '. ' || left(p.family_name, 1) || '.', p.birth_year
    from case_file f
      left join lateral (select c.person_id from case_person c where c.tenant_id = f.tenant_id and c.case_id = f.id and c.is_main
        order by c.valid_to is not null, c.valid_from desc, c.id limit 1) m on true
      left join person p on p.tenant_id = f.tenant_id and p.id = m.person_id
    where f.tenant_id = (select app.tenant_id()) and f.responsible_user_id = (select app.user_id())
      and (select app.has_role('caseManager')) and f.restricted_on <= (now() at time zone 'Europe/Berlin')::date
      and (p_ids is null or f.id = any (p_ids))
      and (p_before is null or (f.restricted_on, f.id) < (p_before, p_before_id))
    order by f.restricted_on desc, f.id desc limit least(p_limit, 201) $$;
alter function app.restricted_cases(uuid[], date, uuid, int) owner to app_system;
revoke all on function app.restricted_cases(uuid[], date, uuid, int) from public;
grant execute on function app.restricted_cases(uuid[], date, uuid, int) to app_user;

-- As in 0124; own restricted files are offered for reopening, those of others are hinted at like any file.
drop function app.check_duplicates(text, text[], text[], date, int, uuid);
create function app.check_duplicates(p_form text, p_family text[], p_given text[], p_birth_date date, p_birth_year int, p_person uuid)
  returns table (candidates uuid[], restricted uuid[], elsewhere boolean, contact_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    t uuid := app.tenant_id();
    me uuid := app.user_id();
    typed text := app.fold_name(p_form);
    today date := (now() at time zone 'Europe/Berlin')::date;
    hidden uuid[];
  begin
    if not app.has_role('caseManager') then
      return query select '{}'::uuid[], '{}'::uuid[], false, null::uuid;
      return;
    end if;
    -- Of a person who is hidden, or not there, nothing may be left out: the answer would tell which of the two it is.
    if p_person is not null and not exists (select from person_access a where a.tenant_id = t and a.user_id = me
        and a.person_id = p_person and a.valid_during @> now()) then
      p_person := null;
    end if;
    with family as materialized (
      select distinct k.person_id, k.birth_year from person_key k where k.tenant_id = t and k.key = any (p_family)
    ), given as materialized (
      select distinct k.person_id, k.birth_year from person_key k where k.tenant_id = t and k.key = any (p_given)
    ), block as (
      -- Sounds alike in both names; or in one, and then born in a year that fits.
      select x.person_id, bool_and(x.sounds) as sounds from (
        select f.person_id, g.person_id is not null as sounds from family f left join given g on g.person_id = f.person_id
          where g.person_id is not null or p_birth_year is null or f.birth_year is null or abs(f.birth_year - p_birth_year) <= 1
        union all
        select g.person_id, f.person_id is not null from given g left join family f on f.person_id = g.person_id
          where g.birth_year = p_birth_year
        union all
        select p.id, exists (select from family f where f.person_id = p.id) and exists (select from given g where g.person_id = p.id)
          from person p where p.tenant_id = t and p.birth_year = p_birth_year and p.birth_date = p_birth_date
      ) x group by x.person_id order by 2 desc, x.person_id limit 2000
    ), weighed as materialized (
      select p.id, b.sounds, similarity(app.fold_name(p.search_name), typed) as alike,
        case
          when p_birth_year is null or p.birth_year is null then 'open'
          when p.birth_date = p_birth_date and to_char(p_birth_date, 'MMDD') <> '0101' then 'same'
          when p.birth_year = p_birth_year then 'near'
          -- One figure wrong, or day and month the wrong way round, is a typing error; another year is another person.
          when abs(p.birth_year - p_birth_year) = 1 then 'near'
          when to_char(p.birth_date, 'MMDD') = to_char(p_birth_date, 'MMDD') and to_char(p_birth_date, 'MMDD') <> '0101' then 'near'
          else 'other' end as born
      from block b join person p on p.tenant_id = t and p.id = b.person_id
      where p.id is distinct from p_person
    ), likely as (
      select w.id, w.alike + case when w.sounds then 0.5 else 0 end + case w.born when 'same' then 0.5 when 'near' then 0.1 else 0 end as weight,
        (w.born <> 'other' and (w.sounds or w.alike >= 0.6)) or (w.born = 'same' and w.alike >= 0.45) as strong,
        exists (select from person_access a where a.tenant_id = t and a.user_id = me and a.person_id = w.id
          and a.valid_during @> now()) as mine
      from weighed w
      where w.sounds or w.alike >= 0.55 or (w.born = 'same' and w.alike >= 0.3)
    )
    select coalesce(array_agg(l.id order by l.weight desc, l.id) filter (where l.mine and (l.strong or l.weight >= 0.7)
        and not exists (select from duplicate_decision d where d.tenant_id = t and p_person is not null
          and ((d.person_id = p_person and d.other_person_id = l.id) or (d.person_id = l.id and d.other_person_id = p_person)))), '{}'),
      coalesce(array_agg(l.id order by l.weight desc, l.id) filter (where not l.mine and l.strong), '{}')
      into candidates, hidden from likely l;
    candidates := candidates[1:5];
    -- The own restricted files: whoever is responsible reopens them. Of all others one yes or no, restricted or not.
    select coalesce(array_agg(x.id order by x.restricted_on desc, x.id), '{}') into restricted from (
      select distinct f.id, f.restricted_on from case_person c join case_file f on f.tenant_id = t and f.id = c.case_id
      where c.tenant_id = t and c.person_id = any (hidden) and f.responsible_user_id = me and f.restricted_on <= today) x;
    restricted := restricted[1:5];
    select f.id is not null, app.duplicate_contact(f.id) into elsewhere, contact_id
      from case_person c join case_file f on f.tenant_id = t and f.id = c.case_id
      where c.tenant_id = t and c.person_id = any (hidden) and not f.secrecy_203
        and not (f.responsible_user_id = me and f.restricted_on is not null and f.restricted_on <= today)
      order by f.closed_on is not null, f.opened_on desc, f.id limit 1;
    elsewhere := coalesce(elsewhere, false);
    return next;
  end $$;
alter function app.check_duplicates(text, text[], text[], date, int, uuid) owner to app_system;
revoke all on function app.check_duplicates(text, text[], text[], date, int, uuid) from public;
grant execute on function app.check_duplicates(text, text[], text[], date, int, uuid) to app_user;
