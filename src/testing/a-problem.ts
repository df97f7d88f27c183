import { gateEndpoints, problemEndpoints } from '../modules/barriers/index.ts'
import type { BodyInput, Received } from '../platform/contract/endpoint.ts'
import { newId } from '../platform/contract/ids.ts'
import type { Answer } from './client.ts'
import type { House, TestTenant, TestUser } from './house.ts'

type Problem = Received<typeof problemEndpoints.record>
type Wish = BodyInput<typeof gateEndpoints.preview>

function made<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.problem)}`)
  return answer.body
}

export const words: Wish = {
  title: 'Kein Sprachkurs mit Kinderbetreuung',
  description: 'Der Träger nimmt nur auf, wer die Betreuung selbst regelt.',
}

/** A problem in the case, as two clicks make it. */
export const aProblem = async (
  by: TestUser,
  file: { id: string },
  overrides: Partial<BodyInput<typeof problemEndpoints.record>> = {},
): Promise<Problem> =>
  made(
    await by.client.call(problemEndpoints.record, {
      params: { id: file.id },
      body: { kind: 'gap', ...overrides },
    }),
  )

/** Through the gate, with exactly what the preview shows. Needs `enoughCases`. */
export async function aReport(by: TestUser, problemId: string, wish: Partial<Wish> = {}): Promise<Problem> {
  const params = { id: problemId }
  const body = { ...words, ...wish }
  const { fingerprint } = made(await by.client.call(gateEndpoints.preview, { params, body }))
  return made(await by.client.call(gateEndpoints.report, { params, body: { ...body, fingerprint } }))
}

export async function aReportedProblem(by: TestUser, file: { id: string }): Promise<Problem> {
  return aReport(by, (await aProblem(by, file)).id)
}

export interface BareCase {
  readonly municipality_id?: string | null
  readonly opened_on?: string
  readonly closed_on?: string | null
  readonly language?: string | null
  readonly target_group?: string | null
}

/** Cases that only count: no person, nobody sees them but who is responsible. */
export async function bareCases(house: House, by: TestUser, cases: readonly BareCase[]): Promise<string[]> {
  const rows = cases.map((one) => {
    const id = newId()
    return {
      id,
      file_number: `BARE-${id.slice(-12)}`,
      intensity: 'briefAdvice',
      phase: 'intake',
      phase_since: '2026-01-02',
      opened_on: one.opened_on ?? '2026-01-02',
      closed_on: one.closed_on ?? null,
      closure_reason: one.closed_on ? 'goalsReached' : null,
      responsible_user_id: by.id,
      responsible_organisation_id: by.tenant.kreis,
      municipality_id: one.municipality_id ?? null,
      language: one.language ?? null,
      target_group: one.target_group ?? null,
    }
  })
  if (rows.length > 0)
    await house.system(by.tenant, (tx) => tx.insertInto('case_file').values(rows).execute())
  return rows.map(({ id }) => id)
}

/** As many as the threshold of the tenant asks for. */
export const enoughCases = (house: House, by: TestUser): Promise<string[]> =>
  bareCases(
    house,
    by,
    Array.from({ length: 5 }, () => ({ municipality_id: by.tenant.municipality })),
  )

/** A barrier as the gate leaves it, without a reporter. */
export async function aBarrier(
  house: House,
  tenant: TestTenant,
  overrides: {
    title?: string
    description?: string
    kind?: string
    life_domain?: string
    period_from?: string
    state?: string
  } = {},
): Promise<string> {
  const { title = words.title, description = words.description ?? null, ...row } = overrides
  const id = crypto.randomUUID()
  await house.system(tenant, async (tx) => {
    await tx
      .insertInto('barrier')
      .values({
        id,
        source: 'case',
        kind: 'gap',
        place_kind: 'municipality',
        municipality_id: tenant.municipality,
        region_id: tenant.region,
        period_grain: 'month',
        period_from: '2026-11-01',
        ...row,
      })
      .execute()
    await tx.insertInto('barrier_text').values({ barrier_id: id, title, description }).execute()
    await tx
      .insertInto('barrier_organisation')
      .values({ barrier_id: id, organisation_id: tenant.town })
      .execute()
  })
  return id
}
