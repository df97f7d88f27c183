import { sql } from 'kysely'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { Decided, OnDecided } from '../../committees/server/index.ts'
import { notify } from '../../staff/server/index.ts'
import { CommitteeKind } from '../../tenancy/index.ts'
import { moveOnDecision, nothingSaid } from '../rules/theme-path.ts'
import { writeMove } from './move-theme.ts'
import { updateTheme } from './store.ts'
import { readTheme, type OpenTheme } from './theme-screen.ts'

interface Row {
  readonly title: string
  readonly kind: string | null
  readonly advises: boolean
  readonly moved: boolean
  /** Whom to tell; null: it is who releases the minutes. */
  readonly owner: string | null
}
type Note = NonNullable<Awaited<ReturnType<OnDecided>>>

/**
 * An adopted decision on a theme moves it along the district's path: the first move its committee makes from here for
 * which nothing is missing. Once for each decision, when the minutes go to the members: a line written live may still be
 * struck. Where more has to be said (a format, a priority), or where the minutes are taken back, the theme stays; who
 * releases them is told, and the theme's owner.
 */
export const moveDecidedTheme: OnDecided = async (tx, decided, now) => {
  const id = decided.subjectKind === 'theme' ? decided.subjectId : null
  if (id === null || decided.stage === 'live' || decided.outcome !== 'adopted') return null
  // Locks the theme; nothing is found by who may not move themes.
  const { rows } = await sql<Row>`
    select t.title, c.kind, c.authority = 'advisory' as advises, nullif(t.owner_id, (select app.user_id())) as owner,
      exists (select from theme_step s where s.tenant_id = t.tenant_id and s.theme_id = t.id
        and s.decision_id = ${decided.decisionId}::uuid) as moved
    from theme t join committee c on c.tenant_id = t.tenant_id and c.id = ${decided.committeeId}::uuid
    where t.tenant_id = (select app.tenant_id()) and t.id = ${id}::uuid for no key update of t`.execute(tx)
  const [row] = rows
  if (row === undefined || !decides(decided, row.advises)) return null
  const note = (kind: Note['kind'], text: string): Note => ({
    kind,
    title: row.title,
    text,
    subjectKind: 'theme',
    subjectId: id,
  })
  if (decided.stage === 'takenBack') {
    if (!row.moved) return null
    await tell(tx, row, 'theme.basisGone', id)
    return note('basisGone', basisGone)
  }
  return row.moved ? null : moveOn(tx, { decided, row, id, note }, dayOf(now))
}

/** A body that advises decides by recommending; an agreement holds only when its parties have ratified it. */
const decides = ({ kind }: Decided, advises: boolean): boolean =>
  kind === 'decision' || (kind === 'recommendation' && advises)

const basisGone =
  'Ein Beschluss aus dieser Niederschrift hat das Thema bewegt. Wird er gestrichen oder vertagt, bleibt das Thema, wo es ist; beim Thema steht dann, dass die Grundlage fehlt.'

interface Case {
  readonly decided: Decided
  readonly row: Row
  readonly id: string
  readonly note: (kind: Note['kind'], text: string) => Note
}

async function moveOn(tx: Tx, { decided, row, id, note }: Case, today: string): Promise<Note | null> {
  const body = CommitteeKind.safeParse(row.kind)
  if (!body.success) return null
  const open = await chosen(tx, decided, id, today)
  const reason = decided.isPublic ? decided.wording.slice(0, 2000) : null
  const wish = { ...nothingSaid, reason, decidedOn: decided.onDate }
  const move = moveOnDecision(open.path, open.facts, body.data, wish, today)
  if (move) {
    await writeMove(tx, open, move, { wish, today, decisionId: decided.decisionId })
    return note('moved', `Mit dem Beschluss geht das Thema weiter: ${move.label}.`)
  }
  const still = open.view.unmoved.find((one) => one.decisionId === decided.decisionId)
  if (!still) return null
  if (decided.stage === 'released') await tell(tx, row, 'theme.notMoved', id)
  return note('notMoved', still.text)
}

/** The theme with the format and the priority the meeting chose, also where the decision does not move it. */
async function chosen(tx: Tx, decided: Decided, id: string, today: string): Promise<OpenTheme> {
  const open = await readTheme(tx, id, today)
  const said = [
    ['format', decided.themeFormat],
    ['priority', decided.themePriority],
  ] as const
  const other = said.filter(([field, value]) => value !== null && value !== open.facts[field])
  if (other.length === 0) return open
  await updateTheme(tx, open.view, Object.fromEntries(other))
  return readTheme(tx, id, today)
}

const tell = async (tx: Tx, { owner }: Row, kind: string, objectId: string): Promise<void> => {
  if (owner) await notify(tx, { userId: owner, kind, objectKind: 'theme', objectId })
}
