import type pg from 'pg'

/** Tables of the schema the application role works in. */
const inPublic = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`
const granted = `array['app_user', 'app_system', 'app_auth', 'app_jobs', 'lotse_app', 'lotse_auth', 'lotse_jobs']`

/** Whose expressions need not begin with the tenant: the operator (lotse_owner) makes and lists tenants. */
const overAllTenants = `array['tenant_operator']`

/** Policies with their expressions as text. */
const policies = `(select c.relname as tbl, p.polname as name, p.polcmd as cmd, pg_get_expr(p.polqual, p.polrelid) as qual,
    pg_get_expr(p.polwithcheck, p.polrelid) as chk, p.polroles as roles,
    case when c.relname = 'tenant' then '%(id = ( SELECT app.tenant_id()%' else '%(tenant_id = ( SELECT app.tenant_id()%' end as own
  from pg_policy p join pg_class c on c.oid = p.polrelid where ${inPublic})`

/**
 * The rules of docs/database.md as questions to the catalogue, each by its number in quality.md §3. Every row
 * that a question answers names one fault. `catalogue.test.ts` asks them of the real schema, and of one with faults.
 */
export const catalogueQuestions = {
  'BC-09 row level security is enabled and forced': `
    select c.relname from pg_class c where ${inPublic} and not (relrowsecurity and relforcerowsecurity)`,

  'BC-09 no table outside schema public is reachable for the application role': `
    select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('public', 'pg_catalog', 'information_schema', 'migration')
      and n.nspname not like 'pg\\_%' and has_schema_privilege('app_user', n.oid, 'usage')
      and has_any_column_privilege('app_user', c.oid, 'select, insert, update')`,

  'BC-09 every granted command has a policy for the same role': `
    select c.relname || ': ' || g.role || ' ' || g.command from pg_class c
    cross join lateral (
      select r.role, k.command, k.letter from unnest(${granted}) r (role),
        (values ('select', 'r'), ('insert', 'a'), ('update', 'w'), ('delete', 'd')) k (command, letter)
      where has_table_privilege(r.role, c.oid, k.command)
        or (k.command <> 'delete' and has_any_column_privilege(r.role, c.oid, k.command))) g
    where ${inPublic} and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('*', g.letter)
      and exists (select from unnest(p.polroles) o where o <> 0 and pg_has_role(g.role, o, 'usage')))`,

  'BC-09 no policy is for PUBLIC': `select tbl || '.' || name from ${policies} p where 0 = any (roles)`,

  'BC-09 no policy is true': `
    select tbl || '.' || name from ${policies} p where qual in ('true', '(true)') or chk in ('true', '(true)')`,

  'BC-09 every policy compares the tenant': `
    select tbl || '.' || name from ${policies} p
    where name <> all (${overAllTenants}) and (qual not like own or chk not like own)`,

  'BC-09 what may be inserted or changed is checked, no more loosely than what may be touched': `
    select tbl || '.' || name from ${policies} p
    where (cmd in ('a', 'w', '*') and chk is null) or (cmd in ('w', '*') and chk is distinct from qual
      and not starts_with(chk, left(qual, -1) || ' AND '))`,

  'BC-09 a policy calls context functions once per statement, never per row': `
    select tbl || '.' || name from ${policies} p
    where regexp_replace(qual, '\\( SELECT app\\.\\w+\\([^()]*\\) AS \\w+\\)', '', 'g') ~ 'app\\.\\w+\\('`,

  'BC-10 no role is above row level security': `
    select rolname from pg_roles where (rolname = any (${granted}) or rolname = 'lotse_owner')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,

  'BC-10 only the owner owns tables': `
    select c.oid::regclass from pg_class c where c.relowner::regrole::text = any (${granted}) and c.relnamespace <> 'jobs'::regnamespace`,

  // set_config('role') reaches every granted role, so a login is a member of what it needs and no more.
  'BC-10 logins are members of their own groups only': `
    select m.member::regrole || ' in ' || m.roleid::regrole from pg_auth_members m
    where m.member::regrole::text in ('lotse_app', 'lotse_auth', 'lotse_jobs', 'app_user', 'app_auth', 'app_jobs', 'app_system')
      and (m.member::regrole::text, m.roleid::regrole::text) not in (('lotse_app', 'app_user'), ('lotse_auth', 'app_auth'),
        ('lotse_jobs', 'app_jobs'), ('lotse_jobs', 'app_system'))`,

  // app_system cannot log in; it owns the definer functions of schema app, and lotse_jobs inherits that.
  'BC-10 nobody but the owner creates': `
    select n.nspname || ' ' || r from pg_namespace n, unnest(${granted}) r
    where n.nspname in ('public', 'app', 'auth') and has_schema_privilege(r, n.oid, 'create')
      and (n.nspname, r) not in (('app', 'app_system'), ('app', 'lotse_jobs'))
    union all select 'database ' || r from unnest(${granted}) r where has_database_privilege(r, current_database(), 'create')`,

  'BC-10 nobody truncates, references or sets triggers': `
    select c.relname || ' ' || r from pg_class c, unnest(${granted}) r
    where ${inPublic} and has_table_privilege(r, c.oid, 'truncate, references, trigger')`,

  'BC-10 who and when are not writable, and an insert names its columns': `
    select c.relname || '.' || a.attname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where ${inPublic} and (has_table_privilege('app_user', c.oid, 'insert')
      or (has_column_privilege('app_user', c.oid, a.attnum, 'update')
          and a.attname in ('id', 'tenant_id', 'created_by', 'created_at', 'user_id', 'actor_id'))
      or (has_column_privilege('app_user', c.oid, a.attnum, 'insert') and a.attname in ('tenant_id', 'created_by', 'actor_id')))`,

  'BC-10 nobody grants access by hand': `
    select c.relname from pg_class c where ${inPublic} and c.relname in ('case_access', 'person_access', 'site_access')
      and (has_any_column_privilege('app_user', c.oid, 'insert, update') or has_table_privilege('app_user', c.oid, 'delete'))`,

  'BC-11 views ask as who asks, and none is materialized': `
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'app', 'auth') and (c.relkind = 'm'
      or (c.relkind = 'v' and not coalesce(c.reloptions, '{}') @> array['security_invoker=true']))
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,

  'BC-11 definer functions have a fixed path, a powerless owner and are closed to PUBLIC': `
    select p.oid::regprocedure from pg_proc p where p.prosecdef and (p.proowner::regrole::text <> 'app_system'
      or not exists (select from unnest(p.proconfig) s where s ~ '^search_path=pg_catalog,( public,)? pg_temp$')
      or p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`,

  'BC-12 foreign keys are composite and begin with the tenant on both sides': `
    select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid <> 'tenant'::regclass
      and not ((select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) = 'tenant_id'
        and (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) = 'tenant_id')`,

  // The tenant itself has nothing above it; its key is a name the operator gives.
  'BC-12 BC-13 keys and indexes begin with the tenant, so a conflict tells nothing about another': `
    select i.indexrelid::regclass from pg_index i join pg_class c on c.oid = i.indrelid
    where ${inPublic} and c.relname <> 'tenant'
      and coalesce((select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]), '') <> 'tenant_id'`,

  'BC-16 ids come from the application, there is nothing to count on': `
    select c.oid::regclass from pg_class c where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace
    union all select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id'
    where ${inPublic} and a.atttypid <> 'uuid'::regtype`,
} as const

export type CatalogueQuestion = keyof typeof catalogueQuestions

/** The faults as the catalogue names them, sorted. */
export async function catalogueFaults(client: pg.Client, question: CatalogueQuestion): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `select x.fault::text as fault from (${catalogueQuestions[question]}) x (fault) order by 1`,
  )
  return rows.map(({ fault }) => fault)
}
