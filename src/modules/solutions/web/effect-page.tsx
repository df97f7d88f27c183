import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { obtainedLabels, sideLabels, solutionKindLabels, verdictLabels } from '../contract/codes.ts'
import { effectEndpoints, type SolutionRow } from '../contract/effects.ts'
import { EffectFigures } from './effect-figures.tsx'
import { EffectForm } from './effect-form.tsx'
import { VerdictForm, VoiceForm } from './effect-say-forms.tsx'
import './solutions.css'
import { ThemeLink } from './theme-link.tsx'

const list = { label: 'Wirkung', to: '/loesungen' }

/** What was decided or built for a problem. */
export function NewEffectPage(): ReactElement {
  const navigate = useNavigate()
  const { thema } = useSearch({ strict: false }) as { thema?: string }
  return (
    <Page
      title="Lösung eintragen"
      breadcrumb={[list, { label: 'Neu' }]}
      intro="Was wurde für welche Art von Hürden gebaut? Daraus ergibt sich, was vorher und nachher verglichen wird."
      narrow
    >
      <EffectForm
        {...(thema === undefined ? {} : { themeId: thema })}
        onDone={({ id }) => void navigate({ to: '/loesungen/$id' as string, params: { id } as never })}
        onCancel={() => void navigate({ to: '/loesungen' as string })}
      />
    </Page>
  )
}

/** One solution: decided, implemented, did it help. */
export function EffectPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const client = useQueryClient()
  const view = useView(effectEndpoints.read, { params: { id } })
  const [mode, setMode] = useState<'change' | 'judge' | 'addVoice'>()
  const solution = view.data
  const done = async () => {
    setMode(undefined)
    await Promise.all([
      client.invalidateQueries({ queryKey: viewKey(effectEndpoints.read) }),
      client.invalidateQueries({ queryKey: viewKey(effectEndpoints.list) }),
    ])
  }
  const form = { onDone: () => void done(), onCancel: () => setMode(undefined) }
  return (
    <Page
      title={solution?.title ?? 'Lösung'}
      windowTitle="Lösung"
      breadcrumb={[list, { label: solution ? solutionKindLabels[solution.kind] : 'Lösung' }]}
    >
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {solution && mode === 'change' && <EffectForm editing={solution} {...form} />}
      {solution && mode !== 'change' && (
        <div className="lt-stack">
          {mode === undefined && <Actions solution={solution} onMode={setMode} />}
          {mode === 'judge' && <VerdictForm solution={solution} {...form} />}
          {mode === 'addVoice' && <VoiceForm solution={solution} {...form} />}
          <Facts solution={solution} />
          <Card title="Vorher und nachher">
            <EffectFigures solution={solution} />
          </Card>
          <Voices solution={solution} />
        </div>
      )}
    </Page>
  )
}

function Actions({
  solution: { can, verdict },
  onMode,
}: {
  solution: SolutionRow
  onMode: (mode: 'change' | 'judge' | 'addVoice') => void
}): ReactElement | null {
  if (can.length === 0) return null
  return (
    <div className="lt-actions">
      {can.includes('judge') && (
        <Button variant={verdict === null ? 'primary' : 'secondary'} onClick={() => onMode('judge')}>
          Bewerten, ob es geholfen hat
        </Button>
      )}
      {can.includes('addVoice') && <Button onClick={() => onMode('addVoice')}>Sicht ergänzen</Button>}
      {can.includes('change') && (
        <Button icon="edit" variant="tertiary" onClick={() => onMode('change')}>
          Ändern
        </Button>
      )}
    </div>
  )
}

const pathOf = {
  interfacePaper: '/schnittstellenpapiere/$id',
  agreement: '/vereinbarungen/$id',
  measure: '/massnahmen/$id',
  other: undefined,
} as const

function Facts({ solution }: { solution: SolutionRow }): ReactElement {
  const { object } = solution
  const to = pathOf[solution.kind]
  return (
    <DescriptionList
      items={[
        {
          term: solutionKindLabels[solution.kind],
          value:
            object && to ? (
              <Link to={to} params={{ id: object.id }}>
                {object.title}
              </Link>
            ) : (
              solution.title
            ),
        },
        {
          term: 'Beschlossen',
          value: (solution.decidedOn || solution.decidedBy) && (
            <>
              {solution.decidedOn && <Day at={solution.decidedOn} />} {solution.decidedBy}
            </>
          ),
        },
        { term: 'Thema', value: <ThemeLink theme={solution.theme} /> },
        { term: 'Umgesetzt', value: solution.implementedOn && <Day at={solution.implementedOn} /> },
        {
          term: 'Hat es geholfen?',
          value: solution.verdict && (
            <>
              {verdictLabels[solution.verdict]}
              {solution.verdictNote && <span className="solutions-words">: {solution.verdictNote}</span>}
            </>
          ),
        },
      ]}
    />
  )
}

function Voices({ solution }: { solution: SolutionRow }): ReactElement {
  return (
    <Card title="Wie andere es sehen">
      {solution.voices.length === 0 && (
        <p className="kern-body">
          Noch nichts festgehalten. Fragen Sie die beteiligten Stellen und Ratsuchende: Zahlen allein sagen
          nicht, ob es geholfen hat.
        </p>
      )}
      <ul className="solutions-list">
        {solution.voices.map((voice) => (
          <li key={voice.id}>
            <strong>{sideLabels[voice.side]}</strong> ({obtainedLabels[voice.obtained]},{' '}
            <Day at={voice.onDate} />)<p className="kern-body solutions-words">{voice.content}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
