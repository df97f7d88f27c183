import { z } from 'zod'

/** A key is written once in the file and never shown: `regional-nord`, `familySituation`, `05170`. */
export const Key = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9-]{0,59}$/,
    'Ein Schlüssel beginnt mit einem Kleinbuchstaben, danach Buchstaben, Ziffern, Bindestrich.',
  )

/** Amtlicher Gemeindeschlüssel: eight digits as text, because the leading zero belongs to it. */
export const Ags = z
  .string('Der Gemeindeschlüssel (AGS) steht in Anführungszeichen, sonst geht die führende Null verloren.')
  .regex(/^\d{8}$/, 'Der Gemeindeschlüssel (AGS) hat acht Ziffern.')

export const PlainDate = z.iso.date('Ein Datum hat die Form 2024-08-31 und muss im Kalender stehen.')

/** Some facts of the concepts are known by year or month only. */
export const VagueDate = z
  .string('Ein Datum hat die Form 2024-08-31, 2024-08 oder "2024" (ein Jahr steht in Anführungszeichen).')
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'Ein Datum hat die Form 2024-08-31, 2024-08 oder "2024".',
  )

/** `unknown` says that the concept gives no value; it differs from a value that is left out by mistake. */
export const unknown = z.literal('unknown')

export const Label = z.string().trim().min(1, 'Die Bezeichnung fehlt.').max(300)
export const Text = z.string().trim().min(1, 'Der Text fehlt.').max(2000)

/** Where two concepts disagree, the value in use stands in the entry and the other one here. */
const Alternative = z.strictObject({
  field: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  source: z.string(),
  remark: Text.optional(),
})

/**
 * Every fact says where it comes from. `source` names concept and chapter or a requirement ("WES 6", "C1; R027");
 * `default: true` says that it comes from no concept, and then `remark` says why it was chosen.
 * `decided` says that the Kreis decided it in the app.
 * `assumed` names single fields that no concept gives, each with its reason.
 */
export const provenance = {
  source: z.string().min(1).optional(),
  default: z.literal(true, 'Erlaubt ist nur „default: true“.').optional(),
  remark: Text.optional(),
  assumed: z.record(z.string(), Text).optional(),
  alternatives: z.array(Alternative).min(1).optional(),
  /** The day on which the Kreis decided this in the app; it stands beside the source, or instead of one. */
  decided: PlainDate.optional(),
}

/** How long an entry holds: from the first day until before the last; absent = not limited. */
export const validity = { validFrom: PlainDate.optional(), validTo: PlainDate.optional() }

export const fact = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...shape, ...provenance })

export type Provenance = {
  source?: string | undefined
  default?: true | undefined
  remark?: string | undefined
  assumed?: Record<string, string> | undefined
  alternatives?: z.infer<typeof Alternative>[] | undefined
  decided?: string | undefined
}
