import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import type { BarrierView } from '../contract/barriers.ts'
import * as codes from '../contract/codes.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import { attributeWords } from '../rules/attribute-words.ts'
import { MoveForm, QuestionForm } from './barrier-forms.tsx'
import { stateTones, whereAndWhen } from './barrier-words.ts'
import { OrganisationViews } from './organisation-views.tsx'
import { SimilarPart } from './similar-part.tsx'

/** One barrier: what left, what coordinators ask and answer, what is like it. */
export function BarrierPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const client = useQueryClient()
  const view = useView(structureEndpoints.read, { params: { id } })
  const refresh = () => void client.invalidateQueries()
  const barrier = view.data
  return (
    <Page
      title={barrier?.title ?? 'Hürde'}
      windowTitle="Hürde"
      breadcrumb={[{ label: 'Hürden', to: '/huerden' }, { label: 'Hürde' }]}
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {barrier && (
        <div className="lt-stack" key={barrier.id}>
          <Facts barrier={barrier} />
          <Dialogue
            key={`${barrier.version} ${barrier.questions.length}`}
            barrier={barrier}
            onChanged={refresh}
          />
          <OrganisationViews barrier={barrier} onChanged={refresh} />
          <SimilarPart barrier={barrier} onChanged={refresh} />
        </div>
      )}
    </Page>
  )
}

function Facts({ barrier }: { barrier: BarrierView }): ReactElement {
  const source = barrier.impulseSource === null ? '' : `, ${codes.impulseSourceLabels[barrier.impulseSource]}`
  const items = [
    { term: 'Was ist passiert', value: barrier.description },
    { term: 'Nachgetragen', value: barrier.additions.join(' · ') },
    { term: 'Was geholfen hat', value: barrier.helped },
    { term: 'Sicht der Person', value: barrier.clientView },
    { term: 'Art', value: codes.barrierKindLabels[barrier.kind] },
    { term: 'Lebensbereich', value: barrier.lifeDomain?.label },
    {
      term: 'Rechtskreise',
      value: barrier.legalDomains.map((one) => codes.legalDomainLabels[one]).join(', '),
    },
    { term: 'Stellen', value: barrier.organisations.map(({ label }) => label).join(', ') },
    { term: 'Woran es scheitert', value: barrier.unmet && codes.unmetLabels[barrier.unmet] },
    { term: 'Wo und wann', value: whereAndWhen(barrier) },
    {
      term: 'Dauert schon',
      value: barrier.lasting === 'unknown' ? null : codes.lastingLabels[barrier.lasting],
    },
    {
      term: 'Verlorene Tage',
      value: barrier.daysLost === 'unknown' ? null : codes.daysLostLabels[barrier.daysLost],
    },
    { term: 'Herkunft', value: `${codes.barrierSourceLabels[barrier.source]}${source}` },
    { term: 'Gespräch geführt von', value: barrier.interview?.organisation.label },
    { term: 'Einschätzung', value: barrier.level === null ? null : `Stufe ${barrier.level}` },
    {
      term: 'Merkmale',
      value: barrier.attributes
        .map(({ kind, value, label }) => attributeWords(kind, label ?? value))
        .join(', '),
    },
    {
      term: 'Gruppe',
      value: barrier.group && (
        <Link to="/huerden/gruppen/$id" params={{ id: barrier.group.id }}>
          {barrier.group.label}
        </Link>
      ),
    },
  ]
  return (
    <Card
      title="Was hinausging"
      end={<Badge tone={stateTones[barrier.state]}>{codes.barrierStateLabels[barrier.state]}</Badge>}
    >
      <DescriptionList items={items.filter(({ value }) => Boolean(value))} />
      {barrier.mergedInto && (
        <p className="kern-body">
          Doppelt gemeldet, zusammengeführt mit{' '}
          <Link to="/huerden/$id" params={{ id: barrier.mergedInto.id }}>
            {barrier.mergedInto.label}
          </Link>
        </p>
      )}
    </Card>
  )
}

const outcomePaths: Readonly<Record<string, { to: string; right: string }>> = {
  theme: { to: '/themen/$id', right: 'theme.read' },
  paper: { to: '/schnittstellenpapiere/$id', right: 'paper.read' },
  agreement: { to: '/vereinbarungen/$id', right: 'agreementRegister.read' },
  measure: { to: '/massnahmen/$id', right: 'measure.read' },
  solution: { to: '/loesungen/$id', right: 'effect.read' },
}

/** What came of it, with the way there for who may go it. */
function OutcomeLink({ outcome }: { outcome: BarrierView['outcome'][number] }): ReactElement {
  const { rights } = useApp().session
  const path = outcomePaths[outcome.kind]
  if (!path || outcome.objectId === null || !rights.has(path.right)) return <strong>{outcome.title}</strong>
  return (
    <Link to={path.to} params={{ id: outcome.objectId }}>
      {outcome.title}
    </Link>
  )
}

/** Questions to somebody unknown, the answer back, and the history. */
function Dialogue({ barrier, onChanged }: { barrier: BarrierView; onChanged: () => void }): ReactElement {
  const [mode, setMode] = useState<'move' | 'ask'>()
  const form = { barrier, onDone: onChanged, onCancel: () => setMode(undefined) }
  return (
    <Card title="Rückfragen und Antwort">
      <div className="lt-stack">
        {barrier.answer && <p className="kern-body">Antwort an die meldende Person: {barrier.answer}</p>}
        {barrier.questions.map((one) => (
          <p key={one.id} className="kern-body">
            <strong>{formatDate(one.askedOn)}:</strong> {one.question}{' '}
            {one.answer === null ? <Badge>noch ohne Antwort</Badge> : `– ${one.answer}`}
          </p>
        ))}
        {barrier.outcome.map((one, at) => (
          <p key={at} className="kern-body">
            <OutcomeLink outcome={one} /> <Badge>{one.state}</Badge> {one.words}
          </p>
        ))}
        {mode === 'move' && <MoveForm {...form} />}
        {mode === 'ask' && <QuestionForm {...form} />}
        {mode === undefined && barrier.can.includes('move') && (
          <div className="lt-actions">
            <Button variant="primary" onClick={() => setMode('move')}>
              Stand ändern und antworten
            </Button>
            {barrier.source !== 'interview' && (
              <Button onClick={() => setMode('ask')}>Rückfrage stellen</Button>
            )}
          </div>
        )}
        {barrier.steps.length > 0 && (
          <details className="lt-why">
            <summary>Verlauf</summary>
            <ul>
              {barrier.steps.map((step) => (
                <li key={step.id}>
                  {formatDate(step.onDate)}: {codes.barrierStateLabels[step.to]}
                  {step.reason && ` (${codes.barrierReasonLabels[step.reason]})`}
                  {step.by && `, ${step.by}`}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  )
}
