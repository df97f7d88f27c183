import { Suspense, type ReactElement } from 'react'

import { useParts } from './use-parts.ts'

interface OfficeTouchedProps {
  /** Null while nothing is chosen. */
  organisationId: string | null
  /** Null: the organisation as a whole, or not chosen yet. */
  unitId?: string | null
}

/** Slot `office-touched`: what other modules have to say when something goes to this office. */
export function OfficeTouched({ organisationId, unitId = null }: OfficeTouchedProps): ReactElement | null {
  const parts = useParts<{ office: OfficeTouchedProps }>('office-touched')
  if (organisationId === null) return null
  return (
    <Suspense fallback={null}>
      {parts.map(({ key, Component }) => (
        <Component key={key} office={{ organisationId, unitId }} />
      ))}
    </Suspense>
  )
}
