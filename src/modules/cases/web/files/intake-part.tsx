import type { ReactElement } from 'react'
import { useCase } from './use-case.ts'
import { BasesCard } from './bases-card.tsx'
import { IntakeCard } from './intake-card.tsx'
import { FirstTalkCard } from './first-talk-card.tsx'

/** Tab „Aufnahme“: first talk, legal bases with information, criteria, „already served elsewhere?“. */
export default function IntakePart({ caseId }: { caseId: string }): ReactElement | null {
  const file = useCase(caseId).data
  if (!file) return null
  return (
    <div className="lt-columns">
      <div className="lt-stack">
        <FirstTalkCard file={file} />
        <BasesCard file={file} />
      </div>
      <IntakeCard key={file.intake.version} file={file} />
    </div>
  )
}
