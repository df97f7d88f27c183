import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { germanDate } from '../../../../platform/contract/dates.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { availabilityLabels, requestEndpoints, type AssigneeRow } from '../../contract/requests/index.ts'
import { assignmentConcern } from '../../rules/requests.ts'
import { useLists } from '../use-lists.ts'
import { useRequestAction } from './use-request-action.ts'

interface AssignSheetProps {
  requestId: string
  onClose: () => void
}

/** „Zuweisen an“: who could take it, with what each person has set about the own capacity. No caseload (R171). */
export function AssignSheet({ requestId, onClose }: AssignSheetProps): ReactElement {
  const view = useView(requestEndpoints.assignees, { params: { id: requestId } })
  const [asking, setAsking] = useState<AssigneeRow>()
  const assign = useRequestAction(
    (person: AssigneeRow) =>
      call(requestEndpoints.assign, { params: { id: requestId }, body: { to: person.id } }),
    'Anfrage zugewiesen. Die Person ist benachrichtigt.',
    onClose,
  )
  const choose = (person: AssigneeRow) =>
    assignmentConcern(person) === null ? assign.mutate(person) : setAsking(person)
  return (
    <Sheet open onClose={onClose} title="Zuweisen an">
      <ProblemAlert error={view.error ?? assign.error} />
      {view.isPending && <Loading />}
      {view.data?.rows.length === 0 && (
        <EmptyState title="Niemand an diesem Standort">
          An diesem Standort arbeitet zurzeit niemand unter Ihrer Fachaufsicht.
        </EmptyState>
      )}
      <div className="lt-stack">
        {view.data?.rows.map((person) => (
          <Assignee key={person.id} person={person} busy={assign.isPending} onChoose={() => choose(person)} />
        ))}
      </div>
      <ConfirmDialog
        open={asking !== undefined}
        title="Trotzdem zuweisen?"
        confirm="Zuweisen"
        busy={assign.isPending}
        onConfirm={() => asking && assign.mutate(asking)}
        onCancel={() => setAsking(undefined)}
      >
        <p className="kern-body">{asking && questionOf(asking)}</p>
      </ConfirmDialog>
    </Sheet>
  )
}

const questionOf = (person: AssigneeRow): string =>
  assignmentConcern(person) === 'absent'
    ? `${person.name} ist heute abwesend. Die Anfrage würde bis zur Rückkehr liegen.`
    : `${person.name} hat einen Aufnahmestopp eingetragen. Bitte sprechen Sie die Zuweisung vorher ab.`

interface AssigneeProps {
  person: AssigneeRow
  busy: boolean
  onChoose: () => void
}

function Assignee({ person, busy, onChoose }: AssigneeProps): ReactElement {
  const lists = useLists()
  const { availability, languages, absences } = person
  const tone = availability === 'free' ? 'success' : availability === 'stopped' ? 'warning' : 'neutral'
  return (
    <Card
      level={3}
      title={person.name}
      end={<Badge tone={tone}>{availability ? availabilityLabels[availability] : 'keine Angabe'}</Badge>}
    >
      <p className="kern-body kern-body--small">{person.organisation}</p>
      {languages.length > 0 && (
        <p className="kern-body kern-body--small">
          {languages.map((key) => lists.label('language', key)).join(', ')}
          {person.speaksLanguage && ' – spricht die Sprache der Anfrage'}
        </p>
      )}
      {absences.map(({ from, to }) => (
        <p className="kern-body kern-body--small" key={from}>
          Abwesend {from === to ? `am ${germanDate(from)}` : `${germanDate(from)} bis ${germanDate(to)}`}
        </p>
      ))}
      <Button size="small" busy={busy} onClick={onChoose} aria-label={`${person.name} zuweisen`}>
        Zuweisen
      </Button>
    </Card>
  )
}
