import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { measureStateLabels, subjectLabels, type MeasureState } from '../contract/codes.ts'
import { effectEndpoints } from '../contract/effects.ts'
import { measureEndpoints, type MeasureView } from '../contract/measures.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import { measureMoves } from '../rules/measures.ts'
import { MeasureForm } from './measure-form.tsx'
import { MeasureStepForm } from './measure-step-form.tsx'
import './solutions.css'
import { measureTones, measureVerbs } from './words.ts'

const list = { label: 'Empfehlungen und Maßnahmen', to: '/massnahmen' }

/** A new recommendation or measure. */
export function NewMeasurePage(): ReactElement {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { thema, huerde } = useSearch({ strict: false }) as { thema?: string; huerde?: string }
  const options = useView(paperEndpoints.options)
  return (
    <Page
      title="Empfehlung abgeben"
      breadcrumb={[list, { label: 'Neu' }]}
      intro="Ein Gremium oder eine Stelle greift sie auf oder sagt, warum nicht. Die Antwort sehen Sie hier."
      narrow
    >
      <ProblemAlert error={options.error} onRetry={() => void options.refetch()} />
      {options.isPending && <Loading />}
      {options.data && (
        <MeasureForm
          options={options.data}
          about={{ themeId: thema, barrierId: huerde }}
          onDone={({ id }) => {
            // A theme it answers shows it.
            void client.invalidateQueries({ queryKey: viewKey(effectEndpoints.list) })
            void navigate({ to: '/massnahmen/$id' as string, params: { id } as never })
          }}
          onCancel={() => void navigate({ to: '/massnahmen' as string })}
        />
      )}
    </Page>
  )
}

/** One recommendation or measure with what became of it. */
export function MeasurePage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const client = useQueryClient()
  const view = useView(measureEndpoints.read, { params: { id } })
  const options = useView(paperEndpoints.options)
  const [mode, setMode] = useState<'change' | MeasureState>()
  const measure = view.data
  const done = async () => {
    setMode(undefined)
    await Promise.all([
      client.invalidateQueries({ queryKey: viewKey(measureEndpoints.read) }),
      client.invalidateQueries({ queryKey: viewKey(measureEndpoints.list) }),
      client.invalidateQueries({ queryKey: viewKey(effectEndpoints.list) }),
    ])
  }
  const cancel = () => setMode(undefined)
  return (
    <Page
      title={measure?.title ?? 'Maßnahme'}
      windowTitle="Maßnahme"
      breadcrumb={[list, { label: measure?.mine ? 'Von mir empfohlen' : 'Maßnahme' }]}
      actions={
        measure && <Badge tone={measureTones[measure.state]}>{measureStateLabels[measure.state]}</Badge>
      }
    >
      <ProblemAlert error={view.error ?? options.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {measure && mode === 'change' && options.data && (
        <MeasureForm options={options.data} editing={measure} onDone={() => void done()} onCancel={cancel} />
      )}
      {measure && mode !== 'change' && (
        <div className="lt-stack">
          {mode === undefined && <Actions measure={measure} onMode={setMode} />}
          {mode !== undefined && (
            <MeasureStepForm measure={measure} to={mode} onDone={() => void done()} onCancel={cancel} />
          )}
          <Facts measure={measure} />
          <Steps measure={measure} />
        </div>
      )}
    </Page>
  )
}

function Actions({
  measure,
  onMode,
}: {
  measure: MeasureView
  onMode: (mode: 'change' | MeasureState) => void
}): ReactElement | null {
  if (measure.can.length === 0) return null
  return (
    <div className="lt-actions">
      {measureMoves[measure.state].map((to, index) => (
        <Button
          key={to}
          variant={index === 0 ? 'primary' : index === 1 ? 'secondary' : 'tertiary'}
          onClick={() => onMode(to)}
        >
          {measureVerbs[to]}
        </Button>
      ))}
      <Button icon="edit" onClick={() => onMode('change')}>
        Ändern
      </Button>
    </div>
  )
}

function Facts({ measure }: { measure: MeasureView }): ReactElement {
  const { subject } = measure
  return (
    <DescriptionList
      items={[
        {
          term: 'Worum es geht',
          value: measure.description && <span className="solutions-words">{measure.description}</span>,
        },
        { term: 'Empfohlen von', value: measure.fromCommittee?.label },
        { term: 'Gremium', value: measure.committee?.label },
        {
          term: 'Stelle',
          value: [measure.organisation?.label, measure.unit?.label, measure.function]
            .filter(Boolean)
            .join(', '),
        },
        {
          term: 'Bis wann',
          value: measure.dueOn && (
            <>
              <Day at={measure.dueOn} /> {measure.overdue && <Badge tone="warning">überfällig</Badge>}
            </>
          ),
        },
        ...(subject ? [{ term: 'Bezug', value: <Subject subject={subject} /> }] : []),
        ...(measure.programme ? [{ term: 'Gehört zu', value: measure.programme }] : []),
        ...(measure.evidence ? [{ term: 'Nachweis', value: measure.evidence }] : []),
      ]}
    />
  )
}

const subjectPaths: Partial<Record<keyof typeof subjectLabels, string>> = {
  theme: '/themen/$id',
  barrier: '/huerden/$id',
}
const subjectRights: Partial<Record<keyof typeof subjectLabels, string>> = {
  theme: 'theme.read',
  barrier: 'barrier.read',
}

/** What it answers; a link where it may be opened. */
function Subject({ subject }: { subject: NonNullable<MeasureView['subject']> }): ReactElement {
  const { rights } = useApp().session
  const to = subjectPaths[subject.kind]
  const title = subject.title ?? ''
  return (
    <>
      {subjectLabels[subject.kind]}:{' '}
      {to && rights.has(subjectRights[subject.kind] ?? '') ? (
        <Link to={to} params={{ id: subject.id }}>
          {title}
        </Link>
      ) : (
        title
      )}
    </>
  )
}

function Steps({ measure }: { measure: MeasureView }): ReactElement {
  return (
    <Card title="Was bisher geschah">
      <ul className="solutions-list">
        {measure.steps.map((step, index) => (
          <li key={index}>
            <Day at={step.onDate} />: {measureStateLabels[step.to]}
            {step.note && <p className="kern-body solutions-words">{step.note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
