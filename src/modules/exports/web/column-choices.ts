import {
  caseColumnLabels,
  contactColumnLabels,
  defaultColumns,
  personalColumns,
  taskColumnLabels,
} from '../contract/columns.ts'
import type { ExportChoice, ListChoice, ListFormat } from '../contract/exports.ts'

type Without<Choice> = Choice extends ListChoice ? Omit<Choice, 'format' | 'columns' | 'from' | 'to'> : never

/** The list as it is shown: what the person does not choose again. */
export type ListRequest = Without<ListChoice>

export interface ColumnChoice {
  readonly key: string
  readonly label: string
  /** Names a client or holds free text. */
  readonly personal: boolean
  readonly byDefault: boolean
}

const labels = { cases: caseColumnLabels, contacts: contactColumnLabels, tasks: taskColumnLabels } as const

/** The columns one may choose for a list, in their order. */
export function columnChoices(kind: ListRequest['kind']): ColumnChoice[] {
  const standard: readonly string[] = defaultColumns(labels[kind], kind)
  return Object.entries(labels[kind]).map(([key, label]) => ({
    key,
    label,
    personal: personalColumns.has(key) || (kind === 'contacts' && key === 'persons'),
    byDefault: standard.includes(key),
  }))
}

export interface ListWish {
  readonly format: ListFormat
  readonly columns: ReadonlySet<string>
  readonly from: string
  readonly to: string
}

/** What is asked of the server. */
export function choiceOf(list: ListRequest, { format, columns, from, to }: ListWish): ExportChoice {
  const chosen = columnChoices(list.kind).flatMap(({ key }) => (columns.has(key) ? [key] : []))
  const period = list.kind === 'contacts' ? { from: from || null, to: to || null } : {}
  // The keys come from the labels of this kind of list; the server checks each again.
  return { ...list, ...period, format, columns: chosen } as ExportChoice
}
