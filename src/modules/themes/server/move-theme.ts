import type { z } from 'zod'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { ThemeMove, ThemeView } from '../contract/themes.ts'
import {
  missingFor,
  nothingSaid,
  stateAfter,
  whyNotMove,
  type Move,
  type MoveWish,
} from '../rules/theme-path.ts'
import { refuseFields } from './refuse-fields.ts'
import { insertThemeStep, lockTheme, updateTheme } from './store.ts'
import { readTheme, type OpenTheme } from './theme-screen.ts'

/** Throws 404, 412, the codes of `whyNotMove`, and every missing field at once. */
export async function moveTheme(
  tx: Tx,
  ids: { id: string; version: number },
  { move: key, ...said }: z.output<typeof ThemeMove>,
  today: string,
): Promise<ThemeView> {
  await lockTheme(tx, ids.id)
  const open = await readTheme(tx, ids.id, today)
  refuseStale(open.view.version, ids.version, () => open.view)
  refuseIf(whyNotMove(open.path, open.facts, key))
  const move = open.path.moves.find((one) => one.key === key)!
  const given = Object.entries(said).filter(([, value]) => value !== undefined)
  const wish = { ...nothingSaid, ...Object.fromEntries(given) } as MoveWish
  refuseFields(
    missingFor(move, open.facts, wish, today).map((field) => [fieldOf(field), field, true] as const),
  )
  // By hand what the decision could not do: the step names it.
  const decision = open.view.unmoved.find(
    (one) => one.body === move.decidedBy && one.decidedOn === wish.decidedOn,
  )
  await writeMove(tx, open, move, { wish, today, decisionId: decision?.decisionId ?? null })
  return (await readTheme(tx, ids.id, today)).view
}

const fieldOf = (missing: string) => (missing === 'committee' ? 'committeeId' : missing)

/** Writes a move the rule allowed; used for a move by hand and for one by a decision. */
export async function writeMove(
  tx: Tx,
  { view, path, facts }: OpenTheme,
  move: Move,
  { wish, today, decisionId = null }: { wish: MoveWish; today: string; decisionId?: string | null },
): Promise<void> {
  const to = stateAfter(path, facts, move)!
  const deferred = to.stage === 'deferred'
  const kept = {
    single_reason: wish.singleReason,
    format: wish.format,
    priority: wish.priority,
    committee_id: wish.committeeId,
    solution: wish.solution,
    effect: wish.effect,
  }
  await updateTheme(tx, view, {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null)),
    state: to.key,
    stage: to.stage,
    state_on: today,
    deferred_from: deferred ? facts.state : null,
    resubmit_on: deferred ? wish.resubmitOn : null,
  })
  await insertThemeStep(tx, {
    theme_id: view.id,
    move: move.key,
    from_state: facts.state,
    to_state: to.key,
    reason: wish.reason ?? wish.singleReason,
    decided_by: move.decidedBy,
    decided_on: move.decidedBy === null ? null : wish.decidedOn,
    decision_id: decisionId,
    on_date: today,
  })
  const details = { move: move.key, from: facts.state, to: to.key }
  await audit(tx, { action: 'theme.moved', objectKind: 'theme', objectId: view.id, details })
}
