import { sql } from 'kysely'
import type { Pool } from '../../platform/server/db/pool.ts'
import { withSystem } from '../../platform/server/db/with-actor.ts'

/** What titles and texts are made of: frequent words and rare ones, as in an office. */
const obstacles = [
  'Kein Platz im Sprachkurs mit Kinderbetreuung',
  'Wohnungsgeberbestätigung wird nicht ausgestellt',
  'Anerkennung des Abschlusses dauert zu lange',
  'Zwei Stellen verlangen denselben Nachweis',
  'Kein Termin bei der Ausländerbehörde',
  'Bescheid nur auf Deutsch, keine Dolmetscherin',
  'Kitaplatz fehlt in der Gemeinde',
  'Fahrt zum Kursort ohne Bus nicht möglich',
  'Krankenversicherung ist zwischen zwei Leistungen ungeklärt',
  'Schulanmeldung wartet auf den Wohnsitz',
] as const
const circumstances = [
  'Die Unterlagen liegen vor, eine Antwort fehlt seit Wochen.',
  'Ohne Anmeldung keine Leistung, ohne Leistung keine Wohnung.',
  'Der Träger nimmt nur auf, wer die Betreuung selbst regelt.',
  'Die Stelle verweist an eine andere und diese zurück.',
  'Geholfen hat erst ein gemeinsames Gespräch mit dem Jobcenter.',
  'Die Wartezeit beträgt mehrere Monate.',
  'Ein zweiter Antrag wurde verlangt, obwohl der erste lief.',
] as const

/** A version 7 id for the nth barrier, the same in each run. */
const idOf = (tenantId: string) =>
  sql`overlay(overlay(md5('barrier' || ${tenantId} || n) placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid`

/**
 * Barriers of a generated tenant, over three years, with words that repeat as they do in life. A tenant that has some
 * is left alone. Answers how many were made.
 */
export async function fillBarriers(owner: Pool, tenantId: string, barriers: number): Promise<number> {
  const made = await withSystem(owner, tenantId, async (tx) => {
    if (await tx.selectFrom('barrier').select('id').limit(1).executeTakeFirst()) return 0
    const list = (texts: readonly string[]) => sql`${[...texts]}::text[]`
    await sql`
      with place as (select m.id, r.region_id, row_number() over (order by m.position, m.id) - 1 as at, count(*) over () as many
          from municipality m left join region_municipality r on r.tenant_id = m.tenant_id and r.municipality_id = m.id
          where m.tenant_id = ${tenantId}),
        domain as (select array_agg(key order by position, key) as keys from catalogue_entry
          where tenant_id = ${tenantId} and kind = 'lifeDomain')
      insert into barrier (tenant_id, id, source, kind, life_domain, legal_domains, unmet, place_kind, municipality_id, region_id,
        period_grain, period_from, lasting, days_lost, level, state)
      select ${tenantId}, ${idOf(tenantId)}, 'case', (array['gap', 'interface', 'obstacle', 'deficit', 'doubleStructure'])[1 + n * 7 % 5],
        d.keys[1 + n * 13 % cardinality(d.keys)], array[(array['jobseekers', 'residence', 'languageCourses', 'housing'])[1 + n % 4]],
        (array['noPlace', 'language', 'waiting', null])[1 + n % 4], 'municipality', p.id, p.region_id, 'month',
        (date_trunc('month', current_date) - make_interval(months => n % 36))::date, 'upTo3Months', 'upTo30', 3,
        (array['new', 'reviewing', 'answered', 'inTheme'])[1 + n * 3 % 4]
      from generate_series(1, ${barriers}) n cross join domain d join place p on p.at = n % p.many`.execute(
      tx,
    )
    await sql`
      insert into barrier_text (tenant_id, barrier_id, title, description)
      select ${tenantId}, ${idOf(tenantId)}, (${list(obstacles)})[1 + n % ${obstacles.length}],
        (${list(circumstances)})[1 + n * 3 % ${circumstances.length}] || ' Vorgang der Art ' || (array['Alpha', 'Beta', 'Gamma'])[1 + n % 3] || n % 4000
      from generate_series(1, ${barriers}) n`.execute(tx)
    await sql`
      insert into barrier_organisation (tenant_id, barrier_id, organisation_id)
      select ${tenantId}, ${idOf(tenantId)}, o.id from generate_series(1, ${barriers}) n
      join (select id, row_number() over (order by position, id) - 1 as at, count(*) over () as many from organisation
        where tenant_id = ${tenantId} and valid_to is null) o on o.at = n * 5 % o.many`.execute(tx)
    return barriers
  })
  if (made > 0) {
    for (const table of [
      'barrier',
      'barrier_text',
      'barrier_organisation',
      'barrier_stem',
      'barrier_stem_count',
      'barrier_stem_part',
      'barrier_tally',
    ]) {
      await owner.query(`vacuum (analyze) ${table}`)
    }
  }
  return made
}
