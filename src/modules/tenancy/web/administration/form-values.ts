import { z } from 'zod'
import { Label } from '../../contract/administration/fields.ts'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { formatVague } from '../district-words.ts'
import { hasEnded } from './entry-list.ts'
import { parseNumber, parseVague } from './entry-list.ts'

/** Typed fields on their way to what is sent; empty means: not known, or not set. */
export const typed = {
  label: Label,
  choice: z.string().transform((value) => (value === '' ? null : value)),
  text: z.string().transform((value) => (value.trim() === '' ? null : value.trim())),
  known: z.enum(['', 'yes', 'no']).transform((value) => (value === '' ? null : value === 'yes')),
  day: z
    .union([z.literal(''), z.iso.date('Bitte geben Sie ein gültiges Datum ein.')])
    .transform((value) => (value === '' ? null : value)),
  vague: z.string().transform((value, context) => {
    if (value.trim() === '') return null
    const day = parseVague(value)
    if (day === undefined)
      context.addIssue({
        code: 'custom',
        message: 'Bitte ein Jahr, Monat oder Tag: 2024, 03.2024 oder 01.03.2024.',
      })
    return day ?? null
  }),
  number: z.string().transform((value, context) => {
    if (value.trim() === '') return null
    const number = parseNumber(value)
    if (number === undefined)
      context.addIssue({ code: 'custom', message: 'Bitte geben Sie eine Zahl ein, zum Beispiel 1,5.' })
    return number ?? null
  }),
}

/** The other way round: what is stored as it stands in a field. */
export const shown = {
  known: (value: boolean | null): '' | 'yes' | 'no' => (value === null ? '' : value ? 'yes' : 'no'),
  vague: (value: string | null): string => (value === null ? '' : formatVague(value)),
  number: (value: number | null): string => (value === null ? '' : String(value).replace('.', ',')),
}

export const knownOptions = [
  { value: 'yes', label: 'ja' },
  { value: 'no', label: 'nein' },
] as const

type Choices = Readonly<Record<string, string>>
export const optionsOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  Object.entries(words as Choices).map(([value, label]) => ({ value: value as Key, label }))

/** What may be chosen: entries that have not ended, and the one chosen already. */
export function choicesOf(configuration: Configuration, chosen?: string | null) {
  const holds = <Row extends { id: string; validFrom: string | null; validTo: string | null }>(row: Row) =>
    row.id === chosen || !hasEnded(row, configuration.today)
  const nameOf = (id: string) => configuration.organisations.find((one) => one.id === id)?.name ?? ''
  return {
    organisations: configuration.organisations
      .filter(holds)
      .map((one) => ({ value: one.id, label: one.name })),
    units: (organisationId: string) =>
      configuration.units
        .filter((one) => holds(one) && (organisationId === '' || one.organisationId === organisationId))
        .map((one) => ({ value: one.id, label: one.label, hint: nameOf(one.organisationId) })),
    regions: configuration.regions.filter(holds).map((one) => ({ value: one.id, label: one.label })),
    municipalities: configuration.municipalities.map((one) => ({ value: one.id, label: one.name })),
    byAgs: configuration.municipalities.map((one) => ({ value: one.ags, label: one.name })),
  }
}
