import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import type { Column } from '../../../platform/web/ui/table.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import { documentKindLabels, documentStateLabels, ProgrammeDocumentKind } from '../contract/codes.ts'
import { programmeDocumentEndpoints, type DocumentRow } from '../contract/documents.ts'
import { NewDocumentForm } from './document-form.tsx'
import { useListTools } from './use-list-tools.ts'
import { RegisterPage } from './register-page.tsx'
import { stateTones, vagueDate } from './words.ts'

/** The register of documents: which version holds, what is under way, when it is looked at again. */
export function DocumentsPage(): ReactElement {
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const [kind, setKind] = useState<ProgrammeDocumentKind | ''>('')
  const [state, setState] = useState<'current' | 'ended'>('current')
  const tools = useListTools<'title' | 'reviewOn' | 'validFrom'>({ key: 'title', direction: 'asc' })
  const pages = usePages<typeof programmeDocumentEndpoints.list, DocumentRow>(
    programmeDocumentEndpoints.list,
    { query: { ...tools.query, state, ...(kind === '' ? {} : { kind }) } },
  )
  return (
    <RegisterPage
      list="documents"
      title="Dokumente"
      intro="Konzepte, Erklärungen, Handbücher und Anlagen mit Fassung, Beschluss und nächster Prüfung."
      add={{ label: 'Dokument eintragen', onAdd: () => setAdding(true) }}
      tools={tools}
      pages={pages}
      columns={columns}
      filters={
        <>
          <Select
            id="kind"
            label="Art"
            empty="Alle"
            value={kind}
            options={ProgrammeDocumentKind.options.map((value) => ({
              value,
              label: documentKindLabels[value],
            }))}
            onChange={(value) => setKind(value)}
          />
          <Select
            id="state"
            label="Anzeigen"
            value={state}
            options={[
              { value: 'current', label: 'Wird geführt' },
              { value: 'ended', label: 'Nicht mehr geführt' },
            ]}
            onChange={(value) => setState(value || 'current')}
          />
        </>
      }
      empty={
        <EmptyState title="Kein Dokument gefunden">
          Tragen Sie ein Dokument ein, oder übernehmen Sie unter „Was ist fällig?“ die Dokumente, die Ihr
          Konzept nennt.
        </EmptyState>
      }
    >
      <Dialog open={adding} onClose={() => setAdding(false)} title="Dokument eintragen" wide>
        {adding && (
          <NewDocumentForm
            onCancel={() => setAdding(false)}
            onDone={(id) => void navigate({ to: '/konzepte/dokumente/$id', params: { id } })}
          />
        )}
      </Dialog>
    </RegisterPage>
  )
}

const columns: Column<DocumentRow>[] = [
  {
    key: 'title',
    header: 'Titel',
    sortable: true,
    cell: (row) => (
      <Link to="/konzepte/dokumente/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  { key: 'kind', header: 'Art', cell: (row) => documentKindLabels[row.kind] },
  {
    key: 'validFrom',
    header: 'Gültig',
    sortable: true,
    cell: (row) =>
      row.valid === null ? (
        'noch keine Fassung'
      ) : (
        <>
          Fassung {row.valid.number}
          {row.valid.asOf !== null && `, Stand ${vagueDate(row.valid.asOf)}`}
          {row.valid.validFrom !== null && (
            <>
              , seit <Day at={row.valid.validFrom} />
            </>
          )}
        </>
      ),
  },
  {
    key: 'open',
    header: 'In Arbeit',
    cell: (row) =>
      row.open && (
        <Badge tone={stateTones[row.open.state]}>
          {row.open.waitsFor === null
            ? documentStateLabels[row.open.state]
            : `wartet auf: ${row.open.waitsFor}`}
        </Badge>
      ),
  },
  {
    key: 'contents',
    header: 'Pflichtinhalte',
    cell: (row) => row.contents && `${row.contents.present} von ${row.contents.asked}`,
  },
  {
    key: 'reviewOn',
    header: 'Nächste Prüfung',
    sortable: true,
    cell: (row) => row.reviewOn && <Day at={row.reviewOn} relative />,
  },
]
