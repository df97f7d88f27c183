-- Duplicates: a wrong letter in both names at once, and spellings from another alphabet, are found without a date of birth.
-- The keys of 0121 need one name that sounds right. A code with one fault in it keeps its beginning or its end: of each
-- two words of a name the beginnings and ends are kept together as one key, which few persons share. What is found so is
-- compared letter by letter.

-- Beginning and end of a code; of a short one also without the sound in the middle, where a fault would hit both.
create function app.code_ends(p_code text) returns text[] language sql immutable parallel safe
  as $$
    select case
      when length(p_code) < 2 then array['^' || p_code]
      when length(p_code) = 2 then array['^' || p_code, '$' || p_code]
      when length(p_code) < 5 then array['^' || left(p_code, 2), '^' || left(p_code, 1) || substr(p_code, 3, 1), '$' || right(p_code, 2)]
      else array['^' || left(p_code, 2), '$' || right(p_code, 2)] end $$;

-- The keys of a word of the one name and a word of the other, whichever comes first.
create function app.near_pairs(p_one text[], p_other text[]) returns text[] language sql immutable parallel safe
  as $$
    select coalesce(array_agg(distinct least(x.e collate "C", y.e collate "C") || greatest(x.e collate "C", y.e collate "C")), '{}')
    from unnest(p_one) a (code), unnest(p_other) b (code), unnest(app.code_ends(a.code)) x (e), unnest(app.code_ends(b.code)) y (e)
    where a.code <> '' and b.code <> '' $$;

-- The same for the words of a stored name, each with those after it; beyond four words a name is told by the first ones.
create function app.near_keys(p_phonetic text) returns text[] language sql immutable parallel safe
  as $$
    with word as (
      select code, n from unnest((string_to_array(p_phonetic, ' '))[1:4]) with ordinality w (code, n) where code <> ''
    )
    select coalesce(array_agg(distinct k), '{}')
    from word a join word b on b.n > a.n cross join lateral unnest(app.near_pairs(array[a.code], array[b.code])) k $$;

-- A DIN search form without what differs by the language a name was transcribed for: SCHEWTSCHENKO, SHEVCHENKO, CHEVTCHENKO.
create function app.plain_name(p_form text) returns text language sql immutable parallel safe
  as $$
    select regexp_replace(translate(
      replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        app.fold_name(p_form), 'TSCH', 'C'), 'DSCH', 'J'), 'SCH', 'S'), 'TCH', 'C'), 'CH', 'C'), 'SH', 'S'), 'ZH', 'S'), 'KH', 'C'),
        'PH', 'F'), 'TH', 'T'), 'DJ', 'J'), 'OU', 'U'), 'X', 'KS'),
      'WYJQZ', 'VIIKS'), '(.)\1+', '\1', 'g') $$;

-- Whether the word stands in the name (person.plain_form), or one that differs by a typing error.
create function app.nearly_named(p_form text, p_word text) returns boolean language sql immutable parallel safe
  as $$
    select position(' ' || p_word || ' ' in p_form) > 0 or (length(p_word) >= 4 and (
      app.one_typing_error(split_part(p_form, ' ', 2), p_word) or app.one_typing_error(split_part(p_form, ' ', 3), p_word)
      or app.one_typing_error(split_part(p_form, ' ', 4), p_word) or app.one_typing_error(split_part(p_form, ' ', 5), p_word))) $$;
grant execute on function app.code_ends(text), app.near_pairs(text[], text[]), app.near_keys(text), app.plain_name(text),
  app.nearly_named(text, text) to app_user, app_system;

alter table person add column plain_form text generated always as (' ' || app.plain_name(search_name) || ' ') stored;

create or replace function app.on_person_name() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if tg_op = 'UPDATE' then
      if new.phonetic = old.phonetic and new.birth_year is not distinct from old.birth_year then return null; end if;
      delete from person_key where tenant_id = new.tenant_id and person_id = new.id;
    end if;
    insert into person_key (tenant_id, key, person_id, birth_year)
      select new.tenant_id, k, new.id, new.birth_year from unnest(app.name_keys(new.phonetic) || app.near_keys(new.phonetic)) k;
    return null;
  end $$;

-- Rows that are there already, of all tenants: the owner is under row level security only while it is forced.
alter table person no force row level security;
alter table person_key no force row level security;
insert into person_key (tenant_id, key, person_id, birth_year)
  select p.tenant_id, k, p.id, p.birth_year from person p, unnest(app.near_keys(p.phonetic)) k;
alter table person_key force row level security;
alter table person force row level security;

-- As in 0220, and who is nearly named so in both names.
create or replace function app.check_duplicates(p_form text, p_family text[], p_given text[], p_birth_date date, p_birth_year int, p_person uuid)
  returns table (candidates uuid[], restricted uuid[], elsewhere boolean, contact_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    t uuid := app.tenant_id();
    me uuid := app.user_id();
    -- p_form has the family name in its first line, the given name in the second.
    typed text := app.fold_name(replace(p_form, E'\n', ' '));
    -- Their words as plain as they get; a third word of a name tells nothing that two do not.
    family_words text[] := string_to_array(app.plain_name(split_part(p_form, E'\n', 1)), ' ');
    given_words text[] := string_to_array(app.plain_name(split_part(p_form, E'\n', 2)), ' ');
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
    ), near as materialized (
      select distinct k.person_id from person_key k where k.tenant_id = t and k.key = any (app.near_pairs(p_family, p_given))
        and (p_birth_year is null or k.birth_year is null or abs(k.birth_year - p_birth_year) <= 1)
    ), block as (
      -- Sounds alike in both names; or in one, and then born in a year that fits; or nearly in both.
      select x.person_id, bool_or(x.family) as family, bool_or(x.given) as given, bool_or(x.near) as near from (
        select a.person_id, true as family, g.person_id is not null as given, false as near
          from family a left join given g on g.person_id = a.person_id
          where g.person_id is not null or p_birth_year is null or a.birth_year is null or abs(a.birth_year - p_birth_year) <= 1
        union all
        select a.person_id, o.person_id is not null, true, false from given a left join family o on o.person_id = a.person_id
          where a.birth_year = p_birth_year
        union all
        select p.id, exists (select from family o where o.person_id = p.id), exists (select from given o where o.person_id = p.id), false
          from person p where p.tenant_id = t and p.birth_year = p_birth_year and p.birth_date = p_birth_date
        union all
        -- Compared here already: weighing them costs more.
        select n.person_id, o.person_id is not null, g.person_id is not null, true
          from near n join person p on p.tenant_id = t and p.id = n.person_id
            left join family o on o.person_id = n.person_id left join given g on g.person_id = n.person_id
          where (o.person_id is null or g.person_id is null)
            and (o.person_id is not null or app.nearly_named(p.plain_form, family_words[1]) and (family_words[2] is null or app.nearly_named(p.plain_form, family_words[2])))
            and (g.person_id is not null or app.nearly_named(p.plain_form, given_words[1]) and (given_words[2] is null or app.nearly_named(p.plain_form, given_words[2])))
      ) x group by x.person_id order by bool_or(x.family) and bool_or(x.given) desc, bool_or(x.near) desc, x.person_id limit 2000
    ), weighed as materialized (
      select p.id, b.family and b.given as sounds, b.near as nearly,
        similarity(app.fold_name(p.search_name), typed) as alike,
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
      select w.id, w.alike + case when w.sounds then 0.5 when w.nearly then 0.3 else 0 end + case w.born when 'same' then 0.5 when 'near' then 0.1 else 0 end as weight,
        (w.born <> 'other' and (w.sounds or w.nearly or w.alike >= 0.6)) or (w.born = 'same' and w.alike >= 0.45) as strong,
        exists (select from person_access a where a.tenant_id = t and a.user_id = me and a.person_id = w.id
          and a.valid_during @> now()) as mine
      from weighed w
      where w.sounds or w.alike >= 0.55 or (w.nearly and w.born <> 'other') or (w.born = 'same' and w.alike >= 0.3)
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
