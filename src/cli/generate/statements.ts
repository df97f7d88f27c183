/**
 * The rows of a generated tenant, one statement per table. $1 is the tenant, made_id and pick are functions of the
 * transaction (fill-tenant.ts): an id from a moment and a label, and a number below n from a label. The same label
 * always gives the same answer, so rows refer to one another without being looked up.
 */
export const staffStatements = [
  `insert into staff_user (tenant_id, id, given_name, family_name, organisation_id)
   select $1, u.id, n.given_name, n.family_name, u.organisation_id
   from made_user u join made_name n on n.n = made.pick('staff' || u.n, (select count(*)::int from made_name))`,
  `insert into role_assignment (tenant_id, id, user_id, role, scope_kind, valid_during)
   select $1, made.made_id(u.since, 'role' || u.n), u.id, u.role, 'tenant', tstzrange(u.since, null) from made_user u`,
  `insert into oversight (tenant_id, id, coordinator_id, case_manager_id, valid_during)
   select $1, made.made_id(m.since, 'oversight' || m.n), c.id, m.id, tstzrange(m.since, null)
   from made_user m join made_user c on c.role = 'coordinator' and c.position = (m.position - 1) / 20 + 1
   where m.role = 'caseManager'`,
] as const

const persons = `
   insert into person (tenant_id, id, given_name, family_name, search_name, phonetic, gender, birth_precision, birth_year,
     place, municipality_id, created_by, created_at)
   select $1, p.id, n.given_name, n.family_name, n.form, n.phonetic, (array['female', 'male', 'unknown'])[1 + made.pick('gender' || p.label, 3)],
     'yearOnly', p.birth_year, m.name, m.id, c.user_id, c.opened_at
   from made_person p join made_case c on c.id = p.case_id
     join made_name n on n.n = made.pick('name' || p.label, (select count(*)::int from made_name))
     left join municipality m on m.tenant_id = $1 and m.id = c.municipality_id`

const household = `
   insert into case_person (tenant_id, id, case_id, person_id, role, is_main, age_group, valid_from)
   select $1, made.made_id(c.opened_at, 'member' || p.label), p.case_id, p.id,
     case p.position when 0 then 'client' when 1 then 'partner' else 'child' end, p.position = 0, 'unknown', c.opened_on
   from made_person p join made_case c on c.id = p.case_id`

const contacts = `
   insert into contact (tenant_id, id, case_id, on_date, kind, site_id, language, mediator, topics, created_by, created_at)
   select $1, x.id, x.case_id, x.on_date, x.kind, c.site_id, c.language, 'none', array[x.topic], c.user_id, x.on_date + time '10:00'
   from made_contact x join made_case c on c.id = x.case_id`

const note = `Die Klientin berichtet von einem Gespräch mit der Vermieterin; die Unterlagen liegen vor. Vereinbart ist, dass sie
  bis zur nächsten Woche beim Jobcenter nachfragt. Der Sprachkurs geht gut voran, ein Platz in der Kita fehlt noch.`

/** After the staff, while the triggers that recompute access are off. In the order of their references. */
export const caseStatements = [
  `insert into case_file (tenant_id, id, file_number, intensity, phase, phase_since, responsible_user_id, responsible_organisation_id,
     site_id, municipality_id, language, opened_on, closed_on, closure_reason, last_contact_on, created_by, created_at)
   select $1, c.id, c.file_number, c.intensity, case when c.closed_on is null then 'implementation' else 'closed' end,
     coalesce(c.closed_on, c.opened_on + made.pick('since' || c.n, $2::date - c.opened_on + 1)), c.user_id, c.organisation_id, c.site_id,
     c.municipality_id, c.language, c.opened_on, c.closed_on, case when c.closed_on is not null then c.closure_reason end, c.last_contact_on,
     c.user_id, c.opened_at from made_case c`,
  `insert into case_assignment (tenant_id, id, case_id, user_id, organisation_id, valid_during, assigned_by)
   select $1, made.made_id(c.opened_at, 'assignment' || c.n), c.id, c.user_id, c.organisation_id, tstzrange(c.opened_at, null), c.user_id
   from made_case c`,
  persons,
  household,
  `insert into case_text (tenant_id, case_id, kind, content)
   select $1, c.id, 'concern', 'Sucht eine Wohnung und einen Platz im Sprachkurs; Fragen zur Anerkennung des Abschlusses.' from made_case c`,
  `insert into case_step (tenant_id, id, case_id, episode, kind, from_value, to_value, on_date, actor_id, at)
   select $1, made.made_id(c.opened_at, 'step' || s.position || ' ' || c.n), c.id, 1, 'phase', s.was, s.becomes, c.opened_on + s.position,
     c.user_id, c.opened_at + make_interval(days => s.position)
   from made_case c cross join (values (0, null, 'request'), (1, 'request', 'screening'), (2, 'screening', 'intake'),
     (3, 'intake', 'implementation')) s (position, was, becomes)`,
  `insert into processing_basis (tenant_id, id, case_id, kind, basis, informed_on, information_language, recorded_by)
   select $1, made.made_id(c.opened_at, 'basis' || c.n), c.id, 'counselling', 'task', c.opened_on, 'de', c.user_id from made_case c`,
  `insert into goal (tenant_id, id, case_id, life_domains, target_on, state, state_on, set_in_episode, position, created_by)
   select $1, g.id, c.id, '{}', c.opened_on + 120, case when c.closed_on is null then 'open' else 'reached' end, c.opened_on, 1, g.position, c.user_id
   from made_goal g join made_case c on c.id = g.case_id`,
  `insert into goal_text (tenant_id, goal_id, case_id, wording)
   select $1, g.id, g.case_id, 'Ich habe eine Wohnung mit eigenem Mietvertrag.' from made_goal g`,
  `insert into task (tenant_id, id, case_id, due_on, created_by)
   select $1, made.made_id(c.opened_at, 'task' || c.n), c.id, $2::date - 10 + made.pick('due' || c.n, 60), c.user_id
   from made_case c where c.closed_on is null`,
  `insert into task_text (tenant_id, task_id, case_id, title)
   select $1, made.made_id(c.opened_at, 'task' || c.n), c.id, 'Beim Jobcenter nachfragen' from made_case c where c.closed_on is null`,
  contacts,
  `insert into contact_note (tenant_id, contact_id, case_id, organisation_id, content, created_by)
   select $1, x.id, x.case_id, c.organisation_id, '${note}', c.user_id
   from made_contact x join made_case c on c.id = x.case_id where x.has_note`,
  `insert into contact_person (tenant_id, contact_id, case_id, person_id)
   select $1, x.id, x.case_id, p.id from made_contact x join made_person p on p.case_id = x.case_id and p.position = 0`,
  `insert into contact_effort (tenant_id, contact_id, case_id, user_id, minutes, share)
   select $1, x.id, x.case_id, c.user_id, x.minutes, 'individual'
   from made_contact x join made_case c on c.id = x.case_id where x.minutes > 0`,
] as const

/** What the trigger `person_name` keeps (migration 0121), where it does not run; search.test.ts compares. */
export const searchKeys = `
   insert into person_key (tenant_id, key, person_id, birth_year)
   select $1, k, p.id, p.birth_year from person p, unnest(app.name_keys(p.phonetic) || app.near_keys(p.phonetic)) k where p.tenant_id = $1`

/**
 * What is made is worked out first, in tables of the transaction. $1 tenant, $2 today, $3 cases, $4 contacts of each
 * case.
 */
export const plans = [
  [
    'made_user',
    `select row_number() over (order by role, position) as n, r.role, r.position, o.ids[1 + r.position % cardinality(o.ids)] as organisation_id,
       made.made_id(since.at, r.role || r.position) as id, since.at as since
     from (select 'caseManager' as role, generate_series(1, greatest(4, ceil($3 / 200.0)::int)) as position
           union all select 'coordinator', generate_series(1, greatest(1, ceil($3 / 4000.0)::int))) r
     cross join (select array_agg(id order by key) as ids from organisation where tenant_id = $1 and employs_case_managers) o
     cross join (select ($2::date - 1600)::timestamp at time zone 'Europe/Berlin' as at) since`,
  ],
  [
    'made_case',
    `select c.n, made.made_id(c.opened_at, 'case' || c.n) as id, 'GEN-' || extract(year from c.opened_on) || '-' || lpad(c.n::text, 6, '0') as file_number,
       u.id as user_id, u.organisation_id, c.opened_on, c.opened_at, c.closed_on, least(coalesce(c.closed_on, $2::date), c.opened_on + 300) as last_contact_on,
       (array['briefAdvice', 'accompaniment', 'accompaniment', 'caseManagement'])[1 + made.pick('intensity' || c.n, 4)] as intensity,
       (array['de', 'uk', 'ar', 'tr', 'fa', 'pl'])[1 + made.pick('language' || c.n, 6)] as language,
       s.ids[1 + made.pick('site' || c.n, cardinality(s.ids))] as site_id, m.ids[1 + made.pick('place' || c.n, cardinality(m.ids))] as municipality_id,
       r.key as closure_reason
     from (select n, opened_on, (opened_on + time '09:00') at time zone 'Europe/Berlin' as opened_at,
             case when open then null else opened_on + 60 + made.pick('closed' || n, 240) end as closed_on
           from (select n, open, $2::date - 1 - made.pick('opened' || n, 400) - case when open then 0 else 400 end as opened_on
                 from (select n, (n - 1) / (select count(*) from made_user where role = 'caseManager') < 65 as open
                       from generate_series(1, $3::int) n) a) b) c
     join made_user u on u.role = 'caseManager' and u.position = 1 + (c.n - 1) % (select count(*) from made_user where role = 'caseManager')
     cross join (select array_agg(id order by key) as ids from site where tenant_id = $1) s
     cross join (select array_agg(id order by ags) as ids from municipality where tenant_id = $1) m
     cross join (select min(key) as key from catalogue_entry where tenant_id = $1 and kind = 'closureReason') r`,
  ],
  [
    'made_person',
    `select c.id as case_id, position, c.n || '-' || position as label, made.made_id(c.opened_at, 'person' || c.n || '-' || position) as id,
       case when position < 2 then 1955 + made.pick('born' || c.n || '-' || position, 48) else 2006 + made.pick('born' || c.n || '-' || position, 18) end as birth_year
     from made_case c cross join lateral generate_series(0, made.pick('household' || c.n, 4)) position`,
  ],
  [
    'made_goal',
    `select c.id as case_id, position, made.made_id(c.opened_at, 'goal' || c.n || '-' || position) as id
     from made_case c cross join generate_series(1, 2) position where c.intensity <> 'briefAdvice'`,
  ],
  [
    'made_contact',
    `select c.id as case_id, made.made_id((x.on_date + time '10:00') at time zone 'Europe/Berlin', 'contact' || c.n || '-' || position) as id, x.on_date,
       k.keys[1 + x.dice % cardinality(k.keys)] as kind, d.keys[1 + x.dice % cardinality(d.keys)] as topic, x.dice % 5 < 3 as has_note,
       15 * (x.dice % 4) as minutes
     from made_case c cross join generate_series(0, $4 - 1) position
     cross join lateral (select c.last_contact_on - (position * (c.last_contact_on - c.opened_on)) / $4 as on_date,
       made.pick('contact' || c.n || '-' || position, 1000) as dice) x
     cross join (select array_agg(key order by key) as keys from catalogue_entry where tenant_id = $1 and kind = 'contactKind') k
     cross join (select array_agg(key order by key) as keys from catalogue_entry where tenant_id = $1 and kind = 'lifeDomain') d`,
  ],
] as const
