import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Query } from '../../../platform/contract/endpoint.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type {
  InterfacePartnerChange,
  InterfacePartnerView,
  interfaceEndpoints,
  NewInterfacePartner,
  NewTalk,
  TalkChange,
} from '../contract/interfaces.ts'
import { addMonths, nextTalkDue } from '../rules/due.ts'
import { byDay, byTitle, holds, listPage, mayWrite, mine } from './list-page.ts'
import { refuseFields } from './refuse-fields.ts'
import { add, change, lock, record, sentFields, type Ids } from './store.ts'

const kind = 'interfacePartner'

const rowsOf = (sort: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  select p.id, ${sort} as sort, jsonb_build_object('id', p.id, 'name', p.name, 'topic', p.topic,
      'intervalMonths', p.interval_months, 'lastHeldOn', p.last_held_on, 'plannedOn', p.planned_on, 'dueOn', p.due_on,
      'source', p.source, 'endedOn', p.ended_on, 'version', p.version,
      'talks', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'heldOn', t.held_on, 'result', t.result,
          'reportedTo', t.reported_to, 'reportedOn', t.reported_on, 'version', t.version)
          order by t.held_on desc, t.id desc), '[]')
        from (select * from interface_talk t where t.tenant_id = p.tenant_id and t.partner_id = p.id
          order by t.held_on desc, t.id desc limit 12) t),
      'can', case when ${mayWrite} then '["change"]'::jsonb else '[]'::jsonb end) as view
  from interface_partner p where p.tenant_id = ${mine} and ${where}`

export function listPartners(tx: Tx, query: Query<typeof interfaceEndpoints.list>, now: Temporal.Instant) {
  const sorts = { dueOn: byDay(sql`p.due_on`), name: byTitle(sql`p.name`), topic: byTitle(sql`p.topic`) }
  const states = {
    all: sql`p.ended_on is null`,
    due: sql`p.ended_on is null and p.due_on <= ${dayOf(now)}::date`,
    ended: sql`p.ended_on is not null`,
  }
  const where = sql`${states[query.state]} and ${holds(sql`concat_ws(' ', p.name, p.topic)`, query.q)}`
  return listPage<InterfacePartnerView>(tx, rowsOf(sorts[query.sort], where), query)
}

async function readPartner(tx: Tx, id: string): Promise<InterfacePartnerView> {
  const { rows } = await sql<{ view: InterfacePartnerView }>`${rowsOf(sql`''`, sql`p.id = ${id}`)}`.execute(
    tx,
  )
  return found(rows[0]).view
}

/** Never talked to yet: due from today on. */
export async function createPartner(
  tx: Tx,
  body: z.output<typeof NewInterfacePartner>,
  now: Temporal.Instant,
): Promise<InterfacePartnerView> {
  const { name, topic, intervalMonths } = body
  const row = { name, topic, interval_months: intervalMonths, due_on: dayOf(now) }
  const id = await add(tx, 'interface_partner', row)
  await record(tx, 'interfacePartnerEntered', { kind, id })
  return readPartner(tx, id)
}

/** Throws 404, 412. */
export async function changePartner(
  tx: Tx,
  ids: Ids,
  body: z.output<typeof InterfacePartnerChange>,
): Promise<InterfacePartnerView> {
  const row = await lock(tx, 'interface_partner', ids.id)
  if (row.version !== ids.version) {
    const current = await readPartner(tx, ids.id)
    refuseStale(row.version, ids.version, () => current)
  }
  const months = body.intervalMonths ?? row.interval_months
  const since = row.last_held_on
  await change(tx, 'interface_partner', ids, {
    name: body.name,
    topic: body.topic,
    interval_months: months,
    planned_on: body.plannedOn,
    ended_on: body.endedOn,
    ...(since === null ? {} : { due_on: addMonths(since, months) }),
  })
  await record(tx, 'interfacePartnerChanged', { kind, id: ids.id }, sentFields(body))
  return readPartner(tx, ids.id)
}

type Talk = z.output<typeof TalkChange>
interface Said {
  readonly held_on: string
  readonly reported_to: string | null
  readonly reported_on: string | null
}
function refuseTalk(talk: Said, today: string): void {
  const { held_on: on, reported_to: to, reported_on: reportedOn } = talk
  const incomplete = (to === null) !== (reportedOn === null)
  const late = reportedOn !== null && reportedOn > today ? 'settledInFuture' : null
  refuseFields({
    heldOn: on > today ? 'talkInFuture' : null,
    [to === null ? 'reportedTo' : 'reportedOn']: incomplete
      ? 'reportIncomplete'
      : (late ?? (reportedOn !== null && reportedOn < on ? 'reportedBeforeTalk' : null)),
  })
}
const saidOf = (body: Talk, before?: Said): Said => ({
  held_on: body.heldOn ?? before!.held_on,
  reported_to: body.reportedTo === undefined ? (before?.reported_to ?? null) : body.reportedTo,
  reported_on: body.reportedOn === undefined ? (before?.reported_on ?? null) : body.reportedOn,
})

/** The next one is due after the interval. Throws 404, `partnerEnded`; 400 `talkInFuture`, `reportIncomplete`. */
export async function addTalk(
  tx: Tx,
  id: string,
  body: z.output<typeof NewTalk>,
  now: Temporal.Instant,
): Promise<InterfacePartnerView> {
  const row = await lock(tx, 'interface_partner', id)
  refuseIf(row.ended_on === null ? null : 'partnerEnded')
  const said = saidOf(body)
  refuseTalk(said, dayOf(now))
  await add(tx, 'interface_talk', { partner_id: id, ...said, result: body.result ?? null })
  const next = nextTalkDue({ lastHeldOn: row.last_held_on, intervalMonths: row.interval_months }, body.heldOn)
  await change(tx, 'interface_partner', row, {
    last_held_on: next.lastHeldOn,
    due_on: next.dueOn,
    ...(row.planned_on !== null && row.planned_on <= body.heldOn ? { planned_on: null } : {}),
  })
  await record(tx, 'interfaceTalkHeld', { kind, id }, { reported: said.reported_to !== null })
  return readPartner(tx, id)
}

/** Throws 404, 412; 400 as above. The partner's next date follows its latest talk. */
export async function changeTalk(
  tx: Tx,
  ids: Ids,
  body: Talk,
  now: Temporal.Instant,
): Promise<InterfacePartnerView> {
  const row = await lock(tx, 'interface_talk', ids.id)
  if (row.version !== ids.version) {
    const current = await readPartner(tx, row.partner_id)
    refuseStale(row.version, ids.version, () => current)
  }
  const said = saidOf(body, row)
  refuseTalk(said, dayOf(now))
  await change(tx, 'interface_talk', ids, { ...said, result: body.result })
  await sql`update interface_partner p set last_held_on = l.held_on, version = p.version + 1,
      due_on = (l.held_on + p.interval_months * interval '1 month')::date
    from (select max(held_on) as held_on from interface_talk t
      where t.tenant_id = ${mine} and t.partner_id = ${row.partner_id}) l
    where p.tenant_id = ${mine} and p.id = ${row.partner_id} and p.last_held_on is distinct from l.held_on`.execute(
    tx,
  )
  await record(tx, 'interfaceTalkChanged', { kind, id: row.partner_id }, sentFields(body))
  return readPartner(tx, row.partner_id)
}
