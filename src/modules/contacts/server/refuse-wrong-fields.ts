import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, type FieldProblem } from '../../../platform/server/http/refusal.ts'
import type { ContactChange } from '../contract/contact.ts'
import { whyNotContactDate } from '../rules.ts'
import { contactFieldTexts } from './texts.ts'

interface Known {
  keys: string[]
  persons: string[]
  sites: string[]
  organisations: string[]
}

export interface ContactDays {
  readonly today: string
  /** Day of the contact as it will be, and of the wait that counts from it. */
  readonly onDate: string
  readonly until: string | null
  readonly answeredOn: string | null
}

/**
 * Refuses (400, all wrong fields at once) what no schema can see: days that cannot be, keys that are not in the
 * district's lists, persons of another case. One statement; persons and lists as row level security shows them.
 */
export async function refuseWrongFields(
  tx: Tx,
  caseId: string,
  wish: ContactChange,
  days: ContactDays,
): Promise<void> {
  const known = await readKnown(tx, caseId, wish)
  const problems: FieldProblem[] = []
  const add = (path: string, code: keyof typeof contactFieldTexts) =>
    problems.push({ path, code, message: contactFieldTexts[code] })
  const why = wish.onDate === undefined ? null : whyNotContactDate(wish.onDate, days.today)
  if (why) add('onDate', why)
  const unknown = (kind: string, keys: readonly string[] = []) =>
    keys.some((key) => !known.keys.includes(`${kind}:${key}`))
  if (wish.kind !== undefined && unknown('contactKind', [wish.kind])) add('kind', 'unknownEntry')
  if (unknown('lifeDomain', wish.topics)) add('topics', 'unknownEntry')
  if (unknown('activityType', wish.activities)) add('activities', 'unknownEntry')
  if (wish.persons?.some((id) => !known.persons.includes(id))) add('persons', 'personNotOfCase')
  if (wish.siteId && !known.sites.includes(wish.siteId)) add('siteId', 'unknownEntry')
  const organisation = wish.wait?.organisationId
  if (organisation && !known.organisations.includes(organisation)) add('wait.organisationId', 'unknownEntry')
  if (days.until !== null && days.until < days.onDate) add('wait.until', 'waitEndsBefore')
  if (days.answeredOn !== null && days.answeredOn < days.onDate) add('onDate', 'contactAfterAnswer')
  if (problems.length > 0) throw new Refusal('invalid', 'invalidInput', { fields: problems })
}

async function readKnown(tx: Tx, caseId: string, wish: ContactChange): Promise<Known> {
  const { rows } = await sql<Known>`
    select
      (select coalesce(jsonb_agg(e.kind || ':' || e.key), '[]') from catalogue_entry e
        where e.tenant_id = (select app.tenant_id()) and ((e.kind = 'contactKind' and e.key = ${wish.kind ?? ''})
          or (e.kind = 'lifeDomain' and e.key = any(${wish.topics ?? []}::text[]))
          or (e.kind = 'activityType' and e.key = any(${wish.activities ?? []}::text[])))) as keys,
      (select coalesce(jsonb_agg(p.person_id), '[]') from case_person p
        where p.tenant_id = (select app.tenant_id()) and p.case_id = ${caseId}
          and p.person_id = any(${wish.persons ?? []}::uuid[])) as persons,
      (select coalesce(jsonb_agg(s.id), '[]') from site s
        where s.tenant_id = (select app.tenant_id()) and s.id = ${wish.siteId ?? null}::uuid) as sites,
      (select coalesce(jsonb_agg(o.id), '[]') from organisation o
        where o.tenant_id = (select app.tenant_id()) and o.id = ${wish.wait?.organisationId ?? null}::uuid) as organisations`.execute(
    tx,
  )
  return rows[0]!
}
