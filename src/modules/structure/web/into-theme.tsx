import { Suspense, type ReactElement } from 'react'

import { Loading } from '../../../platform/web/ui/loading.tsx'
import { useParts } from '../../../platform/web/use-parts.ts'
import type { PickedBarrier } from './barrier-picker.tsx'

/** What a part of slot `barriers` gets: barriers one by one, or a group with all it holds. */
export interface TakenBarriers {
  barriers: readonly PickedBarrier[]
  group?: { readonly id: string; readonly title: string; readonly barriers: number }
}

/** What other modules do with barriers: module themes makes a theme of them, or adds them to one. */
export function IntoTheme(taken: TakenBarriers): ReactElement {
  const parts = useParts<TakenBarriers>('barriers')
  return (
    <>
      {parts.map(({ key, Component }) => (
        <Suspense key={key} fallback={<Loading />}>
          <Component {...taken} />
        </Suspense>
      ))}
    </>
  )
}
