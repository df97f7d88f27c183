import type pg from 'pg'

/** Our own schemas; objects that belong to an extension or to the job queue are not ours to list. */
const ours = `array['public', 'app', 'auth', 'jobs']`
const notOfExtension = (catalogue: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`
/** Without "public.", so that a line reads as the migration was written. */
const relation = (oid: string) => `replace(${oid}::regclass::text, 'public.', '')`
const inOurs = `n.nspname = any (${ours}) and ${notOfExtension('pg_class', 'c.oid')} and c.relnamespace = n.oid`
const command = (letter: string) =>
  `case ${letter} when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end`

/** One statement per kind of object; each answers lines that begin with the kind. The same on PostgreSQL 15 to 18. */
const kinds: readonly string[] = [
  `select 'extension ' || extname as line from pg_extension where extname <> 'plpgsql'`,
  `select 'schema ' || n.nspname || ' ' || coalesce((select string_agg(distinct
       case when a.grantee = 0 then 'public' else a.grantee::regrole::text end || '=' || a.privilege_type, ' '
       order by case when a.grantee = 0 then 'public' else a.grantee::regrole::text end || '=' || a.privilege_type)
     from aclexplode(n.nspacl) a where a.grantee <> n.nspowner and a.grantee::regrole::text <> 'pg_database_owner'), '') as line
   from pg_namespace n where n.nspname = any (${ours})`,
  `select case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'S' then 'sequence '
       when 'p' then 'partitioned table ' else 'table ' end || ${relation('c.oid')}
       || case when c.relkind in ('v', 'm') then ' ' || coalesce(array_to_string(c.reloptions, ','), '') || ' as md5 ' || md5(pg_get_viewdef(c.oid)) else '' end as line
   from pg_class c, pg_namespace n where ${inOurs} and c.relkind in ('r', 'p', 'v', 'm', 'S')`,
  `select 'column ' || ${relation('c.oid')} || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
       || case when a.attnotnull then ' not null' else '' end
       || coalesce(case when a.attgenerated = 's' then ' generated ' else ' default ' end || pg_get_expr(x.adbin, x.adrelid), '')
       || case when a.attidentity <> '' then ' identity' else '' end as line
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef x on x.adrelid = c.oid and x.adnum = a.attnum, pg_namespace n
   where ${inOurs} and c.relkind in ('r', 'p')`,
  // Since 18 "not null" is a constraint as well; the column's line says it already.
  `select 'constraint ' || ${relation('k.conrelid')} || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
   from pg_constraint k join pg_class c on c.oid = k.conrelid, pg_namespace n where ${inOurs} and k.contype <> 'n'`,
  `select 'index ' || replace(regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX (\\S+) ON ', '\\2 \\1'), 'public.', '') as line
   from pg_index i join pg_class c on c.oid = i.indrelid, pg_namespace n where ${inOurs}
     and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`,
  `select 'rls ' || ${relation('c.oid')} || case when c.relrowsecurity then ' enabled' else ' disabled' end
       || case when c.relforcerowsecurity then ' forced' else ' unforced' end as line
   from pg_class c, pg_namespace n where ${inOurs} and c.relkind in ('r', 'p')`,
  `select 'policy ' || ${relation('p.polrelid')} || ' ' || p.polname || case when p.polpermissive then '' else ' restrictive' end
       || ' for ' || ${command('p.polcmd')}
       || ' to ' || (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ' order by r::regrole::text) from unnest(p.polroles) r)
       || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
       || coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), '') as line
   from pg_policy p join pg_class c on c.oid = p.polrelid, pg_namespace n where ${inOurs}`,
  `select 'grant ' || lower(string_agg(a.privilege_type, ', ' order by a.privilege_type)) || ' on ' || ${relation('c.oid')}
       || ' to ' || case when a.grantee = 0 then 'public' else a.grantee::regrole::text end as line
   from pg_class c cross join lateral aclexplode(c.relacl) a, pg_namespace n
   where ${inOurs} and a.grantee <> c.relowner group by c.oid, a.grantee`,
  `select 'grant ' || lower(a.privilege_type) || ' (' || string_agg(t.attname, ', ' order by t.attname) || ') on ' || ${relation('c.oid')}
       || ' to ' || case when a.grantee = 0 then 'public' else a.grantee::regrole::text end as line
   from pg_class c join pg_attribute t on t.attrelid = c.oid and not t.attisdropped cross join lateral aclexplode(t.attacl) a, pg_namespace n
   where ${inOurs} group by c.oid, a.grantee, a.privilege_type`,
  `select 'function ' || p.oid::regprocedure || ' returns ' || pg_get_function_result(p.oid)
       || ' owner ' || p.proowner::regrole || case when p.prosecdef then ' definer' else ' invoker' end
       || case p.provolatile when 'i' then ' immutable' when 's' then ' stable' else ' volatile' end
       || coalesce(' set ' || array_to_string(p.proconfig, ' set '), '')
       || ' execute ' || coalesce((select string_agg(case when a.grantee = 0 then 'public' else a.grantee::regrole::text end, ', '
            order by a.grantee::regrole::text) from aclexplode(p.proacl) a where a.grantee <> p.proowner), case when p.proacl is null then 'public' else 'nobody' end)
       || ' body ' || md5(p.prosrc) as line
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any (${ours}) and ${notOfExtension('pg_proc', 'p.oid')}`,
  `select 'trigger ' || ${relation('t.tgrelid')} || ' ' || replace(regexp_replace(pg_get_triggerdef(t.oid), '^CREATE (CONSTRAINT )?TRIGGER ', ''), 'public.', '') as line
   from pg_trigger t join pg_class c on c.oid = t.tgrelid, pg_namespace n where ${inOurs} and not t.tgisinternal`,
]

/**
 * Every object of a migrated database as one line beginning with its kind, sorted: the content of db/schema.txt.
 * `client` must see the catalogue with the default search path.
 */
export async function listSchema(client: Pick<pg.Client, 'query'>): Promise<string[]> {
  const lines: string[] = []
  for (const kind of kinds) {
    const { rows } = await client.query<{ line: string }>(kind)
    lines.push(...rows.map(({ line }) => line.replaceAll(/\s+/g, ' ').trim()))
  }
  return lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
