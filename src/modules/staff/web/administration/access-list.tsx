import { useState, type ReactElement } from 'react'
import { formatInstant } from '../../../../platform/web/dates.ts'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { Table } from '../../../../platform/web/ui/table.tsx'
import { usePages } from '../../../../platform/web/use-view.ts'
import { AccessAction, accessActions, protectionAuditEndpoints } from '../../contract/protection-audit.ts'
import { actionWords, reasonWords } from './audit-words.ts'

const kinds = AccessAction.options.map((value) => ({ value, label: accessActions[value] }))

/** Accesses of a month with the person, because the access itself is the subject. */
export function AccessList({ month }: { month: string }): ReactElement {
  const [action, setAction] = useState('')
  const known = AccessAction.safeParse(action)
  const pages = usePages(protectionAuditEndpoints.accesses, {
    query: { month, ...(known.success ? { action: known.data } : {}) },
  })
  return (
    <Card title="Zugriffe">
      <Select
        id="art"
        name="art"
        label="Art"
        empty="alle"
        options={kinds}
        value={action}
        onChange={setAction}
      />
      <ProblemAlert error={pages.error} onRetry={pages.retry} />
      <Table
        caption="Zugriffe außerhalb der täglichen Arbeit"
        hideCaption
        rows={pages.rows}
        busy={pages.loading}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Keine solchen Zugriffe">
            In diesem Monat wurde keine Akte aus Anlass geöffnet oder freigegeben.
          </EmptyState>
        }
        columns={[
          { key: 'at', header: 'Wann', cell: ({ at }) => formatInstant(at) },
          { key: 'action', header: 'Was', rowHeader: true, cell: ({ action: what }) => actionWords(what) },
          { key: 'case', header: 'Akte', cell: ({ fileNumber, route }) => fileNumber ?? route },
          { key: 'reason', header: 'Anlass', cell: ({ reason }) => reasonWords(reason) },
          { key: 'actor', header: 'Durch', cell: ({ actor }) => actor },
          { key: 'for', header: 'Für', cell: ({ openedFor }) => openedFor },
        ]}
      />
      <Pager {...pages.pager} />
    </Card>
  )
}
