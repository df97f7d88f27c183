import { z } from 'zod'
import { councils, opinionTopics } from '../../contract/protection.ts'

const chosen = <const Values extends readonly [string, ...string[]]>(values: Values, message: string) =>
  z.string().pipe(z.enum(values, message))
const Reference = z
  .string()
  .trim()
  .min(1, 'Bitte geben Sie das Aktenzeichen an.')
  .max(200, 'Bitte höchstens 200 Zeichen.')
const Day = z.iso.date('Bitte geben Sie das Datum an.')

/** Nothing is chosen beforehand: an opinion is never given by accident. */
export const OpinionSchema = z.object({
  topic: chosen(opinionTopics, 'Bitte wählen Sie, worum es geht.'),
  allows: chosen(['yes', 'no'], 'Bitte wählen Sie das Ergebnis.').transform((value) => value === 'yes'),
  reference: Reference,
  givenOn: Day,
})

export const StaffDataSchema = z.object({
  council: chosen(councils, 'Bitte wählen Sie die Personalvertretung.'),
  reference: Reference,
  agreedOn: Day,
})
