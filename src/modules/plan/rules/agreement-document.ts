import { germanDate, type PlainDate } from '../../../platform/contract/dates.ts'
import type { AgreementParty, AgreementSnapshot, SnapshotGoal, SnapshotStep } from '../contract/agreement.ts'
import type { AgreementTexts, AgreementWords } from '../contract/agreement-texts.ts'
import type { AgreementState, Responsible, SignatoryRole } from '../contract/codes.ts'

/** Words of one column; `lang` where they are in another language than their column. */
export interface Side {
  readonly text: string
  readonly lang?: string
}

/** One row of the printed page: German left, the other language right (null when German stands alone). */
export interface Block {
  readonly kind: 'heading' | 'subheading' | 'text' | 'item' | 'small'
  readonly german: Side
  readonly other: Side | null
}

export interface SignatureLine {
  readonly german: string
  readonly other: string | null
  readonly name: string | null
}

/** The agreement as printed and as shown beside the plan: one description for both. */
export interface AgreementDocument {
  readonly title: string
  readonly otherTitle: string | null
  /** Column languages for voice, hyphenation and direction. */
  readonly lang: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly district: string
  readonly kiName: string
  readonly fundersNote: string
  readonly blocks: readonly Block[]
  readonly signatures: {
    readonly heading: Block
    readonly placeAndDate: { readonly german: string; readonly other: string | null }
    readonly lines: readonly SignatureLine[]
    /** „Unterschrieben am 21.11.2026“, null while it is not signed. */
    readonly signed: Block | null
  }
}

export interface AgreementParts {
  readonly snapshot: AgreementSnapshot
  readonly parties: readonly AgreementParty[]
  readonly state: AgreementState
  /** Null for the preview of a plan that is no agreement yet. */
  readonly number: number | null
  readonly madeOn: PlainDate
  readonly signedOn: PlainDate | null
  readonly german: AgreementTexts
  readonly other: AgreementTexts | null
}

type Pair = (key: keyof AgreementWords, kind?: Block['kind']) => Block

/** Lays out an agreement, row by row, in German and the language of the client. */
export function agreementDocument(parts: AgreementParts): AgreementDocument {
  const { snapshot, german, other } = parts
  const pair: Pair = (key, kind = 'text') => ({
    kind,
    german: { text: german.words[key] },
    other: other && { text: other.words[key] },
  })
  return {
    title: german.words.title,
    otherTitle: other && other.words.title,
    lang: other && other.lang,
    direction: other?.direction ?? 'ltr',
    district: snapshot.district,
    kiName: snapshot.kiName,
    fundersNote: snapshot.fundersNote,
    blocks: [
      ...opening(parts, pair),
      pair('voluntaryHeading', 'heading'),
      ...(['voluntary', 'noSanction', 'free', 'endAnyTime'] as const).map((key) => pair(key)),
      pair('goalsHeading', 'heading'),
      ...snapshot.goals.flatMap((goal, index) => goalBlocks(goal, index + 1, parts, pair)),
      pair('contributionsHeading', 'heading'),
      ...contributions(parts, pair),
      pair('copy'),
    ],
    signatures: signatures(parts, pair),
  }
}

function opening({ snapshot, parties, number, madeOn, ...parts }: AgreementParts, pair: Pair): Block[] {
  const { german, other } = parts
  const date = germanDate(madeOn)
  const fassung = (words: AgreementWords) =>
    number === null ? words.draft : `${words.version} ${number} · ${date}`
  const head = (words: AgreementWords) =>
    `${words.fileNumber}: ${snapshot.fileNumber} · ${fassung(words)}${
      number !== null && parts.state === 'draft' ? ` · ${words.draft}` : ''
    }`
  const named = parties.filter((party) => party.stage === 'named' && party.name !== null)
  return [
    { kind: 'small', german: { text: head(german.words) }, other: other && { text: head(other.words) } },
    pair('between'),
    ...named.map((party): Block => {
      const line = (words: AgreementWords) =>
        `${words[party.role]}: ${party.name}${party.role === 'caseManager' ? `, ${snapshot.organisation}` : ''}`
      return {
        kind: 'item',
        german: { text: line(german.words) },
        other: other && { text: line(other.words) },
      }
    }),
  ]
}

function goalBlocks(goal: SnapshotGoal, place: number, parts: AgreementParts, pair: Pair): Block[] {
  const { german, other } = parts
  const heading = (words: AgreementWords) => `${words.goal} ${place}`
  const name = parts.parties.find((party) => goal.personId !== null && party.personId === goal.personId)?.name
  const whom = (words: AgreementWords) => name ?? (goal.personId === null ? words.wholeFamily : words.client)
  const about = (label: (words: AgreementWords) => string): Block => ({
    kind: 'small',
    german: { text: label(german.words) },
    other: other && { text: label(other.words) },
  })
  const indicator = goal.indicator
  return [
    {
      kind: 'subheading',
      german: { text: heading(german.words) },
      other: other && { text: heading(other.words) },
    },
    {
      kind: 'text',
      german: { text: goal.wording },
      other: inClientWords(goal.clientWording, goal.clientLanguage, parts.other),
    },
    about((words) => `${words.forWhom}: ${whom(words)}`),
    ...(indicator === null
      ? []
      : [
          {
            ...pair('indicator', 'small'),
            german: { text: `${german.words.indicator}: ${indicator}` },
            other: other && { text: `${other.words.indicator}: ${other.words.seeGerman}` },
          },
        ]),
    ...(goal.targetOn === null ? [] : [about((words) => `${words.until}: ${germanDate(goal.targetOn!)}`)]),
  ]
}

/** What was typed by people stays as it was typed; where the client's wording is missing, the column points left. */
function inClientWords(
  wording: string | null,
  language: string | null,
  other: AgreementTexts | null,
): Side | null {
  if (other === null) return null
  if (wording === null) return { text: other.words.seeGerman }
  return language === null || language === other.lang ? { text: wording } : { text: wording, lang: language }
}

const sides: readonly {
  readonly heading: keyof AgreementWords
  readonly of: (responsible: Responsible) => boolean
}[] = [
  { heading: 'clientContributes', of: (one) => one === 'client' },
  { heading: 'caseManagerContributes', of: (one) => one === 'caseManager' },
  { heading: 'othersContribute', of: (one) => one !== 'client' && one !== 'caseManager' },
]

function contributions(parts: AgreementParts, pair: Pair): Block[] {
  const all = parts.snapshot.goals.flatMap((goal, index) =>
    goal.steps.map((step) => ({ step, place: index + 1, language: goal.clientLanguage })),
  )
  return sides.flatMap(({ heading, of }) => {
    const own = all.filter(({ step }) => of(step.responsible))
    if (own.length === 0 && heading === 'othersContribute') return []
    return [
      pair(heading, 'subheading'),
      ...(own.length === 0
        ? [pair('noStep')]
        : own.map(({ step, place, language }) => stepBlock(step, place, language, parts))),
    ]
  })
}

function stepBlock(
  step: SnapshotStep,
  place: number,
  language: string | null,
  { german, other }: AgreementParts,
): Block {
  const role = (words: AgreementWords) =>
    step.responsible === 'client' || step.responsible === 'caseManager' ? null : words[step.responsible]
  const line = (words: AgreementWords, wording: string) => {
    const who = [role(words), step.who].filter((part) => part !== null).join(', ')
    const until = step.dueOn === null ? '' : ` · ${words.until}: ${germanDate(step.dueOn)}`
    return `${who === '' ? '' : `${who}: `}${wording} (${words.goal} ${place}${until})`
  }
  const typed = inClientWords(step.clientWording, language, other)
  return {
    kind: 'item',
    german: { text: line(german.words, step.wording) },
    other: other && typed && { ...typed, text: line(other.words, typed.text) },
  }
}

function signatures({ parties, state, signedOn, german, other }: AgreementParts, pair: Pair) {
  const signed = parties.filter((party) => party.stage === 'signed')
  const named = parties.filter((party) => party.stage === 'named')
  const listed = signed.length > 0 ? signed : named.length > 0 ? named : nameless
  const both = (key: keyof AgreementWords) => ({
    german: german.words[key],
    other: other && other.words[key],
  })
  const on = (words: AgreementWords) => `${words.signedOn} ${germanDate(signedOn!)}`
  return {
    heading: pair('signaturesHeading', 'heading'),
    placeAndDate: both('placeAndDate'),
    lines: listed.map((party) => ({ ...both(party.role), name: party.name })),
    signed:
      signedOn === null || state === 'draft'
        ? null
        : {
            kind: 'text' as const,
            german: { text: on(german.words) },
            other: other && { text: on(other.words) },
          },
  }
}

/** Where names may not be seen, the roles still stand under the lines. */
const nameless: readonly { readonly role: SignatoryRole; readonly name: null }[] = [
  { role: 'client', name: null },
  { role: 'caseManager', name: null },
]
