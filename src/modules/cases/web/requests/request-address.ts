import { z } from 'zod'
import { Urgency } from '../../contract/codes.ts'
import { RequestListView } from '../../contract/requests/index.ts'

/** Words in the address of „Anfragen“: no names. What makes no sense is left out. */
const Address = z.object({
  ansicht: RequestListView.optional().catch(undefined),
  standort: z.uuid().optional().catch(undefined),
  dringlichkeit: Urgency.optional().catch(undefined),
  sprache: z.string().min(1).max(20).optional().catch(undefined),
})
export type RequestAddress = Partial<z.output<typeof Address>>

export interface RequestFilter {
  siteId: string
  urgency: Urgency | ''
  language: string
}

export const noFilter: RequestFilter = { siteId: '', urgency: '', language: '' }

export const requestAddressOf = (search: unknown): RequestAddress => Address.parse(search ?? {})

/** The filter an address stands for. */
export const filterOf = ({ standort, dringlichkeit, sprache }: RequestAddress): RequestFilter => ({
  siteId: standort ?? '',
  urgency: dringlichkeit ?? '',
  language: sprache ?? '',
})

/** The address of a filter: only what is chosen. */
export const searchOf = ({ siteId, urgency, language }: RequestFilter): RequestAddress => ({
  standort: siteId || undefined,
  dringlichkeit: urgency || undefined,
  sprache: language || undefined,
})
