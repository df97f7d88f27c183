import type { DecisionOutcome, EntryKind } from '../contract/codes.ts'

/** What may be typed in front of a line of the minutes. */
export const commands: Readonly<Record<string, Exclude<EntryKind, 'note'>>> = {
  '/beschluss': 'decision',
  '/empfehlung': 'recommendation',
  '/vereinbarung': 'agreement',
  '/kenntnis': 'acknowledgement',
  '/auftrag': 'actionItem',
  '/projektauftrag': 'commission',
}

export interface TypedEntry {
  readonly kind: EntryKind
  readonly content: string
  /** Of `/auftrag` and `/projektauftrag`: the word after @, and the day after „bis“; of `/empfehlung @…` the committee. */
  readonly responsible: string | null
  readonly dueText: string | null
  /** Of `/beschluss 12:1:2 …`: yes, no, abstained. */
  readonly votes: { yes: number; no: number; abstained: number } | null
  /** Of `/beschluss abgelehnt …`; null: as the votes say. */
  readonly outcome: DecisionOutcome | null
  /** A command that is none. */
  readonly unknown: string | null
}

const outcomes = /^(angenommen|abgelehnt|vertagt)\b[:,.]?\s+/i
const outcomeOfWord: Readonly<Record<string, DecisionOutcome>> = {
  angenommen: 'adopted',
  abgelehnt: 'rejected',
  vertagt: 'postponed',
}

/**
 * A line as typed in the minutes: `/beschluss 12:0:1 Text`, `/beschluss abgelehnt Text`, `/auftrag @Jugendamt bis 15.01.2027 Text`. Anything that
 * does not begin with a slash is a note.
 */
export function typeEntry(line: string): TypedEntry {
  const nothing = { responsible: null, dueText: null, votes: null, outcome: null, unknown: null }
  const found = /^\s*(\/\S+)\s*([\s\S]*)$/.exec(line)
  if (!found) return { kind: 'note', content: line.trim(), ...nothing }
  const [, word = '', rest = ''] = found
  const kind = commands[word.toLowerCase()]
  if (!kind) return { kind: 'note', content: line.trim(), ...nothing, unknown: word }
  if (kind === 'actionItem' || kind === 'commission') return { kind, ...whoAndWhen(rest) }
  if (kind === 'recommendation' && rest.startsWith('@')) {
    const [, quoted, word, words = ''] = /^@(?:"([^"]+)"|(\S+))\s*([\s\S]*)$/.exec(rest) ?? []
    return {
      kind,
      ...nothing,
      responsible: quoted ?? word ?? null,
      content: words.replace(/^[\s:,–-]+/, '').trim(),
    }
  }
  if (kind === 'acknowledgement') return { kind, ...nothing, content: rest.trim() }
  const counted = /^(\d{1,3}):(\d{1,3}):(\d{1,3})\s+([\s\S]+)$/.exec(rest)
  const words = (counted?.[4] ?? rest).trim()
  const outcome = outcomeOfWord[outcomes.exec(words)?.[1]?.toLowerCase() ?? ''] ?? null
  const votes = counted && {
    yes: Number(counted[1]),
    no: Number(counted[2]),
    abstained: Number(counted[3]),
  }
  return { kind, ...nothing, votes, outcome, content: words.replace(outcomes, '') }
}

function whoAndWhen(rest: string): Omit<TypedEntry, 'kind'> {
  const who = /(?:^|\s)@(?:"([^"]+)"|(\S+))/.exec(rest)
  const when = /(?:^|\s)bis\s+(\d{1,2}\.\d{1,2}\.\d{4})/i.exec(rest)
  const content = rest
    .replace(who?.[0] ?? '', ' ')
    .replace(when?.[0] ?? '', ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,–-]+/, '')
    .trim()
  return {
    content,
    responsible: who ? (who[1] ?? who[2] ?? null) : null,
    dueText: when?.[1] ?? null,
    votes: null,
    outcome: null,
    unknown: null,
  }
}
