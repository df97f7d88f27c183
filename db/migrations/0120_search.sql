-- Search over the own access: persons by name, file number, telephone. docs/database.md, "Search".
--
-- The function begins at person_access of who asks, not at an index over all names: somebody sees some dozens to some
-- hundreds of persons, and what is hidden is never touched, so its volume cannot be measured (BC-03, BC-18). A trigram
-- index could not be used anyway: `%` is not leakproof, so row level security comes first (quality.md §1.3).

-- Typing errors are counted (two in a word of six letters: a pair of letters the wrong way round is two). The extension is
-- trusted and comes in the same package as pg_trgm.
create extension if not exists fuzzystrmatch;

-- E.164-ish: +49281123456 however it was typed. Numbers without a leading zero or plus stay as they are.
create function app.phone_key(p_phone text) returns text language sql immutable parallel safe
  as $$
    select nullif(case
        when d like '+%' then '+' || regexp_replace(replace(substr(d, 2), '+', ''), '^490', '49')
        when d like '00%' then '+' || regexp_replace(replace(substr(d, 3), '+', ''), '^490', '49')
        when d like '0%' then '+49' || replace(substr(d, 2), '+', '')
        else replace(d, '+', '') end, '')
    from (select regexp_replace(p_phone, '[^0-9+]', '', 'g')) x (d) $$;
grant execute on function app.phone_key(text) to app_user, app_system;

-- MUELLER and MULLER are one name: who types no umlaut leaves out the E as often as not.
create function app.fold_name(p_form text) returns text language sql immutable parallel safe
  as $$ select replace(replace(replace(p_form, 'AE', 'A'), 'OE', 'O'), 'UE', 'U') $$;
grant execute on function app.fold_name(text) to app_user, app_system;

alter table person add column phone_key text generated always as (app.phone_key(phone)) stored;

-- Persons of the own access whose every searched word fits a word of the name, the year of birth, or sounds like it;
-- or whose name in the original script, or telephone, contains what was typed. `p_words`: DIN search form of each word,
-- `p_codes`: its Kölner Phonetik ('' for none). Answers ids with a rank from 0 to 1, best first.
create function app.find_persons(p_words text[], p_codes text[], p_script text, p_phone text, p_limit int)
  returns table (person_id uuid, rank real)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with query as (
      select q.position, app.fold_name(q.word) as word, q.code, q.word ~ '[0-9]' as digits
      from unnest(p_words, p_codes) with ordinality q (word, code, position)
    ), seen as (
      select p.id, p.original_script, p.phone_key, string_to_array(p.phonetic, ' ') as codes,
        string_to_array(n.form, ' ') || replace(n.form, ' ', '') || p.birth_year::text as words
      from (select distinct a.person_id from person_access a where a.tenant_id = (select app.tenant_id())
              and a.user_id = (select app.user_id()) and a.valid_during @> now()) own
        join person p on p.tenant_id = (select app.tenant_id()) and p.id = own.person_id
        cross join lateral (select app.fold_name(p.search_name) as form) n
    ), named as (
      select s.id, (select min(best) from (
          select max(case
            when n.word = q.word then 1
            when starts_with(n.word, q.word) then 0.9
            when q.digits then 0
            when length(q.code) > 1 and q.code = any (s.codes) then 0.8
            when length(q.word) >= 6 and left(n.word, 1) = left(q.word, 1) and levenshtein_less_equal(left(n.word, 60), left(q.word, 60), 2) <= 2 then 0.6
            when length(q.word) >= 4 and levenshtein_less_equal(left(n.word, 60), left(q.word, 60), 1) <= 1 then 0.6
            else similarity(n.word, q.word) * 0.8 end) as best
          from query q cross join unnest(s.words) n (word) where n.word is not null group by q.position) fits) as fit
      from seen s where cardinality(p_words) > 0
    )
    select f.id, max(f.fit)::real from (
      select n.id, n.fit from named n where n.fit >= 0.32
      union all
      select s.id, 1 from seen s where p_script is not null and position(lower(p_script) in lower(s.original_script)) > 0
      union all
      select s.id, 1 from seen s where p_phone is not null and position(p_phone in s.phone_key) > 0
    ) f group by f.id order by 2 desc, f.id limit least(p_limit, 200) $$;
alter function app.find_persons(text[], text[], text, text, int) owner to app_system;
revoke all on function app.find_persons(text[], text[], text, text, int) from public;
grant execute on function app.find_persons(text[], text[], text, text, int) to app_user;
