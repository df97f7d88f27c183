import type { ReactElement } from 'react'
import type { Stretch } from '../rules.ts'

/** A text with what was looked for marked. */
export function Marked({ stretches }: { stretches: readonly Stretch[] }): ReactElement {
  return (
    <>
      {stretches.map(({ text, hit }, index) =>
        // Stretches have no identity but their place.
        hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </>
  )
}
