import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { formatDate } from '../../../../platform/web/dates.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { Why } from '../../../../platform/web/ui/why.tsx'
import { usePages } from '../../../../platform/web/use-view.ts'
import { closureEndpoints, type RestrictedCase } from '../../contract/closure.ts'
import { ReopeningDialog } from './reopening-dialog.tsx'

/** „Eingeschränkte Akten“: the own files after aftercare, to take one up again when the person comes back. */
export function RestrictedCasesPage(): ReactElement {
  const navigate = useNavigate()
  // From the check for duplicates: that one file.
  const { akte } = useSearch({ strict: false }) as { akte?: string }
  const page = usePages(closureEndpoints.restricted, { query: akte === undefined ? {} : { id: akte } })
  const [chosen, setChosen] = useState<RestrictedCase>()
  return (
    <Page
      title="Eingeschränkte Akten"
      breadcrumb={[{ label: 'Fälle', to: '/faelle' }, { label: 'Eingeschränkte Akten' }]}
      intro="Abgeschlossene Fälle, für die Sie zuständig sind, nach dem Tag der Nachsorge."
    >
      <Why label="Warum stehen hier keine Namen?" source="Art. 18 und Art. 5 Abs. 1 Buchst. c DSGVO">
        Nach der Nachsorge ist die Verarbeitung eingeschränkt. Initialen, Geburtsjahr und Daten genügen, um
        mit der Person zusammen die richtige Akte zu finden. Die Inhalte öffnen sich erst, wenn Sie den Fall
        mit einem Grund wieder aufnehmen. Dass Sie die Liste ansehen, steht im Protokoll.
      </Why>
      <ProblemAlert error={page.error} onRetry={page.retry} />
      {page.loading && !page.error && <Loading />}
      {!page.loading && !page.error && (
        <Table
          caption="Eingeschränkte Akten"
          hideCaption
          columns={columns(setChosen)}
          rows={page.rows}
          rowKey={({ id }) => id}
          empty={<NoFiles narrowed={akte !== undefined} />}
        />
      )}
      <Pager {...page.pager} />
      {akte !== undefined && <Link to="/faelle/eingeschraenkt">Alle eingeschränkten Akten ansehen</Link>}
      {chosen && (
        <ReopeningDialog
          caseId={chosen.id}
          about={`${recognised(chosen)}, ${chosen.fileNumber}`}
          onClose={() => setChosen(undefined)}
          onDone={() => void navigate({ to: `/faelle/${chosen.id}` })}
        />
      )}
    </Page>
  )
}

const recognised = ({ initials, birthYear }: RestrictedCase): string =>
  (initials ?? 'ohne Namen') + (birthYear === null ? '' : `, geboren ${birthYear}`)

const columns = (onReopen: (file: RestrictedCase) => void): Column<RestrictedCase>[] => [
  { key: 'person', header: 'Hauptperson', rowHeader: true, cell: recognised },
  {
    key: 'fileNumber',
    header: 'Aktenzeichen',
    cell: ({ fileNumber }) => <span className="case-number">{fileNumber}</span>,
  },
  {
    key: 'during',
    header: 'Begleitet',
    cell: ({ openedOn, closedOn }) => `${formatDate(openedOn)} bis ${formatDate(closedOn)}`,
  },
  {
    key: 'restrictedOn',
    header: 'Eingeschränkt seit',
    cell: ({ restrictedOn }) => formatDate(restrictedOn),
  },
  {
    key: 'action',
    header: 'Handlung',
    action: true,
    cell: (file) => (
      <Button
        size="small"
        aria-label={`Wieder aufnehmen: ${recognised(file)}, ${file.fileNumber}`}
        onClick={() => onReopen(file)}
      >
        Wieder aufnehmen
      </Button>
    ),
  },
]

function NoFiles({ narrowed }: { narrowed: boolean }): ReactElement {
  return narrowed ? (
    <EmptyState title="Diese Akte ist nicht eingeschränkt">
      Sie wurde wieder aufgenommen, übergeben oder gelöscht. Offene und kürzlich abgeschlossene Fälle stehen
      unter „Fälle“.
    </EmptyState>
  ) : (
    <EmptyState title="Keine eingeschränkten Akten">
      Ein abgeschlossener Fall steht bis zum Tag der Nachsorge unter „Fälle“ mit dem Stand „abgeschlossen“,
      danach hier.
    </EmptyState>
  )
}
