import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type {
  NewSolution,
  NewSolutionView,
  SolutionChange,
  SolutionRow,
  VerdictInput,
} from '../contract/effects.ts'
import { readSolution } from './effect-screens.ts'
import { refuseFields } from './refuse-fields.ts'

const about = (id: string) => ({ objectKind: 'solution', objectId: id })
type Ids = { id: string; version: number }

/** What was decided or built. Throws `invalidInput`. */
export async function createSolution(
  tx: Tx,
  actor: Actor,
  wish: NewSolution,
  now: Temporal.Instant,
): Promise<SolutionRow> {
  await refuseWrong(tx, wish, dayOf(now), wish)
  const id = newId()
  const object = {
    interfacePaper: { paper_id: await paperOf(tx, wish) },
    agreement: { agreement_id: wish.objectId },
    measure: { measure_id: wish.objectId },
    other: {},
  }[wish.kind]
  await tx
    .insertInto('solution')
    .values({ id, title: wish.title, kind: wish.kind, ...object, ...columnsOf(wish) })
    .execute()
  await audit(tx, { action: 'solution.entered', ...about(id), details: { kind: wish.kind } })
  return readSolution(tx, actor, id, dayOf(now))
}

/** Any version names its paper. */
async function paperOf(tx: Tx, { kind, objectId }: NewSolution): Promise<string | null> {
  if (kind !== 'interfacePaper' || objectId === null) return null
  const { rows } = await sql<{ id: string }>`select v.paper_id as id from interface_paper_version v
    where v.tenant_id = (select app.tenant_id()) and v.id = ${objectId}`.execute(tx)
  return rows[0]?.id ?? null
}

/** Throws 404, 412, `invalidInput`. */
export async function changeSolution(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: SolutionChange,
  now: Temporal.Instant,
): Promise<SolutionRow> {
  const row = await hold(tx, actor, ids, dayOf(now))
  const merged = {
    ...wish,
    decidedOn: wish.decidedOn === undefined ? row.decided_on : wish.decidedOn,
    implementedOn: wish.implementedOn === undefined ? row.implemented_on : wish.implementedOn,
  }
  await refuseWrong(tx, merged, dayOf(now))
  await tx
    .updateTable('solution')
    .set({
      ...(wish.title === undefined ? {} : { title: wish.title }),
      ...columnsOf(wish),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  const details = { fields: Object.keys(wish) }
  await audit(tx, { action: 'solution.changed', ...about(row.id), details })
  return readSolution(tx, actor, row.id, dayOf(now))
}

/** Throws 404, 412, `solutionNotImplemented`. */
export async function judgeSolution(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  { verdict, note }: VerdictInput,
  now: Temporal.Instant,
): Promise<SolutionRow> {
  const row = await hold(tx, actor, ids, dayOf(now))
  refuseIf(row.implemented_on === null ? 'solutionNotImplemented' : null)
  const said = { verdict, verdict_on: dayOf(now), verdict_note: note ?? null, version: row.version + 1 }
  await tx.updateTable('solution').set(said).where('id', '=', row.id).execute()
  await audit(tx, { action: 'solution.judged', ...about(row.id), details: { verdict } })
  return readSolution(tx, actor, row.id, dayOf(now))
}

/** How one side sees it. Throws 404, `invalidInput`. */
export async function addVoice(
  tx: Tx,
  actor: Actor,
  id: string,
  voice: NewSolutionView,
  now: Temporal.Instant,
): Promise<SolutionRow> {
  found(await tx.selectFrom('solution').select('id').where('id', '=', id).executeTakeFirst())
  const on = voice.on ?? dayOf(now)
  if (on > dayOf(now)) refuseFields([['on', 'solutionInFuture']])
  const { side, obtained, content } = voice
  await tx
    .insertInto('solution_view')
    .values({ id: newId(), solution_id: id, side, obtained, content, on_date: on })
    .execute()
  await audit(tx, { action: 'solution.voiceAdded', ...about(id), details: { side } })
  return readSolution(tx, actor, id, dayOf(now))
}

async function hold(tx: Tx, actor: Actor, ids: Ids, today: string) {
  const query = tx.selectFrom('solution').selectAll().where('id', '=', ids.id).forNoKeyUpdate()
  const row = found(await query.executeTakeFirst())
  if (row.version !== ids.version) {
    const current = await readSolution(tx, actor, ids.id, today)
    refuseStale(row.version, ids.version, () => current)
  }
  return row
}

const names = {
  themeId: 'theme_id',
  decidedOn: 'decided_on',
  decidedBy: 'decided_by',
  decisionId: 'decision_id',
  implementedOn: 'implemented_on',
  barrierKinds: 'barrier_types',
  lifeDomains: 'life_domains',
  legalDomains: 'legal_domains',
} as const

const columnsOf = (wish: SolutionChange) =>
  Object.fromEntries(
    (Object.keys(names) as (keyof typeof names)[])
      .filter((key) => wish[key] !== undefined)
      .map((key) => [names[key], wish[key]]),
  )

interface Known {
  domains: number
  theme: boolean
  object: boolean
}

/** Days in order and not ahead, life domains and object that exist; all wrong fields at once. */
async function refuseWrong(
  tx: Tx,
  wish: SolutionChange,
  today: string,
  object?: Pick<NewSolution, 'kind' | 'objectId'>,
): Promise<void> {
  const domains = [...new Set(wish.lifeDomains)]
  const id = object?.objectId ?? null
  const { rows } = await sql<Known>`
    select (select count(*)::int from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'lifeDomain'
        and e.key = any (${domains}::text[])) as domains,
      exists (select from theme t where t.tenant_id = (select app.tenant_id()) and t.id = ${wish.themeId ?? null}::uuid) as theme,
      case ${object?.kind ?? 'other'}::text
        when 'interfacePaper' then exists (select from interface_paper_version v
          where v.tenant_id = (select app.tenant_id()) and v.id = ${id}::uuid)
        when 'agreement' then exists (select from cooperation_agreement a
          where a.tenant_id = (select app.tenant_id()) and a.id = ${id}::uuid)
        when 'measure' then exists (select from measure m
          where m.tenant_id = (select app.tenant_id()) and m.id = ${id}::uuid)
        else true end as object`.execute(tx)
  const known = found(rows[0])
  const { decidedOn, implementedOn } = wish
  const asked: (readonly [string, string, boolean])[] = [
    ['objectId', 'solutionObjectMissing', object !== undefined && object.kind !== 'other' && id === null],
    ['objectId', 'solutionObjectUnknown', id !== null && !known.object],
    ['themeId', 'solutionThemeUnknown', Boolean(wish.themeId) && !known.theme],
    ['lifeDomains', 'solutionLifeDomainUnknown', known.domains < domains.length],
    ['decidedOn', 'solutionInFuture', Boolean(decidedOn && decidedOn > today)],
    ['implementedOn', 'solutionInFuture', Boolean(implementedOn && implementedOn > today)],
    ['implementedOn', 'solutionOrderWrong', Boolean(decidedOn && implementedOn && implementedOn < decidedOn)],
  ]
  refuseFields(asked.flatMap(([path, code, wrong]) => (wrong ? [[path, code] as const] : [])))
}
