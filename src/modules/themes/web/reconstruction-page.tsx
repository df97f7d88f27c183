import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { addressOf, call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { keepAnswer, useView, viewKey } from '../../../platform/web/use-view.ts'
import { reconstructionResultLabels, reconstructionStateLabels } from '../contract/codes.ts'
import { reconstructionEndpoints } from '../contract/endpoints.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { ChainView } from './chain-view.tsx'
import { EndForm } from './end-form.tsx'
import { ReadOnlyStations } from './read-only-stations.tsx'
import { ComparedFigures, StationTimeline } from './station-timeline.tsx'
import { WorkspaceForm } from './workspace-form.tsx'
import './themes.css'

/** One reconstruction: the workspace, both chains, the result. */
export function ReconstructionPage(): ReactElement {
  const { id } = useParams({ strict: false })
  const view = useView(reconstructionEndpoints.read, { params: { id: id! } })
  const one = view.data
  return (
    <Page
      title={one?.title ?? 'Rekonstruktion'}
      breadcrumb={[
        { label: 'Rekonstruktionen', to: '/rekonstruktionen' },
        { label: one?.title ?? 'Rekonstruktion' },
      ]}
      intro={
        one && (
          <span className="lt-actions">
            <Badge tone="info">{reconstructionStateLabels[one.state]}</Badge>
            <span>{one.origin === 'offered' ? 'Pseudonymisierter Fall' : 'Konstruierter Fall'}</span>
            {one.moderator && <span>Moderation: {one.moderator}</span>}
          </span>
        )
      }
      actions={
        one && (
          <a
            className="kern-link lt-link"
            href={addressOf(reconstructionEndpoints.protocol, { id: one.id })}
            download
          >
            Protokoll als PDF
          </a>
        )
      }
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {one && <Workspace view={one} />}
    </Page>
  )
}

function Workspace({ view }: { view: ReconstructionView }): ReactElement {
  const [ending, setEnding] = useState(false)
  return (
    <div className="lt-stack">
      <Result view={view} />
      {view.can.includes('take') && <Offer view={view} />}
      {view.can.includes('end') && (
        <div className="lt-actions theme-print-hidden">
          <Button onClick={() => setEnding(true)}>Ergebnis festhalten</Button>
        </div>
      )}
      {view.can.includes('change') ? (
        <WorkspaceForm key={view.version} view={view} />
      ) : (
        <ReadOnlyStations view={view} />
      )}
      <StationTimeline view={view} />
      <ComparedFigures view={view} />
      <Card title="Ablauf heute und künftig">
        <ChainView chains={view.chains} title={view.title} />
      </Card>
      <Dialog open={ending} onClose={() => setEnding(false)} title="Ergebnis festhalten" wide>
        {ending && <EndForm key={view.version} view={view} onDone={() => setEnding(false)} />}
      </Dialog>
    </div>
  )
}

function useSaved(id: string) {
  const client = useQueryClient()
  return (saved: ReconstructionView) => {
    keepAnswer(client, viewKey(reconstructionEndpoints.read, { params: { id } }), saved)
    void client.invalidateQueries({ queryKey: viewKey(reconstructionEndpoints.list) })
  }
}

function Result({ view }: { view: ReconstructionView }): ReactElement | null {
  const saved = useSaved(view.id)
  const [error, setError] = useState<unknown>()
  if (view.resultWords === null) return null
  const reopen = () =>
    call(reconstructionEndpoints.reopen, { params: { id: view.id }, ifMatch: view.version }).then(
      saved,
      setError,
    )
  return (
    <Card
      title={view.result ? reconstructionResultLabels[view.result] : 'Nicht übernommen'}
      end={
        view.can.includes('reopen') && (
          <Button size="small" onClick={() => void reopen()}>
            Wieder öffnen
          </Button>
        )
      }
    >
      <ProblemAlert error={error} />
      {view.theme && (
        <p className="kern-body">
          Thema:{' '}
          <Link to="/themen/$id" params={{ id: view.theme.id }}>
            {view.theme.name}
          </Link>
        </p>
      )}
      <p className="kern-body theme-words">{view.resultWords}</p>
    </Card>
  )
}

/** An offered case: taken into work, or not, with the reason the person who offered it reads. */
function Offer({ view }: { view: ReconstructionView }): ReactElement {
  const saved = useSaved(view.id)
  const [declining, setDeclining] = useState(false)
  const [error, setError] = useState<unknown>()
  const take = () =>
    call(reconstructionEndpoints.take, { params: { id: view.id }, ifMatch: view.version }).then((taken) => {
      toast('In Arbeit genommen')
      saved(taken)
    }, setError)
  return (
    <Card title="Dieser Fall ist angeboten">
      <ProblemAlert error={error} />
      <p className="kern-body">Wer ihn anbietet, ist nicht zu sehen. Das Ergebnis liest diese Person.</p>
      <div className="lt-actions">
        <Button variant="primary" onClick={() => void take()}>
          In Arbeit nehmen
        </Button>
        <Button onClick={() => setDeclining(true)}>Nicht übernehmen</Button>
      </div>
      <Dialog open={declining} onClose={() => setDeclining(false)} title="Nicht übernehmen">
        {declining && <DeclineForm view={view} onDone={saved} onCancel={() => setDeclining(false)} />}
      </Dialog>
    </Card>
  )
}

function DeclineForm({
  view,
  onDone,
  onCancel,
}: {
  view: ReconstructionView
  onDone: (saved: ReconstructionView) => void
  onCancel: () => void
}): ReactElement {
  const form = useForm({
    schema: z.object({ words: z.string().trim().min(1, 'Bitte begründen Sie es.').max(2000) }),
    initial: { words: '' },
    version: view.version,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      const params = { id: view.id }
      onDone(await call(reconstructionEndpoints.decline, { params, body, ifMatch: ifMatch!, idempotencyKey }))
    },
  })
  return (
    <Form form={form} action="Nicht übernehmen" labels={{ words: 'Begründung' }} onCancel={onCancel}>
      <TextArea
        label="Begründung"
        hint="Die Person, die den Fall anbietet, liest sie."
        rows={3}
        required
        {...form.field('words')}
      />
    </Form>
  )
}
