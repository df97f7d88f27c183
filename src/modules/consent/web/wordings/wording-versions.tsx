import { useState, type ReactElement } from 'react'

import { dayOf, formatDate } from '../../../../platform/web/dates.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import type { WordingVersion } from '../../contract/wording.ts'
import { WordingDialog } from './wording-dialog.tsx'

const states = { draft: 'gespeichert, nicht in Gebrauch', active: 'in Gebrauch', retired: 'abgelöst' }
const on = (instant: string | null) => (instant === null ? '–' : formatDate(dayOf(instant)))

/** Every version there was: old ones stay readable, because consents were given under them. */
export function WordingVersions({ versions }: { versions: readonly WordingVersion[] }): ReactElement {
  const [open, setOpen] = useState<string>()
  return (
    <Card title="Fassungen">
      <Table
        caption="Fassungen"
        hideCaption
        columns={columns(setOpen)}
        rows={versions}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Noch keine eigene Fassung">
            Bearbeiten Sie den Text der Vorgabe, lassen Sie ihn prüfen und nehmen Sie ihn in Gebrauch.
          </EmptyState>
        }
      />
      {open && <WordingDialog id={open} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}

const columns = (onOpen: (id: string) => void): Column<WordingVersion>[] => [
  { key: 'number', header: 'Fassung', cell: (row) => `Fassung ${row.number}` },
  { key: 'state', header: 'Stand', cell: (row) => states[row.state] },
  {
    key: 'saved',
    header: 'Gespeichert',
    cell: (row) => `${on(row.createdAt)} von ${row.createdBy}`,
  },
  { key: 'from', header: 'In Gebrauch ab', cell: (row) => on(row.activatedAt) },
  { key: 'to', header: 'bis', cell: (row) => on(row.retiredAt) },
  { key: 'checked', header: 'Juristisch geprüft', cell: (row) => row.legallyCheckedBy ?? 'nein' },
  {
    key: 'action',
    header: 'Aktion',
    action: true,
    cell: (row) => (
      <Button size="small" onClick={() => onOpen(row.id)} aria-label={`Ansehen: Fassung ${row.number}`}>
        Ansehen
      </Button>
    ),
  },
]
