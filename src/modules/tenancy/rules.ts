import type { CatalogueKind } from './contract/district/catalogues.ts'

/** Lists whose keys the program knows: labels may change, entries may end, new keys would have no meaning. */
const closedKinds: ReadonlySet<CatalogueKind> = new Set([
  'intensity',
  'language',
  'benefitKind',
  'retentionClass',
  'themeState',
  'themeMove',
  'themePurpose',
])

const departure = /ausreise|ausgereist|abschieb|abgeschoben|rückführ|rückkehr|heimkehr/i

export interface EntryWish {
  readonly kind: CatalogueKind
  readonly label: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** Why no entry can be added to this list, or null. */
export function whyNotAddable(kind: CatalogueKind): 'catalogueClosed' | null {
  return closedKinds.has(kind) ? 'catalogueClosed' : null
}

/**
 * Why an entry may not be as wished, or null. `departureAllowed`: the data protection officer's opinion on naming
 * departure at closure is recorded and allows it (§ 87 Abs. 2 Nr. 4 AufenthG). A locked life domain stays locked:
 * it opens per case when its legal basis is recorded, not for everyone by configuration.
 */
export function whyNotEntry(
  wish: EntryWish,
  known: { before?: EntryWish; departureAllowed: boolean },
): 'departureNeedsOpinion' | 'lockedStaysLocked' | null {
  if (wish.kind === 'closureReason' && departure.test(wish.label) && !known.departureAllowed)
    return 'departureNeedsOpinion'
  if (
    wish.kind === 'lifeDomain' &&
    known.before?.settings['locked'] === true &&
    wish.settings['locked'] !== true
  )
    return 'lockedStaysLocked'
  return null
}

/** A key from a label: "Sprechzeit vor Ort (Rathaus)" → "sprechzeit-vor-ort-rathaus". Never empty. */
export function keyFromLabel(label: string): string {
  const plain = label
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  return plain === '' ? 'eintrag' : plain
}

export interface PositionShare {
  readonly buildingBlock: string
  /** Null: the concept gives no figure. */
  readonly fte: number | null
  readonly employerId: string | null
}

export interface KreisShare {
  readonly kreis: number
  readonly total: number
  /** Not to be decided: a line has no figure or no employer. */
  readonly unknown: number
  readonly state: 'kept' | 'missed' | 'unknown'
}

/**
 * How much of Baustein 2 lies with the Kreis itself (R024: at least a third, unless the district says otherwise).
 * What is not distributed may lie anywhere: the rule counts as kept or missed only when that could not change it.
 */
export function kreisShareOfB2(
  positions: readonly PositionShare[],
  kreisIds: ReadonlySet<string>,
  least: number,
): KreisShare {
  const lines = positions.filter((line) => line.buildingBlock === 'B2')
  const sum = (some: readonly PositionShare[]) => some.reduce((total, line) => total + (line.fte ?? 0), 0)
  const total = sum(lines)
  const kreis = sum(lines.filter((line) => line.employerId !== null && kreisIds.has(line.employerId)))
  const unknown = sum(lines.filter((line) => line.employerId === null))
  const incomplete = lines.length === 0 || lines.some((line) => line.fte === null)
  // The district writes a third as 0.3333; half a per mille is rounding.
  const enough = (part: number) => part / total >= least - 0.0005
  const state = incomplete
    ? 'unknown'
    : enough(kreis)
      ? 'kept'
      : enough(kreis + unknown)
        ? 'unknown'
        : 'missed'
  return { kreis, total, unknown, state }
}

/** Settings that wait for an opinion of the data protection officer before they go on (§ 87 AufenthG). */
export const opinionTopicOf: Readonly<Record<string, 'valueWithoutStatus' | 'closureByDeparture'>> = {
  withoutStatusForPublicEmployers: 'valueWithoutStatus',
  departureAsClosureReason: 'closureByDeparture',
}
