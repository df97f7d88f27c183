import { accessParts } from '../contract/access-parts.ts'
import type { CaseAction } from '../contract/case-view.ts'

const worksOpenCase: readonly CaseAction[] = [
  'edit',
  'persons',
  'phase',
  'intensity',
  'close',
  'handOver',
  'release',
]

/** What the acting person may do with a case: travels as `can`, the database decides again. */
export function caseActions(about: {
  roles: readonly string[]
  parts: number
  basis: string
  closed: boolean
}): CaseAction[] {
  const works = (about.parts & accessParts.work) !== 0
  if (works) return about.closed ? ['reopen', 'phase'] : [...worksOpenCase]
  if (!about.roles.includes('coordinator') || about.closed) return []
  return ['handOver', 'clearAccess']
}
