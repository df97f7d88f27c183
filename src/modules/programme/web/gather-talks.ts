import type { DueItem } from '../contract/overview.ts'

/** As many talks stand there one by one; more become one row, or twenty social offices bury everything else. */
const most = 3

/** The list of what is due, with many interface talks as one row at the place of the oldest. */
export function gatherTalks(due: readonly DueItem[]): DueItem[] {
  const talks = due.filter(({ kind }) => kind === 'interface')
  if (talks.length <= most) return [...due]
  const [oldest] = talks
  const names = talks.slice(0, most).map(({ title }) => title)
  const title = `${names.join('; ')} und ${talks.length - most} weitere`
  return due.flatMap((item) =>
    item === oldest ? [{ ...item, title }] : item.kind === 'interface' ? [] : [item],
  )
}
