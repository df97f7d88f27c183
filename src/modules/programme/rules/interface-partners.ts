import type { InterfacePartner } from '../../tenancy/index.ts'

interface Organisation {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly units: readonly { readonly key: string; readonly label: string; readonly kind: string }[]
}

/** One whom the interfaces are talked over with: a key that stays the same, and the name people read. */
export interface Partner {
  readonly key: string
  readonly name: string
}

/** Whom a rule of the district file means, each once, in the order of the file (R105: all 13 social offices …). */
export function partnersOf(
  wishes: readonly InterfacePartner[],
  organisations: readonly Organisation[],
): Partner[] {
  const partners = wishes.flatMap((wish) => resolve(wish, organisations))
  return [...new Map(partners.map((partner) => [partner.key, partner])).values()]
}

function resolve(wish: InterfacePartner, organisations: readonly Organisation[]): Partner[] {
  if ('organisation' in wish)
    return organisations
      .filter(({ key }) => key === wish.organisation)
      .map(({ key, name }) => ({ key, name }))
  if ('unit' in wish) return unitsOf(organisations, ({ key }) => key === wish.unit)
  if ('unitKind' in wish)
    return unitsOf(
      organisations.filter(({ kind }) => kind === wish.of),
      ({ kind }) => kind === wish.unitKind,
    )
  const { key, label, count } = wish
  // No key of a unit holds a colon: what the concept leaves unnamed is never taken for one it names.
  if (count === undefined) return [{ key: `${key}:`, name: label }]
  return Array.from({ length: count }, (_, i) => ({
    key: `${key}:${i + 1}`,
    name: `${label}, ${i + 1} von ${count}`,
  }))
}

const unitsOf = (
  organisations: readonly Organisation[],
  wanted: (unit: Organisation['units'][number]) => boolean,
): Partner[] =>
  organisations.flatMap(({ name, units }) =>
    units.filter(wanted).map((unit) => ({ key: unit.key, name: `${name}, ${unit.label}` })),
  )
