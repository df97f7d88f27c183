import {
  agreementEndpoints,
  effectEndpoints,
  measureEndpoints,
  paperEndpoints,
  type AgreementView,
  type MeasureView,
  type PaperView,
} from '../modules/solutions/index.ts'
import type { BodyInput } from '../platform/contract/endpoint.ts'
import type { TestUser } from './house.ts'
import { made } from './proof/object-kind.ts'

type PaperWish = BodyInput<typeof paperEndpoints.draft>

/** Ready to be sent to its parties: the Sozialamt of the town and the Kreis. */
export const completePaper = (by: TestUser): PaperWish => ({
  title: 'Wechsel ins SGB II',
  legalDomains: ['asylum', 'jobseekers'],
  sections: {
    occasion: 'Anträge bleiben liegen.',
    cooperation: 'Beide Stellen nennen eine feste Ansprechstelle.',
    entry: 'Die Anfrage kommt mit dem Bogen.',
    handover: 'Die Übergabe dauert höchstens zehn Tage.',
    return: 'Wer nicht ankommt, kommt zurück.',
    dataProtection: 'Nur mit Einwilligung.',
  },
  parties: [
    {
      organisationId: by.tenant.town,
      unitId: by.tenant.socialOfficeOfTown,
      contactFunction: 'Leitung Leistung',
      contactReach: 'Durchwahl 100',
    },
    { organisationId: by.tenant.kreis, contactFunction: 'KIM-Koordination' },
  ],
  reviewOn: '2099-01-01',
})

export const aPaper = async (by: TestUser, overrides: Partial<PaperWish> = {}): Promise<PaperView> =>
  made(await by.client.call(paperEndpoints.draft, { body: { ...completePaper(by), ...overrides } }))

export async function aPaperInApproval(by: TestUser, overrides: Partial<PaperWish> = {}): Promise<PaperView> {
  const { id, version } = await aPaper(by, overrides)
  const body = { to: 'inApproval' as const }
  return made(await by.client.call(paperEndpoints.move, { params: { id }, ifMatch: version, body }))
}

/** In force since `from`, agreed by everybody. */
export async function aValidPaper(
  by: TestUser,
  from: string,
  overrides: Partial<PaperWish> = {},
): Promise<PaperView> {
  let paper = await aPaperInApproval(by, overrides)
  for (const party of paper.parties) {
    const body = { partyId: party.id, approval: 'agreed' as const, saidBy: 'Fachdienstleitung' }
    const asked = { params: { id: paper.id }, ifMatch: paper.version, body }
    paper = made(await by.client.call(paperEndpoints.answer, asked))
  }
  const body = { to: 'valid' as const, from }
  const asked = { params: { id: paper.id }, ifMatch: paper.version, body }
  return made(await by.client.call(paperEndpoints.move, asked))
}

export const anAgreement = async (
  by: TestUser,
  overrides: Partial<BodyInput<typeof agreementEndpoints.create>> = {},
): Promise<AgreementView> => {
  const parties = [{ organisationId: by.tenant.kreis }, { organisationId: by.tenant.town }]
  const body = { type: 'traeger', title: 'Vereinbarung', state: 'planned' as const, parties, ...overrides }
  return made(await by.client.call(agreementEndpoints.create, { body }))
}

export const aMeasure = async (
  by: TestUser,
  overrides: Partial<BodyInput<typeof measureEndpoints.create>> = {},
): Promise<MeasureView> =>
  made(await by.client.call(measureEndpoints.create, { body: { title: 'Sprechstunde', ...overrides } }))

export const aSolution = async (
  by: TestUser,
  overrides: Partial<BodyInput<typeof effectEndpoints.create>> = {},
): Promise<{ id: string; version: number }> => {
  const body = {
    title: 'Feste Ansprechstelle',
    kind: 'other' as const,
    implementedOn: '2026-01-01',
    ...overrides,
  }
  return made(await by.client.call(effectEndpoints.create, { body }))
}
