import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'

/** As the German stemmer writes its stems: lower case, without umlauts. */
const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')

/** Words of one search that count. */
const most = 6

/**
 * For every word of a search the stems of barriers it may mean: those that hold it („platz“ in „Kita-Platz“), and those
 * that are its beginning, so that a word still being typed is found. Looked up by equality through the trigrams of the
 * stems, which an index serves under row level security (`docs/database.md`). Words that say nothing are left out.
 */
export async function stemsOfSearch(tx: Tx, search: string | undefined): Promise<string[][]> {
  const words = [...new Set(folded(search ?? '').match(/[\p{L}\d]{3,}/gu))].slice(0, most)
  if (words.length === 0) return []
  const { rows } = await sql<{ stems: string[] }>`
    select array(select p.stem from (select x.stem from barrier_stem_part x
            where x.tenant_id = (select app.tenant_id()) and x.part = any (c.inner_parts)
            group by x.stem having count(*) = cardinality(c.inner_parts)) p
          where position(c.core in p.stem) > 0
        union
        select k.stem from barrier_stem_count k where k.tenant_id = (select app.tenant_id()) and k.stem = any (c.beginnings)) as stems
    from (select w.word, w.n, core.core,
          array(select unnest(show_trgm(core.core)) intersect select unnest(show_trgm('q' || core.core || 'q'))) as inner_parts,
          array(select left(w.word, length(w.word) - cut) from generate_series(0, 3) cut where length(w.word) - cut >= 4) as beginnings
        from unnest(${words}::text[]) with ordinality w (word, n)
          cross join lateral (select s.core from app.stems_of(w.word) s (core) limit 1) core) c
    order by c.n`.execute(tx)
  return rows.map(({ stems }) => stems)
}
