import type { ValidPaper } from '../contract/papers.ts'

/** An office as a referral or handover names it. */
export interface TouchedOffice {
  readonly organisationId?: string | null
  readonly unitId?: string | null
}

/**
 * The papers that bind an office: it is a party as a whole, or its unit is. Where no unit is named yet, every paper
 * with one of its units counts, so that it is seen before the unit is chosen.
 */
export const papersFor = (
  { organisationId, unitId }: TouchedOffice,
  papers: readonly ValidPaper[],
): ValidPaper[] =>
  organisationId
    ? papers.filter((paper) =>
        paper.parties.some(
          (party) =>
            party.organisationId === organisationId &&
            (party.unitId === null || !unitId || party.unitId === unitId),
        ),
      )
    : []
