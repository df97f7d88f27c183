import type { ReactElement } from 'react'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table } from '../../../../platform/web/ui/table.tsx'
import { addDays, formatDate } from '../../../../platform/web/dates.ts'
import type { CatalogueEntry } from '../../contract/catalogue-entry.ts'
import { FactSource } from '../fact-source.tsx'
import { useReorder } from './use-reorder.ts'

interface EntryTableProps {
  name: string
  entries: readonly CatalogueEntry[]
  onChange: ((entry: CatalogueEntry) => void) | undefined
}

/** The entries of one list in their order, ended ones included. */
export function EntryTable({ name, entries, onChange }: EntryTableProps): ReactElement {
  const reorder = useReorder(entries)
  const move = (entry: CatalogueEntry, by: -1 | 1) => (
    <Button
      size="small"
      variant="tertiary"
      icon={by < 0 ? 'arrowUp' : 'arrowDown'}
      iconOnly
      busy={reorder.isPending && reorder.variables.entry.id === entry.id && reorder.variables.by === by}
      aria-label={`${entry.label} ${by < 0 ? 'nach oben' : 'nach unten'}`}
      onClick={() => !reorder.isPending && reorder.mutate({ entry, by })}
    >
      {by < 0 ? 'nach oben' : 'nach unten'}
    </Button>
  )
  return (
    <>
      <ProblemAlert error={reorder.error} />
      <Table
        caption={name}
        hideCaption
        columns={[
          {
            key: 'label',
            header: 'Bezeichnung',
            cell: (entry) => (
              <>
                {entry.label}
                {entry.definition && <div className="kern-body kern-body--small">{entry.definition}</div>}
              </>
            ),
          },
          { key: 'validity', header: 'Wählbar', cell: (entry) => <Validity entry={entry} /> },
          { key: 'source', header: 'Herkunft', cell: (entry) => <FactSource fact={entry} /> },
          {
            key: 'action',
            header: 'Aktion',
            action: true,
            cell: (entry) =>
              onChange && (
                <>
                  {move(entry, -1)} {move(entry, 1)}{' '}
                  <Button size="small" onClick={() => onChange(entry)} aria-label={`Ändern: ${entry.label}`}>
                    Ändern
                  </Button>
                </>
              ),
          },
        ]}
        rows={entries}
        rowKey={(entry) => entry.id}
        empty={
          <EmptyState title="Diese Liste ist leer">
            Das Konzept nennt hier nichts. Fügen Sie einen Eintrag hinzu, wenn Formulare ihn anbieten sollen.
          </EmptyState>
        }
      />
    </>
  )
}

function Validity({ entry }: { entry: CatalogueEntry }): ReactElement {
  const from = entry.validFrom && `ab ${formatDate(entry.validFrom)}`
  const to = entry.validTo && `bis ${formatDate(addDays(entry.validTo, -1))}`
  return (
    <>
      <Badge tone={entry.active ? 'success' : 'neutral'}>{entry.active ? 'ja' : 'nein'}</Badge>{' '}
      {[from, to].filter(Boolean).join(' ')}
    </>
  )
}
