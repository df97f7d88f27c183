import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense, useState, type ReactElement } from 'react'

import { addressOf } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Menu } from '../../../platform/web/ui/menu.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { useParts } from '../../../platform/web/use-parts.ts'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { closureReasonLabels, committeeScopeLabels, meetingStateLabels } from '../contract/codes.ts'
import type { CommitteeView } from '../contract/committees.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { ActionItemForm } from './action-item-form.tsx'
import { ActionItems } from './action-items.tsx'
import { ChangeForm } from './change-form.tsx'
import { CloseForm } from './close-form.tsx'
import { CommitteeCommissions } from './commissions.tsx'
import { authorityWords, committeeKindWords, overdueWords } from './committee-words.ts'
import { FunctionForm } from './function-form.tsx'
import { MeetingForm } from './meeting-form.tsx'
import { Papers } from './papers.tsx'
import { SeatForm } from './seat-form.tsx'
import { SeatsSection } from './seats-section.tsx'
import './committees.css'

type Open = 'meeting' | 'actionItem' | 'seat' | 'function' | 'change' | 'close' | undefined

/** One committee: what is due, who sits in it and since when, its meetings, open items, papers. */
export function CommitteePage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const client = useQueryClient()
  const options = { params: { id } }
  const { data, error, isPending, refetch } = useView(committeeEndpoints.read, options)
  const [open, setOpen] = useState<Open>()
  const parts = useParts<{ committeeId: string }>('committee')
  const refresh = () => {
    setOpen(undefined)
    void client.invalidateQueries({ queryKey: viewKey(committeeEndpoints.read, options) })
    void client.invalidateQueries({ queryKey: viewKey(committeeEndpoints.list) })
  }
  if (isPending || !data)
    return (
      <Page title="Gremium" breadcrumb={[{ label: 'Gremien', to: '/gremien' }]}>
        {isPending && <Loading />}
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </Page>
    )
  const close = () => setOpen(undefined)
  return (
    <Page
      title={data.name}
      breadcrumb={[{ label: 'Gremien', to: '/gremien' }, { label: data.name }]}
      actions={<Actions view={data} onOpen={setOpen} />}
    >
      <Due view={data} />
      <div className="lt-columns">
        <Meetings view={data} />
        <Facts view={data} />
      </div>
      <SeatsSection view={data} onChanged={refresh} />
      <ActionItems items={data.actionItems} onChanged={refresh} />
      {data.more.includes('actionItems') && (
        <p className="kern-body--small">
          Gezeigt werden die 100 dringendsten. <Link to="/arbeitsauftraege">Alle Arbeitsaufträge</Link>
        </p>
      )}
      <CommitteeCommissions committeeId={id} onChanged={refresh} />
      {parts.map(({ key, Component }) => (
        <Suspense key={key}>
          <Component committeeId={id} />
        </Suspense>
      ))}
      <Papers
        papers={data.papers}
        upload={data.can.includes('upload') ? { committeeId: id } : undefined}
        more={
          data.more.includes('papers')
            ? 'Gezeigt werden die 100 neuesten. Ältere stehen bei ihrer Sitzung.'
            : undefined
        }
        onChanged={refresh}
      />
      <Foundings view={data} />
      <Sheet open={open === 'meeting'} onClose={close} title="Sitzung planen">
        <MeetingForm committeeId={id} onDone={refresh} onCancel={close} />
      </Sheet>
      <Sheet open={open === 'actionItem'} onClose={close} title="Arbeitsauftrag geben">
        <ActionItemForm committeeId={id} onDone={refresh} onCancel={close} />
      </Sheet>
      <Sheet open={open === 'seat'} onClose={close} title="Sitz besetzen">
        <SeatForm view={data} onDone={refresh} onCancel={close} />
      </Sheet>
      <Sheet open={open === 'function'} onClose={close} title="Funktion hinzufügen">
        <FunctionForm committeeId={id} onDone={refresh} onCancel={close} />
      </Sheet>
      <Sheet open={open === 'change'} onClose={close} title="Gremium ändern">
        <ChangeForm key={data.version} view={data} onDone={refresh} onCancel={close} />
      </Sheet>
      <Sheet open={open === 'close'} onClose={close} title="Gremium schließen">
        <CloseForm view={data} onDone={refresh} onCancel={close} />
      </Sheet>
    </Page>
  )
}

function Actions({ view, onOpen }: { view: CommitteeView; onOpen: (open: Open) => void }): ReactElement {
  const { can } = view
  const more = [
    ...(can.includes('plan')
      ? [{ label: 'Arbeitsauftrag geben', icon: 'task' as const, onSelect: () => onOpen('actionItem') }]
      : []),
    ...(can.includes('members')
      ? [{ label: 'Sitz besetzen', icon: 'person' as const, onSelect: () => onOpen('seat') }]
      : []),
    ...(can.includes('change')
      ? [{ label: 'Funktion hinzufügen', icon: 'add' as const, onSelect: () => onOpen('function') }]
      : []),
    ...(can.includes('change')
      ? [{ label: 'Gremium ändern', icon: 'edit' as const, onSelect: () => onOpen('change') }]
      : []),
    ...(can.includes('close')
      ? [{ label: 'Gremium schließen', icon: 'lock' as const, onSelect: () => onOpen('close') }]
      : []),
  ]
  return (
    <>
      {can.includes('plan') && (
        <Button icon="calendar" onClick={() => onOpen('meeting')}>
          Sitzung planen
        </Button>
      )}
      <a
        className="kern-link kern-link--no-visited-state lt-link"
        href={addressOf(committeeEndpoints.calendar, { id: view.id })}
        download
      >
        Termine als Kalenderdatei
      </a>
      {more.length > 0 && <Menu label="Mehr" items={more} align="end" variant="secondary" />}
    </>
  )
}

/** What needs a hand: overdue, closed, towns or welfare organisations missing (R121, R166). */
function Due({ view }: { view: CommitteeView }): ReactElement {
  const late = overdueWords(view.overdueDays)
  const missing = view.closedOn === null ? missingWords(view) : null
  return (
    <>
      {view.closedOn && view.closedReason && (
        <Alert tone="info" title={`Geschlossen am ${formatDate(view.closedOn)}`}>
          {closureReasonLabels[view.closedReason]}. {view.closedNote ?? ''} Unterlagen bleiben für alle
          lesbar, die sie lesen konnten.
        </Alert>
      )}
      {late && (
        <Alert tone="warning" title={`Diese Sitzung ist ${late}`}>
          Rhythmus: {view.rhythm ?? `alle ${view.intervalDays} Tage`}.{' '}
          {view.lastOn ? `Zuletzt am ${formatDate(view.lastOn)}.` : ''}
        </Alert>
      )}
      {missing && (
        <Alert tone="info" title="Wer noch fehlt">
          {missing}
        </Alert>
      )}
    </>
  )
}

/** R166, for every body: towns and welfare organisations without a seat; null where nobody is missing. */
function missingWords({ missingTowns, welfareMissing }: CommitteeView): string | null {
  const who = [...missingTowns, ...(welfareMissing ? ['Wohlfahrtsverbände'] : [])]
  return who.length === 0 ? null : `Ohne Sitz: ${new Intl.ListFormat('de').format(who)}.`
}

function Facts({ view }: { view: CommitteeView }): ReactElement {
  const items = [
    { term: 'Art', value: committeeKindWords[view.kind] },
    { term: 'Zuordnung', value: committeeScopeLabels[view.scope] },
    {
      term: 'Befugnis',
      value: view.authority ? authorityWords[view.authority] : 'nennt das Konzept nicht',
    },
    { term: 'Rhythmus', value: view.rhythm ?? 'nennt das Konzept nicht' },
    ...(view.managingOffice ? [{ term: 'Geschäftsführung', value: view.managingOffice }] : []),
    ...(view.municipality ? [{ term: 'Stadt oder Gemeinde', value: view.municipality }] : []),
    ...(view.invitationDays ? [{ term: 'Einladung', value: `${view.invitationDays} Tage vorher` }] : []),
    ...(view.host ? [{ term: 'Getragen von', value: view.host }] : []),
    ...(view.participation ? [{ term: 'Beteiligung des KIM', value: view.participation }] : []),
    ...(view.quorumPercent
      ? [{ term: 'Beschlussfähig', value: `ab ${view.quorumPercent} % der Stimmberechtigten` }]
      : []),
    ...(view.source ? [{ term: 'Quelle', value: view.source }] : []),
    ...(view.remark ? [{ term: 'Bemerkung', value: view.remark }] : []),
  ]
  return (
    <Card title="Über dieses Gremium">
      {view.purpose && <p className="kern-body">{view.purpose}</p>}
      <DescriptionList items={items} />
      {view.topics.length > 0 && <p className="kern-body">Themen: {view.topics.join('; ')}</p>}
    </Card>
  )
}

function Meetings({ view }: { view: CommitteeView }): ReactElement {
  return (
    <Card title="Sitzungen">
      {view.meetings.length === 0 ? (
        <p className="kern-body">Noch keine Sitzung in Lotse. Planen Sie die erste.</p>
      ) : (
        <ul className="committee-lines">
          {view.meetings.map((meeting) => (
            <li key={meeting.id}>
              <Link to="/sitzungen/$id" params={{ id: meeting.id }}>
                {`${formatDate(meeting.onDate)}, ${meeting.startTime} Uhr`}
              </Link>{' '}
              <Badge tone={meeting.state === 'running' ? 'info' : 'neutral'}>
                {meetingStateLabels[meeting.state]}
              </Badge>
              {meeting.title && <p className="committee-words">{meeting.title}</p>}
            </li>
          ))}
        </ul>
      )}
      {view.earlierSessions.length > 0 && (
        <p className="kern-body--small">Vor Lotse: {view.earlierSessions.map(formatDate).join(', ')}</p>
      )}
      {view.moreMeetings && <p className="kern-body--small">Gezeigt werden die letzten 40 Sitzungen.</p>}
    </Card>
  )
}

/** „Könnte es ein bestehendes Gremium übernehmen?“ and what was answered (R097). */
function Foundings({ view }: { view: CommitteeView }): ReactElement | null {
  if (view.foundings.length === 0) return null
  return (
    <Card title="Warum es dieses Gremium gibt">
      {view.foundings.map((one) => (
        <div key={one.id} className="lt-stack">
          <p className="kern-body">
            {formatDate(one.on)}: {one.name}. {one.reason}
          </p>
          {one.examined.length > 0 && (
            <ul className="committee-lines">
              {one.examined.map((looked) => (
                <li key={looked.committee}>
                  {looked.committee}: {looked.fits ? 'passt' : 'passt nicht'}. {looked.reason}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Card>
  )
}
