import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { addressOf } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Icon } from '../../../platform/web/ui/icon.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { dayOf } from '../../../platform/web/dates.ts'
import { usePages, useView, viewKey } from '../../../platform/web/use-view.ts'
import {
  documentEndpoints,
  documentKindLabels,
  mediaTypeLabels,
  type DocumentView,
} from '../contract/documents.ts'
import './documents.css'
import { EditDialog } from './edit-dialog.tsx'
import { UploadForm } from './upload-form.tsx'
import { sizeOf } from './size-of.ts'

/** Tab „Dokumente“ of a case: what was filed, newest first. */
export default function DocumentsPart({ caseId }: { caseId: string }): ReactElement {
  const client = useQueryClient()
  const params = { params: { id: caseId }, query: { limit: 50 } }
  const first = useView(documentEndpoints.list, { params: { id: caseId }, query: { limit: 1 } })
  const list = usePages(documentEndpoints.list, params)
  const [mode, setMode] = useState<'upload' | DocumentView>()
  const can = first.data?.can ?? []
  const done = (text: string) => {
    setMode(undefined)
    toast(text)
    void client.invalidateQueries({ queryKey: viewKey(documentEndpoints.list) })
  }
  const error = first.error ?? list.error
  if (error) return <ProblemAlert error={error} onRetry={list.retry} />
  if (!first.data || list.loading) return <Loading />
  if (!can.includes('read')) {
    return (
      <EmptyState title="Dokumente sind für Sie nicht geöffnet">
        Die Fachaufsicht sieht keine Dokumente. Wer den Fall führt, kann sie freigeben.
      </EmptyState>
    )
  }
  return (
    <div className="lt-stack">
      {mode === 'upload' ? (
        <Card title="Dokument hochladen">
          <UploadForm
            caseId={caseId}
            onUploaded={(document) => done(`„${document.title}“ gespeichert`)}
            onCancel={() => setMode(undefined)}
          />
        </Card>
      ) : (
        can.includes('upload') && (
          <div className="lt-actions">
            <Button variant="primary" icon="add" onClick={() => setMode('upload')}>
              Dokument hochladen
            </Button>
          </div>
        )
      )}
      <Table
        caption="Dokumente"
        hideCaption
        columns={columnsOf(setMode)}
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Noch kein Dokument">
            Hier liegen unterschriebene Einwilligungen und Vereinbarungen, Schreiben und Bescheide. Legen Sie
            nur ab, was Sie für die Beratung brauchen.
          </EmptyState>
        }
      />
      <Pager {...list.pager} />
      {typeof mode === 'object' && (
        <EditDialog
          document={mode}
          onDone={() => done('Dokument geändert')}
          onCancel={() => setMode(undefined)}
        />
      )}
    </div>
  )
}

const columnsOf = (onEdit: (row: DocumentView) => void): Column<DocumentView>[] => [
  {
    key: 'title',
    header: 'Titel',
    rowHeader: true,
    cell: (row) => (
      <>
        <span dir="auto">{row.title}</span>{' '}
        {row.secrecy203 && (
          <Badge tone="warning" icon="lock">
            § 203
          </Badge>
        )}
      </>
    ),
  },
  { key: 'kind', header: 'Art', cell: (row) => documentKindLabels[row.kind] },
  { key: 'type', header: 'Datei', cell: (row) => `${mediaTypeLabels[row.mediaType]}, ${sizeOf(row.size)}` },
  {
    key: 'created',
    header: 'Abgelegt',
    cell: (row) => (
      <>
        <Day at={dayOf(row.createdAt)} /> {row.createdBy.name}
      </>
    ),
  },
  {
    key: 'actions',
    header: 'Aktionen',
    action: true,
    cell: (row) => <RowActions row={row} onEdit={onEdit} />,
  },
]

function RowActions({
  row,
  onEdit,
}: {
  row: DocumentView
  onEdit: (row: DocumentView) => void
}): ReactElement {
  return (
    <div className="lt-actions">
      <a
        className="kern-btn kern-btn--secondary lt-btn--small"
        href={addressOf(documentEndpoints.download, { id: row.id })}
        download
      >
        <Icon name="download" />
        <span className="kern-label">
          Herunterladen<span className="kern-sr-only">: {row.title}</span>
        </span>
      </a>
      {row.can.includes('change') && (
        <Button variant="tertiary" size="small" onClick={() => onEdit(row)}>
          Ändern<span className="kern-sr-only">: {row.title}</span>
        </Button>
      )}
    </div>
  )
}
