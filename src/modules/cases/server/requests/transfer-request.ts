import { sql } from 'kysely'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import type { Body } from '../../../../platform/contract/endpoint.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal, found } from '../../../../platform/server/http/refusal.ts'
import type { RequestTransfer, TransferTarget, requestEndpoints } from '../../contract/requests/index.ts'
import { whyNotTransfer } from '../../rules/requests.ts'
import { deputyOf, lockFor } from './lock-for.ts'
import { transferSql } from './screens.ts'

const messages = {
  agreementMissing:
    'Der Standort gehört zu einem anderen Träger: Bitte fragen Sie die Person vorher und tragen Sie den Tag ein.',
  agreementLater: 'Die Zustimmung kann nicht in der Zukunft liegen.',
  noTarget: 'Dorthin kann die Anfrage nicht: Es ist der eigene Standort, oder dort arbeitet zurzeit niemand.',
} as const

const refusal = (path: string, code: keyof typeof messages) =>
  new Refusal('invalid', 'invalidInput', { fields: [{ path, code, message: messages[code] }] })

/** Into the queue of another site, with the age it has. The sender sees the step afterwards, no longer the request. */
export async function transferRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  wish: Body<typeof requestEndpoints.transfer>,
  now: Temporal.Instant,
): Promise<RequestTransfer> {
  const request = await lockFor(tx, actor, id, 'transfer')
  const target = (await targetsOf(tx, request.site_id)).find((site) => site.id === wish.siteId)
  if (!target) throw refusal('siteId', 'noTarget')
  const acrossEmployers = !target.sameEmployer
  const why = whyNotTransfer({ agreedOn: wish.agreedOn, acrossEmployers }, berlinDay(now))
  if (why) throw refusal(why.field, why.code)
  // Before it leaves: afterwards who acts as a deputy could no longer be read from it.
  await audit(tx, {
    action: 'request.transferred',
    objectKind: 'request',
    objectId: id,
    deputyOf: deputyOf(request),
    reason: wish.reason,
    details: { acrossEmployers, withConcern: wish.withConcern, withContact: wish.withContact },
  })
  const step = newId()
  const { rows } = await sql<{ done: boolean }>`
    select app.transfer_request(${id}, ${wish.siteId}, ${step}, ${wish.reason}, ${wish.agreedOn ?? null}::date,
      ${wish.withConcern}, ${wish.withContact}) as done`.execute(tx)
  if (!rows[0]!.done) throw refusal('siteId', 'noTarget')
  const steps = await sql<{ view: RequestTransfer }>`
    select ${transferSql} as view from request_step x where x.tenant_id = (select app.tenant_id()) and x.id = ${step}`.execute(
    tx,
  )
  return found(steps.rows[0]).view
}

/** The sites to which a visible request can go. */
export async function listTransferTargets(tx: Tx, id: string): Promise<TransferTarget[]> {
  const request = await tx.selectFrom('request').select('site_id').where('id', '=', id).executeTakeFirst()
  return targetsOf(tx, found(request).site_id)
}

async function targetsOf(tx: Tx, siteId: string): Promise<TransferTarget[]> {
  const { rows } = await sql<TransferTarget>`
    select s.id, s.label as name, coalesce(s.organisation_id = here.organisation_id, false) as "sameEmployer",
      case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end as organisation
    from app.transfer_targets() t (id)
      join site s on s.tenant_id = (select app.tenant_id()) and s.id = t.id
      join site here on here.tenant_id = s.tenant_id and here.id = ${siteId}
      left join organisation o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
    where s.id <> here.id order by 3 desc, s.position, s.id limit 500`.execute(tx)
  return rows
}
