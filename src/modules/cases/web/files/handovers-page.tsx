import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { handoverEndpoints } from '../../contract/handovers.ts'
import { HandoversForm } from './handovers-form.tsx'

/** „Fälle übergeben“: several at once, when somebody leaves or is away for long. */
export function HandoversPage(): ReactElement {
  const navigate = useNavigate()
  const { von } = useSearch({ strict: false }) as { von?: string }
  const view = useView(handoverEndpoints.list, { query: von === undefined ? {} : { from: von } })
  const people = view.data?.people ?? []
  return (
    <Page
      title="Fälle übergeben"
      breadcrumb={[{ label: 'Fälle', to: '/faelle' }, { label: 'Fälle übergeben' }]}
      intro="Wenn jemand die Stelle wechselt, ausscheidet oder lange fehlt."
    >
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {view.data && people.length > 1 && (
        <Select
          id="von"
          name="von"
          label="Wessen Fälle"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={view.data.from?.id ?? ''}
          onChange={(id) => void navigate({ to: '/faelle/uebergabe', search: { von: id } as never })}
        />
      )}
      {view.data && view.data.cases.length + view.data.closed === 0 && (
        <EmptyState title="Nichts zu übergeben">
          {view.data.from
            ? `${view.data.from.name} hat weder offene Fälle noch abgeschlossene Akten.`
            : 'Sie führen keine Fälle, und niemand steht unter Ihrer Fachaufsicht.'}
        </EmptyState>
      )}
      {view.data && view.data.cases.length + view.data.closed > 0 && (
        <HandoversForm key={view.data.from?.id} view={view.data} />
      )}
    </Page>
  )
}
