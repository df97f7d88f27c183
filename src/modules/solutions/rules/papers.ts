import type { PlainDate } from '../../../platform/contract/dates.ts'
import { sections, type PaperSection, type PaperState, type PartyApproval } from '../contract/codes.ts'

/**
 * The steps of a version of a paper (R089). The trigger `interface_paper_words` of migration 0180 has the same list;
 * `policy.test.ts` walks all pairs against it.
 */
export const paperMoves: Readonly<Record<PaperState, readonly PaperState[]>> = {
  draft: ['inApproval'],
  inApproval: ['draft', 'valid'],
  valid: ['superseded', 'revoked'],
  superseded: [],
  revoked: [],
}

export const whyNotPaperMove = (from: PaperState, to: PaperState): string | null => {
  if (paperMoves[from].includes(to)) return null
  if (from === 'draft') return 'paperNotInApproval'
  return from === 'inApproval' ? 'paperInApproval' : 'paperSettled'
}

/** Parties answered to exactly these words, so only a draft is changed, thrown away. */
export const whyNotChangeable = (state: PaperState): string | null =>
  state === 'draft' ? null : 'paperNotDraft'

/** What people read: in force only until its last day. `today` ISO, in Berlin. */
export function paperStateOn(
  version: { state: PaperState; validUntil: PlainDate | null },
  today: PlainDate,
): PaperState | 'expired' {
  const over = version.state === 'valid' && version.validUntil !== null && version.validUntil < today
  return over ? 'expired' : version.state
}

interface Wording {
  readonly legalDomains: readonly string[]
  readonly sections: Readonly<Partial<Record<PaperSection, string>>>
  readonly parties: readonly {
    readonly contactFunction: string | null
    readonly organisationId: string
  }[]
  readonly reviewOn: PlainDate | null
  readonly validUntil: PlainDate | null
}

/** Sections without which a paper says nothing; the others may stay empty where nothing is to be said. */
export const neededSections: readonly PaperSection[] = sections.filter(
  (section) => section !== 'reporting' && section !== 'caseDiscussion',
)

/** What is missing before the parties are asked: field and code. Empty: it can go out. */
export function missingForApproval(paper: Wording, today: PlainDate): (readonly [string, string])[] {
  const missing: (readonly [string, string, boolean])[] = [
    ['legalDomains', 'paperLegalDomainsMissing', paper.legalDomains.length === 0],
    ['parties', 'paperPartiesMissing', paper.parties.length < 2],
    ...paper.parties.map(
      (party, index) =>
        [`parties.${index}.contactFunction`, 'paperContactMissing', !party.contactFunction] as const,
    ),
    ...neededSections.map(
      (section) => [`sections.${section}`, 'paperSectionMissing', !paper.sections[section]] as const,
    ),
    ['reviewOn', 'paperReviewMissing', paper.reviewOn === null],
    ['reviewOn', 'paperReviewPast', paper.reviewOn !== null && paper.reviewOn < today],
    ['validUntil', 'paperTermPast', paper.validUntil !== null && paper.validUntil < today],
  ]
  return missing.filter(([, , isMissing]) => isMissing).map(([path, code]) => [path, code])
}

/** Why a paper cannot come into force on `from`: every party must have agreed. */
export function whyNotInForce(
  paper: {
    readonly state: PaperState
    readonly validUntil: PlainDate | null
    readonly parties: readonly { readonly approval: PartyApproval }[]
  },
  from: PlainDate,
  today: PlainDate,
): string | null {
  const step = whyNotPaperMove(paper.state, 'valid')
  if (step !== null) return step
  if (paper.parties.some(({ approval }) => approval === 'objected')) return 'paperObjected'
  if (paper.parties.some(({ approval }) => approval !== 'agreed')) return 'paperNotAgreed'
  if (from > today) return 'paperFromInFuture'
  return paper.validUntil !== null && paper.validUntil < from ? 'paperTermPast' : null
}

/** An answer of a party belongs to the time of approval. */
export const whyNotAnswered = (state: PaperState): string | null =>
  state === 'inApproval' ? null : 'paperNotInApproval'

/** A contact is a function: „Frau …“ or „Herr …“ is a person, who leaves the post while the paper stays. */
export const namesPerson = (contact: string | null | undefined): boolean =>
  /(^|[\s,(])(Frau|Herr|Herrn|Fr\.|Hr\.)\s+\p{Lu}/u.test(contact ?? '')

/** Why another version cannot be begun: one is being worked on. */
export const whyNotNewVersion = (states: readonly PaperState[]): string | null =>
  states.some((state) => state === 'draft' || state === 'inApproval') ? 'paperVersionOpen' : null

/** A review moves the next one; it must lie ahead. */
export const whyNotReviewed = (state: PaperState, next: PlainDate, today: PlainDate): string | null => {
  if (state !== 'valid') return 'paperNotValid'
  return next <= today ? 'paperReviewPast' : null
}
