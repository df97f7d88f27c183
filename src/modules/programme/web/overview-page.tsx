import type { ReactElement } from 'react'

import { addressOf, call } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Progress } from '../../../platform/web/ui/progress.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { programmeEndpoints, type DueItem, type Overview } from '../contract/overview.ts'
import { FileLink } from './file-link.tsx'
import { ProgrammePage } from './programme-page.tsx'
import { useProgrammeAction } from './use-programme-action.ts'
import { gatherTalks } from './gather-talks.ts'
import { dueWords } from './words.ts'

/** „Was ist fällig?“: overdue and due in the next two months, over all registers. */
export function OverviewPage(): ReactElement {
  const view = useView(programmeEndpoints.overview)
  return (
    <ProgrammePage
      title="Konzepte und Ziele"
      intro="Was in den nächsten zwei Monaten fällig wird. Was schon überfällig ist, steht oben."
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && <Content view={view.data} />}
    </ProgrammePage>
  )
}

function Content({ view }: { view: Overview }): ReactElement {
  const rows = gatherTalks(view.due)
  const columns: Column<DueItem>[] = [
    {
      key: 'due',
      header: 'Fällig',
      cell: (row) => (
        <span className="lt-actions">
          <Day at={row.dueOn} relative />
          {row.dueOn < view.today && <Badge tone="danger">überfällig</Badge>}
        </span>
      ),
    },
    { key: 'what', header: 'Was', cell: (row) => dueWords[row.kind].what },
    { key: 'title', header: 'Worum es geht', rowHeader: true, cell: (row) => row.title },
    {
      key: 'open',
      header: 'Öffnen',
      action: true,
      cell: (row) => (
        <Link to={dueWords[row.kind].to} params={{ id: row.targetId }}>
          {dueWords[row.kind].action}
          <span className="kern-sr-only">: {row.title}</span>
        </Link>
      ),
    },
  ]
  return (
    <>
      {view.can.includes('adopt') && view.adoptable > 0 && <Adoption count={view.adoptable} />}
      <Table
        caption="Was ist fällig?"
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.kind} ${row.id}`}
        empty={
          <EmptyState title="Nichts ist fällig">
            In den nächsten zwei Monaten ist kein Dokument zu prüfen und kein Gespräch zu führen.
          </EmptyState>
        }
      />
      {view.more && (
        <p className="kern-body kern-body--muted">
          Es ist mehr fällig, als hier steht. Die einzelnen Listen zeigen alles.
        </p>
      )}
      {view.taskLists.length > 0 && <TaskLists lists={view.taskLists} />}
      <FileLink
        href={addressOf(programmeEndpoints.register)}
        label="Dokumente, Ziele und Meilensteine drucken (PDF)"
      />
    </>
  )
}

function Adoption({ count }: { count: number }): ReactElement {
  const adopt = useProgrammeAction(
    () => call(programmeEndpoints.adopt, {}),
    'Aus der Konfiguration übernommen',
  )
  return (
    <Card title="Aus der Konfiguration des Kreises übernehmen">
      <p className="kern-body">
        Die Konfiguration nennt {count === 1 ? 'einen Eintrag' : `${count} Einträge`} aus Ihrem Konzept, die
        hier noch fehlen: Dokumente, Ziele, Meilensteine, Aktionen und Schnittstellen. Was hier schon steht,
        bleibt, wie es ist.
      </p>
      <ProblemAlert error={adopt.error} />
      <Button
        variant="primary"
        icon="download"
        busy={adopt.isPending}
        onClick={() => adopt.mutate(undefined)}
      >
        Einträge übernehmen
      </Button>
    </Card>
  )
}

function TaskLists({ lists }: { lists: Overview['taskLists'] }): ReactElement {
  return (
    <Card
      title="Aufgaben von Leitung und Koordination"
      end={<Link to="/konzepte/aufgaben">Zu den Aufgaben</Link>}
    >
      <div className="lt-stack">
        {lists.map(({ label, periodLabel, settled, all }) => (
          <Progress
            key={label}
            label={`${label}, ${periodLabel}`}
            value={settled}
            max={all}
            text={`${settled} von ${all} erledigt`}
          />
        ))}
      </div>
    </Card>
  )
}
