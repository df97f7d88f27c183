import type { ReactElement } from 'react'
import { germanDate } from '../../../../platform/contract/dates.ts'
import { formatInstant } from '../../../../platform/web/dates.ts'
import { DescriptionList, type Description } from '../../../../platform/web/ui/description-list.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import {
  requestChannelLabels,
  transferReasonLabels,
  requestEndingLabels,
  type RequestView,
} from '../../contract/requests/index.ts'
import { useLists, type Lists } from '../use-lists.ts'
import { Waiting } from './request-words.tsx'

/** What is known about a request. What the person may not see is explained, not left blank. */
export function RequestFacts({ view }: { view: RequestView }): ReactElement {
  const lists = useLists()
  return (
    <div className="lt-stack">
      <DescriptionList items={[...askedFor(view, lists), ...whoAsks(view), ...whatCameOfIt(view)]} />
      <Transfers view={view} />
      <p className="kern-body kern-body--small kern-body--muted">
        {view.state === 'converted'
          ? 'Aus dieser Anfrage ist ein Fall geworden.'
          : `Diese Anfrage wird am ${germanDate(view.deleteAfter)} gelöscht, wenn kein Fall daraus wird.`}
      </p>
    </div>
  )
}

/** Where it has been before, so that nobody asks the person to tell everything again. */
function Transfers({ view }: { view: RequestView }): ReactElement | null {
  if (view.transfers.length === 0) return null
  return (
    <section className="lt-stack">
      <h2 className="kern-title kern-title--small">Weitergegeben</h2>
      <ol className="lt-steps">
        {view.transfers.map(({ id, on, from, to, reason, agreedOn, by, withConcern, withContact }) => (
          <li key={id} className="kern-body">
            {germanDate(on)}: von {from.name} an {to.name} durch {by} – {transferReasonLabels[reason]}.
            {agreedOn && ` Die Person hat am ${germanDate(agreedOn)} zugestimmt.`}
            {!withConcern && ' Das Anliegen wurde nicht mitgegeben.'}
            {!withContact && ' Name und Rückrufnummer wurden nicht mitgegeben.'}
          </li>
        ))}
      </ol>
    </section>
  )
}

function askedFor(view: RequestView, lists: Lists): Description[] {
  return [
    {
      term: 'Anliegen',
      value:
        view.relation === 'oversight' ? 'Das Anliegen liest nur, wer die Anfrage bearbeitet.' : view.concern,
    },
    { term: 'Themen', value: view.lifeDomains.map((key) => lists.label('lifeDomain', key)).join(', ') },
    { term: 'Sprache', value: view.language && lists.label('language', view.language) },
    { term: 'Wohnort', value: view.municipality?.name },
    { term: 'Standort', value: view.site.name },
    {
      term: 'Eingang',
      value: (
        <>
          {formatInstant(view.receivedAt)}, {requestChannelLabels[view.channel]}
          {view.state === 'open' && (
            <>
              , wartet <Waiting since={view.receivedAt} />
            </>
          )}
        </>
      ),
    },
    { term: 'Zugangsweg', value: view.entryRoute && lists.label('entryRoute', view.entryRoute) },
  ]
}

function whoAsks(view: RequestView): Description[] {
  if (view.callerName === null && view.callbackNumber === null) return []
  const until = view.callbackDeleteOn && ` (wird am ${germanDate(view.callbackDeleteOn)} gelöscht)`
  return [
    { term: 'Name', value: view.callerName },
    {
      term: 'Rückruf',
      value: view.callbackNumber && (
        <>
          <a className="kern-link" href={`tel:${view.callbackNumber.replaceAll(/[^+\d]/g, '')}`}>
            {view.callbackNumber}
          </a>
          {until}
        </>
      ),
    },
  ]
}

function whatCameOfIt(view: RequestView): Description[] {
  const target = [view.signpostedTo?.name, view.signpostedService].filter(Boolean).join(', ')
  return [
    ...(view.assignedTo ? [{ term: 'Bei', value: view.assignedTo.name }] : []),
    ...(view.closedAt ? [{ term: 'Erledigt', value: formatInstant(view.closedAt) }] : []),
    ...(target ? [{ term: 'Verwiesen an', value: target }] : []),
    ...(view.withdrawalReason ? [{ term: 'Grund', value: requestEndingLabels[view.withdrawalReason] }] : []),
    ...(view.ownMinutes === null
      ? []
      : [{ term: 'Ihre Dauer', value: `${view.ownMinutes} Minuten (sehen nur Sie)` }]),
    ...(view.caseId
      ? [
          {
            term: 'Fall',
            value: (
              <Link to="/faelle/$id" params={{ id: view.caseId }}>
                Fall öffnen
              </Link>
            ),
          },
        ]
      : []),
  ]
}
