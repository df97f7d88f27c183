import type { ReactElement } from 'react'
import type { DistrictPart } from './district-part.ts'
import { DistrictList } from './lists-part.tsx'

/** Agreements with their parties and contents (R031), decisions of Kreistag and committees (R129). */
export function DecisionsPart(part: DistrictPart): ReactElement {
  return (
    <div className="lt-stack">
      <DistrictList kind="agreementType" {...part} />
      <DistrictList kind="cooperationAgreement" {...part} />
      <DistrictList kind="politicalDecision" {...part} />
      <DistrictList kind="retentionClass" {...part} />
    </div>
  )
}
