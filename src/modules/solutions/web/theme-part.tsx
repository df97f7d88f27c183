import type { ReactElement } from 'react'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { solutionKindLabels, verdictLabels } from '../contract/codes.ts'
import { effectEndpoints } from '../contract/effects.ts'
import { EffectFigures } from './effect-figures.tsx'

/** In a theme: „Was wurde gebaut“ and „Hat es geholfen?“. */
export default function ThemePart({ themeId }: { themeId: string }): ReactElement {
  const view = useView(effectEndpoints.list, { query: { themeId } })
  const rows = view.data?.rows ?? []
  return (
    <>
      <Card
        title="Was wurde gebaut"
        end={
          view.data?.can.includes('write') && (
            <Link to="/loesungen/neu" search={{ thema: themeId }}>
              Lösung eintragen
            </Link>
          )
        }
      >
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
        {view.isPending && <Loading />}
        {view.data && rows.length === 0 && <p className="kern-body">Noch nichts eingetragen.</p>}
        <ul className="solutions-list">
          {rows.map((row) => (
            <li key={row.id}>
              <Link to="/loesungen/$id" params={{ id: row.id }}>
                {row.title}
              </Link>{' '}
              ({solutionKindLabels[row.kind]}){' '}
              {row.implementedOn ? (
                <>
                  umgesetzt seit <Day at={row.implementedOn} />
                </>
              ) : (
                'noch nicht umgesetzt'
              )}
            </li>
          ))}
        </ul>
      </Card>
      {rows.some((row) => row.implementedOn !== null) && (
        <Card title="Hat es geholfen?">
          {rows
            .filter((row) => row.implementedOn !== null)
            .map((row) => (
              <section key={row.id} aria-label={row.title}>
                <h3 className="kern-heading-small">
                  {row.title} {row.verdict && <Badge tone="info">{verdictLabels[row.verdict]}</Badge>}
                </h3>
                <EffectFigures solution={row} />
              </section>
            ))}
        </Card>
      )}
    </>
  )
}
