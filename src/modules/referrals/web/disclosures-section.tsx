import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { Why } from '../../../platform/web/ui/why.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { disclosureStateLabels } from '../contract/disclosure-codes.ts'
import { disclosureEndpoints, type DisclosureView } from '../contract/disclosures.ts'
import { mostDisclosures } from '../contract/most-shown.ts'
import { AskDisclosureForm } from './ask-disclosure-form.tsx'
import { CarryOutForm } from './carry-out-form.tsx'
import { DisclosureFacts } from './disclosure-facts.tsx'
import { MostShown } from './most-shown.tsx'

/** „Übermittlung ohne Einwilligung“ of a case: rare, on a statutory ground, never alone. */
export function DisclosuresSection({ caseId }: { caseId: string }): ReactElement {
  const client = useQueryClient()
  const options = { params: { id: caseId } }
  const view = useView(disclosureEndpoints.list, options)
  const [asking, setAsking] = useState(false)
  const refresh = () => {
    setAsking(false)
    void client.invalidateQueries({ queryKey: viewKey(disclosureEndpoints.list, options) })
  }
  return (
    <section className="lt-stack" aria-label="Übermittlung ohne Einwilligung">
      <h2 className="kern-heading-medium">Übermittlung ohne Einwilligung</h2>
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      <Why label="Wann darf das sein?" source="§ 4 KKG, § 8a SGB VIII, § 34 StGB">
        Nur wenn ein Kind gefährdet ist oder eine gegenwärtige Gefahr sich anders nicht abwenden lässt. Eine
        zweite Fachkraft Ihres Trägers prüft es vorher; gibt es dort keine, die Koordination mit Fachaufsicht,
        ohne Fall und Namen zu sehen. Die Person wird informiert, außer das gefährdet den Schutz. Nie an die
        Ausländerbehörde.
      </Why>
      {view.data?.can.includes('ask') && !asking && (
        <div className="lt-actions referral-print-hidden">
          <Button onClick={() => setAsking(true)}>Zweite Person fragen</Button>
        </div>
      )}
      {view.data?.cannotAsk === 'noSecondPerson' && (
        <Alert tone="warning" title="Zurzeit kann niemand als zweite Person gefragt werden">
          <p className="kern-body">
            Bei Ihrem Träger arbeitet niemand sonst im Case Management oder in der Koordination, und es ist
            keine Fachaufsicht für Sie eingerichtet, die Ihr Kreis dafür zulässt. Bitte wenden Sie sich an die
            KIM-Leitung. Bei unmittelbarer Gefahr handeln Sie nach der Regelung Ihres Trägers, ohne auf Lotse
            zu warten.
          </p>
        </Alert>
      )}
      {view.data && asking && (
        <Card title="Übermittlung ohne Einwilligung prüfen lassen">
          <AskDisclosureForm
            caseId={caseId}
            seconds={view.data.seconds}
            onDone={refresh}
            onCancel={() => setAsking(false)}
          />
        </Card>
      )}
      {view.data?.rows.map((row) => (
        <DisclosureCard key={`${row.id} ${row.version}`} row={row} onChanged={refresh} />
      ))}
      {view.data && <MostShown shown={view.data.rows.length} most={mostDisclosures} />}
    </section>
  )
}

function DisclosureCard({ row, onChanged }: { row: DisclosureView; onChanged: () => void }): ReactElement {
  const [carrying, setCarrying] = useState(false)
  const [error, setError] = useState<unknown>()
  const drop = async () => {
    try {
      await call(disclosureEndpoints.drop, { params: { id: row.id }, ifMatch: row.version })
    } catch (problem) {
      return setError(problem)
    }
    toast('Wird nicht übermittelt')
    onChanged()
  }
  return (
    <Card
      level={3}
      title={`Gefragt am ${formatDate(row.askedOn)}`}
      end={
        <Badge tone={row.state === 'asked' ? 'warning' : 'neutral'}>{disclosureStateLabels[row.state]}</Badge>
      }
    >
      <div className="lt-stack">
        <ProblemAlert error={error} />
        <DisclosureFacts facts={row} />
        {carrying ? (
          <CarryOutForm row={row} onDone={onChanged} onCancel={() => setCarrying(false)} />
        ) : (
          row.can.length > 0 && (
            <div className="lt-actions referral-print-hidden">
              {row.can.includes('carryOut') && (
                <Button variant="primary" onClick={() => setCarrying(true)}>
                  Übermittlung festhalten
                </Button>
              )}
              <Button variant="tertiary" onClick={() => void drop()}>
                Nicht übermitteln
              </Button>
            </div>
          )
        )}
      </div>
    </Card>
  )
}
