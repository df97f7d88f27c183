import { z } from 'zod'
import { BirthDate } from '../../../platform/contract/dates.ts'
import { OriginalScriptName, PersonName } from '../../../platform/contract/names.ts'
import { PersonChange, PersonInput, type PersonView } from '../contract/person.ts'

/** Nothing typed stands for "not known": null on the wire. */
const orNull = <S extends z.ZodType<string, string>>(schema: S) =>
  z
    .string()
    .transform((typed) => (typed.trim() === '' ? null : typed.trim()))
    .pipe(schema.nullable())

/** The three answers to the date of birth, with what is typed for each. */
export const BirthForm = z
  .object({ precision: z.enum(['exact', 'yearOnly', 'unknown']), date: z.string(), year: z.string() })
  .transform((typed, context): BirthDate => {
    const wanted =
      typed.precision === 'exact'
        ? { precision: typed.precision, date: typed.date }
        : typed.precision === 'yearOnly'
          ? {
              precision: typed.precision,
              year: /^\d{4}$/.test(typed.year.trim()) ? Number(typed.year) : Number.NaN,
            }
          : { precision: typed.precision }
    const checked = BirthDate.safeParse(wanted)
    if (checked.success) return checked.data
    for (const { path, message } of checked.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })
export type BirthFormValues = z.input<typeof BirthForm>

export const emptyBirth: BirthFormValues = { precision: 'exact', date: '', year: '' }

/** An exact date left empty means that nothing was asked yet: unknown, without a complaint. */
const BirthField = z.preprocess((typed) => {
  const birth = typed as BirthFormValues
  return birth.precision === 'exact' && birth.date === '' ? { ...birth, precision: 'unknown' } : birth
}, BirthForm) as unknown as z.ZodType<BirthDate, BirthFormValues>

const fields = PersonChange.shape
const unwrapped = <S extends z.ZodType>(schema: z.ZodOptional<z.ZodNullable<S>>) => schema.unwrap().unwrap()

/** A short form about a person: what an intake needs. */
export const ShortPersonForm = z.object({
  familyName: PersonName,
  givenName: PersonName,
  birthDate: BirthField,
})
export type ShortPersonFormValues = z.input<typeof ShortPersonForm>

/** Everything that is kept about a person. */
export const PersonForm = ShortPersonForm.extend({
  birthName: orNull(PersonName),
  originalScript: orNull(OriginalScriptName),
  gender: PersonInput.shape.gender.unwrap(),
  nationalities: z.array(z.string()),
  languages: z.array(
    z.object({
      code: z.string().min(1, 'Bitte wählen Sie eine Sprache.'),
      level: z.string(),
      script: z.string(),
      preferred: z.boolean(),
    }),
  ),
  phone: orNull(unwrapped(fields.phone)),
  email: orNull(unwrapped(fields.email)),
  street: orNull(unwrapped(fields.street)),
  postalCode: orNull(unwrapped(fields.postalCode)),
  place: orNull(unwrapped(fields.place)),
  municipalityId: orNull(z.string()),
})
export type PersonFormValues = z.input<typeof PersonForm>

export const emptyShortPerson: ShortPersonFormValues = {
  familyName: '',
  givenName: '',
  birthDate: emptyBirth,
}

/** A recorded person in the shape of the short form. */
export const shortPersonOf = (
  person: Pick<PersonView, 'familyName' | 'givenName' | 'birthDate'>,
): ShortPersonFormValues => ({
  familyName: person.familyName,
  givenName: person.givenName,
  birthDate: birthFormOf(person.birthDate),
})

const birthFormOf = (birth: BirthDate): BirthFormValues => ({
  precision: birth.precision,
  date: birth.precision === 'exact' ? birth.date : '',
  year: birth.precision === 'yearOnly' ? String(birth.year) : '',
})

export const emptyPerson: PersonFormValues = {
  ...emptyShortPerson,
  birthName: '',
  originalScript: '',
  gender: 'unknown',
  nationalities: [],
  languages: [],
  phone: '',
  email: '',
  street: '',
  postalCode: '',
  place: '',
  municipalityId: '',
}

/** The person as it stands, in the shape of the form. */
export function formOfPerson(person: PersonView): PersonFormValues {
  return {
    ...shortPersonOf(person),
    birthName: person.birthName ?? '',
    originalScript: person.originalScript ?? '',
    gender: person.gender,
    nationalities: person.nationalities.map(({ code }) => code),
    languages: person.languages,
    phone: person.phone ?? '',
    email: person.email ?? '',
    street: person.street ?? '',
    postalCode: person.postalCode ?? '',
    place: person.place ?? '',
    municipalityId: person.municipalityId ?? '',
  }
}

/** What is sent. The dates of nationalities already recorded stay as they are. */
export function inputOfPerson(
  values: z.output<typeof PersonForm>,
  known: PersonView['nationalities'] = [],
): PersonInput {
  return PersonInput.parse({
    ...values,
    nationalities: values.nationalities.map((code) => known.find((one) => one.code === code) ?? { code }),
  })
}

export const personLabels: Record<string, string> = {
  familyName: 'Familienname',
  givenName: 'Vorname',
  birthDate: 'Geburtsdatum',
  'birthDate.date': 'Geburtsdatum',
  'birthDate.year': 'Geburtsjahr',
  birthName: 'Geburtsname',
  originalScript: 'Name in Originalschrift',
  gender: 'Geschlecht',
  nationalities: 'Staatsangehörigkeiten',
  languages: 'Sprachen',
  phone: 'Telefon',
  email: 'E-Mail',
  street: 'Straße und Hausnummer',
  postalCode: 'Postleitzahl',
  place: 'Ort',
  municipalityId: 'Kommune',
}
