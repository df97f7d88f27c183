import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Card } from '../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperDiff } from '../contract/papers.ts'
import './solutions.css'

/** Field by field, word by word: what this version says otherwise than the one before. */
export function PaperDiffPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const view = useView(paperEndpoints.diff, { params: { id }, query: {} })
  const diff = view.data
  return (
    <Page
      title={diff ? `Änderungen von Fassung ${diff.from.number} zu ${diff.to.number}` : 'Änderungen'}
      breadcrumb={[
        { label: 'Schnittstellenpapiere', to: '/schnittstellenpapiere' },
        {
          label: diff ? `Fassung ${diff.to.number}` : 'Papier',
          to: '/schnittstellenpapiere/$id',
          params: { id },
        },
        { label: 'Änderungen' },
      ]}
      intro="Unterstrichen ist neu, durchgestrichen ist entfallen."
    >
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {diff?.fields.length === 0 && (
        <EmptyState title="Kein Unterschied">Beide Fassungen sagen dasselbe.</EmptyState>
      )}
      {diff?.fields.map((one) => (
        <Card key={one.field} title={one.label}>
          <p className="kern-body solutions-words solutions-diff">
            {one.runs.map((run, index) => (
              <Run key={index} run={run} />
            ))}
          </p>
        </Card>
      ))}
    </Page>
  )
}

/** Screen readers announce inserted and deleted text by the elements, and hear a word in case they do not. */
function Run({ run }: { run: PaperDiff['fields'][number]['runs'][number] }): ReactElement {
  if (run.kind === 'same') return <>{run.text}</>
  const [Element, word] =
    run.kind === 'added' ? (['ins', 'neu: '] as const) : (['del', 'entfallen: '] as const)
  return (
    <Element>
      <span className="kern-sr-only">{word}</span>
      {run.text}
    </Element>
  )
}
