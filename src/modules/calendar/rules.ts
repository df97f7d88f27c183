import { addDays, type PlainDate } from '../../platform/contract/dates.ts'
import type { DayItem, DayView } from './contract/day.ts'
import type { TaskState } from './contract/task.ts'

/** A closed file takes no new task, except while the client is still accompanied after closure. */
export const whyNotAddable = (file: { closedOn: PlainDate | null; phase: string }): 'caseClosed' | null =>
  file.closedOn !== null && file.phase !== 'aftercare' ? 'caseClosed' : null

/** Only an open task is changed or closed. */
export const whyNotOpen = (state: TaskState): 'taskClosed' | null => (state === 'open' ? null : 'taskClosed')

/** Only a closed task is taken up again. */
export const whyNotReopenable = (state: TaskState): 'taskOpen' | null =>
  state === 'open' ? 'taskOpen' : null

/** A reminder after the day it reminds of helps nobody. */
export const whyNotReminder = (
  remindOn: PlainDate | null,
  dueOn: PlainDate | null,
): 'reminderAfterDue' | null =>
  remindOn !== null && dueOn !== null && remindOn > dueOn ? 'reminderAfterDue' : null

/** Sunday of the week of `today`. */
export const endOfWeek = (today: PlainDate): PlainDate =>
  addDays(today, (7 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7)

/** An item with what decides its place; not all of it is shown. */
export interface PlacedItem {
  readonly item: DayItem
  readonly remindOn: PlainDate | null
  /** Somebody else has to act: without a due date before tomorrow it waits. */
  readonly waiting: boolean
  /** Stands in a list of its own, whatever its date. */
  readonly group: { readonly key: string; readonly label: string } | null
}

type SectionKey = DayView['sections'][number]['key']

/**
 * Where each item stands in Mein Tag. Overdue comes first whatever it is; then today, this week, without a date,
 * waiting for others. Later dates only give `nextDueOn`. Items without a place stay out.
 */
export function arrangeDay(
  items: readonly PlacedItem[],
  today: PlainDate,
): Pick<DayView, 'sections' | 'groups' | 'nextDueOn'> {
  const sections = new Map<SectionKey, DayItem[]>()
  const groups = new Map<string, DayView['groups'][number]>()
  let nextDueOn: PlainDate | null = null
  for (const placed of items) {
    if (placed.group) {
      const group = groups.get(placed.group.key) ?? { ...placed.group, items: [] }
      groups.set(placed.group.key, { ...group, items: [...group.items, placed.item] })
      continue
    }
    const key = sectionOf(placed, today)
    if (key === 'later') {
      const due = placed.item.dueOn
      if (due !== null && (nextDueOn === null || due < nextDueOn)) nextDueOn = due
    } else sections.set(key, [...(sections.get(key) ?? []), placed.item])
  }
  const order: SectionKey[] = ['overdue', 'today', 'week', 'undated', 'waiting']
  return {
    sections: order.flatMap((key) => {
      const found = sections.get(key)
      return found ? [{ key, items: found.toSorted(byUrgency) }] : []
    }),
    groups: [...groups.values()].map((group) => ({ ...group, items: group.items.toSorted(byUrgency) })),
    nextDueOn,
  }
}

function sectionOf({ item, remindOn, waiting }: PlacedItem, today: PlainDate): SectionKey | 'later' {
  const { dueOn } = item
  if (dueOn !== null && dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  if (waiting) return 'waiting'
  if (remindOn !== null && remindOn <= today) return 'today'
  if (dueOn === null) return remindOn === null ? 'undated' : 'later'
  return dueOn <= endOfWeek(today) ? 'week' : 'later'
}

/** The earliest day first, then what has waited longest. */
function byUrgency(a: DayItem, b: DayItem): number {
  const key = (item: DayItem) => [item.dueOn ?? '9999', item.since ?? '9999', item.id].join(' ')
  return key(a) < key(b) ? -1 : 1
}
