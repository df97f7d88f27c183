import { sql } from 'kysely'
import { fileURLToPath } from 'node:url'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { PdfError, renderPdf } from '../../../platform/server/documents/index.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { getCase, lockCaseForWork } from '../../cases/server/index.ts'
import type { WithdrawalView } from '../contract/withdrawals.ts'
import { whyNotSettleable, withdrawalLetter } from '../rules/withdrawal-letter.ts'
import { readWithdrawal, readWithdrawals } from './withdrawal-screens.ts'

const TEMPLATE = fileURLToPath(new URL('./withdrawal-letter.typ', import.meta.url))

/** What each recipient of a withdrawn text got. */
export async function listWithdrawals(tx: Tx, caseId: string): Promise<{ rows: WithdrawalView[] }> {
  await getCase(tx, caseId)
  return { rows: await readWithdrawals(tx, caseId) }
}

/** Sent, or needless. Throws 404, 412, `caseReadOnly`, `letterAlreadySettled`. */
export async function settleWithdrawal(
  tx: Tx,
  ids: { id: string; version: number },
  state: 'sent' | 'needless',
  now: Temporal.Instant,
): Promise<WithdrawalView> {
  const { caseId } = await readWithdrawal(tx, ids.id)
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  await tx.selectFrom('withdrawal_letter').select('id').where('id', '=', ids.id).forNoKeyUpdate().execute()
  const current = await readWithdrawal(tx, ids.id)
  refuseStale(current.version, ids.version, () => current)
  refuseIf(whyNotSettleable(current.state))
  const change = { state, state_on: dayOf(now), version: current.version + 1 }
  await tx.updateTable('withdrawal_letter').set(change).where('id', '=', ids.id).execute()
  const about = { objectKind: 'withdrawalLetter', objectId: ids.id, caseId, deputyOf: file.deputyOf }
  await audit(tx, { action: `withdrawalLetter.${state}`, ...about })
  return readWithdrawal(tx, ids.id)
}

/** The letter as PDF/UA. 404 also for who may not read names and words. The file's name holds no person. */
export async function printWithdrawal(tx: Tx, id: string, now: Temporal.Instant): Promise<Download> {
  const view = await readWithdrawal(tx, id)
  if (!view.can.includes('print')) throw new Refusal('notFound', 'notFound')
  const { rows } = await sql<{ district: string; sender: string; contact: string | null }>`
    select t.name as district, u.given_name || ' ' || u.family_name || coalesce(', ' || o.name, '') as sender,
      nullif(concat_ws(', ', u.phone, u.email), '') as contact
    from tenant t join staff_user u on u.tenant_id = t.id and u.id = (select app.user_id())
      left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where t.id = (select app.tenant_id())`.execute(tx)
  const data = withdrawalLetter({ ...view, ...found(rows[0]), today: dayOf(now) })
  const about = { objectKind: 'withdrawalLetter', objectId: id, caseId: view.caseId }
  await audit(tx, { action: 'withdrawalLetter.printed', ...about })
  const render = renderPdf({ template: TEMPLATE, data, title: data.title, lang: 'de', createdAt: now })
  const bytes = await render.catch((error: unknown) => {
    if (error instanceof PdfError && error.code === 'pdf.busy') {
      throw new Refusal('unavailable', 'overloaded', { retryAfter: 5 })
    }
    throw error
  })
  return { name: `Widerruf-${dayOf(now)}.pdf`, bytes }
}
