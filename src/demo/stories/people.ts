import { berlinDay } from '../../platform/contract/dates.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import type { caseEndpoints } from '../../modules/cases/index.ts'

export type StoryPerson = Extract<
  NonNullable<BodyInput<typeof caseEndpoints.open>['persons']>[number],
  { person: unknown }
>

type Role = NonNullable<StoryPerson['role']>
type Code = NonNullable<StoryPerson['person']['nationalities']>[number]['code']
type Language = NonNullable<StoryPerson['person']['languages']>[number]['code']

interface Facts {
  /** Age in years at the day of the demo data. */
  readonly age: number
  readonly gender: 'female' | 'male'
  readonly nationality: Code
  readonly language: Language
  readonly german?: 'none' | 'A1' | 'A2' | 'B1' | 'B2'
  readonly role?: Role
  readonly main?: boolean
  readonly originalScript?: string
  readonly phone?: string
}

/** A fictional person; the birth date is made from the age, so that it fits whenever the data are loaded. */
export function person(givenName: string, familyName: string, facts: Facts): StoryPerson {
  const year = Number(berlinDay(Temporal.Now.instant()).slice(0, 4)) - facts.age
  const month = String(((givenName.length * 5) % 12) + 1).padStart(2, '0')
  const day = String(((familyName.length * 7) % 28) + 1).padStart(2, '0')
  return {
    role: facts.role ?? 'client',
    isMain: facts.main ?? facts.role === undefined,
    person: {
      givenName,
      familyName,
      gender: facts.gender,
      originalScript: facts.originalScript ?? null,
      birthDate:
        facts.age > 45
          ? { precision: 'yearOnly', year }
          : { precision: 'exact', date: `${year}-${month}-${day}` },
      nationalities: [{ code: facts.nationality }],
      languages: [
        {
          code: facts.language,
          level: 'firstLanguage',
          script: facts.language === 'ar' || facts.language === 'ti' ? 'otherScript' : 'latin',
          preferred: true,
        },
        ...(facts.german && facts.german !== 'none' ? [{ code: 'de' as const, level: facts.german }] : []),
      ],
      phone: facts.phone ?? null,
    },
  }
}
