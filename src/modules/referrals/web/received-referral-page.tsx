import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { receivedReferralEndpoints } from '../contract/endpoints.ts'
import type { ReceivedReferral } from '../contract/received.ts'
import { AnswerForm } from './answer-form.tsx'
import { moveLabels, movesFrom, type MoveTo } from './move-values.ts'
import { ReceivedFacts } from './received-facts.tsx'
import { receivedSentence, receivedTone } from './received-words.ts'
import './referrals.css'

/** One referral as the partner reads it: what to do next, then what was sent. */
export function ReceivedReferralPage(): ReactElement {
  const { id } = useParams({ strict: false })
  const view = useView(receivedReferralEndpoints.read, { params: { id: id! } })
  return (
    <Page
      title="Verweis"
      breadcrumb={[{ label: 'Eingegangene Verweise', to: '/verweise' }, { label: 'Verweis' }]}
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && <Received key={view.data.version} referral={view.data} />}
    </Page>
  )
}

function Received({ referral }: { referral: ReceivedReferral }): ReactElement {
  const client = useQueryClient()
  const [answering, setAnswering] = useState<MoveTo>()
  const { content } = referral
  const facts = { ...referral, open: content !== null }
  const refresh = () => {
    setAnswering(undefined)
    void client.invalidateQueries({ queryKey: viewKey(receivedReferralEndpoints.read) })
    void client.invalidateQueries({ queryKey: viewKey(receivedReferralEndpoints.list) })
  }
  if (content === null) return <Closed referral={referral} />
  return (
    <div className="lt-stack">
      <Card
        title={content.concern ?? 'Anliegen'}
        end={<Badge tone={receivedTone(facts)}>{receivedSentence(facts)}</Badge>}
      >
        <div className="lt-stack">
          {answering ? (
            <AnswerForm
              key={answering}
              referral={referral}
              to={answering}
              onDone={refresh}
              onCancel={() => setAnswering(undefined)}
            />
          ) : (
            <div className="lt-actions referral-print-hidden">
              {movesFrom(referral.state).map((to, index) => (
                <Button
                  key={to}
                  variant={index === 0 ? 'primary' : 'secondary'}
                  onClick={() => setAnswering(to)}
                >
                  {moveLabels[to]}
                </Button>
              ))}
            </div>
          )}
          {content.until && (
            <p className="kern-body kern-body--muted">
              Lesbar bis {formatDate(content.until)}, solange die Person nicht widerruft.
            </p>
          )}
        </div>
      </Card>
      <ReceivedFacts id={referral.id} content={content} />
    </div>
  )
}

function Closed({ referral }: { referral: ReceivedReferral }): ReactElement {
  return (
    <EmptyState
      title={referral.endedOn ? 'Dieser Verweis ist beendet' : 'Dieser Verweis ist nicht mehr freigegeben'}
      action={<Link to="/verweise">Zu den eingegangenen Verweisen</Link>}
    >
      Eingegangen am {formatDate(referral.sentOn)}, {receivedSentence({ ...referral, open: false })}. Den
      Inhalt zeigt Lotse nicht mehr: Die Einwilligung der Person ist abgelaufen oder widerrufen, oder der
      Verweis ist beendet.
    </EmptyState>
  )
}
