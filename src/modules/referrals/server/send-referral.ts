import { sql } from 'kysely'
import { addDays } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import type { ReferralView } from '../contract/referrals.ts'
import { whyNotMove } from '../rules/states.ts'
import { missingFields, whyNotCovered } from '../rules/why-not-sendable.ts'
import { aboutReferral, holdReferral } from './change-referral.ts'
import { refuseFields } from './check-contents.ts'
import { readReferral } from './screens.ts'
import { readSettings } from './settings.ts'
import { insertStep, updateReferral, type ReferralRow } from './store.ts'

/**
 * Opens the referral to its recipient in the same transaction; what goes along is written down as it is today. Throws
 * 404, 412, `caseClosed`, `invalidInput` (what is missing), `referralNotCovered`, `referralEnded`.
 */
export async function sendReferral(
  tx: Tx,
  ids: { id: string; version: number },
  now: Temporal.Instant,
): Promise<ReferralView> {
  const today = dayOf(now)
  const held = await holdReferral(tx, ids, today)
  const { row, current } = held
  refuseIf(whyNotMove(row.state, 'sent'))
  refuseFields(missingFields(current).map(([path, code]) => [path, code, true]))
  refuseIf(whyNotCovered(current.coverage))
  const { reminderDays, returnDays } = await readSettings(tx)
  await keepWhatIsShared(tx, row, today)
  const rests = (kind: 'consent' | 'secrecyRelease') =>
    current.coverage.find((one) => one.kind === kind)?.consentId ?? null
  await updateReferral(tx, row, {
    state: 'sent',
    state_on: today,
    sent_on: today,
    consent_id: rests('consent'),
    secrecy_release_id: rests('secrecyRelease'),
    remind_on: addDays(today, reminderDays),
    return_on: addDays(today, returnDays),
  })
  const step = { kind: 'state', from_state: 'draft', to_state: 'sent', on_date: today }
  await insertStep(tx, row, step)
  await audit(tx, {
    action: 'referral.sent',
    ...aboutReferral(held),
    details: {
      dataCategories: row.data_categories,
      specialCategories: row.special_categories,
      documents: current.documents?.map(({ id }) => id) ?? [],
    },
  })
  return readReferral(tx, row.id, today)
}

/** Identity as far as the categories of data say, wording of the goals, and whom to call about it. */
async function keepWhatIsShared(tx: Tx, row: ReferralRow, today: string): Promise<void> {
  const { id, case_id: caseId, person_id: personId, data_categories: shared } = row
  const told = (category: string) => shared.includes(category)
  await sql`
    insert into referral_identity (referral_id, case_id, given_name, family_name, birth_date, birth_year, nationalities,
      phone, email, address, languages)
    select ${id}, ${caseId}, case when i.on then p.given_name end, case when i.on then p.family_name end,
      case when i.on then p.birth_date end, case when i.on then p.birth_year end,
      case when i.on then array(select n.code from person_nationality n where n.tenant_id = p.tenant_id and n.person_id = p.id
        and (n.valid_to is null or n.valid_to > ${today}::date) order by n.code) else '{}' end,
      case when c.on then p.phone end, case when c.on then p.email end,
      case when c.on then nullif(concat_ws(', ', p.street, nullif(concat_ws(' ', p.postal_code, p.place), '')), '') end,
      case when l.on then array(select g.code from person_language g where g.tenant_id = p.tenant_id and g.person_id = p.id
        order by g.preferred desc, g.code) else '{}' end
    from person p, (select ${told('identity')}::boolean as on) i, (select ${told('contact')}::boolean as on) c,
      (select ${told('language')}::boolean as on) l
    where p.tenant_id = (select app.tenant_id()) and p.id = ${personId}`.execute(tx)
  await sql`
    update referral_goal g set wording = x.wording from goal_text x
    where g.tenant_id = (select app.tenant_id()) and g.referral_id = ${id} and x.tenant_id = g.tenant_id
      and x.goal_id = g.goal_id`.execute(tx)
  await sql`
    update referral_document q set title = x.title, media_type = d.media_type, byte_size = d.byte_size, sha256 = d.sha256,
      file_key = d.file_key
    from document d join document_text x on x.tenant_id = d.tenant_id and x.document_id = d.id
    where q.tenant_id = (select app.tenant_id()) and q.referral_id = ${id} and d.tenant_id = q.tenant_id
      and d.id = q.document_id`.execute(tx)
  await sql`
    update referral_text t set sender_name = u.given_name || ' ' || u.family_name || coalesce(', ' || o.name, ''),
      sender_contact = nullif(concat_ws(', ', u.phone, u.email), '')
    from staff_user u left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where t.tenant_id = (select app.tenant_id()) and t.referral_id = ${id} and u.tenant_id = t.tenant_id
      and u.id = (select app.user_id())`.execute(tx)
}
