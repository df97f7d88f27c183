import type { ReactElement } from 'react'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { requestEndpoints, type WaitingRequests } from '../../contract/requests/index.ts'
import { Waiting } from './request-words.tsx'

/** Box of Mein Tag: how many requests wait at the own sites. */
export default function WaitingPart(): ReactElement {
  const view = useView(requestEndpoints.waiting)
  return (
    <Card title="Anfragen">
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && <WaitingList waiting={view.data} />}
    </Card>
  )
}

const counted = (count: number): string => (count === 1 ? '1 Anfrage wartet' : `${count} Anfragen warten`)

function WaitingList({ waiting }: { waiting: WaitingRequests }): ReactElement {
  if (waiting.total === 0) return <p className="kern-body">An Ihren Standorten wartet niemand.</p>
  return (
    <>
      <p className="kern-body">
        {counted(waiting.total)}
        {waiting.urgent > 0 && `, davon ${waiting.urgent} dringend`}.
      </p>
      {waiting.sites.map((site) => (
        <p className="kern-body kern-body--small" key={site.id}>
          {site.name}: {site.waiting}, die älteste <Waiting since={site.oldestReceivedAt} />
        </p>
      ))}
      <Link to="/anfragen">Zur Warteschlange</Link>
    </>
  )
}
