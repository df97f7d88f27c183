import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { PrintButton } from '../../../platform/web/ui/print-button.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { MeetingState, memberKindLabels, meetingStateLabels } from '../contract/codes.ts'
import { memberEndpoints } from '../contract/register-endpoints.ts'
import type { MemberArea } from '../contract/registers.ts'
import { ActionItems } from './action-items.tsx'
import { Papers } from './papers.tsx'
import './committees.css'

/** Own committees, their papers, own action items; nothing else. The front office reads and prints the same. */
export function MemberPage(): ReactElement {
  const client = useQueryClient()
  const [all, setAll] = useState(false)
  const { data, error, isPending, refetch } = useView(memberEndpoints.area, {
    query: all ? { all: 'true' } : {},
  })
  const refresh = () => void client.invalidateQueries({ queryKey: viewKey(memberEndpoints.area) })
  return (
    <Page
      title="Meine Gremien"
      intro="Tagesordnungen, Unterlagen und Niederschriften der Gremien, in denen Sie sitzen."
      actions={<PrintButton />}
    >
      {isPending && <Loading />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data && <ActionItems items={data.actionItems} named onChanged={refresh} />}
      {data?.moreActionItems && (
        <p className="kern-body--small">
          Gezeigt werden die 100 dringendsten Aufträge; weitere rücken nach, sobald diese erledigt sind.
        </p>
      )}
      {data?.committees.length === 0 && (
        <EmptyState title="Sie sitzen in keinem Gremium">
          Sobald die Geschäftsführung Sie als Mitglied einträgt, finden Sie hier Einladungen und Unterlagen.
        </EmptyState>
      )}
      {data?.committees.map((one) => (
        <Committee key={one.id} one={one} />
      ))}
      {data?.committees.some(({ more }) => more) && (
        <div className="lt-actions">
          <p className="kern-body--small">
            {all
              ? 'Gezeigt werden die letzten 500 Sitzungen und Unterlagen je Gremium.'
              : 'Gezeigt wird das Neueste: je Gremium bis zu 12 Sitzungen aus zwei Jahren und 20 Unterlagen.'}
          </p>
          {!all && (
            <Button size="small" onClick={() => setAll(true)}>
              Auch Älteres zeigen
            </Button>
          )}
        </div>
      )}
    </Page>
  )
}

type One = MemberArea['committees'][number]

function Committee({ one }: { one: One }): ReactElement {
  return (
    <section className="lt-stack" aria-label={one.name}>
      <Card
        title={one.name}
        end={
          <span className="lt-actions">
            {one.seat !== 'holder' && <Badge>{memberKindLabels[one.seat]}</Badge>}
            {one.closed && <Badge>geschlossen</Badge>}
          </span>
        }
      >
        {one.meetings.length === 0 && <p className="kern-body">Noch keine Sitzung.</p>}
        <ul className="committee-lines">
          {one.meetings.map((meeting) => (
            <li key={meeting.id} className="lt-actions">
              <Link to="/sitzungen/$id" params={{ id: meeting.id }}>
                {`${formatDate(meeting.onDate)}, ${meeting.startTime} Uhr${meeting.title ? `: ${meeting.title}` : ''}`}
              </Link>
              <Badge>{meetingStateLabels[MeetingState.parse(meeting.state)]}</Badge>
              {meeting.agenda && <span className="kern-body--small">Tagesordnung</span>}
              {meeting.minutes && <span className="kern-body--small">Niederschrift</span>}
              {meeting.place && <span className="kern-body--small">{meeting.place}</span>}
            </li>
          ))}
        </ul>
      </Card>
      <Papers papers={one.papers} onChanged={() => {}} />
    </section>
  )
}
