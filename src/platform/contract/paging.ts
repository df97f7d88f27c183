import { z } from 'zod'

/** Keyset paging: `after` is the opaque cursor of the last row seen. */
export const PageQuery = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** A page of rows. `next` is absent on the last page; lists never give an exact total over hidden rows. */
export const pageOf = <T extends z.ZodType>(row: T, id: string) =>
  z.object({ rows: z.array(row), next: z.string().optional() }).meta({ id })
