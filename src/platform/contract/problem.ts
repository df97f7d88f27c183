import { z } from 'zod'

/** RFC 9457 problem details. `title` is German and meant for the person; `code` is for programs and texts. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    /** One sentence more, where there is something to say. */
    detail: z.string().optional(),
    /** Shown to the operator when the person calls: finds the log line. */
    id: z.string().optional(),
    /** Every wrong field at once. `path` in dot notation: `persons.0.birthDate`. */
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    /** With 412: the row as it is now, in the view of the same resource. */
    current: z.unknown().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
