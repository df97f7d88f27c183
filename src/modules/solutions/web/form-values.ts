import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'

/** Typed text as it is sent: nothing typed is nothing known. */
export const note = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => (typed === '' ? null : typed))

const empty = z.literal('').transform(() => null)
export const day = z.union([empty, PlainDate])
export const choice = z.union([empty, Id])
/** An office must be chosen. */
export const office = z
  .union([z.literal(''), Id])
  .refine((value) => value !== '', 'Bitte wählen Sie die Stelle.')
