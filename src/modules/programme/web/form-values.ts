import { z } from 'zod'

/** What fields of a form give, and what the server takes: empty is nothing. */
export const typedText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Bitte höchstens ${max} Zeichen.`)
    .transform((value) => value || null)
export const neededText = (max: number, message: string) =>
  z.string().trim().min(1, message).max(max, `Bitte höchstens ${max} Zeichen.`)
export const typedDay = z
  .union([z.literal(''), z.iso.date('Bitte geben Sie ein gültiges Datum ein.')])
  .transform((value) => value || null)
export const neededDay = z.iso.date('Bitte geben Sie ein gültiges Datum ein.')

/** „9“, „1.234,5“ or nothing. */
export const typedFigure = z
  .string()
  .trim()
  .regex(
    /^(-?\d{1,3}(\.\d{3})*(,\d+)?|-?\d+(,\d+)?)?$/,
    'Bitte geben Sie eine Zahl ein, zum Beispiel 12 oder 12,5.',
  )
  .transform((value) => (value === '' ? null : Number(value.replaceAll('.', '').replace(',', '.'))))
export const shownFigure = (value: number | null): string =>
  value === null ? '' : value.toLocaleString('de-DE', { useGrouping: false, maximumFractionDigits: 6 })

export const months = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, 'Bitte geben Sie eine Zahl von Monaten ein.')
  .transform(Number)
  .pipe(z.number().min(1, 'Mindestens 1 Monat.').max(36, 'Höchstens 36 Monate.'))
