import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { usePages, viewKey } from '../../../platform/web/use-view.ts'
import { ImpulseSource, impulseSourceLabels } from '../../structure/index.ts'
import { impulseEndpoints } from '../contract/endpoints.ts'
import type { ImpulseView } from '../contract/gate.ts'
import { BarrierOutcome } from './own-barrier.tsx'
import { ImpulseQuestions } from './impulse-questions.tsx'
import { choices } from './problem-fields.tsx'
import { WithoutCaseForm } from './without-case-form.tsx'

/** „Impulse“: a barrier one knows of without a case, and what came of the own ones (R168). */
export function ImpulsesPage(): ReactElement {
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const { rows, error, loading, retry, pager } = usePages<typeof impulseEndpoints.list, ImpulseView>(
    impulseEndpoints.list,
    { query: {} },
  )
  const refresh = () => void client.invalidateQueries({ queryKey: viewKey(impulseEndpoints.list) })
  return (
    <Page
      title="Impulse"
      intro="Eine Hürde, die Sie kennen, ohne dass es um einen Ihrer Fälle geht. Wer den Impuls gibt, bleibt dort unbekannt; was daraus wird, lesen Sie hier."
      actions={
        !adding && (
          <Button variant="primary" icon="add" onClick={() => setAdding(true)}>
            Impuls geben
          </Button>
        )
      }
    >
      <div className="lt-stack">
        {adding && (
          <Card title="Neuer Impuls">
            <NewImpulse
              onCancel={() => setAdding(false)}
              onDone={() => {
                setAdding(false)
                refresh()
              }}
            />
          </Card>
        )}
        {loading && <Loading />}
        <ProblemAlert error={error} onRetry={retry} />
        {!loading && rows.length === 0 && !adding && (
          <EmptyState title="Noch kein Impuls">
            Fällt Ihnen in einer Besprechung, einer Konferenz oder in Ihrem Dienst etwas auf, das mehrere
            Menschen aufhält? Geben Sie es hier weiter.
          </EmptyState>
        )}
        {rows.map((one) => (
          <Card key={one.id} title={one.barrier.title} level={3}>
            <BarrierOutcome barrier={one.barrier} reportedOn={one.givenOn} />
            <ImpulseQuestions impulse={one} onChanged={refresh} />
          </Card>
        ))}
        <Pager {...pager} />
      </div>
    </Page>
  )
}

function NewImpulse({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }): ReactElement {
  const [source, setSource] = useState<ImpulseSource | ''>('')
  return (
    <WithoutCaseForm
      action="Impuls geben"
      ready={source !== ''}
      onDone={onDone}
      onCancel={onCancel}
      preview={(body) =>
        call(impulseEndpoints.preview, { body: { ...body, source: source as ImpulseSource } })
      }
      send={async (body, idempotencyKey) => {
        await call(impulseEndpoints.give, {
          body: { ...body, source: source as ImpulseSource },
          idempotencyKey,
        })
        toast('Impuls gegeben. Hier sehen Sie, was daraus wird.')
      }}
      head={
        <Select
          id="impulse-source"
          name="source"
          label="Woher kommt der Impuls?"
          required
          empty="bitte wählen"
          options={choices(impulseSourceLabels)}
          value={source}
          onChange={(value) => setSource(ImpulseSource.safeParse(value).data ?? '')}
          error={undefined}
        />
      }
    />
  )
}
