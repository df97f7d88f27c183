import { useParams } from '@tanstack/react-router'
import { Suspense, useState, type ReactElement } from 'react'

import { addressOf } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { FileLink } from '../../../platform/web/ui/file-link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { PrintButton } from '../../../platform/web/ui/print-button.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useParts } from '../../../platform/web/use-parts.ts'
import { useView } from '../../../platform/web/use-view.ts'
import {
  targetGroupViewLabels,
  themeEffectLabels,
  themePriorityLabels,
  themeTraitLabels,
} from '../contract/codes.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeMoveView, ThemeView } from '../contract/themes.ts'
import { EvidenceCard } from './evidence-card.tsx'
import { MoveForm } from './move-form.tsx'
import { OrganisationsCard } from './organisations-card.tsx'
import { ChangeThemeForm } from './theme-form.tsx'
import { ThemeReconstructions } from './theme-reconstructions.tsx'
import { UnmovedDecisions } from './unmoved-decisions.tsx'
import './themes.css'

/** A theme, told from top to bottom: what happens to people, why, what was decided, what was built, did it help. */
export function ThemePage(): ReactElement {
  const { id } = useParams({ strict: false })
  const view = useView(themeEndpoints.read, { params: { id: id! } })
  const [editing, setEditing] = useState(false)
  const [moving, setMoving] = useState<{ move: ThemeMoveView; decidedOn?: string }>()
  const theme = view.data
  const writes = theme?.can.includes('move') ?? false
  return (
    <Page
      title={theme?.title ?? 'Thema'}
      breadcrumb={[{ label: 'Themen', to: '/themen' }, { label: theme?.title ?? 'Thema' }]}
      intro={theme && <Intro theme={theme} />}
      actions={
        theme && (
          <>
            <PrintButton />
            <FileLink href={addressOf(themeEndpoints.paper, { id: theme.id })}>
              Für ein Gremium (PDF)
            </FileLink>
            {theme.can.includes('change') && (
              <Button icon="edit" onClick={() => setEditing(true)}>
                Thema ändern
              </Button>
            )}
          </>
        )
      }
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {theme && (
        <div className="lt-stack">
          <UnmovedDecisions theme={theme} onMove={(move, decidedOn) => setMoving({ move, decidedOn })} />
          {writes && <Moves theme={theme} onMove={(move) => setMoving({ move })} />}
          <EvidenceCard theme={theme} />
          <WhyCard theme={theme} />
          <OrganisationsCard theme={theme} />
          <DecidedCard theme={theme} />
          <ThemeParts themeId={theme.id} />
        </div>
      )}
      <Dialog open={editing} onClose={() => setEditing(false)} title="Thema ändern" wide>
        {editing && theme && (
          <ChangeThemeForm key={theme.version} theme={theme} onDone={() => setEditing(false)} />
        )}
      </Dialog>
      <Dialog
        open={moving !== undefined}
        onClose={() => setMoving(undefined)}
        title={moving?.move.label ?? ''}
      >
        {moving && theme && (
          <MoveForm key={moving.move.key} theme={theme} {...moving} onDone={() => setMoving(undefined)} />
        )}
      </Dialog>
    </Page>
  )
}

const Intro = ({ theme }: { theme: ThemeView }): ReactElement => (
  <span className="lt-actions">
    <Badge tone="info">{theme.state.label}</Badge>
    <span>
      {theme.resubmitOn ? 'Wiedervorlage ' : 'seit '}
      <Day at={theme.resubmitOn ?? theme.stateOn} />
    </span>
    <span>{theme.region?.name ?? 'Ganzer Kreis'}</span>
    <span>Verantwortlich: {theme.owner}</span>
  </span>
)

/** What may happen next; the first open move is the likely one. */
function Moves({
  theme,
  onMove,
}: {
  theme: ThemeView
  onMove: (move: ThemeMoveView) => void
}): ReactElement | null {
  if (theme.moves.length === 0) return null
  const first = theme.moves.find((move) => move.blocked === null)
  return (
    <div className="lt-actions theme-print-hidden" role="group" aria-label="Nächste Schritte">
      {theme.moves.map((move) => (
        <Button
          key={move.key}
          variant={move === first ? 'primary' : 'secondary'}
          disabledReason={move.blocked ?? undefined}
          onClick={() => onMove(move)}
        >
          {move.label}
        </Button>
      ))}
    </div>
  )
}

function WhyCard({ theme }: { theme: ThemeView }): ReactElement {
  const view = theme.targetGroupView
  return (
    <Card title="Warum es so ist">
      <ThemeReconstructions reconstructions={theme.reconstructions} />
      <DescriptionList
        items={[
          {
            term: 'Sicht der Zielgruppe',
            value: view ? (
              <>
                {view.state === 'asked' ? targetGroupViewLabels.asked : 'Noch nicht gefragt, weil'}
                {view.on && (
                  <>
                    {' '}
                    am <Day at={view.on} />
                  </>
                )}
                {view.state === 'asked' ? ': ' : ' '}
                <span className="theme-words">{view.words}</span>
              </>
            ) : (
              'Noch nicht beantwortet. Ohne Antwort lässt sich das Thema keinem Gremium vorlegen.'
            ),
          },
          ...(theme.traits.length > 0
            ? [{ term: 'Trifft zu', value: theme.traits.map((trait) => themeTraitLabels[trait]).join('; ') }]
            : []),
          ...(theme.singleReason ? [{ term: 'Warum ein Fall genügt', value: theme.singleReason }] : []),
        ]}
      />
    </Card>
  )
}

function DecidedCard({ theme }: { theme: ThemeView }): ReactElement {
  const facts = [
    ['Gremium', theme.committee?.name],
    ['Arbeitsformat', theme.format],
    ['Priorität', theme.priority && themePriorityLabels[theme.priority]],
    ['Ziel', theme.goal],
    ['Vorgehen', theme.method],
    ['Zwecke des Landes', theme.purposes.map(({ label }) => label).join('; ')],
    ['Lösung', theme.solution],
    ['Hat es geholfen?', theme.effect && themeEffectLabels[theme.effect]],
  ] as const
  const items = facts.flatMap(([term, value]) => (value ? [{ term, value }] : []))
  return (
    <Card title="Was beschlossen wurde">
      {items.length > 0 && <DescriptionList items={items} />}
      <h3 className="kern-title">Verlauf</h3>
      <ol className="theme-plain">
        {theme.steps.map((step) => (
          <li key={step.id}>
            <Day at={step.onDate} />: <strong>{step.label ?? 'Thema angelegt'}</strong>
            {step.from && ` (${step.from} → ${step.to})`}
            {step.decidedOn && (
              <>
                , entschieden am <Day at={step.decidedOn} />
              </>
            )}
            {step.by && <span className="kern-body--small"> · {step.by}</span>}
            {step.basis && (
              <div className="kern-body--small">
                {step.basis === 'takenBack'
                  ? 'Die Niederschrift wird gerade korrigiert.'
                  : 'Der Beschluss ist gestrichen, vertagt oder aufgehoben.'}
              </div>
            )}
            {step.reason && <div className="theme-words">{step.reason}</div>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** What other modules know of this theme: solutions built, whether they helped, decisions of committees. */
function ThemeParts({ themeId }: { themeId: string }): ReactElement {
  const parts = useParts<{ themeId: string }>('theme')
  return (
    <>
      {parts.map(({ key, Component }) => (
        <Suspense key={key} fallback={<Loading />}>
          <Component themeId={themeId} />
        </Suspense>
      ))}
    </>
  )
}
