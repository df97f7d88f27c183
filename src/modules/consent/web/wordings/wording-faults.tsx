import type { ReactElement } from 'react'

import type { WordingFault } from '../../contract/wording.ts'
import { wordingFaultText } from '../../rules/wording-fault-text.ts'

/** What a text lacks, one sentence each. */
export function WordingFaults({ faults }: { faults: readonly WordingFault[] }): ReactElement {
  return (
    <ul className="consent-missing">
      {faults.map((fault) => (
        <li key={fault.section}>{wordingFaultText(fault)}</li>
      ))}
    </ul>
  )
}
