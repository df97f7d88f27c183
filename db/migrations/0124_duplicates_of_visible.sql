-- app.check_duplicates as in 0121, but leaves out a person being changed only where the asking person sees that person.
create or replace function app.check_duplicates(p_form text, p_family text[], p_given text[], p_birth_date date, p_birth_year int, p_person uuid)
  returns table (candidates uuid[], elsewhere boolean, contact_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    t uuid := app.tenant_id();
    me uuid := app.user_id();
    typed text := app.fold_name(p_form);
    hidden uuid[];
  begin
    if not app.has_role('caseManager') then
      return query select '{}'::uuid[], false, null::uuid;
      return;
    end if;
    -- Of a person who is hidden, or not there, nothing may be left out: the answer would tell which of the two it is.
    if p_person is not null and not exists (select from person_access a where a.tenant_id = t and a.user_id = me
        and a.person_id = p_person and a.valid_during @> now()) then
      p_person := null;
    end if;
    with block as (
      select k.person_id from person_key k where k.tenant_id = t and k.key = any (p_family)
      union
      select k.person_id from person_key k where k.tenant_id = t and k.key = any (p_given) and k.birth_year = p_birth_year
      union
      select p.id from person p where p.tenant_id = t and p.birth_year = p_birth_year and p.birth_date = p_birth_date
      limit 2000
    ), weighed as (
      select p.id, similarity(app.fold_name(p.search_name), typed) as alike,
        n.keys && p_family and n.keys && p_given as sounds,
        case
          when p_birth_year is null or p.birth_year is null then 'open'
          when p.birth_date = p_birth_date and to_char(p_birth_date, 'MMDD') <> '0101' then 'same'
          when p.birth_year = p_birth_year then 'near'
          -- One figure wrong, or day and month the wrong way round, is a typing error; another year is another person.
          when abs(p.birth_year - p_birth_year) = 1 then 'near'
          when to_char(p.birth_date, 'MMDD') = to_char(p_birth_date, 'MMDD') and to_char(p_birth_date, 'MMDD') <> '0101' then 'near'
          else 'other' end as born
      from block b join person p on p.tenant_id = t and p.id = b.person_id
        cross join lateral (select app.name_keys(p.phonetic) as keys) n
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
    select f.id is not null, app.duplicate_contact(f.id) into elsewhere, contact_id
      from case_person c join case_file f on f.tenant_id = t and f.id = c.case_id
      where c.tenant_id = t and c.person_id = any (hidden) and not f.secrecy_203
        and (f.restricted_on is null or f.restricted_on > (now() at time zone 'Europe/Berlin')::date)
      order by f.closed_on is not null, f.opened_on desc, f.id limit 1;
    elsewhere := coalesce(elsewhere, false);
    return next;
  end $$;

