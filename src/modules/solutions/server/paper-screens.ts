import { sql } from 'kysely'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import { rightsOf } from '../../staff/index.ts'
import type { PaperState } from '../contract/codes.ts'
import type { PaperRow, PaperView, SolutionOptions, ValidPaper } from '../contract/papers.ts'
import { paperStateOn, whyNotNewVersion } from '../rules/papers.ts'

const tenant = sql`(select app.tenant_id())`
const party = sql`select p.*, concat_ws(', ', o.name, u.label) as label from interface_paper_party p
  join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
  left join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id`

type Stored<T> = Omit<T, 'state'> & { readonly state: PaperState }
type ReadRow = Stored<Omit<PaperView, 'can' | 'versions' | 'reviewDue'>> & {
  readonly versions: Stored<PaperView['versions'][number] & { validUntil: string | null }>[]
}

/** One version as a page shows it; 404 when it is hidden. */
export async function readPaper(tx: Tx, actor: Actor, id: string, today: string): Promise<PaperView> {
  const { rows } = await sql<ReadRow>`
    select v.id, v.paper_id as "paperId", v.number, v.title, v.state, v.state_on as "stateOn",
      v.legal_domains as "legalDomains", v.sections, v.change_note as "changeNote", v.valid_from as "validFrom",
      v.valid_until as "validUntil", v.review_on as "reviewOn", v.reviewed_on as "reviewedOn", v.version,
      (select jsonb_build_object('id', t.id, 'name', t.title) from interface_paper i join theme t on t.tenant_id = i.tenant_id
        and t.id = i.theme_id where i.tenant_id = v.tenant_id and i.id = v.paper_id) as theme,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'organisationId', p.organisation_id, 'unitId', p.unit_id,
          'label', p.label, 'contactFunction', p.contact_function, 'contactReach', p.contact_reach, 'approval', p.state,
          'approvalOn', p.state_on, 'saidBy', p.said_by_function, 'remark', p.remark) order by p.position, p.id), '[]')
        from (${party} where p.tenant_id = v.tenant_id and p.version_id = v.id) p) as parties,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'section', c.section, 'content', c.content,
          'by', a.given_name || ' ' || a.family_name, 'at', c.at, 'settledOn', c.settled_on) order by c.at, c.id), '[]')
        from interface_paper_comment c left join staff_user a on a.tenant_id = c.tenant_id and a.id = c.author_id
        where c.tenant_id = v.tenant_id and c.version_id = v.id) as comments,
      (select jsonb_agg(jsonb_build_object('id', w.id, 'number', w.number, 'state', w.state, 'validFrom', w.valid_from,
          'validUntil', w.valid_until, 'changeNote', w.change_note) order by w.number desc)
        from interface_paper_version w where w.tenant_id = v.tenant_id and w.paper_id = v.paper_id) as versions
    from interface_paper_version v where v.tenant_id = ${tenant} and v.id = ${id}`.execute(tx)
  return viewOf(found(rows[0]), actor, today)
}

const due = (row: { state: PaperState; reviewOn: string | null }, today: string) =>
  row.state === 'valid' && row.reviewOn !== null && row.reviewOn <= today

function viewOf(row: ReadRow, actor: Actor, today: string): PaperView {
  return {
    ...row,
    comments: row.comments.map((comment) => ({ ...comment, by: comment.by ?? '' })),
    state: paperStateOn(row, today),
    reviewDue: due(row, today),
    versions: row.versions.map(({ validUntil, ...one }) => ({
      ...one,
      state: paperStateOn({ state: one.state, validUntil }, today),
    })),
    can: actionsOf(row, rightsOf(actor.roles)),
  }
}

function actionsOf(row: ReadRow, rights: ReadonlySet<string>): PaperView['can'] {
  const open = row.state === 'draft' || row.state === 'inApproval'
  const can: PaperView['can'] = open && rights.has('paper.comment') ? ['comment'] : []
  if (!rights.has('paper.write')) return can
  can.push('setTheme')
  if (row.state === 'draft') can.push('change', 'sendOut', 'discard')
  if (row.state === 'inApproval') can.push('recordAnswer', 'putInForce', 'takeBack')
  if (row.state === 'valid') can.push('review', 'revoke')
  if (row.comments.some((comment) => comment.settledOn === null)) can.push('settleComment')
  const newest = row.versions[0]!.id === row.id
  const states = row.versions.map(({ state }) => state)
  return newest && whyNotNewVersion(states) === null ? [...can, 'newVersion'] : can
}

type ListRow = Stored<Omit<PaperRow, 'reviewDue'>>

/** Every paper once: the open version, else the newest. Few dozens in a Kreis; at most 500. */
export async function listPapers(
  tx: Tx,
  actor: Actor,
  today: string,
): Promise<{ rows: PaperRow[]; can: 'write'[] }> {
  const { rows } = await sql<ListRow>`
    select v.paper_id as id, v.id as "versionId", v.number, v.title, v.state, v.state_on as "stateOn",
      v.legal_domains as "legalDomains", v.valid_until as "validUntil", v.review_on as "reviewOn",
      f.number as "inForce",
      (select coalesce(jsonb_agg(p.label order by p.position, p.id), '[]')
        from (${party} where p.tenant_id = v.tenant_id and p.version_id = v.id) p) as parties,
      (select count(*)::int from interface_paper_party p where p.tenant_id = v.tenant_id and p.version_id = v.id
        and p.state = 'agreed') as agreed
    from interface_paper i
    join lateral (select w.* from interface_paper_version w where w.tenant_id = i.tenant_id and w.paper_id = i.id
      order by w.number desc limit 1) v on true
    left join interface_paper_version f on f.tenant_id = i.tenant_id and f.paper_id = i.id and f.state = 'valid' and f.id <> v.id
    where i.tenant_id = ${tenant} order by v.title, i.id limit 500`.execute(tx)
  return {
    rows: rows.map((row) => ({ ...row, state: paperStateOn(row, today), reviewDue: due(row, today) })),
    can: rightsOf(actor.roles).has('paper.write') ? ['write'] : [],
  }
}

/** What is in force today, for the hint at referrals and handovers. */
export async function papersInForce(tx: Tx, today: string): Promise<{ rows: ValidPaper[] }> {
  const { rows } = await sql<ValidPaper>`
    select v.id, v.title, v.sections ->> 'handover' as handover, v.valid_from as "validFrom",
      (select coalesce(jsonb_agg(jsonb_build_object('organisationId', p.organisation_id, 'unitId', p.unit_id, 'label', p.label,
          'contactFunction', p.contact_function, 'contactReach', p.contact_reach) order by p.position, p.id), '[]')
        from (${party} where p.tenant_id = v.tenant_id and p.version_id = v.id) p) as parties
    from interface_paper_version v where v.tenant_id = ${tenant} and v.state = 'valid'
      and (v.valid_until is null or v.valid_until >= ${today}::date)
    order by v.title, v.id limit 500`.execute(tx)
  return { rows }
}

/** What forms offer, one statement. */
export async function solutionOptions(tx: Tx): Promise<SolutionOptions> {
  const entries = (
    kind: string,
  ) => sql`(select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'label', e.label)
      order by e.position, e.key), '[]') from catalogue_entry e
    where e.tenant_id = ${tenant} and e.kind = ${kind} and e.valid_to is null)`
  const { rows } = await sql<SolutionOptions>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'label', o.name, 'units',
          (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'label', u.label) order by u.position, u.key), '[]')
            from unit u where u.tenant_id = o.tenant_id and u.organisation_id = o.id and u.valid_to is null))
          order by o.position, o.key), '[]')
        from organisation o where o.tenant_id = ${tenant} and o.valid_to is null) as organisations,
      ${entries('agreementType')} as "agreementTypes",
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'label', c.name) order by c.position, c.key), '[]')
        from committee c where c.tenant_id = ${tenant} and c.valid_to is null) as committees,
      ${entries('lifeDomain')} as "lifeDomains"`.execute(tx)
  return found(rows[0])
}
