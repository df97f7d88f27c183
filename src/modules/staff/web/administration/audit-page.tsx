import { useState, type ReactElement } from 'react'
import { formatInstant, formatMonth, today } from '../../../../platform/web/dates.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { Table } from '../../../../platform/web/ui/table.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { protectionAuditEndpoints, type AuditSummary } from '../../contract/protection-audit.ts'
import { AccessList } from './access-list.tsx'
import { actionWords, reasonWords } from './audit-words.ts'

/** The last twelve months, the present one first. */
function months(): string[] {
  const [year, month] = today().split('-').map(Number) as [number, number]
  return Array.from({ length: 12 }, (_, back) => {
    const at = year * 12 + month - 1 - back
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/** „Zugriffe und Protokoll“ for the data protection officer: no content, no list of one person's work. */
export function AuditPage(): ReactElement {
  const [month, setMonth] = useState(() => today().slice(0, 7))
  const summary = useView(protectionAuditEndpoints.summary, { query: { month } })
  return (
    <Page
      title="Zugriffe und Protokoll"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Zugriffe und Protokoll' }]}
      intro="Wer außerhalb der täglichen Arbeit Zugang bekam, und was nach Art und Anlass geschah. Ohne Inhalte."
    >
      <ProblemAlert error={summary.error} onRetry={() => void summary.refetch()} />
      {summary.data && <Check check={summary.data.check} />}
      <Select
        id="monat"
        name="monat"
        label="Monat"
        width="short"
        options={months().map((value) => ({ value, label: formatMonth(`${value}-01`) }))}
        value={month}
        onChange={(value) => value !== '' && setMonth(value)}
      />
      <AccessList key={month} month={month} />
      {summary.isPending && <Loading />}
      {summary.data && <Counts rows={summary.data.counts} />}
    </Page>
  )
}

function Check({ check }: Pick<AuditSummary, 'check'>): ReactElement {
  if (!check) {
    return (
      <Alert tone="info" title="Das Protokoll wurde noch nicht geprüft">
        <p className="kern-body">Lotse prüft jede Nacht, ob es unverändert ist.</p>
      </Alert>
    )
  }
  const sound = check.faults === 0
  return (
    <Alert
      tone={sound ? 'success' : 'danger'}
      title={sound ? 'Das Protokoll ist unverändert' : 'Das Protokoll wurde verändert'}
    >
      <p className="kern-body">
        {`Geprüft ${formatInstant(check.at)}: ${check.sealed.toLocaleString('de-DE')} Einträge, `}
        {sound
          ? 'kein Fehler.'
          : `${check.faults} Fehler. Bitte verständigen Sie den Betrieb (verify-audit).`}
      </p>
      {check.seal && <p className="kern-body kern-body--small lt-secret">Siegel: {check.seal}</p>}
    </Alert>
  )
}

function Counts({ rows }: { rows: AuditSummary['counts'] }): ReactElement {
  return (
    <Card title="Was im Monat geschah">
      <p className="kern-body">
        Gezählt nach Art und Anlass. Wie oft einzelne Beschäftigte etwas getan haben, zeigt Lotse nicht.
      </p>
      <Table
        caption="Protokoll nach Art und Anlass"
        hideCaption
        rows={rows}
        rowKey={({ action, objectKind, reason }) => `${action} ${objectKind} ${reason ?? ''}`}
        empty={<EmptyState title="In diesem Monat ist nichts verzeichnet." />}
        columns={[
          { key: 'action', header: 'Vorgang', rowHeader: true, cell: ({ action }) => actionWords(action) },
          { key: 'reason', header: 'Anlass', cell: ({ reason }) => reasonWords(reason) },
          {
            key: 'entries',
            header: 'Anzahl',
            align: 'end',
            cell: ({ entries }) => entries.toLocaleString('de-DE'),
          },
        ]}
      />
    </Card>
  )
}
