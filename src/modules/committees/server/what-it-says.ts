import { newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { DecisionOutcome } from '../contract/codes.ts'
import type { NewEntry } from '../contract/minutes.ts'
import { responsibleOf } from './responsible.ts'
import { wrongField, wrongFields, type MeetingRow } from './store.ts'

export interface Item {
  readonly id: string
  readonly title: string
  readonly without_b3: boolean
  readonly is_public: boolean
  readonly subject_kind: string
  readonly subject_id: string | null
  readonly subject_title: string | null
}

export interface Written {
  readonly meeting: MeetingRow
  readonly item: Item
  readonly wish: NewEntry
}
type Links = { decision_id?: string; commission_id?: string; action_item_id?: string }

const shared = ({ meeting, item, wish }: Written) => ({
  committee_id: meeting.committee_id,
  meeting_id: meeting.id,
  agenda_item_id: item.id,
  is_public: wish.isPublic && item.is_public,
  without_b3: item.without_b3,
  // A case is never the subject of what is decided: the register is read more widely.
  subject_kind: item.subject_kind === 'case' ? 'none' : item.subject_kind,
  subject_id: item.subject_kind === 'case' ? null : item.subject_id,
  subject_title: item.subject_kind === 'case' ? null : item.subject_title,
})

export const titleOf = (content: string): string => {
  const line = content.split('\n')[0]!
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

/** What an entry makes beside its words: a decision with its parties, a commission, an action item. */
export async function makeWhatItSays(tx: Tx, written: Written & { now: Temporal.Instant }): Promise<Links> {
  const { wish } = written
  await refuseFields(tx, written)
  if (wish.kind === 'note') return {}
  if (wish.kind === 'actionItem') return { action_item_id: await makeActionItem(tx, written) }
  if (wish.kind === 'commission') return { commission_id: await makeCommission(tx, written) }
  return { decision_id: await makeDecision(tx, written) }
}

/** Fields that belong to other entries or subjects, all at once; then whether the named committee exists. */
async function refuseFields(tx: Tx, { meeting, item, wish }: Written): Promise<void> {
  const decides = wish.kind === 'decision' || wish.kind === 'recommendation' || wish.kind === 'agreement'
  const onTheme = decides && item.subject_kind === 'theme'
  const onMeasure = decides && item.subject_kind === 'measure'
  const goes = wish.kind === 'commission' || wish.kind === 'recommendation'
  const wrong = [
    ...(wish.themeFormat && !onTheme ? ['themeFormat'] : []),
    ...(wish.themePriority && !onTheme ? ['themePriority'] : []),
    ...(wish.inOtherForm && !onMeasure ? ['inOtherForm'] : []),
    ...(wish.dueOn && decides && !onMeasure ? ['dueOn'] : []),
    ...(wish.toCommitteeId && !goes ? ['toCommitteeId'] : []),
  ]
  if (wrong.length > 0) throw wrongFields(wrong.map((path) => [path, 'unexpectedHere'] as const))
  if (!wish.toCommitteeId) return
  if (wish.toCommitteeId === meeting.committee_id) throw wrongField('toCommitteeId', 'committeeIsOwn')
  const query = tx.selectFrom('committee').select('id').where('id', '=', wish.toCommitteeId)
  if (!(await query.executeTakeFirst())) throw wrongField('toCommitteeId', 'committeeUnknown')
}

async function makeActionItem(tx: Tx, written: Written): Promise<string> {
  const { wish } = written
  const responsible = await responsibleOf(tx, wish, written.item.without_b3, written.meeting.committee_id)
  const id = newId()
  await tx
    .insertInto('action_item')
    .values({
      id,
      ...shared(written),
      title: titleOf(wish.content),
      responsible,
      responsible_id: wish.responsibleId ?? null,
      due_on: wish.dueOn ?? null,
    })
    .execute()
  return id
}

async function makeCommission(tx: Tx, written: Written & { now: Temporal.Instant }): Promise<string> {
  const { wish, now } = written
  if (!wish.toCommitteeId && !wish.responsible) throw wrongField('responsible', 'commissionToMissing')
  const id = newId()
  await tx
    .insertInto('commission')
    .values({
      id,
      ...shared(written),
      title: titleOf(wish.content),
      mandate: wish.content.slice(0, 4000),
      to_committee_id: wish.toCommitteeId ?? null,
      to_label: wish.toCommitteeId ? null : (wish.responsible ?? null),
      due_on: wish.dueOn ?? null,
      state_on: dayOf(now),
    })
    .execute()
  return id
}

async function makeDecision(tx: Tx, written: Written): Promise<string> {
  const { wish, meeting } = written
  if (wish.kind === 'agreement' && wish.parties.length === 0) throw wrongField('parties', 'partiesMissing')
  if (wish.kind !== 'agreement' && wish.parties.length > 0) throw wrongField('parties', 'partiesUnexpected')
  const id = newId()
  await tx
    .insertInto('decision')
    .values({
      id,
      ...shared(written),
      kind: wish.kind,
      title: titleOf(wish.content),
      wording: wish.content,
      date_text: meeting.on_date,
      decided_on: meeting.on_date,
      outcome: outcomeOf(wish),
      to_committee_id: wish.toCommitteeId ?? null,
      theme_format: wish.themeFormat ?? null,
      theme_priority: wish.themePriority ?? null,
      due_on: wish.dueOn ?? null,
      in_other_form: wish.inOtherForm,
      votes_yes: wish.votes?.yes ?? null,
      votes_no: wish.votes?.no ?? null,
      votes_abstained: wish.votes?.abstained ?? null,
    })
    .execute()
  const parties = [...new Set(wish.parties)].map((party) => ({
    id: newId(),
    committee_id: meeting.committee_id,
    decision_id: id,
    party,
    without_b3: written.item.without_b3,
  }))
  if (parties.length > 0) await tx.insertInto('decision_party').values(parties).execute()
  return id
}

/** As said, else as the votes say: a tie is no majority. Throws `votesAgainst`, `outcomeUnexpected`. */
export function outcomeOf({ kind, votes, outcome }: NewEntry): DecisionOutcome {
  if (kind === 'acknowledgement' && outcome !== undefined && outcome !== 'adopted')
    throw wrongField('outcome', 'outcomeUnexpected')
  const lost = votes != null && votes.no >= votes.yes
  if (lost && outcome === 'adopted') throw wrongField('outcome', 'votesAgainst')
  return outcome ?? (lost && kind !== 'acknowledgement' ? 'rejected' : 'adopted')
}
