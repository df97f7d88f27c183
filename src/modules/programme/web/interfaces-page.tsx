import { useState, type ReactElement } from 'react'

import { today } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import type { Column } from '../../../platform/web/ui/table.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import { reportedToLabels } from '../contract/codes.ts'
import { interfaceEndpoints, type InterfacePartnerView, type TalkView } from '../contract/interfaces.ts'
import { ChangePartnerForm, NewPartnerForm } from './partner-form.tsx'
import { useListTools } from './use-list-tools.ts'
import { RegisterPage } from './register-page.tsx'
import { TalkForm } from './talk-form.tsx'
import { everyMonths } from './words.ts'

type Open =
  | { kind: 'new' }
  | { kind: 'change' | 'talk'; partner: InterfacePartnerView }
  | { kind: 'report'; partner: InterfacePartnerView; talk: TalkView }
  | undefined
const titles = {
  new: 'Stelle hinzufügen',
  change: 'Stelle ändern oder Gespräch planen',
  talk: 'Gespräch festhalten',
  report: 'Ergebnis weitergeben',
} as const

/** With whom the interfaces are talked over, and whose turn it is (R105). */
export function InterfacesPage(): ReactElement {
  const [open, setOpen] = useState<Open>()
  const [state, setState] = useState<'all' | 'due' | 'ended'>('all')
  const tools = useListTools<'dueOn' | 'name' | 'topic'>({ key: 'dueOn', direction: 'asc' })
  const pages = usePages<typeof interfaceEndpoints.list, InterfacePartnerView>(interfaceEndpoints.list, {
    query: { ...tools.query, state },
  })
  const close = () => setOpen(undefined)
  return (
    <RegisterPage
      list="interfaces"
      title="Schnittstellen"
      intro="Austauschgespräche mit Jobcenter, Agentur für Arbeit, Jugend- und Sozialämtern und Migrationsberatung: wann zuletzt, wann wieder, was daraus wurde."
      add={{ label: 'Stelle hinzufügen', onAdd: () => setOpen({ kind: 'new' }) }}
      tools={tools}
      pages={pages}
      columns={columnsOf(setOpen)}
      filters={
        <Select
          id="state"
          label="Anzeigen"
          value={state}
          options={[
            { value: 'all', label: 'Alle Stellen' },
            { value: 'due', label: 'Nur fällige' },
            { value: 'ended', label: 'Beendete' },
          ]}
          onChange={(value) => setState(value || 'all')}
        />
      }
      empty={
        <EmptyState title="Keine Stelle gefunden">
          Die Stellen aus Ihrem Konzept übernehmen Sie unter „Was ist fällig?“.
        </EmptyState>
      }
    >
      <Dialog open={open !== undefined} onClose={close} title={open ? titles[open.kind] : ''}>
        {open?.kind === 'new' && <NewPartnerForm onDone={close} />}
        {open?.kind === 'change' && <ChangePartnerForm partner={open.partner} onDone={close} />}
        {open?.kind === 'talk' && <TalkForm partner={open.partner} onDone={close} />}
        {open?.kind === 'report' && <TalkForm partner={open.partner} talk={open.talk} onDone={close} />}
      </Dialog>
    </RegisterPage>
  )
}

const columnsOf = (onOpen: (open: Open) => void): Column<InterfacePartnerView>[] => [
  { key: 'name', header: 'Stelle', sortable: true, cell: (row) => row.name },
  {
    key: 'topic',
    header: 'Schnittstelle',
    sortable: true,
    cell: (row) => `${row.topic}, ${everyMonths(row.intervalMonths)}`,
  },
  {
    key: 'last',
    header: 'Letztes Gespräch',
    cell: (row) => <LastTalk talk={row.talks[0]} />,
  },
  {
    key: 'dueOn',
    header: 'Fällig',
    sortable: true,
    cell: (row) => (
      <span className="lt-actions">
        {row.endedOn !== null ? 'beendet' : <Day at={row.dueOn} relative />}
        {row.endedOn === null && row.dueOn < today() && <Badge tone="danger">überfällig</Badge>}
        {row.plannedOn !== null && (
          <Badge tone="info">
            geplant <Day at={row.plannedOn} />
          </Badge>
        )}
      </span>
    ),
  },
  {
    key: 'actions',
    header: 'Bearbeiten',
    action: true,
    cell: (partner) => partner.can.includes('change') && <RowActions partner={partner} onOpen={onOpen} />,
  },
]

function LastTalk({ talk }: { talk: TalkView | undefined }): ReactElement {
  if (!talk) return <>noch keines</>
  return (
    <>
      <Day at={talk.heldOn} />
      {talk.result !== null && `: ${talk.result}`}{' '}
      {talk.reportedTo === null ? (
        <Badge tone="warning">noch nicht weitergegeben</Badge>
      ) : (
        `(an ${reportedToLabels[talk.reportedTo]})`
      )}
    </>
  )
}

interface RowActionsProps {
  partner: InterfacePartnerView
  onOpen: (open: Open) => void
}

function RowActions({ partner, onOpen }: RowActionsProps): ReactElement {
  const talk = partner.talks.find(({ reportedTo }) => reportedTo === null)
  return (
    <div className="lt-actions">
      {partner.endedOn === null && (
        <Button
          size="small"
          aria-label={`Gespräch festhalten: ${partner.name}`}
          onClick={() => onOpen({ kind: 'talk', partner })}
        >
          Gespräch festhalten
        </Button>
      )}
      {talk && (
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Ergebnis weitergeben: ${partner.name}`}
          onClick={() => onOpen({ kind: 'report', partner, talk })}
        >
          Ergebnis weitergeben
        </Button>
      )}
      <Button
        size="small"
        variant="tertiary"
        aria-label={`Planen oder ändern: ${partner.name}`}
        onClick={() => onOpen({ kind: 'change', partner })}
      >
        Planen oder ändern
      </Button>
    </div>
  )
}
