import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Programme } from '../../tenancy/index.ts'
import { addMonths, lastDayOfVague } from '../rules/due.ts'
import { partnersOf } from '../rules/interface-partners.ts'
import { districtFacts } from './district-facts.ts'
import { mine } from './list-page.ts'

interface Present {
  documents: string[]
  goals: string[]
  milestones: string[]
  activities: string[]
  interfaces: string[]
  organisations: Parameters<typeof partnersOf>[1]
}

/** What the district file names and the registers lack. Two statements. */
export async function adoptable(tx: Tx) {
  const { programme } = await districtFacts(tx)
  const present = await readPresent(tx)
  const lacking = <T extends { key: string }>(entries: readonly T[], kept: readonly string[]) =>
    entries.filter(({ key }) => !kept.includes(key))
  return {
    documents: lacking(programme.documents, present.documents),
    goals: lacking(programme.goals, present.goals),
    milestones: lacking(programme.milestones, present.milestones),
    activities: lacking(programme.activities, present.activities),
    interfaces: lacking(
      programme.interfaceTalks.flatMap((rule) =>
        partnersOf(rule.partners, present.organisations).map(({ key, name }) => ({
          rule,
          name,
          key: `${rule.key}/${key}`,
        })),
      ),
      present.interfaces,
    ),
  }
}
type Adoptable = Awaited<ReturnType<typeof adoptable>>

export const countOf = (what: Adoptable) => ({
  documents: what.documents.length,
  goals: what.goals.length,
  milestones: what.milestones.length,
  activities: what.activities.length,
  interfaces: what.interfaces.length,
})

async function readPresent(tx: Tx): Promise<Present> {
  const keys = (
    table: string,
  ) => sql`(select coalesce(jsonb_agg(t.concept_key), '[]') from ${sql.table(table)} t
    where t.tenant_id = ${mine} and t.concept_key is not null)`
  const { rows } =
    await sql<Present>`select ${keys('programme_document')} as documents, ${keys('programme_goal')} as goals,
      ${keys('programme_milestone')} as milestones, ${keys('programme_activity')} as activities,
      ${keys('interface_partner')} as interfaces,
      (select coalesce(jsonb_agg(jsonb_build_object('key', o.key, 'name', o.name, 'kind', o.kind, 'units',
          (select coalesce(jsonb_agg(jsonb_build_object('key', u.key, 'label', u.label, 'kind', u.kind)
              order by u.position, u.key), '[]')
            from unit u where u.tenant_id = o.tenant_id and u.organisation_id = o.id and u.valid_to is null))
          order by o.position, o.key), '[]')
        from organisation o where o.tenant_id = ${mine} and o.valid_to is null) as organisations`.execute(tx)
  return rows[0]!
}

/** Takes them over; what stands in the registers already is left as it is. */
export async function adopt(tx: Tx, now: Temporal.Instant) {
  const today = dayOf(now)
  const what = await adoptable(tx)
  await adoptDocuments(tx, what.documents, today)
  await insert(tx, 'programme_goal', what.goals.map(goalRow))
  await insert(tx, 'programme_milestone', what.milestones.map(milestoneRow))
  await insert(tx, 'programme_activity', what.activities.map(activityRow))
  const partners = what.interfaces.map((partner) => ({ ...partnerRow(partner), due_on: today }))
  await insert(tx, 'interface_partner', partners)
  const counts = countOf(what)
  await audit(tx, { action: 'programme.adopted', objectKind: 'tenant', details: counts })
  return counts
}

const goalRow = ({ key, label, definition, indicator, source }: Adoptable['goals'][number]) => ({
  concept_key: key,
  title: label,
  description: definition ?? null,
  indicator: indicator ?? null,
  review_months: 6,
  source: source ?? null,
})

function milestoneRow({ key, label, due, source }: Adoptable['milestones'][number]) {
  const { day, precision } = lastDayOfVague(due)
  return { concept_key: key, title: label, due_on: day, due_precision: precision, source: source ?? null }
}

const activityRow = ({ key, kind, label, buildingBlocks, source }: Adoptable['activities'][number]) => ({
  concept_key: key,
  kind,
  title: label,
  state: 'planned',
  building_blocks: buildingBlocks ?? [],
  source: source ?? null,
})

const partnerRow = ({ rule, key, name }: Adoptable['interfaces'][number]) => ({
  concept_key: key,
  name,
  topic: rule.label,
  interval_months: rule.intervalMonths,
  source: rule.source ?? null,
})

type Table =
  | 'programme_goal'
  | 'programme_milestone'
  | 'programme_activity'
  | 'interface_partner'
  | 'programme_approval'
async function insert(tx: Tx, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto(table as 'programme_goal')
    .values(rows.map((row) => ({ id: newId(), ...row })) as never)
    .execute()
}

type Entry = Programme['documents'][number]

/** A document the concept tells of as in force comes with that version and the decisions that are known. */
async function adoptDocuments(tx: Tx, entries: readonly Entry[], today: string): Promise<void> {
  if (entries.length === 0) return
  const adopted = entries.map((entry) => ({ entry, id: newId(), versionId: newId() }))
  await tx
    .insertInto('programme_document')
    .values(
      adopted.map(({ entry, id }) => ({
        id,
        concept_key: entry.key,
        kind: entry.kind,
        title: entry.title,
        approval_path: entry.approvalPath,
        review_months: entry.reviewMonths ?? null,
        checked_contents: entry.contents ?? [],
        remark: entry.remark ?? null,
        source: entry.source ?? null,
      })),
    )
    .execute()
  await tx
    .insertInto('programme_document_version')
    .values(
      adopted.map(({ entry, id, versionId }) => ({
        id: versionId,
        document_id: id,
        ...versionOf(entry, today),
      })),
    )
    .execute()
  await insert(
    tx,
    'programme_approval',
    adopted.flatMap(({ entry, id, versionId }) =>
      (entry.version?.approvals ?? []).map((approval) => ({
        document_id: id,
        version_id: versionId,
        position: Math.max(entry.approvalPath.indexOf(approval.body), 0),
        body: approval.body,
        outcome: 'agreed',
        decided_on: approval.date === 'unknown' ? null : approval.date,
        file_number: approval.reference ?? null,
      })),
    ),
  )
}

function versionOf({ version, approvalPath, reviewMonths }: Entry, today: string) {
  if (!version) return { number: 1, state: 'draft', state_on: today }
  const days = version.approvals.flatMap(({ date }) => (date === 'unknown' ? [] : [date])).toSorted()
  const validFrom = days.at(-1) ?? null
  return {
    number: 1,
    as_of: version.asOf ?? null,
    state: 'valid',
    state_on: validFrom ?? today,
    approval_path: approvalPath,
    step: approvalPath.length,
    valid_from: validFrom,
    review_on: validFrom && reviewMonths ? addMonths(validFrom, reviewMonths) : null,
  }
}
