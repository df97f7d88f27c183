import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { wrongDays } from '../rules/problem.ts'
import { fieldProblem } from './texts.ts'

interface Wanted {
  readonly lifeDomain?: string | null | undefined
  readonly organisationIds?: readonly string[] | undefined
  readonly municipalityId?: string | null | undefined
  readonly conductedBy?: string | undefined
}

interface Days {
  readonly noticedOn: string
  readonly since: string | null
  readonly today: string
}

const originTables = {
  contact: 'contact',
  referral: 'referral',
  step: 'goal_step',
  rating: 'assessment_rating',
} as const

/** Refuses (400, all wrong fields at once) what no schema can see. */
export async function checkFields(tx: Tx, wish: Wanted, days: Days): Promise<void> {
  const organisations = [
    ...new Set([...(wish.organisationIds ?? []), ...(wish.conductedBy ? [wish.conductedBy] : [])]),
  ]
  const { rows } = await sql<{ domain: boolean; town: boolean; organisations: string[] }>`
    select ${wish.lifeDomain ?? null}::text is null or exists (select from catalogue_entry e where e.tenant_id = (select app.tenant_id())
        and e.kind = 'lifeDomain' and e.key = ${wish.lifeDomain ?? null}::text) as domain,
      ${wish.municipalityId ?? null}::uuid is null or exists (select from municipality m where m.tenant_id = (select app.tenant_id())
        and m.id = ${wish.municipalityId ?? null}::uuid) as town,
      (select coalesce(jsonb_agg(o.id), '[]') from organisation o where o.tenant_id = (select app.tenant_id())
        and o.id = any(${organisations}::uuid[])) as organisations`.execute(tx)
  const known = rows[0]!
  const fields = wrongDays(days.noticedOn, days.since, days.today).map(([path, code]) =>
    fieldProblem(path, code),
  )
  if (!known.domain) fields.push(fieldProblem('lifeDomain', 'problemEntryUnknown'))
  if (!known.town) fields.push(fieldProblem('municipalityId', 'problemEntryUnknown'))
  const missing = (id: string) => !known.organisations.includes(id)
  if (wish.organisationIds?.some(missing)) fields.push(fieldProblem('organisationIds', 'problemEntryUnknown'))
  if (wish.conductedBy && missing(wish.conductedBy))
    fields.push(fieldProblem('conductedBy', 'problemEntryUnknown'))
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}

/** The contact, referral, step or rating it came from is of this case, as far as the asking person may see it. */
export async function checkOrigin(
  tx: Tx,
  caseId: string,
  origin: keyof typeof originTables | 'case',
  id: string | null,
): Promise<void> {
  const wrong = new Refusal('invalid', 'invalidInput', {
    fields: [fieldProblem('originId', 'problemOriginUnknown')],
  })
  if (origin === 'case') {
    if (id !== null) throw wrong
    return
  }
  const { rows } =
    await sql`select from ${sql.table(originTables[origin])} x where x.tenant_id = (select app.tenant_id())
    and x.id = ${id}::uuid and x.case_id = ${caseId}`.execute(tx)
  if (rows.length === 0) throw wrong
}
