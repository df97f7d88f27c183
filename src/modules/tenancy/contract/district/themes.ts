import { z } from 'zod'
import { CommitteeKind } from './committee.ts'
import { Key } from './provenance.ts'

/** What a state of a theme means to the program, whatever the district calls it. */
export const ThemeStage = z.enum([
  'preparing',
  'consulted',
  'working',
  'solved',
  'implemented',
  'checked',
  'reported',
  'deferred',
  'dropped',
])
export type ThemeStage = z.infer<typeof ThemeStage>

/** What may make a theme a matter for the steering group (WAF 3). `kreisWide` follows from the theme's area. */
export const ThemeTrait = z.enum(['kreisWide', 'ofPrinciple', 'bindingCooperation', 'changedFramework'])
export type ThemeTrait = z.infer<typeof ThemeTrait>

/** What has to be said before or with a move. */
export const ThemeNeed = z.enum([
  'reason',
  'manyCases',
  'targetGroupView',
  'organisationsAsked',
  'format',
  'priority',
  'committee',
  'solution',
  'resubmitOn',
  'effect',
])
export type ThemeNeed = z.infer<typeof ThemeNeed>

/** The move back to the state a theme was deferred from. */
export const previousState = 'previous'

/** One state of the district's path. */
export const themeState = {
  stage: ThemeStage,
  /** The kind of committee that has the theme while it is here. */
  body: CommitteeKind.optional(),
  /** New themes begin here; exactly one state. */
  first: z.literal(true).optional(),
}

/** One move of the district's path: what its concept allows and nothing else. */
export const themeMove = {
  from: z.array(Key).min(1),
  to: Key,
  /** A decision of this kind of committee moves the theme; without it the coordination does. */
  decidedBy: CommitteeKind.optional(),
  needs: z.array(ThemeNeed).optional(),
  /** Open only when at least one applies … */
  oneOf: z.array(ThemeTrait).min(1).optional(),
  /** … closed when any applies, unless a committee of `waivedAfter` has decided on the theme. */
  noneOf: z.array(ThemeTrait).min(1).optional(),
  waivedAfter: CommitteeKind.optional(),
}

/** What the Land wants to see served: four purposes, one goal, one method (R098). */
export const themePurpose = { part: z.enum(['purpose', 'goal', 'method']) }

/** A theme the concept names; `state` where it also says how far it has come. */
export const themeExample = { state: Key.optional() }
