import type { ReactElement } from 'react'

import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { reconstructionEndpoints } from '../contract/endpoints.ts'
import type { ThemeView } from '../contract/themes.ts'
import { ChainView } from './chain-view.tsx'

/** The reconstructions behind a theme with their chains: how it runs today and how it should. */
export function ThemeReconstructions({ reconstructions }: Pick<ThemeView, 'reconstructions'>): ReactElement {
  if (reconstructions.length === 0)
    return (
      <p className="kern-body">
        Zu diesem Thema gehört noch keine Fallrekonstruktion. Sie entsteht unter „Rekonstruktionen“ und wird
        dort mit dem Thema verbunden.
      </p>
    )
  return (
    <>
      {reconstructions.map((one) => (
        <details key={one.id} className="theme-reconstruction">
          <summary>Fallrekonstruktion: {one.title}</summary>
          <p className="kern-body">
            <Link to="/rekonstruktionen/$id" params={{ id: one.id }}>
              Zur Rekonstruktion
            </Link>
          </p>
          <Chains id={one.id} />
        </details>
      ))}
    </>
  )
}

function Chains({ id }: { id: string }): ReactElement {
  const view = useView(reconstructionEndpoints.read, { params: { id } })
  return (
    <>
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && <ChainView chains={view.data.chains} title={view.data.title} />}
    </>
  )
}
