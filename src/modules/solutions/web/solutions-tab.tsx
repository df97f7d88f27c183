import type { ReactElement } from 'react'

/** The tabs of solutions under „Themen“ are links of their own; nothing of this is shown there. */
export default function SolutionsTab(): ReactElement | null {
  return null
}
