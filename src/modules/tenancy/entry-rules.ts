/** What an entry may refer to: the parts of the district that exist, with how they hang together. */
export interface Skeleton {
  readonly organisations: readonly Part[]
  readonly units: readonly (Part & { organisationId: string; parentId: string | null })[]
  readonly regions: readonly Part[]
  readonly municipalities: readonly { id: string; ags: string; regionId: string | null }[]
}
interface Part {
  readonly id: string
  /** Ended, or an end is set already: nothing new may be hung on it. */
  readonly ends: boolean
}

export interface EntryFault {
  readonly path: string
  readonly code:
    | 'unknownReference'
    | 'referenceEnds'
    | 'unitElsewhere'
    | 'parentIsBelow'
    | 'emptyPeriod'
    | 'emptyHours'
    | 'futureMove'
    | 'beforeCurrent'
    | 'sameRegion'
    | 'valuesDiffer'
}

type Wish = Readonly<Record<string, unknown>>
type Parts = 'organisations' | 'units' | 'regions' | 'municipalities'

/** Fields that name another part of the district, for every kind of entry. */
const references: Readonly<Record<string, Parts>> = {
  organisationId: 'organisations',
  employerId: 'organisations',
  unitId: 'units',
  parentId: 'units',
  regionId: 'regions',
  municipalityId: 'municipalities',
}

/**
 * Everything that is wrong with an entry beyond its form, all at once. `changed` names the fields that are new:
 * what an entry refers to already may have ended meanwhile, and must not stand in the way of another change.
 */
export function entryFaults(wish: Wish, changed: ReadonlySet<string>, skeleton: Skeleton): EntryFault[] {
  return [
    ...referenceFaults(wish, changed, skeleton),
    ...placementFaults(wish, skeleton),
    ...periodFaults(wish),
    ...hoursFaults(wish['hours']),
  ]
}

function referenceFaults(wish: Wish, changed: ReadonlySet<string>, skeleton: Skeleton): EntryFault[] {
  const faults: EntryFault[] = []
  for (const [path, parts] of Object.entries(references)) {
    const id = wish[path]
    if (typeof id !== 'string' || !changed.has(path)) continue
    const found = (skeleton[parts] as readonly { id: string; ends?: boolean }[]).find((one) => one.id === id)
    if (!found) faults.push({ path, code: 'unknownReference' })
    else if (found.ends) faults.push({ path, code: 'referenceEnds' })
  }
  const served = wish['serves']
  const known = new Set(skeleton.municipalities.map((one) => one.ags))
  if (Array.isArray(served) && served.some((ags) => !known.has(String(ags))))
    faults.push({ path: 'serves', code: 'unknownReference' })
  return faults
}

/** A unit lies in the organisation it is named with, and never below itself. */
function placementFaults(wish: Wish, { units }: Skeleton): EntryFault[] {
  const faults: EntryFault[] = []
  const unit = units.find((one) => one.id === wish['unitId'])
  const owner = wish['employerId'] ?? wish['organisationId']
  if (unit && owner && unit.organisationId !== owner) faults.push({ path: 'unitId', code: 'unitElsewhere' })
  const parent = units.find((one) => one.id === wish['parentId'])
  if (!parent) return faults
  if (parent.organisationId !== wish['organisationId'])
    faults.push({ path: 'parentId', code: 'unitElsewhere' })
  const seen = new Set<string>()
  for (let at: typeof parent | undefined = parent; at && !seen.has(at.id);) {
    if (at.id === wish['id']) return [...faults, { path: 'parentId', code: 'parentIsBelow' }]
    seen.add(at.id)
    const above: string | null = at.parentId
    at = units.find((one) => one.id === above)
  }
  return faults
}

function periodFaults(wish: Wish): EntryFault[] {
  const { validFrom, validTo } = wish
  if (typeof validFrom !== 'string' || typeof validTo !== 'string' || validFrom < validTo) return []
  return [{ path: 'validTo', code: 'emptyPeriod' }]
}

function hoursFaults(hours: unknown): EntryFault[] {
  if (!Array.isArray(hours)) return []
  return (hours as { from: string | null; to: string | null }[]).flatMap(({ from, to }, index) =>
    from !== null && to !== null && from >= to
      ? [{ path: `hours.${index}.to`, code: 'emptyHours' as const }]
      : [],
  )
}

export interface Membership {
  readonly regionId: string
  readonly from: string | null
  readonly to: string | null
}

/**
 * Why a municipality cannot move to this region on this day, or null. The day lies not in the future: sites follow
 * at once, so a move is entered when it holds. History before the present membership stays as it is.
 */
export function whyNotMovable(
  { regionId, from }: { regionId: string | null; from: string },
  current: Membership | undefined,
  today: string,
): EntryFault | null {
  if (from > today) return { path: 'from', code: 'futureMove' }
  if (current?.regionId === regionId || (!current && regionId === null))
    return { path: 'regionId', code: 'sameRegion' }
  if (current?.from && (from < current.from || (from === current.from && regionId === null)))
    return { path: 'from', code: 'beforeCurrent' }
  return null
}

/** The numbers of the scale are what was rated: words may change, numbers may not. */
export function scaleFault(
  before: readonly { value: number }[],
  after: readonly { value: number }[],
): EntryFault | null {
  const values = (steps: readonly { value: number }[]) => steps.map((step) => step.value).join()
  return values(before) === values(after) ? null : { path: 'steps', code: 'valuesDiffer' }
}

export interface PositionLine {
  readonly buildingBlock: string
  readonly fte: number | null
  readonly count: number | null
  readonly employerId: string | null
  readonly outsideServices: boolean | null
  readonly forwardingReason: string | null
  readonly forwardingConsentOn: string | null
}

export type PositionHint =
  | 'shareTooSmall'
  | 'outsideNotDeclared'
  | 'forwardingWithoutReason'
  | 'forwardingWithoutConsent'

/**
 * What the rules about positions still miss at a line (hints, no refusal: the concept may be ahead of the facts).
 * R022: no share below the district's minimum in B1; R025: case management lies outside other funded services,
 * declared; R026: forwarding to a welfare organisation rests on a reason and the ministry's consent.
 */
export function positionHints(
  line: PositionLine,
  { minimumFteB1, welfareIds }: { minimumFteB1: number | null; welfareIds: ReadonlySet<string> },
): PositionHint[] {
  const share = line.fte === null ? null : line.fte / (line.count ?? 1)
  const forwarded = line.buildingBlock === 'B2' && line.employerId !== null && welfareIds.has(line.employerId)
  const hints: [PositionHint, boolean][] = [
    [
      'shareTooSmall',
      line.buildingBlock === 'B1' && minimumFteB1 !== null && share !== null && share < minimumFteB1,
    ],
    [
      'outsideNotDeclared',
      line.buildingBlock === 'B2' && line.employerId !== null && line.outsideServices !== true,
    ],
    ['forwardingWithoutReason', forwarded && line.forwardingReason === null],
    ['forwardingWithoutConsent', forwarded && line.forwardingConsentOn === null],
  ]
  return hints.flatMap(([hint, missing]) => (missing ? [hint] : []))
}
