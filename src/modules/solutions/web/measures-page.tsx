import { useState, type ReactElement } from 'react'
import { addressOf } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { Tabs } from '../../../platform/web/ui/tabs.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import { StructureTabs } from '../../structure/web/index.ts'
import { measureStateLabels } from '../contract/codes.ts'
import { measureEndpoints, type MeasureView } from '../contract/measures.ts'
import { measureTones } from './words.ts'

const tabs = { open: 'Offen', mine: 'Von mir empfohlen', settled: 'Abgeschlossen' } as const
type View = keyof typeof tabs

/** „Empfehlungen und Maßnahmen“: who does what until when, and what became of what was recommended. */
export function MeasuresPage(): ReactElement {
  const [selected, select] = useState<View>('open')
  return (
    <Page
      title="Empfehlungen und Maßnahmen"
      intro="Was das Team empfiehlt, wer es aufgreift, bis wann, und was daraus wurde."
      actions={
        <Link to="/massnahmen/neu" look="primary" icon="add">
          Empfehlung abgeben
        </Link>
      }
    >
      <StructureTabs />
      <Tabs
        label="Maßnahmen"
        selected={selected}
        onSelect={(key) => select(key as View)}
        tabs={(Object.keys(tabs) as View[]).map((key) => ({
          key,
          label: tabs[key],
          content: <MeasureList key={key} view={key} />,
        }))}
      />
      <p>
        <a
          className="kern-link kern-link--no-visited-state lt-link"
          href={addressOf(measureEndpoints.csv, {})}
          download
        >
          Alle als Tabelle (CSV)
        </a>
      </p>
    </Page>
  )
}

const nothing: Record<View, readonly [title: string, text: string]> = {
  open: ['Nichts offen', 'Was in der Teambesprechung auffällt, können Sie hier einem Gremium empfehlen.'],
  mine: ['Noch keine Empfehlung von Ihnen', 'Die Antwort auf eine Empfehlung steht später hier.'],
  settled: [
    'Noch nichts abgeschlossen',
    'Umgesetzte und nicht aufgegriffene Empfehlungen stehen später hier.',
  ],
}

function MeasureList({ view }: { view: View }): ReactElement {
  const { rows, error, loading, retry, pager } = usePages<typeof measureEndpoints.list, MeasureView>(
    measureEndpoints.list,
    { query: { view } },
  )
  const [title, text] = nothing[view]
  return (
    <>
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && (
        <Table
          caption={`Maßnahmen, ${tabs[view]}`}
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={title}>{text}</EmptyState>}
        />
      )}
      <Pager {...pager} />
    </>
  )
}

const columns: Column<MeasureView>[] = [
  {
    key: 'title',
    header: 'Worum es geht',
    rowHeader: true,
    cell: (row) => (
      <Link to="/massnahmen/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  {
    key: 'state',
    header: 'Stand',
    cell: (row) => <Badge tone={measureTones[row.state]}>{measureStateLabels[row.state]}</Badge>,
  },
  { key: 'who', header: 'Wer', cell: (row) => whoOf(row) },
  {
    key: 'dueOn',
    header: 'Bis wann',
    cell: (row) =>
      row.dueOn && (
        <>
          <Day at={row.dueOn} /> {row.overdue && <Badge tone="warning">überfällig</Badge>}
        </>
      ),
  },
  {
    key: 'answer',
    header: 'Letzte Antwort',
    cell: (row) => row.steps.findLast((step) => step.note !== null)?.note ?? '',
  },
]

const whoOf = (row: MeasureView): string =>
  [row.committee?.label, row.organisation?.label, row.unit?.label, row.function].filter(Boolean).join(', ')
