import { sql } from 'kysely'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Decided, OnDecided } from '../../committees/server/index.ts'
import { CommitteeKind } from '../../tenancy/index.ts'
import { moveOnDecision, nothingSaid } from '../rules/theme-path.ts'
import { writeMove } from './move-theme.ts'
import { readTheme } from './theme-screen.ts'

/**
 * An adopted decision on a theme moves it along the district's path: the first move its committee makes from here for
 * which nothing is missing. Once for each decision, when the minutes go to the members: a line written live may still be
 * struck. Where more has to be said (a format, a priority), the coordination moves the theme by hand.
 */
export const moveDecidedTheme: OnDecided = async (tx, decided, now) => {
  const id = decided.subjectKind === 'theme' ? decided.subjectId : null
  if (id === null || decided.stage === 'live' || decided.outcome !== 'adopted') return
  // Locks the theme; nothing is found by who may not move themes.
  const { rows } = await sql<{ kind: string | null; advises: boolean; moved: boolean }>`
    select c.kind, c.authority = 'advisory' as advises,
      exists (select from theme_step s where s.tenant_id = t.tenant_id and s.theme_id = t.id
        and s.decision_id = ${decided.decisionId}::uuid) as moved
    from theme t join committee c on c.tenant_id = t.tenant_id and c.id = ${decided.committeeId}::uuid
    where t.tenant_id = (select app.tenant_id()) and t.id = ${id}::uuid for no key update of t`.execute(tx)
  const [row] = rows
  const body = CommitteeKind.safeParse(row?.kind)
  if (!body.success || row!.moved || !decides(decided, row!.advises)) return
  const today = dayOf(now)
  const open = await readTheme(tx, id, today)
  const reason = decided.isPublic ? decided.wording.slice(0, 2000) : null
  const wish = { ...nothingSaid, reason, decidedOn: decided.onDate }
  const move = moveOnDecision(open.path, open.facts, body.data, wish, today)
  if (move) await writeMove(tx, open, move, { wish, today, decisionId: decided.decisionId })
}

/** A body that advises decides by recommending; an agreement holds only when its parties have ratified it. */
const decides = ({ kind }: Decided, advises: boolean): boolean =>
  kind === 'decision' || (kind === 'recommendation' && advises)
