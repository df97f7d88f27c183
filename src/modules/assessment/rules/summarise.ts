import type { DomainView, RatingView, ScaleStep, SubjectView } from '../contract/assessment.ts'
import { isAnswered, wordOf } from './rating.ts'
import { listWords } from './list-words.ts'

export interface SummaryFacts {
  readonly domains: readonly Pick<DomainView, 'key' | 'label' | 'locked'>[]
  readonly ratings: readonly RatingView[]
  readonly subjects: readonly SubjectView[]
  readonly scale: readonly ScaleStep[] | null
}

type Rated = RatingView & { readonly label: string }

/**
 * The summary that writes itself: one paragraph for the whole family and one for each person with ratings of their
 * own, in plain sentences of the district's own words. Domains follow a colon, so no label has to be declined. Says
 * nothing of a locked domain but that it was left out. Empty without any answer.
 */
export function summarise({ domains, ratings, subjects, scale }: SummaryFacts): string[] {
  const open = domains.filter((domain) => domain.locked === null)
  const rows = open.flatMap(({ key, label }) =>
    ratings.filter((one) => one.lifeDomain === key && isAnswered(one)).map((one) => ({ ...one, label })),
  )
  if (rows.length === 0) return []
  const several = rows.some((row) => row.personId !== null)
  const of = (personId: string | null) => rows.filter((row) => row.personId === personId)
  const paragraphs = [
    paragraph(several ? 'Für die ganze Familie' : null, of(null), scale),
    ...subjects.map((one, index) => paragraph(nameOf(one, index), of(one.personId), scale)),
    remainder(open, rows, domains),
  ]
  return paragraphs.filter((text) => text !== '')
}

const nameOf = (subject: SubjectView, index: number) => `Für ${subject.name ?? `Person ${index + 1}`}`

function paragraph(about: string | null, rows: readonly Rated[], scale: readonly ScaleStep[] | null): string {
  if (rows.length === 0) return ''
  const rated = rows.filter((row) => row.state === 'rated')
  const sentences = [
    ...urgencySentences(rated),
    ...stepSentences(rated, scale, 'need'),
    ...stepSentences(rated, scale, 'resource'),
    clientSentence(rows, scale),
    withoutValueSentence(rated),
    sentence(
      'Nicht besprochen',
      labelsWhere(rows, (row) => row.state === 'notDiscussed'),
    ),
    sentence(
      'Besprochen, aber nicht bekannt',
      labelsWhere(rows, (row) => row.state === 'unknown'),
    ),
  ].filter((text) => text !== '')
  return about === null ? sentences.join(' ') : `${about}: ${sentences.join(' ')}`
}

const labelsWhere = (rows: readonly Rated[], is: (row: Rated) => boolean) =>
  rows.filter(is).map((row) => row.label)

const sentence = (start: string, labels: readonly string[]) =>
  labels.length === 0 ? '' : `${start}: ${listWords(labels)}.`

function urgencySentences(rows: readonly Rated[]): string[] {
  return [
    sentence(
      'Dringend',
      labelsWhere(rows, (row) => row.urgency === 'urgent'),
    ),
    sentence(
      'Bald anzugehen',
      labelsWhere(rows, (row) => row.urgency === 'soon'),
    ),
  ]
}

/** One sentence a step, the highest first: „Hoher Bedarf: Wohnsituation und Sprache.“ */
function stepSentences(
  rows: readonly Rated[],
  scale: readonly ScaleStep[] | null,
  name: 'need' | 'resource',
): string[] {
  const values = [...new Set(rows.flatMap((row) => row[name] ?? []))].toSorted((a, b) => b - a)
  return values.map((value) =>
    sentence(
      startOf(name, wordOf(scale, name, value)),
      labelsWhere(rows, (row) => row[name] === value),
    ),
  )
}

/** Words of the district may be any: where they do not say what was asked, the question stands before them. */
function startOf(name: 'need' | 'resource', word: string): string {
  const question = name === 'need' ? 'Bedarf' : 'Ressourcen'
  if (name === 'need' && word.includes(question)) return word.charAt(0).toUpperCase() + word.slice(1)
  return `${question} ${word}`
}

function clientSentence(rows: readonly Rated[], scale: readonly ScaleStep[] | null): string {
  const views = rows.flatMap((row) =>
    row.clientView === null ? [] : [`${row.label} ${quoted(wordOf(scale, 'clientView', row.clientView))}`],
  )
  return sentence('Eigene Sicht der ratsuchenden Person', views)
}

const quoted = (word: string) => `„${word}“`

/** Talked about and described in words only. */
function withoutValueSentence(rows: readonly Rated[]): string {
  const bare = (row: Rated) => row.need === null && row.resource === null && row.clientView === null
  return sentence('Besprochen ohne Einstufung', labelsWhere(rows, bare))
}

/** What the whole assessment says nothing about. */
function remainder(
  open: SummaryFacts['domains'],
  rows: readonly Rated[],
  domains: SummaryFacts['domains'],
): string {
  const unanswered = open.filter(({ key }) => !rows.some((row) => row.lifeDomain === key))
  const locked = domains.filter((domain) => domain.locked !== null)
  return [
    sentence(
      'Noch offen',
      unanswered.map(({ label }) => label),
    ),
    sentence(
      'Gesperrt und nicht einbezogen',
      locked.map(({ label }) => label),
    ),
  ]
    .filter((text) => text !== '')
    .join(' ')
}
