import type { CatalogueKind } from './contract/district/catalogues.ts'

/** Lists whose keys the program knows: labels may change, entries may end, new keys would have no meaning. */
const closedKinds: ReadonlySet<CatalogueKind> = new Set([
  'intensity',
  'language',
  'benefitKind',
  'retentionClass',
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
