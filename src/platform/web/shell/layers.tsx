import { Suspense, type ReactElement } from 'react'

import { useParts } from '../use-parts.ts'

/** What modules lay over every page: sheets that open from anywhere (slot `layer`, no props). */
export function Layers(): ReactElement {
  return (
    <>
      {useParts('layer').map(({ key, Component }) => (
        <Suspense key={key} fallback={null}>
          <Component />
        </Suspense>
      ))}
    </>
  )
}
