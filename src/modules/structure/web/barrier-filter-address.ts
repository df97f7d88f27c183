import { z } from 'zod'

import type { QueryInput } from '../../../platform/contract/endpoint.ts'
import { BarrierFilter } from '../contract/barriers.ts'
import type { structureEndpoints } from '../contract/endpoints.ts'

/** What list, board, matrix and map are about; what is not chosen is not there. */
export type Filter = QueryInput<typeof structureEndpoints.overview>
export const noFilter: Filter = { state: 'open' }

const { shape } = BarrierFilter
const word = <T extends z.ZodType>(value: T) => value.optional().catch(undefined)

/** Words in the address; what makes no sense is left out. Nothing of a barrier names a person. */
const Address = z.object({
  woerter: word(z.coerce.string().trim().min(1).max(100)),
  stand: word(shape.state.unwrap()),
  art: word(shape.kind),
  lebensbereich: word(shape.lifeDomain),
  rechtskreis: word(shape.legalDomain),
  stelle: word(shape.organisationId),
  gemeinde: word(shape.municipalityId),
  region: word(shape.regionId),
  gruppe: word(shape.groupId),
  herkunft: word(shape.source),
  scheitert: word(shape.unmet),
  sortierung: word(z.literal('oldest')),
})
type Address = z.output<typeof Address>

export interface BarrierView {
  readonly filter: Filter
  readonly sort: 'newest' | 'oldest'
}

/** What an address shows: to come back to from a barrier, and to send to a colleague. */
export function viewOf(address: unknown): BarrierView {
  const words = Address.parse(address ?? {})
  return {
    filter: withoutGaps({
      state: words.stand ?? noFilter.state,
      kind: words.art,
      lifeDomain: words.lebensbereich,
      legalDomain: words.rechtskreis,
      organisationId: words.stelle,
      municipalityId: words.gemeinde,
      regionId: words.region,
      groupId: words.gruppe,
      source: words.herkunft,
      unmet: words.scheitert,
      search: words.woerter,
    }),
    sort: words.sortierung ?? 'newest',
  }
}

/** The address of what is shown: only what differs from the standard. */
export function addressOf({ filter, sort }: BarrierView): Address {
  return {
    woerter: filter.search,
    stand: filter.state === noFilter.state ? undefined : filter.state,
    art: filter.kind,
    lebensbereich: filter.lifeDomain,
    rechtskreis: filter.legalDomain,
    stelle: filter.organisationId,
    gemeinde: filter.municipalityId,
    region: filter.regionId,
    gruppe: filter.groupId,
    herkunft: filter.source,
    scheitert: filter.unmet,
    sortierung: sort === 'oldest' ? sort : undefined,
  }
}

type Gapless<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
export const withoutGaps = <T extends object>(value: T): Gapless<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Gapless<T>
