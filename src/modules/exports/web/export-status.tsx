import { useState, type ReactElement } from 'react'

import { addressOf } from '../../../platform/web/api.ts'
import { formatInstant } from '../../../platform/web/dates.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Icon } from '../../../platform/web/ui/icon.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Progress } from '../../../platform/web/ui/progress.tsx'
import { exportEndpoints, exportReasonTexts, type ExportView } from '../contract/exports.ts'
import { progressWords } from './progress-words.ts'
import { useExport, useRemoveExport } from './use-export.ts'

/** An export from asking to fetching: progress, cancel, the file, or why there is none. */
export function ExportStatus({ id }: { id: string }): ReactElement {
  const view = useExport(id)
  return (
    <div className="lt-stack">
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {!view.data && !view.error && <Loading />}
      {view.data && <Status view={view.data} />}
    </div>
  )
}

function Status({ view }: { view: ExportView }): ReactElement {
  if (view.state === 'done')
    return (
      <Alert tone="success" title="Fertig" live>
        <p className="kern-body">
          Die Datei liegt bis {formatInstant(view.until)} nur für Sie bereit. Danach wird sie gelöscht.
        </p>
        <ExportActions view={view} primary />
      </Alert>
    )
  if (view.can.includes('cancel'))
    return (
      <>
        <Progress
          label="Wird erstellt"
          text={progressWords(view)}
          {...(view.total === null ? {} : { value: view.done, max: view.total })}
        />
        <p className="kern-body kern-body--muted">
          Sie können weiterarbeiten. Die Datei finden Sie später unter „Meine Ausgaben“.
        </p>
        <ExportActions view={view} />
      </>
    )
  return (
    <Alert
      tone={view.state === 'cancelled' ? 'info' : 'warning'}
      title={view.state === 'cancelled' ? 'Abgebrochen' : 'Es wurde keine Datei erstellt'}
      live
    >
      {view.reason && <p className="kern-body">{exportReasonTexts[view.reason]}</p>}
    </Alert>
  )
}

/** Fetch, cancel, delete: what this export allows. */
export function ExportActions({ view, primary }: { view: ExportView; primary?: boolean }): ReactElement {
  const remove = useRemoveExport()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const onRemove = () => {
    setBusy(true)
    remove(view.id)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <ProblemAlert error={error} />
      <div className="lt-actions">
        {view.can.includes('download') && (
          <a
            className={`kern-btn ${primary ? 'kern-btn--primary' : 'kern-btn--secondary'}`}
            href={addressOf(exportEndpoints.file, { id: view.id })}
            download
          >
            <Icon name="download" />
            <span className="kern-label">{view.format.toUpperCase()} herunterladen</span>
          </a>
        )}
        {view.can.includes('cancel') && (
          <Button variant="tertiary" icon="close" busy={busy} onClick={onRemove}>
            Abbrechen
          </Button>
        )}
        {view.can.includes('remove') && (
          <Button variant="tertiary" icon="trash" busy={busy} onClick={onRemove}>
            Datei jetzt löschen
          </Button>
        )}
      </div>
    </>
  )
}
