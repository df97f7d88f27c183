import { z } from 'zod'
import { PageQuery } from '../../../platform/contract/paging.ts'

/** Words searched in the register hold no personal data: they may stand in the address. */
export const ListQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  direction: z.enum(['asc', 'desc']).default('asc'),
})
