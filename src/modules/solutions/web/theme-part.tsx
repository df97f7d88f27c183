import type { ReactElement } from 'react'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import type { Received } from '../../../platform/contract/endpoint.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import {
  measureStateLabels,
  solutionKindLabels,
  verdictLabels,
  type AgreementState,
  type MeasureState,
} from '../contract/codes.ts'
import type { ShownPaperState } from '../contract/papers.ts'
import { effectEndpoints } from '../contract/effects.ts'
import { agreementWord, paperWord } from './words.ts'
import { EffectFigures } from './effect-figures.tsx'

/** In a theme: „Was wurde gebaut“ and „Hat es geholfen?“. */
export default function ThemePart({ themeId }: { themeId: string }): ReactElement {
  const view = useView(effectEndpoints.list, { query: { themeId } })
  const rows = view.data?.rows ?? []
  const linked = view.data?.linked ?? []
  return (
    <>
      <Card
        title="Was wurde gebaut"
        end={view.data && <Begin themeId={themeId} mayEnter={view.data.can.includes('write')} />}
      >
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
        {view.isPending && <Loading />}
        {view.data && rows.length + linked.length === 0 && (
          <p className="kern-body">Noch nichts eingetragen.</p>
        )}
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
          {linked.map((one) => (
            <li key={one.id}>
              <Link to={linkedPaths[one.kind]} params={{ id: one.id }}>
                {one.title}
              </Link>{' '}
              ({solutionKindLabels[one.kind]}) <Badge>{stateWord(one)}</Badge> seit <Day at={one.stateOn} />
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

type Linked = Received<typeof effectEndpoints.list>['linked'][number]

const linkedPaths = {
  interfacePaper: '/schnittstellenpapiere/$id',
  agreement: '/vereinbarungen/$id',
  measure: '/massnahmen/$id',
} as const

function stateWord({ kind, state }: Linked): string {
  if (kind === 'interfacePaper') return paperWord(state as ShownPaperState)
  return kind === 'agreement'
    ? agreementWord(state as AgreementState)
    : measureStateLabels[state as MeasureState]
}

/** What can be made for the theme from here; each carries it along. */
function Begin({ themeId, mayEnter }: { themeId: string; mayEnter: boolean }): ReactElement {
  const { rights } = useApp().session
  const search = { thema: themeId }
  return (
    <span className="lt-actions">
      {mayEnter && (
        <Link to="/loesungen/neu" search={search}>
          Lösung eintragen
        </Link>
      )}
      {rights.has('paper.write') && (
        <Link to="/schnittstellenpapiere/neu" search={search}>
          Papier beginnen
        </Link>
      )}
      {rights.has('agreementRegister.write') && (
        <Link to="/vereinbarungen/neu" search={search}>
          Vereinbarung eintragen
        </Link>
      )}
      {rights.has('measure.recommend') && (
        <Link to="/massnahmen/neu" search={search}>
          Maßnahme empfehlen
        </Link>
      )}
    </span>
  )
}
