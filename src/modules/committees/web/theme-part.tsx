import type { ReactElement } from 'react'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { decisionKindLabels } from '../contract/codes.ts'
import { decisionEndpoints } from '../contract/register-endpoints.ts'
import { vagueDate } from './committee-words.ts'

/** In a theme: what committees decided about it. */
export default function ThemePart({ themeId }: { themeId: string }): ReactElement | null {
  const view = useView(decisionEndpoints.list, { query: { subjectId: themeId, limit: 50 } })
  if (view.data?.rows.length === 0) return null
  return (
    <Card title="Beschlüsse zum Thema">
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      <ul className="committee-lines">
        {view.data?.rows.map((row) => (
          <li key={row.id}>
            <p className="committee-words">{row.wording ?? row.title}</p>
            <span className="lt-actions">
              <Badge tone="info">{decisionKindLabels[row.kind]}</Badge>
              <span className="kern-body--small">
                {vagueDate(row.dateText)}, {row.body}
              </span>
              {row.meetingId && (
                <Link to="/sitzungen/$id" params={{ id: row.meetingId }}>
                  Zur Sitzung
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
