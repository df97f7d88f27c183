import { z } from 'zod'

/** One value of a list. `code` is stored and never changes its meaning; `label` is what people read. */
export interface CodeEntry<C extends string = string> {
  readonly code: C
  readonly label: string
  /** Heading under which a long list is shown. */
  readonly group?: string
  /** Kept for old records, refused for new ones. */
  readonly historical?: boolean
  /** The source at hand calls this unconfirmed. */
  readonly unconfirmed?: boolean
}

export interface CodeList<E extends CodeEntry = CodeEntry> {
  readonly id: string
  readonly title: string
  /** Where the list comes from, for the person who maintains it. */
  readonly source: string
  /** Edition of an official list. */
  readonly version?: string
  /** `true`: an official list of which only a part is here; say so wherever it is offered. */
  readonly incomplete?: boolean
  /** Text of law whose notice stands beside every field that uses this list. */
  readonly fieldNotice?: string
  readonly entries: readonly E[]
}

type CodeOf<L extends CodeList> = L['entries'][number]['code']

/** Keeps the literal codes of a list, so that schemas and switches know them. */
export const codeList = <const C extends string, E extends CodeEntry<C>>(
  list: CodeList<E & CodeEntry<C>>,
): CodeList<E & CodeEntry<C>> => list

/** zod schema of the codes of a list; historical ones included, because old records carry them. */
export const codeSchema = <L extends CodeList>(list: L) =>
  z
    .enum(list.entries.map((entry) => entry.code) as [CodeOf<L>, ...CodeOf<L>[]], {
      error: `Wählen Sie einen Wert der Liste „${list.title}“.`,
    })
    .meta({ id: list.id })

/** The label of a code; a code the list does not know is shown as it is, never hidden. */
export const labelOf = (list: CodeList, code: string): string =>
  list.entries.find((entry) => entry.code === code)?.label ?? code

export const openForEntry = <E extends CodeEntry>(list: CodeList<E>): E[] =>
  list.entries.filter((entry) => entry.historical !== true)
