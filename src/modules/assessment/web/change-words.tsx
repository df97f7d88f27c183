import type { ReactElement } from 'react'

import { changeLabels, changeSigns, type Change } from '../rules/change.ts'

/** A change as sign and word; the sign alone is never read out, the word never missing. */
export function ChangeWords({ change }: { change: Change }): ReactElement {
  return (
    <span className="assess-change">
      <span aria-hidden="true">{changeSigns[change]} </span>
      {changeLabels[change]}
    </span>
  )
}
