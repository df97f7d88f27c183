import { z } from 'zod'
import { CommitteeKind, previousState, ThemeNeed, ThemeStage, ThemeTrait } from '../../tenancy/index.ts'

/** The path of a theme as the district's lists describe it. */
export interface ThemePath {
  readonly states: readonly PathState[]
  /** In the order of the district: the first fitting one is what a decision of a committee moves. */
  readonly moves: readonly Move[]
}
interface PathState {
  readonly key: string
  readonly label: string
  readonly stage: ThemeStage
  readonly body: CommitteeKind | null
  readonly first: boolean
}
export interface Move {
  readonly key: string
  readonly label: string
  readonly from: readonly string[]
  readonly to: string
  readonly decidedBy: CommitteeKind | null
  readonly needs: readonly ThemeNeed[]
  readonly oneOf: readonly ThemeTrait[]
  readonly noneOf: readonly ThemeTrait[]
  readonly waivedAfter: CommitteeKind | null
}

/** What the rule asks of a theme. */
export interface ThemeFacts {
  readonly state: string
  /** The state it was deferred from, or null. */
  readonly deferredFrom: string | null
  readonly traits: readonly ThemeTrait[]
  /** Like constellations: barriers behind it, doubles not counted. Cases are no more exact, on purpose (`app.cases_behind`). */
  readonly alike: number
  readonly singleReason: string | null
  /** The target group was asked, or it is said why not yet. */
  readonly viewAnswered: boolean
  /** Named organisations that were not asked for their view. */
  readonly unasked: number
  readonly priority: string | null
  readonly format: string | null
  readonly solution: string | null
  readonly committeeId: string | null
  /** Kinds of committees that have decided on it. */
  readonly heardBy: readonly CommitteeKind[]
}

/** What is said with a move; null where nothing is. */
export interface MoveWish {
  readonly reason: string | null
  readonly singleReason: string | null
  readonly format: string | null
  readonly priority: string | null
  readonly committeeId: string | null
  readonly solution: string | null
  readonly resubmitOn: string | null
  readonly effect: string | null
  /** The day a committee decided; needed where a committee decides. */
  readonly decidedOn: string | null
}

export const nothingSaid: MoveWish = {
  reason: null,
  singleReason: null,
  format: null,
  priority: null,
  committeeId: null,
  solution: null,
  resubmitOn: null,
  effect: null,
  decidedOn: null,
}

/** From this many like cases on it is a multitude; a single one needs a reason (WAF 3: „eine Vielzahl“). */
export const multitude = 2

type MoveRefusal =
  | 'themeMoveUnknown'
  | 'themeMoveNotFromHere'
  | 'themeNeedsTrait'
  | 'themeMatterForCommittee'
  | 'themeNotDeferred'

/** Why this move is closed for the theme whatever is said with it, or null. */
export function whyNotMove(path: ThemePath, theme: ThemeFacts, key: string): MoveRefusal | null {
  const move = path.moves.find((one) => one.key === key)
  if (move === undefined) return 'themeMoveUnknown'
  if (!move.from.includes(theme.state)) return 'themeMoveNotFromHere'
  if (move.oneOf.length > 0 && !applies(move.oneOf, theme)) return 'themeNeedsTrait'
  const waived = move.waivedAfter !== null && theme.heardBy.includes(move.waivedAfter)
  if (!waived && applies(move.noneOf, theme)) return 'themeMatterForCommittee'
  if (move.to === previousState && stateAfter(path, theme, move) === undefined) return 'themeNotDeferred'
  return null
}

const applies = (traits: readonly ThemeTrait[], theme: ThemeFacts): boolean =>
  traits.some((trait) => theme.traits.includes(trait))

/** Every move away from here in the order of the district, with what closes it. */
export const movesFrom = (
  path: ThemePath,
  theme: ThemeFacts,
): { move: Move; blocked: MoveRefusal | null }[] =>
  path.moves
    .filter((move) => move.from.includes(theme.state))
    .map((move) => ({ move, blocked: whyNotMove(path, theme, move.key) }))

/** Where the move leads; undefined when the state does not exist (any more). */
export const stateAfter = (path: ThemePath, theme: ThemeFacts, move: Move): PathState | undefined => {
  const to = move.to === previousState ? theme.deferredFrom : move.to
  return path.states.find((state) => state.key === to)
}

export type Missing = ThemeNeed | 'decidedOn' | 'singleReason'

/** What still has to be said; empty when the move may happen. Needs that stand in the theme are not asked twice. */
export function missingFor(move: Move, theme: ThemeFacts, wish: MoveWish, today: string): Missing[] {
  const missing: Missing[] = move.needs.flatMap((need) => missingNeed(need, theme, wish, today))
  if (move.decidedBy !== null && (wish.decidedOn === null || wish.decidedOn > today))
    missing.push('decidedOn')
  return missing
}

function missingNeed(need: ThemeNeed, theme: ThemeFacts, wish: MoveWish, today: string): Missing[] {
  const absent = (value: string | null, kept: string | null = null) => (value ?? kept) === null
  switch (need) {
    case 'reason':
      return absent(wish.reason) ? [need] : []
    case 'manyCases':
      return theme.alike < multitude && absent(wish.singleReason, theme.singleReason) ? ['singleReason'] : []
    case 'targetGroupView':
      return theme.viewAnswered ? [] : [need]
    case 'organisationsAsked':
      return theme.unasked === 0 ? [] : [need]
    case 'format':
      return absent(wish.format, theme.format) ? [need] : []
    case 'priority':
      return absent(wish.priority, theme.priority) ? [need] : []
    case 'committee':
      return absent(wish.committeeId, theme.committeeId) ? [need] : []
    case 'solution':
      return absent(wish.solution, theme.solution) ? [need] : []
    case 'resubmitOn':
      return wish.resubmitOn === null || wish.resubmitOn <= today ? [need] : []
    case 'effect':
      return absent(wish.effect) ? [need] : []
  }
}

/** The move a decision of this kind of committee makes: the first open one that needs nothing more to be said. */
export function moveOnDecision(
  path: ThemePath,
  theme: ThemeFacts,
  body: CommitteeKind,
  wish: MoveWish,
  today: string,
): Move | undefined {
  return movesFrom(path, theme).find(
    ({ move, blocked }) =>
      blocked === null && move.decidedBy === body && missingFor(move, theme, wish, today).length === 0,
  )?.move
}

/** What keeps a decision of a body from moving the theme, or that by now nothing does (`move` without `missing`). */
export type Standstill =
  | { readonly move: Move; readonly missing: readonly Missing[] }
  | { readonly move: null; readonly blocked: MoveRefusal | 'themeNoMoveHere' }

/**
 * Looks at the moves of this kind of committee from here: the first open one counts, as `moveOnDecision` takes it. Null
 * where no move was to be expected: the body moves no themes, or it has done so before and has none from here.
 */
export function standstillOf(
  path: ThemePath,
  theme: ThemeFacts,
  body: CommitteeKind,
  wish: MoveWish,
  today: string,
): Standstill | null {
  const own = movesFrom(path, theme).filter(({ move }) => move.decidedBy === body)
  if (!path.moves.some((move) => move.decidedBy === body)) return null
  if (own.length === 0 && theme.heardBy.includes(body)) return null
  const open = own
    .filter(({ blocked }) => blocked === null)
    .map(({ move }) => ({ move, missing: missingFor(move, theme, wish, today) }))
  const nearest = open.find(({ missing }) => missing.length === 0) ?? open[0]
  return nearest ?? { move: null, blocked: own[0]?.blocked ?? 'themeNoMoveHere' }
}

const Entry = z.object({ key: z.string(), label: z.string(), settings: z.record(z.string(), z.unknown()) })
const StateSettings = z.object({
  stage: ThemeStage,
  body: CommitteeKind.nullable().default(null),
  first: z.boolean().default(false),
})
const MoveSettings = z.object({
  from: z.array(z.string()),
  to: z.string(),
  decidedBy: CommitteeKind.nullable().default(null),
  needs: z.array(ThemeNeed).default([]),
  oneOf: z.array(ThemeTrait).default([]),
  noneOf: z.array(ThemeTrait).default([]),
  waivedAfter: CommitteeKind.nullable().default(null),
})

/** The path from entries of the district's lists. */
export const pathOf = (
  states: readonly z.infer<typeof Entry>[],
  moves: readonly z.infer<typeof Entry>[],
): ThemePath => ({
  states: states.map(({ key, label, settings }) => ({ key, label, ...StateSettings.parse(settings) })),
  moves: moves.map(({ key, label, settings }) => ({ key, label, ...MoveSettings.parse(settings) })),
})
