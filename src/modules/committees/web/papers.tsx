import type { ReactElement } from 'react'

import { addressOf, call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Menu } from '../../../platform/web/ui/menu.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperView } from '../contract/shared.ts'
import { PaperUpload, type UploadPlace } from './paper-upload.tsx'
import { useAction } from './use-action.ts'
import './committees.css'

interface PapersProps {
  papers: readonly PaperView[]
  /** Where new ones go; absent: the person adds none. */
  upload?: UploadPlace | undefined
  /** Said under the list, where it goes on elsewhere. */
  more?: string | undefined
  onChanged: () => void
}

/** Papers: released to members one by one, or with the invitation of their meeting. */
export function Papers({ papers, upload, more, onChanged }: PapersProps): ReactElement | null {
  if (papers.length === 0 && !upload) return null
  return (
    <Card title="Unterlagen">
      {papers.length === 0 && <p className="kern-body">Noch keine Unterlagen.</p>}
      <PaperLines papers={papers} onChanged={onChanged} />
      {more && <p className="kern-body--small">{more}</p>}
      {upload && <PaperUpload to={upload} onChanged={onChanged} />}
    </Card>
  )
}

/** The lines alone, also for the source documents of a decision. */
export function PaperLines({ papers, onChanged }: Pick<PapersProps, 'papers' | 'onChanged'>): ReactElement {
  return (
    <ul className="committee-lines">
      {papers.map((paper) => (
        <Paper key={`${paper.id} ${paper.version}`} paper={paper} onChanged={onChanged} />
      ))}
    </ul>
  )
}

type Change = { released?: true; withdrawn?: boolean; withoutB3?: boolean }

function Paper({ paper, onChanged }: { paper: PaperView; onChanged: () => void }): ReactElement {
  const { busy, error, run } = useAction(onChanged)
  const change = (body: Change, said: string) =>
    void run(
      () => call(paperEndpoints.change, { params: { id: paper.id }, ifMatch: paper.version, body }),
      said,
    )
  const may = paper.can.includes('change')
  const closing = paper.withoutB3
    ? {
        label: 'Auch für Baustein 3 öffnen',
        onSelect: () => change({ withoutB3: false }, 'Baustein 3 liest mit'),
      }
    : {
        label: 'Nur ohne Baustein 3',
        onSelect: () => change({ withoutB3: true }, 'Baustein 3 liest nicht mit'),
      }
  const back =
    paper.releasedOn && !paper.withdrawnOn
      ? [{ label: 'Zurückziehen', onSelect: () => change({ withdrawn: true }, 'Zurückgezogen') }]
      : []
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
        {may && paper.withoutB3 && <Badge tone="info">ohne Baustein 3</Badge>}
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
        {may && (
          <Menu
            label={`Unterlage ändern: ${paper.title}`}
            items={[closing, ...back]}
            size="small"
            variant="tertiary"
            icon="more"
            iconOnly
          />
        )}
      </div>
      {paper.item && <span className="kern-body--small">Zu: {paper.item}</span>}
    </li>
  )
}
