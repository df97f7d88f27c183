import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { formatDate } from '../../../../platform/web/dates.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { usePages, viewKey } from '../../../../platform/web/use-view.ts'
import { partnerRequestEndpoints, type PartnerRequestRow } from '../../contract/requests/index.ts'
import { partnerAnswerText } from './partner-words.ts'

/** „KIM hinzuziehen“: what the own office asked, and the short answer. */
export function PartnerPage(): ReactElement {
  const page = usePages(partnerRequestEndpoints.list, { query: {} })
  const [withdrawing, setWithdrawing] = useState<PartnerRequestRow>()
  return (
    <Page
      title="KIM hinzuziehen"
      intro="Anfragen Ihrer Abteilung an das Kommunale Integrationsmanagement. Sie sehen hier die Antwort, sonst nichts von der Beratung."
      actions={
        <Link to="/kim-anfragen/neu" look="primary" icon="add">
          Beratung anfragen
        </Link>
      }
    >
      <ProblemAlert error={page.error} onRetry={page.retry} />
      {page.loading && !page.error && <Loading />}
      {!page.loading && !page.error && (
        <Table
          caption="Anfragen an KIM"
          hideCaption
          columns={columnsWith(setWithdrawing)}
          rows={page.rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Ihre Abteilung hat noch nicht angefragt">
              Mit Zustimmung der Person fragen Sie eine Beratung an. Eine Anfrage wird nach kurzer Zeit
              gelöscht, wenn kein Fall daraus wird.
            </EmptyState>
          }
        />
      )}
      <Pager {...page.pager} />
      {withdrawing && <Withdraw row={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </Page>
  )
}

const columnsWith = (onWithdraw: (row: PartnerRequestRow) => void): Column<PartnerRequestRow>[] => [
  { key: 'sentOn', header: 'Angefragt am', rowHeader: true, cell: ({ sentOn }) => formatDate(sentOn) },
  { key: 'reference', header: 'Ihr Zeichen', cell: ({ reference }) => reference ?? '–' },
  { key: 'site', header: 'Standort', cell: ({ site }) => site },
  { key: 'answer', header: 'Antwort', cell: partnerAnswerText },
  {
    key: 'action',
    header: 'Aktion',
    action: true,
    cell: (row) =>
      row.can.includes('withdraw') && (
        <Button
          size="small"
          onClick={() => onWithdraw(row)}
          aria-label={`Zurückziehen: ${row.reference ?? `Anfrage vom ${formatDate(row.sentOn)}`}`}
        >
          Zurückziehen
        </Button>
      ),
  },
]

/** Says what it deletes before it is done. */
function Withdraw({ row, onClose }: { row: PartnerRequestRow; onClose: () => void }): ReactElement {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const withdraw = async () => {
    setBusy(true)
    try {
      await call(partnerRequestEndpoints.withdraw, { params: { id: row.id } })
      toast('Anfrage zurückgezogen')
      onClose()
      await client.invalidateQueries({ queryKey: viewKey(partnerRequestEndpoints.list) })
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <ConfirmDialog
      open
      danger
      busy={busy}
      title="Anfrage zurückziehen?"
      confirm="Anfrage zurückziehen"
      onConfirm={() => void withdraw()}
      onCancel={onClose}
    >
      <div className="lt-stack">
        <ProblemAlert error={error} />
        <p className="kern-body">
          {row.site} sieht danach nur noch, dass Ihre Stelle eine Anfrage zurückgezogen hat. Name,
          Telefonnummer und Anliegen werden sofort gelöscht. Möglich ist das, solange KIM die Anfrage noch
          nicht bearbeitet.
        </p>
      </div>
    </ConfirmDialog>
  )
}
