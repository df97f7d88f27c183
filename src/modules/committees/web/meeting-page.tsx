import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { addressOf } from '../../../platform/web/api.ts'
import { formatDate, formatLongDate } from '../../../platform/web/dates.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Notice } from '../../../platform/web/ui/notice.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { cancelReasonLabels, meetingFormLabels, meetingStateLabels } from '../contract/codes.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'
import type { DecidedNote, MeetingView } from '../contract/meetings.ts'
import { AgendaColumn } from './agenda-column.tsx'
import { DecidedNotes } from './decided-notes.tsx'
import { MeetingChangeForm } from './meeting-change-form.tsx'
import { MeetingSteps } from './meeting-steps.tsx'
import { MinutesColumn } from './minutes-column.tsx'
import { Papers } from './papers.tsx'
import { ParticipantsSection } from './participants-section.tsx'
import './committees.css'

/** A meeting: agenda left, minutes right, and the one next step on top. */
export function MeetingPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const client = useQueryClient()
  const [notes, setNotes] = useState<readonly DecidedNote[]>([])
  const options = { params: { id } }
  const { data, error, isPending, refetch } = useView(meetingEndpoints.read, options)
  const { rights } = useApp().session
  const home = rights.has('committee.read')
    ? { label: 'Gremien', to: '/gremien' }
    : { label: 'Meine Gremien', to: '/meine-gremien' }
  if (isPending || !data)
    return (
      <Page title="Sitzung" breadcrumb={[home]}>
        {isPending && <Loading />}
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </Page>
    )
  const refreshed = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: viewKey(meetingEndpoints.read, options) }),
      client.invalidateQueries({ queryKey: viewKey(meetingEndpoints.minutes) }),
      client.invalidateQueries({ queryKey: viewKey(meetingEndpoints.offers, options) }),
    ])
  const refresh = () => void refreshed()
  const name = data.title ?? (data.number ? `${data.number}. Sitzung` : 'Sitzung')
  const back = rights.has('committee.read')
    ? [home, { label: data.committee, to: '/gremien/$id', params: { id: data.committeeId } }]
    : [home]
  const withMinutes = !['planned', 'invited', 'cancelled'].includes(data.state)
  return (
    <Page
      title={`${name} am ${formatDate(data.onDate)}`}
      intro={data.committee}
      breadcrumb={[...back, { label: name }]}
      actions={<MeetingSteps meeting={data} refreshed={refreshed} onNotes={setNotes} />}
    >
      <DecidedNotes notes={notes} />
      <Facts meeting={data} onChanged={refresh} />
      {data.outsiders && data.items.some((item) => item.kind === 'case') && (
        <Notice title="Fälle ohne Namen besprechen" source="§ 203 StGB, § 87 AufenthG">
          An dieser Sitzung nehmen andere Stellen oder Gäste teil. Ein Fall wird nur mit Namen besprochen,
          wenn eine Einwilligung für alle gilt, die dabei sind.
        </Notice>
      )}
      <div className={withMinutes ? 'committee-two' : 'lt-stack'}>
        <AgendaColumn meeting={data} onChanged={refresh} />
        {withMinutes && <MinutesColumn meeting={data} />}
      </div>
      <ParticipantsSection meeting={data} onChanged={refresh} />
      <Papers
        papers={data.papers}
        upload={
          data.can.includes('upload')
            ? { committeeId: data.committeeId, meetingId: id, items: data.items }
            : undefined
        }
        onChanged={refresh}
      />
      {data.invitationText && ['planned', 'invited'].includes(data.state) && (
        <InvitationText id={id} text={data.invitationText} />
      )}
    </Page>
  )
}

function Facts({ meeting, onChanged }: { meeting: MeetingView; onChanged: () => void }): ReactElement {
  const [changing, setChanging] = useState(false)
  const items = [
    { term: 'Tag', value: formatLongDate(meeting.onDate) },
    {
      term: 'Zeit',
      value: meeting.endTime ? `${meeting.startTime} bis ${meeting.endTime} Uhr` : `${meeting.startTime} Uhr`,
    },
    { term: 'Form', value: meetingFormLabels[meeting.form] },
    ...(meeting.place ? [{ term: 'Ort', value: meeting.place }] : []),
    ...(meeting.onlineUrl
      ? [
          {
            term: 'Zugang',
            value: (
              <a className="kern-link lt-link" href={meeting.onlineUrl} target="_blank" rel="noreferrer">
                Videokonferenz öffnen
              </a>
            ),
          },
        ]
      : []),
    ...(meeting.approvedOn
      ? [
          {
            term: 'Genehmigt',
            value: meeting.approvedIn ? (
              <>
                am {formatDate(meeting.approvedOn)}, in der Sitzung vom{' '}
                <Link to="/sitzungen/$id" params={{ id: meeting.approvedIn.id }}>
                  {formatDate(meeting.approvedIn.onDate)}
                </Link>
              </>
            ) : (
              `am ${formatDate(meeting.approvedOn)}`
            ),
          },
        ]
      : []),
    ...(meeting.quorate === null
      ? []
      : [
          {
            term: 'Beschlussfähig',
            value: meeting.quorate ? (
              <Badge tone="success">ja</Badge>
            ) : (
              <Badge tone="warning">nein, unter {meeting.quorumPercent} %</Badge>
            ),
          },
        ]),
  ]
  return (
    <Card
      title="Auf einen Blick"
      end={
        <Badge tone={meeting.state === 'running' ? 'info' : 'neutral'}>
          {meetingStateLabels[meeting.state]}
        </Badge>
      }
    >
      {meeting.cancelReason && (
        <Alert tone="info" title={`Abgesagt: ${cancelReasonLabels[meeting.cancelReason]}`} />
      )}
      <DescriptionList items={items} />
      <Files meeting={meeting} />
      {meeting.can.includes('change') && (
        <div className="lt-actions">
          <Button icon="edit" onClick={() => setChanging(true)}>
            Termin oder Ort ändern
          </Button>
        </div>
      )}
      <Sheet open={changing} onClose={() => setChanging(false)} title="Termin oder Ort ändern">
        {changing && (
          <MeetingChangeForm
            meeting={meeting}
            onDone={() => {
              setChanging(false)
              onChanged()
            }}
            onCancel={() => setChanging(false)}
          />
        )}
      </Sheet>
    </Card>
  )
}

function Files({ meeting }: { meeting: MeetingView }): ReactElement {
  const look = 'kern-link kern-link--no-visited-state lt-link'
  const pdf = (kind: 'invitation' | 'agenda' | 'minutes', part: 'all' | 'public') =>
    addressOf(meetingEndpoints.pdf, { id: meeting.id }, { kind, part })
  const held = ['held', 'inApproval', 'approved'].includes(meeting.state)
  const parts = meeting.items.some((item) => !item.isPublic || item.withoutB3)
  return (
    <div className="lt-actions">
      <a className={look} href={addressOf(meetingEndpoints.calendarEntry, { id: meeting.id })} download>
        Kalenderdatei
      </a>
      <a className={look} href={pdf('invitation', 'all')} download>
        Einladung (PDF)
      </a>
      <a className={look} href={pdf('agenda', 'all')} download>
        Tagesordnung (PDF)
      </a>
      {held && (
        <a className={look} href={pdf('minutes', 'all')} download>
          Niederschrift (PDF)
        </a>
      )}
      {parts && (
        <a className={look} href={pdf(held ? 'minutes' : 'agenda', 'public')} download>
          Nur öffentlicher Teil (PDF)
        </a>
      )}
    </div>
  )
}

/** Lotse sends no mail: the office copies the text into its own. */
function InvitationText({ id, text }: { id: string; text: string }): ReactElement {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    toast('Text kopiert')
  }
  return (
    <Card title="Text für Ihre Einladung per Mail">
      <p className="kern-body">
        Lotse verschickt keine Mails und kennt keine Adressen. „Als Mail öffnen“ lädt einen Entwurf für Ihr
        Mailprogramm herunter, mit Kalenderdatei und der öffentlichen Tagesordnung als PDF. Oder Sie kopieren
        den Text und hängen beides selbst an.
      </p>
      <p className="committee-words">{text}</p>
      <div className="lt-actions">
        <a
          className="kern-link kern-link--no-visited-state lt-link"
          href={addressOf(meetingEndpoints.mail, { id })}
          download
        >
          Als Mail öffnen (EML)
        </a>
        <Button variant="secondary" onClick={() => void copy()}>
          {copied ? 'Noch einmal kopieren' : 'Text kopieren'}
        </Button>
      </div>
    </Card>
  )
}
