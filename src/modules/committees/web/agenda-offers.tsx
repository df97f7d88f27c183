import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'
import type { MeetingView, Offer } from '../contract/meetings.ts'
import { useAction } from './use-action.ts'
import './committees.css'

interface OffersProps {
  meeting: MeetingView
  onChanged: () => void
}

/** Of each kind so many at once, the rest on demand: an agenda is a choice. */
const atOnce = 5

/**
 * What is offered for this agenda: monitoring and new barriers for the team's own meetings, commissions, due and postponed
 * items, recommendations and answers to them, themes, papers and agreements to look at (`agendaSources` in `src/server.ts`).
 */
export function AgendaOffers({ meeting, onChanged }: OffersProps): ReactElement | null {
  const view = useView(meetingEndpoints.offers, { params: { id: meeting.id } })
  const { busy, error, run } = useAction(onChanged)
  const rows = view.data?.rows ?? []
  if (rows.length === 0) return null
  const take = (offer: Offer) =>
    void run(
      () =>
        call(meetingEndpoints.addItems, {
          params: { id: meeting.id },
          body: {
            items: [
              {
                title: offer.title,
                detail: offer.detail,
                kind: offer.kind as 'source',
                subjectKind: offer.subjectKind as 'theme',
                subjectId: offer.subjectId,
                subjectTitle: offer.subjectTitle,
                source: offer.source,
                withoutB3: offer.withoutB3,
                isPublic: offer.isPublic,
              },
            ],
          },
        }),
      'Auf die Tagesordnung gesetzt',
    )
  const sources = [...new Set(rows.map(({ source }) => source))]
  return (
    <section className="lt-stack" aria-label="Vorschläge">
      <h3 className="kern-heading-small">Vorschläge</h3>
      <ProblemAlert error={error} />
      {sources.map((source) => {
        const own = rows.filter((offer) => offer.source === source)
        const rest = own.slice(atOnce)
        const label = own[0]!.label
        return (
          <div key={source}>
            <OfferList rows={own.slice(0, atOnce)} busy={busy} onTake={take} />
            {rest.length > 0 && (
              <details>
                <summary>
                  {label}: {rest.length} weitere
                </summary>
                <OfferList rows={rest} busy={busy} onTake={take} />
                {view.data?.more.includes(label) && (
                  <p className="kern-body--small">
                    Es gibt noch mehr. Sie erscheinen, sobald Sie von diesen welche aufnehmen.
                  </p>
                )}
              </details>
            )}
          </div>
        )
      })}
    </section>
  )
}

interface OfferListProps {
  rows: readonly Offer[]
  busy: boolean
  onTake: (offer: Offer) => void
}

function OfferList({ rows, busy, onTake }: OfferListProps): ReactElement {
  return (
    <ul className="committee-lines">
      {rows.map((offer) => (
        <li key={`${offer.subjectId ?? ''} ${offer.title}`} className="lt-actions">
          <span>
            {offer.title}
            <br />
            <span className="kern-body--small">{offer.label}</span>
          </span>
          {offer.withoutB3 && <Badge tone="info">ohne Baustein 3</Badge>}
          <Button
            size="small"
            variant="tertiary"
            busy={busy}
            aria-label={`Aufnehmen: ${offer.title}`}
            onClick={() => onTake(offer)}
          >
            Aufnehmen
          </Button>
        </li>
      ))}
    </ul>
  )
}
