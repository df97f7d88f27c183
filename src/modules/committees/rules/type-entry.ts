import type { EntryKind } from '../contract/codes.ts'

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
  /** Of `/auftrag`: the word after @, and the day after „bis“. */
  readonly responsible: string | null
  readonly dueText: string | null
  /** Of `/beschluss 12:1:2 …`: yes, no, abstained. */
  readonly votes: { yes: number; no: number; abstained: number } | null
  /** A command that is none. */
  readonly unknown: string | null
}

/**
 * A line as typed in the minutes: `/beschluss 12:0:1 Text`, `/auftrag @Jugendamt bis 15.01.2027 Text`. Anything that
 * does not begin with a slash is a note.
 */
export function typeEntry(line: string): TypedEntry {
  const nothing = { responsible: null, dueText: null, votes: null, unknown: null }
  const found = /^\s*(\/\S+)\s*([\s\S]*)$/.exec(line)
  if (!found) return { kind: 'note', content: line.trim(), ...nothing }
  const [, word = '', rest = ''] = found
  const kind = commands[word.toLowerCase()]
  if (!kind) return { kind: 'note', content: line.trim(), ...nothing, unknown: word }
  if (kind === 'actionItem' || kind === 'commission') return { kind, ...whoAndWhen(rest) }
  const counted = /^(\d{1,3}):(\d{1,3}):(\d{1,3})\s+([\s\S]+)$/.exec(rest)
  if (kind === 'acknowledgement' || !counted) return { kind, ...nothing, content: rest.trim() }
  const [, yes, no, abstained, content = ''] = counted
  const votes = { yes: Number(yes), no: Number(no), abstained: Number(abstained) }
  return { kind, ...nothing, votes, content: content.trim() }
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
    unknown: null,
  }
}
