import { z } from 'zod'
import { doubts } from '../doubts.ts'

/** Fields of requests, with German sentences; what is null is not known or does not apply. */
export const Label = z
  .string()
  .trim()
  .min(1, 'Bitte geben Sie eine Bezeichnung ein.')
  .max(300, 'Bitte höchstens 300 Zeichen.')
export const Remark = z.string().trim().min(1).max(2000, 'Bitte höchstens 2000 Zeichen.').nullable()
export const Day = z.iso.date('Bitte geben Sie ein gültiges Datum ein.')
export const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte geben Sie eine Uhrzeit ein, zum Beispiel 09:30.')
/** Day, month or year. */
export const VagueDay = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'Bitte geben Sie ein Jahr, einen Monat oder einen Tag ein, zum Beispiel 2024, 03.2024 oder 01.03.2024.',
  )

/** How long an entry holds; `validTo` is the first day on which it no longer does. */
export const period = { validFrom: Day.nullable(), validTo: Day.nullable() }

/** Of every entry on screen: where it comes from, who changed it last and when, how long it holds. */
export const editable = {
  source: z.string().nullable(),
  isDefault: z.boolean(),
  remark: z.string().nullable(),
  ...doubts,
  editedAt: z.string().nullable(),
  /** Name of the person of the administration; null when the file says it, or the account is gone. */
  editedBy: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  version: z.int(),
}
