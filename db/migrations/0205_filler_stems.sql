-- Like barriers are found by words they share. Words that PostgreSQL's German stop list leaves in and that say nothing
-- about what a barrier is („erst“, „bleibt“, „wartet“) were hidden from the reasons but still raised the score. They are no
-- stems of a barrier any more: they are not stored, so they neither explain nor count, and the search reads less.
create function app.filler_stems() returns text[] language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp
  as $$ select tsvector_to_array(to_tsvector('pg_catalog.german',
    'aber allerdings also anders bald bereits bisher bleiben bleibt bekommen bekommt braucht brauchen dabei dafür daher danach
     dann dauert davor dazu deshalb direkt dort eher eigentlich einfach einmal endlich erst erste ersten etwa etwas fast frei
     früh frühestens ganz gar geben geht genau genug gibt gleich gleichzeitig gut halt heute immer inzwischen jetzt kaum kam
     kommen kommt lang lange leider liegt macht machen mehr mehrere mehrfach meist muss müssen nimmt noch nun nur oft ohne
     regelt sagt sehen sehr seit selbst sofort sollte sonst später statt steht trotzdem überall viel viele vielleicht vorher
     wann war waren warten wartet weil weiter weitere wenig wenn wer wieder will wird wurde wurden zudem zuerst zuletzt zwar
     zweimal')) $$;
revoke all on function app.filler_stems() from public;
grant execute on function app.filler_stems() to app_user, app_system;

create or replace function app.stems_of(p_text text) returns setof text language sql immutable
  set search_path = pg_catalog, pg_temp
  as $$ select s from unnest(tsvector_to_array(to_tsvector('pg_catalog.german', coalesce(p_text, '')))) s
        where length(s) between 3 and 60 and s !~ '^[0-9.,/-]+$' and s <> all (app.filler_stems()) $$;

-- What is there already; as the owner, who is not bound by the policies for as long.
alter table barrier_stem no force row level security;
alter table barrier_stem_count no force row level security;
delete from barrier_stem where stem = any (app.filler_stems());
delete from barrier_stem_count where stem = any (app.filler_stems());
alter table barrier_stem force row level security;
alter table barrier_stem_count force row level security;
