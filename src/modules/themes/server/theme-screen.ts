import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { ThemeView } from '../contract/themes.ts'
import {
  missingFor,
  movesFrom,
  nothingSaid,
  pathOf,
  standstillOf,
  stateAfter,
  type ThemeFacts,
  type ThemePath,
} from '../rules/theme-path.ts'
import {
  mentionsOfUnheard,
  standingOf,
  unaskedCount,
  type Mention,
  type ThemeWords,
} from '../rules/named-organisation.ts'
import type { OrganisationFacts } from '../rules/spelled-organisation.ts'
import { standstillWords } from './standstill-words.ts'
import { stepsSql, unmovedSql } from './theme-history-sql.ts'
import { organisationsSql, spellingsSql } from './theme-organisations-sql.ts'
import { themeTexts } from './texts.ts'

/** Most barriers and steps a page of a theme lists; the figures count all of them. */
const most = 200

/** The district's path: states also where ended (old themes keep their words), moves that may be made today. */
export const pathSql = (today: string) => sql`jsonb_build_object(
  'states', (select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'label', e.label, 'settings', e.settings) order by e.position, e.key), '[]')
    from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'themeState'),
  'moves', (select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'label', e.label, 'settings', e.settings,
      'active', coalesce(e.valid_from <= ${today}::date, true) and coalesce(e.valid_to > ${today}::date, true))
      order by e.position, e.key), '[]')
    from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'themeMove'))`

interface Entry {
  key: string
  label: string
  settings: Record<string, unknown>
}
export interface StoredPath {
  states: Entry[]
  moves: (Entry & { active: boolean })[]
}
export const pathOfStored = (stored: StoredPath): ThemePath =>
  pathOf(
    stored.states,
    stored.moves.filter((move) => move.active),
  )

const purposesSql = sql`(select coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'label', coalesce(e.label, k.key)) order by k.n), '[]')
  from unnest(t.purposes) with ordinality k (key, n) left join catalogue_entry e
    on e.tenant_id = t.tenant_id and e.kind = 'themePurpose' and e.key = k.key)`

/** Figures of all barriers that count; titles of the latest, for who reads barriers. */
const evidenceSql = sql`app.theme_evidence(t.id) || jsonb_build_object('rows',
  (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'kind', l.kind) order by l.title, l.id), '[]')
    from (select y.id, y.kind, bt.title from (select b.id, b.kind from theme_barrier tb
          join barrier b on b.tenant_id = tb.tenant_id and b.id = tb.barrier_id
          where tb.tenant_id = t.tenant_id and tb.theme_id = t.id and b.state <> 'merged'
          order by b.period_from desc, b.id desc limit ${most}) y
        join barrier_text bt on bt.tenant_id = t.tenant_id and bt.barrier_id = y.id) l))`

interface Row {
  view: Omit<
    ThemeView,
    'barriers' | 'state' | 'traits' | 'moves' | 'can' | 'steps' | 'unmoved' | 'spelled'
  > & {
    unmoved: (Pick<ThemeView['unmoved'][number], 'decisionId' | 'committee' | 'body' | 'decidedOn'> & {
      words: string | null
    })[]
    state: string
    traits: ThemeFacts['traits']
    steps: (Omit<ThemeView['steps'][number], 'label' | 'from' | 'to'> & {
      move: string | null
      from: string | null
      to: string
    })[]
    deferredFrom: string | null
  }
  path: StoredPath
  spellings: OrganisationFacts[]
  writes: boolean
}

export interface OpenTheme {
  readonly view: ThemeView
  readonly path: ThemePath
  readonly facts: ThemeFacts
  /** Where its words name organisations that were not asked. */
  readonly mentions: readonly Mention[]
  /** The same in other words that go out with it. */
  readonly mentionsIn: (words: string) => readonly Mention[]
}

/** Everything about one theme in one statement; 404 when it is hidden. */
export async function readTheme(tx: Tx, id: string, today: string): Promise<OpenTheme> {
  const { rows } = await sql<Row>`
    select jsonb_build_object('id', t.id, 'title', t.title, 'description', t.description, 'state', t.state, 'stateOn', t.state_on,
        'resubmitOn', t.resubmit_on, 'deferredFrom', t.deferred_from, 'priority', t.priority,
        'region', case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.label) end,
        'owner', o.given_name || ' ' || o.family_name, 'ownerId', t.owner_id,
        'exampleKey', t.example_key, 'traits', to_jsonb(t.traits || case when t.region_id is null then array['kreisWide'] else '{}' end),
        'purposes', ${purposesSql}, 'goal', t.goal, 'method', t.method,
        'targetGroupView', case when t.view_state is not null then jsonb_build_object('state', t.view_state, 'words', t.view_words, 'on', t.view_on) end,
        'singleReason', t.single_reason, 'format', t.format, 'solution', t.solution, 'effect', t.effect,
        'committee', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end,
        'evidence', ${evidenceSql},
        'organisations', ${organisationsSql},
        'reconstructions', (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'state', n.state) order by n.title, n.id), '[]')
          from reconstruction n where n.tenant_id = t.tenant_id and n.theme_id = t.id),
        'steps', ${stepsSql(most)}, 'unmoved', ${unmovedSql},
        'version', t.version) as view,
      ${pathSql(today)} as path, ${spellingsSql} as spellings, (select app.has_any_role('coordinator', 'kimLead')) as writes
    from theme t join staff_user o on o.tenant_id = t.tenant_id and o.id = t.owner_id
      left join region r on r.tenant_id = t.tenant_id and r.id = t.region_id
      left join committee c on c.tenant_id = t.tenant_id and c.id = t.committee_id
    where t.tenant_id = (select app.tenant_id()) and t.id = ${id}`.execute(tx)
  return openTheme(found(rows[0]), today)
}

function openTheme(row: Row, today: string): OpenTheme {
  const { view: read, path: stored, spellings, writes } = row
  const path = pathOfStored(stored)
  const standing = read.organisations.map((one) => ({ ...one, ...standingOf(one, one.views) }))
  const mentions = mentionsOfUnheard(standing, spellings, wordsOf(read))
  const organisations = standing.map((one) => ({ ...one, foundIn: foundOf(mentions, one.organisationId) }))
  const view = { ...read, organisations }
  const facts = factsOf(view, unaskedCount(organisations, mentions))
  const { deferredFrom: _, ...rest } = view
  const label = (key: string) => path.states.find((state) => state.key === key)?.label ?? key
  return {
    path,
    facts,
    mentions,
    mentionsIn: (text) => mentionsOfUnheard(standing, spellings, { title: text }),
    view: {
      ...rest,
      spelled: spelledOf(mentions, organisations),
      barriers: view.evidence.barriers,
      traits: [...view.traits],
      state: stateOf(path, view.state),
      steps: view.steps.map(({ move, from, to, ...step }) => ({
        ...step,
        label: stored.moves.find((one) => one.key === move)?.label ?? null,
        from: from === null ? null : label(from),
        to: label(to),
      })),
      moves: movesOf(path, facts, today),
      unmoved: view.unmoved.flatMap((one) => unmovedOf(path, facts, one, today)),
      can: writes ? ['change', 'move'] : [],
    },
  }
}

/** A state that left the district's list keeps its key as its name. */
export const stateOf = (path: ThemePath, key: string): ThemeView['state'] => {
  const state = path.states.find((one) => one.key === key)
  return { key, label: state?.label ?? key, stage: state?.stage ?? 'preparing' }
}

/** What a committee reads of a theme. */
const wordsOf = (view: Row['view']): ThemeWords => ({
  title: view.title,
  description: view.description,
  targetGroupView: view.targetGroupView?.words ?? null,
  goal: view.goal,
  method: view.method,
  format: view.format,
  solution: view.solution,
})

/** The same words in the same field are told once. */
const foundOf = (mentions: readonly Mention[], id: string) =>
  mentions
    .filter(({ organisationId }) => organisationId === id)
    .filter(
      (one, at, all) => all.findIndex(({ field, text }) => field === one.field && text === one.text) === at,
    )
    .map(({ field, text }) => ({ field, text }))

/** Those of the district that the theme names in its words alone. */
function spelledOf(
  mentions: readonly Mention[],
  listed: readonly { organisationId: string }[],
): ThemeView['spelled'] {
  const others = mentions.filter(({ organisationId: id }) => !listed.some((one) => one.organisationId === id))
  const names = new Map(others.map(({ organisationId, name }) => [organisationId, name]))
  return [...names].map(([id, name]) => ({ id, name, foundIn: foundOf(others, id) }))
}

const factsOf = (view: Row['view'], unasked: number): ThemeFacts => ({
  state: view.state,
  deferredFrom: view.deferredFrom,
  traits: view.traits,
  alike: view.evidence.barriers,
  singleReason: view.singleReason,
  viewAnswered: view.targetGroupView !== null,
  unasked,
  priority: view.priority,
  format: view.format,
  solution: view.solution,
  committeeId: view.committee?.id ?? null,
  heardBy: view.steps.flatMap((step) => (step.decidedBy === null ? [] : [step.decidedBy])),
})

function unmovedOf(
  path: ThemePath,
  facts: ThemeFacts,
  { words, ...decision }: Row['view']['unmoved'][number],
  today: string,
): ThemeView['unmoved'] {
  const wish = { ...nothingSaid, reason: words, decidedOn: decision.decidedOn }
  const still = standstillOf(path, facts, decision.body, wish, today)
  if (still === null) return []
  const missing = still.move ? [...still.missing] : []
  return [{ ...decision, text: standstillWords(still), move: still.move?.key ?? null, missing }]
}

function movesOf(path: ThemePath, facts: ThemeFacts, today: string): ThemeView['moves'] {
  return movesFrom(path, facts).map(({ move, blocked }) => {
    const missing: readonly string[] = missingFor(move, facts, nothingSaid, today)
    const isGiven = (need: string) => !missing.includes(need === 'manyCases' ? 'singleReason' : need)
    const to = stateAfter(path, facts, move)
    return {
      key: move.key,
      label: move.label,
      to: to ? { key: to.key, label: to.label } : null,
      decidedBy: move.decidedBy,
      needs: [...move.needs],
      given: move.needs.filter(isGiven),
      blocked: blocked === null ? null : themeTexts[blocked]!,
    }
  })
}
