import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate, formatTime } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { decisionOutcomeLabels, entryKindLabels, priorityLabels } from '../contract/codes.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'
import type { MeetingView } from '../contract/meetings.ts'
import type { EntryView } from '../contract/minutes.ts'
import { MinuteLine } from './minute-line.tsx'
import { PartyAnswers } from './party-answers.tsx'
import { useAction } from './use-action.ts'
import './committees.css'

const SECONDS = 3

/** The entries as they are; while the meeting runs, what others write appears within seconds. */
function useMinutes(meeting: MeetingView) {
  const client = useQueryClient()
  const options = { params: { id: meeting.id }, query: {} }
  const view = useView(meetingEndpoints.minutes, options)
  const live = meeting.state === 'running' || meeting.state === 'held'
  const known = view.data?.revision
  useEffect(() => {
    if (!live || known === undefined) return
    const timer = setInterval(async () => {
      try {
        const moved = await call(meetingEndpoints.minutes, { params: { id: meeting.id }, query: { known } })
        if (!moved.unchanged) await client.invalidateQueries({ queryKey: viewKey(meetingEndpoints.minutes) })
      } catch {
        // The next look comes in seconds; writing tells about a lost connection.
      }
    }, SECONDS * 1000)
    return () => clearInterval(timer)
  }, [client, known, live, meeting.id])
  const refresh = () => void client.invalidateQueries({ queryKey: viewKey(meetingEndpoints.minutes) })
  return { view, refresh }
}

/** Minutes by agenda item: written line by line, with what was decided typed in place. */
export function MinutesColumn({ meeting }: { meeting: MeetingView }): ReactElement {
  const { view, refresh } = useMinutes(meeting)
  const entries = view.data?.entries ?? []
  const may = meeting.can.includes('minute')
  return (
    <Card title="Niederschrift">
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {may && (
        <p className="kern-body--small">
          Zeile tippen und Strg + Eingabe. Mit /beschluss, /empfehlung, /vereinbarung, /kenntnis, /auftrag
          oder /projektauftrag am Anfang wird mehr daraus; @ öffnet dort die Liste, wen es angeht. „/beschluss
          abgelehnt …“ oder „/beschluss vertagt …“ hält fest, dass nichts beschlossen wurde.
        </p>
      )}
      {!may && entries.length === 0 && view.data && (
        <p className="kern-body">Die Niederschrift erscheint hier, wenn sie zur Genehmigung gegeben ist.</p>
      )}
      {meeting.items.map((item, index) => {
        const own = entries.filter((entry) => entry.agendaItemId === item.id)
        if (!may && own.length === 0) return null
        return (
          <section key={item.id} className="lt-stack" aria-label={`Niederschrift zu TOP ${index + 1}`}>
            <h3 className="kern-heading-small">
              TOP {index + 1}: {item.title}
            </h3>
            <ul className="committee-lines">
              {own.map((entry, line) => (
                <Entry
                  key={`${entry.id} ${entry.version}`}
                  entry={entry}
                  name={`Zeile ${line + 1} zu TOP ${index + 1}`}
                  may={may}
                  approved={meeting.state === 'approved'}
                  onChanged={refresh}
                />
              ))}
            </ul>
            {may && (
              <MinuteLine
                meetingId={meeting.id}
                committeeId={meeting.committeeId}
                item={item}
                label={`Zeile zu TOP ${index + 1}`}
                office={meeting.can.includes('move')}
                onWritten={refresh}
              />
            )}
          </section>
        )
      })}
    </Card>
  )
}

interface EntryProps {
  entry: EntryView
  /** Which line it is, for who hears the buttons. */
  name: string
  may: boolean
  approved: boolean
  onChanged: () => void
}

function Entry({ entry, name, may, approved, onChanged }: EntryProps): ReactElement {
  const [editing, setEditing] = useState(false)
  const [content, setContent] = useState(entry.content)
  const { busy, error, run } = useAction(onChanged)
  const change = (body: { content?: string; struck?: boolean }, said: string) =>
    run(
      () => call(meetingEndpoints.changeEntry, { params: { id: entry.id }, ifMatch: entry.version, body }),
      said,
    )
  const facts = [
    entry.kind === 'recommendation' && entry.responsible ? `an ${entry.responsible}` : entry.responsible,
    entry.themeFormat && `Arbeitsformat: ${entry.themeFormat}`,
    entry.themePriority && `Priorität ${priorityLabels[entry.themePriority]}`,
    entry.inOtherForm && 'in anderer Form aufgegriffen',
    entry.dueOn && `bis ${formatDate(entry.dueOn)}`,
    entry.votes && `${entry.votes.yes} ja, ${entry.votes.no} nein, ${entry.votes.abstained} Enthaltungen`,
    formatTime(entry.at),
  ]
  return (
    <li>
      <ProblemAlert error={error} />
      {entry.kind !== 'note' && <Badge tone="info">{entryKindLabels[entry.kind]}</Badge>}{' '}
      {entry.outcome !== null && entry.outcome !== 'adopted' && (
        <Badge tone="warning">{decisionOutcomeLabels[entry.outcome]}</Badge>
      )}
      {editing ? (
        <div className="lt-stack">
          <TextArea
            label="Zeile ändern"
            id={`edit-${entry.id}`}
            name="content"
            value={content}
            onChange={setContent}
            error={undefined}
            rows={3}
          />
          <div className="lt-actions">
            <Button size="small" busy={busy} onClick={() => void change({ content }, 'Zeile geändert')}>
              Zeile speichern
            </Button>
            <Button size="small" variant="tertiary" onClick={() => setEditing(false)}>
              Abbrechen
            </Button>
          </div>
        </div>
      ) : (
        <p className={`committee-words${entry.struck ? ' committee-struck' : ''}`}>{entry.content}</p>
      )}
      {entry.parties.length > 0 && !entry.struck && (
        <PartyAnswers parties={entry.parties} approved={approved} onChanged={onChanged} />
      )}
      <span className="lt-actions">
        <span className="kern-body--small">{facts.filter(Boolean).join(' · ')}</span>
        {entry.struck && <Badge>gestrichen</Badge>}
        {may && !editing && (
          <>
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Ändern: ${name}`}
              onClick={() => setEditing(true)}
            >
              Ändern
            </Button>
            <Button
              size="small"
              variant="tertiary"
              busy={busy}
              aria-label={`${entry.struck ? 'Wieder aufnehmen' : 'Streichen'}: ${name}`}
              onClick={() =>
                void change({ struck: !entry.struck }, entry.struck ? 'Wieder aufgenommen' : 'Gestrichen')
              }
            >
              {entry.struck ? 'Wieder aufnehmen' : 'Streichen'}
            </Button>
          </>
        )}
      </span>
    </li>
  )
}
