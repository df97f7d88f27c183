import { z } from 'zod'
import { FIRST_DATE, germanDate, PlainDate } from './plain-date.ts'

const FIRST_YEAR = Number(FIRST_DATE.slice(0, 4))

/** Many papers give only a year, and some people do not know theirs: what is not known is not made up. */
export const BirthDate = z
  .discriminatedUnion(
    'precision',
    [
      z.strictObject({ precision: z.literal('exact'), date: PlainDate }),
      z.strictObject({
        precision: z.literal('yearOnly'),
        year: z
          .int({ error: 'Geben Sie das Geburtsjahr mit vier Ziffern ein.' })
          .min(FIRST_YEAR, { error: 'Das Geburtsjahr muss zwischen 1900 und 2199 liegen.' })
          .max(2199, { error: 'Das Geburtsjahr muss zwischen 1900 und 2199 liegen.' }),
      }),
      z.strictObject({ precision: z.literal('unknown') }),
    ],
    { error: 'Wählen Sie: genaues Datum, nur das Jahr oder unbekannt.' },
  )
  .meta({ id: 'BirthDate' })
export type BirthDate = z.infer<typeof BirthDate>

export interface Age {
  readonly atLeast: number
  /** Equal to `atLeast` unless only the year of birth is known. */
  readonly atMost: number
}

const yearOf = (date: PlainDate) => Number(date.slice(0, 4))

/** Why the birth date cannot be right on `today`, or null. */
export function whyBirthDateImpossible(
  birth: BirthDate,
  today: PlainDate,
): 'birthDate.future' | 'birthDate.tooLongAgo' | null {
  if (birth.precision === 'unknown') return null
  const year = birth.precision === 'exact' ? yearOf(birth.date) : birth.year
  const future = birth.precision === 'exact' ? birth.date > today : year > yearOf(today)
  if (future) return 'birthDate.future'
  return yearOf(today) - year > 125 ? 'birthDate.tooLongAgo' : null
}

/**
 * Completed years of life on `on`; null when unknown or not yet born. Born on 29 February, one is a year older
 * on 1 March of a common year (§ 187 Abs. 2, § 188 Abs. 2 BGB).
 */
export function ageAt(birth: BirthDate, on: PlainDate): Age | null {
  if (birth.precision === 'unknown') return null
  if (birth.precision === 'yearOnly') {
    const years = yearOf(on) - birth.year
    return years < 0 ? null : { atLeast: Math.max(0, years - 1), atMost: years }
  }
  if (birth.date > on) return null
  const years = yearOf(on) - yearOf(birth.date) - (on.slice(5) < birth.date.slice(5) ? 1 : 0)
  return { atLeast: years, atMost: years }
}

/** True and false only when certain; null when the year alone leaves it open or nothing is known. */
export function isOfAge(birth: BirthDate, on: PlainDate, years = 18): boolean | null {
  const age = ageAt(birth, on)
  if (age === null) return null
  if (age.atLeast >= years) return true
  return age.atMost < years ? false : null
}

/** `04.05.1990`, `1990 (Tag unbekannt)` or `unbekannt`. */
export function germanBirthDate(birth: BirthDate): string {
  if (birth.precision === 'exact') return germanDate(birth.date)
  return birth.precision === 'yearOnly' ? `${birth.year} (Tag unbekannt)` : 'unbekannt'
}
