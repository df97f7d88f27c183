import type { ReactElement } from 'react'

/** The tab „Lösungen“ under „Themen“ is a link of its own; nothing of it is shown there. */
export default function SolutionsTab(): ReactElement | null {
  return null
}
