import { sql } from 'kysely'
import type { z } from 'zod'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import { marksOfFields, openMarks, type GateMark } from '../../barriers/index.ts'
import { readFileFacts, refuseMarks } from '../../barriers/server/index.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { NewOffer, OfferedReconstruction, OfferTexts } from '../contract/reconstructions.ts'
import { datedFields } from '../rules/reconstruction.ts'
import { refuseFields } from './refuse-fields.ts'

/** What may still tell who it is about. Reads names of the file: audited. Throws 404, `caseReadOnly`, `caseClosed`. */
export async function checkOffer(
  tx: Tx,
  caseId: string,
  wish: OfferTexts,
): Promise<{ marks: GateMark[]; ready: boolean }> {
  const { deputyOf } = await lockCaseForWork(tx, caseId)
  const marks = await marksIn(tx, caseId, wish)
  await audit(tx, { action: 'reconstruction.offerChecked', ...about(caseId), deputyOf })
  return { marks, ready: openMarks(marks, wish.accepted).length === 0 }
}

/**
 * Offers an own case. What leaves has neither case nor author nor day: its id is random, and the log names the case, never
 * the reconstruction; who offered it is known to that person alone. Throws 404, `caseReadOnly`, `caseClosed`,
 * `gateTooFewCases`, `gateTextNotClean`, and dates at their fields.
 */
export async function offerReconstruction(
  tx: Tx,
  caseId: string,
  wish: z.output<typeof NewOffer>,
  today: string,
): Promise<z.output<typeof OfferedReconstruction>> {
  const { deputyOf } = await lockCaseForWork(tx, caseId)
  refuseFields(datedFields(wish.stations).map((path) => [path, 'reconstructionWithDates', true]))
  refuseMarks(await marksIn(tx, caseId, wish), wish.accepted)
  refuseIf((await isOneOfMany(tx, caseId, today)) ? null : 'gateTooFewCases')
  const id = crypto.randomUUID()
  await sql`
    with told as (insert into reconstruction (id, title, origin, state, situation, stations)
      values (${id}, ${wish.title}, 'offered', 'offered', ${wish.situation}, ${JSON.stringify(wish.stations)}::jsonb) returning id)
    insert into reconstruction_offer (reconstruction_id) select id from told`.execute(tx)
  await audit(tx, { action: 'reconstruction.offered', ...about(caseId), deputyOf })
  return { id, title: wish.title, state: 'offered', result: null, words: null, theme: null }
}

const about = (caseId: string) => ({ objectKind: 'case', objectId: caseId, caseId })

async function marksIn(tx: Tx, caseId: string, { title, situation, stations }: OfferTexts) {
  const told = stations.flatMap((station, at) =>
    (['title', 'happened', 'actors', 'helped'] as const).map(
      (field) => [`stations.${at}.${field}`, station[field]] as const,
    ),
  )
  return marksOfFields({ title, situation, ...Object.fromEntries(told) }, await readFileFacts(tx, caseId))
}

/** As for a barrier: in the whole Kreis and a year there are at least as many cases as the threshold asks for. */
async function isOneOfMany(tx: Tx, caseId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ enough: boolean | null }>`
    select bool_or(g.enough) as enough from app.gate_steps(${caseId}::uuid, null, ${today}::date, '{}') g`.execute(
    tx,
  )
  return rows[0]!.enough === true
}
