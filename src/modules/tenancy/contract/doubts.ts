import { z } from 'zod'

/** What stands beside a fact: fields that no concept gives, and other values. */
export const doubts = {
  /** Single fields that no concept gives, each with its reason. */
  assumed: z.record(z.string(), z.string()).optional(),
  /** What other documents say instead. */
  alternatives: z
    .array(
      z.object({
        field: z.string(),
        value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
        source: z.string(),
        remark: z.string().optional(),
      }),
    )
    .optional(),
  /** The day on which the Kreis decided it in the app. */
  decided: z.string().optional(),
}
