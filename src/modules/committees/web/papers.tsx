import { useRef, useState, type ReactElement } from 'react'

import { addressOf, call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { uploadFile } from '../../../platform/web/upload-file.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperView } from '../contract/shared.ts'
import { useAction } from './use-action.ts'
import './committees.css'

interface PapersProps {
  papers: readonly PaperView[]
  /** Where new ones go; absent: the person adds none. */
  upload?: { committeeId: string; meetingId?: string } | undefined
  onChanged: () => void
}

/** Papers: released to members one by one, or with the invitation of their meeting. */
export function Papers({ papers, upload, onChanged }: PapersProps): ReactElement | null {
  if (papers.length === 0 && !upload) return null
  return (
    <Card title="Unterlagen">
      {papers.length === 0 && <p className="kern-body">Noch keine Unterlagen.</p>}
      <ul className="committee-lines">
        {papers.map((paper) => (
          <Paper key={`${paper.id} ${paper.version}`} paper={paper} onChanged={onChanged} />
        ))}
      </ul>
      {upload && <Upload to={upload} onChanged={onChanged} />}
    </Card>
  )
}

function Paper({ paper, onChanged }: { paper: PaperView; onChanged: () => void }): ReactElement {
  const { busy, error, run } = useAction(onChanged)
  const change = (body: { released?: true; withdrawn?: boolean }, said: string) =>
    void run(
      () => call(paperEndpoints.change, { params: { id: paper.id }, ifMatch: paper.version, body }),
      said,
    )
  const may = paper.can.includes('change')
  return (
    <li>
      <ProblemAlert error={error} />
      <div className="lt-actions">
        <a
          className="kern-link kern-link--no-visited-state lt-link"
          href={addressOf(paperEndpoints.file, { id: paper.id })}
          download
        >
          {paper.title}
        </a>
        {paper.withdrawnOn ? (
          <Badge>zurückgezogen am {formatDate(paper.withdrawnOn)}</Badge>
        ) : paper.releasedOn ? (
          may && <Badge tone="success">freigegeben am {formatDate(paper.releasedOn)}</Badge>
        ) : (
          <Badge tone="warning">nicht freigegeben</Badge>
        )}
        {may && !paper.releasedOn && (
          <Button
            size="small"
            variant="secondary"
            busy={busy}
            aria-label={`Freigeben: ${paper.title}`}
            onClick={() => change({ released: true }, 'Für die Mitglieder freigegeben')}
          >
            Freigeben
          </Button>
        )}
        {may && paper.releasedOn && !paper.withdrawnOn && (
          <Button
            size="small"
            variant="tertiary"
            busy={busy}
            aria-label={`Zurückziehen: ${paper.title}`}
            onClick={() => change({ withdrawn: true }, 'Zurückgezogen')}
          >
            Zurückziehen
          </Button>
        )}
      </div>
    </li>
  )
}

interface UploadProps {
  to: { committeeId: string; meetingId?: string }
  onChanged: () => void
}

function Upload({ to, onChanged }: UploadProps): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const [abort] = useState(() => new AbortController())
  const { busy, error, run } = useAction(onChanged)
  const send = (file: File | undefined) => {
    if (!file) return
    void run(
      () =>
        uploadFile(paperEndpoints.upload, {
          params: { id: to.committeeId },
          query: to.meetingId ? { meetingId: to.meetingId } : {},
          file,
          name: file.name,
          onProgress: () => {},
          signal: abort.signal,
        }),
      'Unterlage hinzugefügt, noch nicht freigegeben',
    )
  }
  return (
    <div className="lt-stack">
      <ProblemAlert error={error} />
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,.png,.jpg,.jpeg,.txt"
        onChange={(event) => {
          send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className="lt-actions">
        <Button variant="secondary" icon="add" busy={busy} onClick={() => input.current?.click()}>
          Unterlage hinzufügen
        </Button>
      </div>
    </div>
  )
}
