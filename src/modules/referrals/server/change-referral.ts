import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork, type LockedCase } from '../../cases/server/index.ts'
import type { ReferralState } from '../contract/codes.ts'
import type { ReferralChange, ReferralView } from '../contract/referrals.ts'
import { whyNotChangeable } from '../rules/states.ts'
import { checkContents } from './check-contents.ts'
import { readReferral } from './screens.ts'
import {
  caseOfReferral,
  deleteDraft,
  lockReferral,
  replaceDocuments,
  replaceGoals,
  updateReferral,
  type ReferralRow,
} from './store.ts'

export interface Held {
  readonly file: LockedCase
  readonly row: ReferralRow & { readonly state: ReferralState }
  /** As it is before the change. */
  readonly current: ReferralView
}

/** Case and referral, locked, in the version the caller knows. Throws 404, 412, `caseReadOnly`, `caseClosed`. */
export async function holdReferral(
  tx: Tx,
  ids: { id: string; version: number },
  today: string,
  options: { closed?: 'allowed' } = {},
): Promise<Held> {
  const file = await lockCaseForWork(tx, await caseOfReferral(tx, ids.id), options)
  const row = await lockReferral(tx, ids.id)
  const current = await readReferral(tx, ids.id, today)
  refuseStale(row.version, ids.version, () => current)
  return { file, row: { ...row, state: current.state }, current }
}

/** The entry of the log that every change of a referral has in common. */
export const aboutReferral = ({ file, row }: Held) => ({
  objectKind: 'referral',
  objectId: row.id,
  caseId: row.case_id,
  personId: row.person_id,
  deputyOf: file.deputyOf,
})

/** Only a draft. Throws 404, 412, `referralAlreadySent`, `invalidInput`. */
export async function changeReferral(
  tx: Tx,
  ids: { id: string; version: number },
  wish: ReferralChange,
  now: Temporal.Instant,
): Promise<ReferralView> {
  const held = await holdReferral(tx, ids, dayOf(now))
  const { row, current } = held
  refuseIf(whyNotChangeable(row.state))
  const goalIds = wish.goalIds ?? current.goals?.map((goal) => goal.id) ?? []
  const merged = {
    personId: wish.personId ?? row.person_id,
    organisationId: wish.organisationId ?? row.organisation_id,
    unitId: wish.unitId === undefined ? row.unit_id : wish.unitId,
    lifeDomains: wish.lifeDomains ?? row.life_domains,
    goalIds,
    // Those of the draft are checked again by the database when it is sent.
    documentIds: wish.documentIds ?? [],
  }
  await checkContents(tx, row.case_id, merged)
  if (wish.goalIds) await replaceGoals(tx, { id: row.id, caseId: row.case_id }, wish.goalIds)
  if (wish.documentIds) {
    await replaceDocuments(tx, { id: row.id, caseId: row.case_id }, wish.documentIds)
  }
  await updateReferral(tx, row, columnsOf(wish, merged), textOf(wish))
  await audit(tx, {
    action: 'referral.changed',
    ...aboutReferral(held),
    details: { fields: Object.keys(wish) },
  })
  return readReferral(tx, ids.id, dayOf(now))
}

/** A draft that was never sent leaves no trace but the entry of the log. */
export async function discardReferral(
  tx: Tx,
  ids: { id: string; version: number },
  now: Temporal.Instant,
): Promise<void> {
  const held = await holdReferral(tx, ids, dayOf(now), { closed: 'allowed' })
  refuseIf(whyNotChangeable(held.row.state))
  await deleteDraft(tx, ids.id)
  await audit(tx, { action: 'referral.discarded', ...aboutReferral(held) })
}

interface Merged {
  readonly personId: string
  readonly organisationId: string
  readonly unitId: string | null
}

const columnsOf = (wish: ReferralChange, merged: Merged) => ({
  person_id: merged.personId,
  organisation_id: merged.organisationId,
  unit_id: merged.unitId,
  ...(wish.purpose === undefined ? {} : { purpose: wish.purpose }),
  ...(wish.lifeDomains ? { life_domains: [...new Set(wish.lifeDomains)] } : {}),
  ...(wish.dataCategories ? { data_categories: [...new Set(wish.dataCategories)] } : {}),
  ...(wish.specialCategories ? { special_categories: [...new Set(wish.specialCategories)] } : {}),
})

const textOf = (wish: ReferralChange) => ({
  ...(wish.service === undefined ? {} : { service: wish.service }),
  ...(wish.summary === undefined ? {} : { summary: wish.summary }),
  ...(wish.concern === undefined ? {} : { concern: wish.concern }),
  ...(wish.desiredResult === undefined ? {} : { desired_result: wish.desiredResult }),
})
