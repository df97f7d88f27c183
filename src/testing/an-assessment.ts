import { newId } from '../platform/contract/ids.ts'
import type { TestCase } from './a-case.ts'
import type { House, TestTenant, TestUser } from './house.ts'

const steps = [1, 2, 3, 4, 5].map((value) => ({
  value,
  resource: `Ressource ${value}`,
  need: `Bedarf ${value}`,
  clientView: `Sicht ${value}`,
}))

/** Life domains of a district with a locked one, the scale from 1 to 5, and a re-assessment after six months. */
export async function assessmentSettings(
  house: House,
  tenant: TestTenant,
  withoutScaleAllowed = true,
): Promise<void> {
  const domains = [
    { key: 'family', label: 'Familiäre Situation' },
    { key: 'health', label: 'Gesundheit', settings: { locked: true } },
    { key: 'migration', label: 'Migrationsdaten', settings: { locked: true } },
    { key: 'housing', label: 'Wohnsituation' },
    { key: 'language', label: 'Sprache' },
  ]
  await house.system(tenant, async (tx) => {
    for (const [position, { settings = {}, ...entry }] of domains.entries())
      await tx
        .insertInto('catalogue_entry')
        .values({ id: newId(), kind: 'lifeDomain', position, settings: JSON.stringify(settings), ...entry })
        .execute()
    await tx
      .insertInto('tenant_setting')
      .values([
        { key: 'assessmentScale', value: JSON.stringify({ withoutScaleAllowed, steps }), is_default: true },
        { key: 'reassessmentMonths', value: JSON.stringify(6), is_default: true },
      ])
      .execute()
  })
}

export interface AssessmentOptions {
  readonly of: TestCase
  readonly by: TestUser
  /** Finished on this day; open when left out. */
  readonly finishedOn?: string
  readonly lifeDomain?: string
  readonly personId?: string | null
  readonly need?: number
  readonly note?: string
  readonly summary?: string
  readonly organisation?: string
}

/** An assessment with one rated life domain, its note and an edited summary, as who works the case writes it. */
export async function anAssessment(options: AssessmentOptions): Promise<{ id: string; ratingId: string }> {
  const { of, by, finishedOn, lifeDomain = 'housing', personId = null, need = 4 } = options
  const {
    note = 'Zimmer zu dritt.',
    summary = 'Es geht um die Wohnung.',
    organisation = by.tenant.kreis,
  } = options
  const [id, ratingId] = [newId(), newId()]
  const owner = { case_id: of.id, organisation_id: organisation }
  await by.tx(async (tx) => {
    const start = { episode: 1, kind: 'first', started_on: '2026-11-02', scale: JSON.stringify(steps) }
    await tx
      .insertInto('assessment')
      .values({ id, case_id: of.id, ...start })
      .execute()
    await tx
      .insertInto('assessment_rating')
      .values({
        id: ratingId,
        assessment_id: id,
        case_id: of.id,
        person_id: personId,
        life_domain: lifeDomain,
        state: 'rated',
        need,
      })
      .execute()
    await tx
      .insertInto('assessment_text')
      .values({ rating_id: ratingId, ...owner, note })
      .execute()
    await tx
      .insertInto('assessment_summary')
      .values({ assessment_id: id, ...owner, content: summary, rests_on: [lifeDomain] })
      .execute()
    if (finishedOn)
      await tx.updateTable('assessment').set({ finished_on: finishedOn }).where('id', '=', id).execute()
  })
  return { id, ratingId }
}
