import { z } from 'zod'
import { Intensity, Phase } from '../../contract/codes.ts'

/** What narrows and sorts the list. */
export interface CaseListFilter {
  scope: 'mine' | 'own' | 'deputy' | 'oversight' | 'opened'
  state: 'open' | 'closed' | 'all'
  phase?: Phase | undefined
  intensity?: Intensity | undefined
  siteId?: string | undefined
  overdue?: true | undefined
  sort: 'phaseSince' | 'name' | 'lastContact'
}

/** Words in the address: no names, no ids of persons. */
const Address = z.object({
  sicht: z.enum(['mine', 'own', 'deputy', 'oversight', 'opened']).optional().catch(undefined),
  stand: z.enum(['open', 'closed', 'all']).optional().catch(undefined),
  phase: Phase.optional().catch(undefined),
  intensitaet: Intensity.optional().catch(undefined),
  standort: z.uuid().optional().catch(undefined),
  ueberfaellig: z.literal(true).optional().catch(undefined),
  sortierung: z.enum(['phaseSince', 'name', 'lastContact']).optional().catch(undefined),
})

export const defaultFilter = (counsels: boolean): CaseListFilter => ({
  scope: counsels ? 'mine' : 'oversight',
  state: 'open',
  sort: 'phaseSince',
})

/** The filter an address stands for; what makes no sense is left out. */
export function filterOf(address: unknown, standard: CaseListFilter): CaseListFilter {
  const words = Address.parse(address ?? {})
  return {
    scope: words.sicht ?? standard.scope,
    state: words.stand ?? standard.state,
    phase: words.phase,
    intensity: words.intensitaet,
    siteId: words.standort,
    overdue: words.ueberfaellig,
    sort: words.sortierung ?? standard.sort,
  }
}

/** The address of a filter: only what differs from the standard. */
export function searchOf(filter: CaseListFilter, standard: CaseListFilter): z.output<typeof Address> {
  return {
    sicht: filter.scope === standard.scope ? undefined : filter.scope,
    stand: filter.state === standard.state ? undefined : filter.state,
    phase: filter.phase,
    intensitaet: filter.intensity,
    standort: filter.siteId,
    ueberfaellig: filter.overdue,
    sortierung: filter.sort === standard.sort ? undefined : filter.sort,
  }
}
