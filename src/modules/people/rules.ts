import { ageGroupAt, nationalityGroup } from '../../platform/contract/code-lists/index.ts'
import type { BirthDate, PlainDate } from '../../platform/contract/dates.ts'

export type ResidenceRefusal = 'basisMissing' | 'statusOff' | 'statusNotIssued' | 'residenceRangeEmpty'

/**
 * Why a residence status cannot be recorded, or null. Asked only after information (the basis "migration" of a case
 * of this person stands); "ohne Status" not at public employers before the data protection officer's opinion (§ 87
 * AufenthG); a title no longer issued does not begin after its last day (§ 104c AufenthG).
 */
export function whyNotResidence(
  wish: { code: string; validFrom: PlainDate | null; validTo: PlainDate | null },
  context: {
    basisRecorded: boolean
    offered: readonly { code: string; lastIssuedOn?: string | undefined }[]
  },
): ResidenceRefusal | null {
  if (!context.basisRecorded) return 'basisMissing'
  const status = context.offered.find((entry) => entry.code === wish.code)
  if (status === undefined) return 'statusOff'
  const from = wish.validFrom ?? beforeAll
  if (from > (status.lastIssuedOn ?? afterAll)) return 'statusNotIssued'
  return (wish.validTo ?? afterAll) < from ? 'residenceRangeEmpty' : null
}

/** Days compare as texts; an open end lies before or after every day. */
const beforeAll = ''
const afterAll = '9999-12-31'

/** The coarse picture of a person that oversight sees: age group and group of origin, nothing else. */
export function coarsePicture(
  person: { birthDate: BirthDate; nationalities: readonly { code: string; validTo: PlainDate | null }[] },
  on: PlainDate,
): { ageGroup: string; originGroup: string } {
  const now = person.nationalities.filter(
    (nationality) => nationality.validTo === null || nationality.validTo > on,
  )
  const groups = [...new Set(now.map((nationality) => nationalityGroup(nationality.code)))]
  return {
    ageGroup: ageGroupAt(person.birthDate, on),
    // Several groups of origin together would be a rare combination: the first one given stands for all.
    originGroup: groups[0] ?? 'unknown',
  }
}
