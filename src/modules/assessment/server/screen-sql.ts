import { sql, type RawBuilder } from 'kysely'

/** `x.tenant_id = …` */
export const mine = (alias: string): RawBuilder<unknown> =>
  sql`${sql.table(alias)}.tenant_id = (select app.tenant_id())`

/** `{id, name}` of a member of staff, as jsonb. */
export const staffOf = (alias: string): RawBuilder<unknown> => {
  const u = sql.table(alias)
  return sql`jsonb_build_object('id', ${u}.id, 'name', ${u}.given_name || ' ' || ${u}.family_name)`
}

/** The life domains of the district's catalogue (`CatalogueDomain[]`). */
export const domainsSql = (today: string): RawBuilder<unknown> => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'label', e.label, 'definition', e.definition,
      'locked', coalesce((e.settings ->> 'locked')::boolean, false),
      'active', coalesce(e.valid_from <= ${today}::date, true) and coalesce(e.valid_to > ${today}::date, true))
      order by e.position, e.key), '[]')
    from catalogue_entry e where ${mine('e')} and e.kind = 'lifeDomain')`

/** Kinds of legal basis recorded in the case `f` and not ended. */
export const basesSql = sql`(select coalesce(jsonb_agg(b.kind), '[]') from processing_basis b
    where ${mine('b')} and b.case_id = f.id and b.ended_on is null)`

/** Persons of the case `f`; `which` narrows `case_person c`. */
export const subjectsSql = (which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('personId', c.person_id, 'isMain', c.is_main,
      'name', p.given_name || ' ' || p.family_name) order by c.is_main desc, c.valid_from, c.id), '[]')
    from case_person c left join person p on ${mine('p')} and p.id = c.person_id
    where ${mine('c')} and c.case_id = f.id and ${which})`
