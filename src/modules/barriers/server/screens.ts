import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { CalledProblems, OwnBarrier, ProblemView } from '../contract/problems.ts'
import { whyNotArrange, whyNotCall, whyNotReport } from '../rules/problem.ts'

const WORK = 64
const most = 200

interface Row {
  view: Omit<ProblemView, 'barrier' | 'can'>
  barrier_id: string | null
  parts: number
  closed: boolean
}

/** `jsonb` of a barrier as its reporter reads it, from the gate's own functions. */
const ownBarrier = (
  id: RawBuilder<unknown>,
) => sql`(select o.view || jsonb_build_object('id', o.barrier_id, 'answers',
    (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'title', a.title, 'state', a.state, 'onDate', a.on_date,
      'words', a.words)), '[]') from app.barrier_answer(array[o.barrier_id]) a))
  from app.own_barrier(array[${id}]) o)`

const newestFirst = sql`p.created_at desc, p.id desc`

/** Everything about one problem, or all of a case, in one statement. */
const rowsOf = (where: RawBuilder<unknown>, order = newestFirst, limit = most) => sql<
  Row & { barrier: OwnBarrier | null }
>`
  select jsonb_build_object('id', p.id, 'caseId', p.case_id, 'kind', p.kind,
      'lifeDomain', case when p.life_domain is not null then jsonb_build_object('id', p.life_domain, 'label', coalesce(e.label, p.life_domain)) end,
      'legalDomains', p.legal_domains, 'organisations',
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'label', o.name) order by o.position, o.name), '[]')
        from problem_organisation x join organisation o on o.tenant_id = x.tenant_id and o.id = x.organisation_id
        where x.tenant_id = p.tenant_id and x.problem_id = p.id),
      'municipality', case when m.id is not null then jsonb_build_object('id', m.id, 'label', m.name) end,
      'noticedOn', p.noticed_on, 'since', p.since, 'daysLost', p.days_lost, 'unmet', p.unmet, 'origin', p.origin,
      'level', p.level, 'state', p.state, 'coordinatorCalledOn', p.coordinator_called_on,
      'text', case when t.problem_id is not null then jsonb_build_object('title', t.title, 'description', t.description,
        'helped', t.helped, 'clientView', t.client_view) end,
      'arrangements', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'organisation', concat_ws(', ', o.name, u.label),
          'agreedOn', a.agreed_on, 'outcome', a.outcome, 'outcomeOn', a.outcome_on, 'version', a.version) order by a.created_at, a.id), '[]')
        from problem_arrangement a join organisation o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
          left join unit u on u.tenant_id = a.tenant_id and u.id = a.unit_id
        where a.tenant_id = p.tenant_id and a.problem_id = p.id),
      'steps', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'from', s.from_value, 'to', s.to_value,
          'reason', s.reason, 'onDate', s.on_date, 'by', w.given_name || ' ' || w.family_name, 'note', n.content) order by s.at, s.id), '[]')
        from problem_step s left join staff_user w on w.tenant_id = s.tenant_id and w.id = s.actor_id and w.kind = 'person'
          left join problem_step_text n on n.tenant_id = s.tenant_id and n.step_id = s.id
        where s.tenant_id = p.tenant_id and s.problem_id = p.id),
      'preparation', (select jsonb_build_object('situation', q.situation, 'interplay', q.interplay, 'question', q.question,
          'by', w.given_name || ' ' || w.family_name, 'on', q.written_on, 'version', q.version)
        from problem_preparation q left join staff_user w on w.tenant_id = q.tenant_id and w.id = q.written_by and w.kind = 'person'
        where q.tenant_id = p.tenant_id and q.problem_id = p.id),
      'reportedOn', r.reported_on, 'version', p.version) as view,
    r.barrier_id, c.parts, f.closed_on is not null as closed,
    case when r.barrier_id is not null then ${ownBarrier(sql`r.barrier_id`)} end as barrier
  from problem p join case_file f on f.tenant_id = p.tenant_id and f.id = p.case_id
    left join problem_text t on t.tenant_id = p.tenant_id and t.problem_id = p.id
    left join municipality m on m.tenant_id = p.tenant_id and m.id = p.municipality_id
    left join catalogue_entry e on e.tenant_id = p.tenant_id and e.kind = 'lifeDomain' and e.key = p.life_domain
    left join problem_report r on r.tenant_id = p.tenant_id and r.problem_id = p.id
    cross join lateral (select coalesce(bit_or(a.parts), 0) as parts from case_access a where a.tenant_id = (select app.tenant_id())
      and a.user_id = (select app.user_id()) and a.case_id = p.case_id and a.valid_during @> now()) c
  where p.tenant_id = (select app.tenant_id()) and ${where}
  order by ${order} limit ${limit}`

/** One problem as who works or oversees its case may see it; 404 when it is hidden. */
export async function readProblem(tx: Tx, id: string): Promise<ProblemView> {
  const { rows } = await rowsOf(sql`p.id = ${id}`).execute(tx)
  return viewOf(found(rows[0]))
}

/** Those of a case, newest first, and whether there are older ones. */
export async function readProblems(tx: Tx, caseId: string): Promise<{ rows: ProblemView[]; more: boolean }> {
  const { rows } = await rowsOf(sql`p.case_id = ${caseId}`, newestFirst, most + 1).execute(tx)
  return { rows: rows.slice(0, most).map(viewOf), more: rows.length > most }
}

function viewOf(row: Row & { barrier: OwnBarrier | null }): ProblemView {
  return { ...row.view, barrier: row.barrier, can: actionsOf(row) }
}

function actionsOf({ view, parts, closed }: Row): ProblemView['can'] {
  const facts = factsOf(view)
  const can: ProblemView['can'] = []
  if ((parts & WORK) === 0) {
    const called = (parts & 1) !== 0 && view.coordinatorCalledOn !== null && view.state === 'open'
    return called ? ['answer', 'prepare'] : []
  }
  if (facts.reported) can.push('add')
  if (closed) return can
  if (view.state === 'open') can.push('change', 'level', 'close')
  else can.push('reopen')
  if (whyNotArrange(facts) === null) can.push('arrange')
  if (whyNotCall(facts) === null) can.push('call')
  if (facts.called && view.state === 'open') can.push('prepare')
  if (whyNotReport(facts) === null) can.push('report')
  return can
}

/** What the rules ask of a problem. */
export const factsOf = (view: Omit<ProblemView, 'barrier' | 'can'>) => ({
  level: view.level,
  state: view.state,
  reported: view.reportedOn !== null,
  called: view.coordinatorCalledOn !== null,
  arrangements: view.arrangements,
})

/** Problems the coordinator was called in for, longest waiting first. */
export async function readCalled(tx: Tx): Promise<CalledProblems> {
  const where = sql`p.coordinator_called_on is not null and p.state = 'open'
    and not exists (select from case_access a where a.tenant_id = (select app.tenant_id())
      and a.user_id = (select app.user_id()) and a.case_id = p.case_id and a.parts & 64 <> 0 and a.valid_during @> now())`
  // Those without an answer first, and of these who waits longest.
  const waiting = sql`exists (select from problem_step s where s.tenant_id = p.tenant_id and s.problem_id = p.id
    and s.kind = 'coordinatorAnswered'), p.coordinator_called_on, p.id`
  const { rows } = await rowsOf(where, waiting).execute(tx)
  const files = await tx
    .selectFrom('case_file')
    .innerJoin('staff_user', (join) =>
      join
        .onRef('staff_user.tenant_id', '=', 'case_file.tenant_id')
        .onRef('staff_user.id', '=', 'case_file.responsible_user_id'),
    )
    .select(['case_file.id', 'case_file.file_number', 'staff_user.given_name', 'staff_user.family_name'])
    .where('case_file.id', 'in', rows.length === 0 ? [null as never] : rows.map((row) => row.view.caseId))
    .execute()
  return {
    rows: rows.map(viewOf).map((problem) => {
      const file = files.find(({ id }) => id === problem.caseId)
      return {
        problem,
        fileNumber: file?.file_number ?? '',
        responsible: file ? `${file.given_name} ${file.family_name}` : '',
        answered: problem.steps.some(({ kind }) => kind === 'coordinatorAnswered'),
      }
    }),
  }
}
