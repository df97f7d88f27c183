import { useParams } from '@tanstack/react-router'
import { Suspense, type ReactElement } from 'react'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { useParts } from '../../../../platform/web/use-parts.ts'

/** The tab of the address, from whichever module brings it. */
export function CasePart(): ReactElement {
  const { id, part: key } = useParams({ strict: false }) as { id: string; part: string }
  const part = useParts<{ caseId: string }>('case').find((one) => one.key === key)
  if (!part)
    return <EmptyState title="Diesen Teil gibt es nicht">Bitte wählen Sie einen der Reiter.</EmptyState>
  return (
    <Suspense fallback={<Loading />}>
      <part.Component key={id} caseId={id} />
    </Suspense>
  )
}
