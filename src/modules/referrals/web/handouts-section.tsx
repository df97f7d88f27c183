import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { Why } from '../../../platform/web/ui/why.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import {
  handoutEndpoints,
  handoutKindLabels,
  handoutViaLabels,
  type HandoutView,
} from '../contract/handouts.ts'
import { HandoutForm } from './handout-form.tsx'
import { dataSentence } from './referral-words.ts'
import { mostHandouts } from '../contract/most-shown.ts'
import { MostShown } from './most-shown.tsx'

/** „Weitergegeben ohne Verweis“ of a case: copies, extracts, papers and words. */
export function HandoutsSection({ caseId }: { caseId: string }): ReactElement {
  const client = useQueryClient()
  const options = { params: { id: caseId } }
  const view = useView(handoutEndpoints.list, options)
  const [adding, setAdding] = useState(false)
  const refresh = () => {
    setAdding(false)
    void client.invalidateQueries({ queryKey: viewKey(handoutEndpoints.list, options) })
  }
  const consents = view.data?.texts.some((one) => one.kind === 'consent') ?? false
  return (
    <section className="lt-stack" aria-label="Weitergegeben ohne Verweis">
      <h2 className="kern-heading-medium">Weitergegeben ohne Verweis</h2>
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      <Why label="Wozu festhalten?" source="Art. 7 Abs. 3, Art. 15 und 19 DSGVO">
        Widerruft die Person oder fragt sie nach, muss feststehen, was eine Stelle bekommen hat: Kopien, ein
        Auszug aus der Akte, ein Brief, eine Auskunft am Telefon.
      </Why>
      {view.data?.can.includes('record') && !adding && (
        <div className="lt-actions referral-print-hidden">
          <Button
            onClick={() => setAdding(true)}
            disabled={!consents}
            disabledReason="Es gibt noch keine erteilte Einwilligung für eine Stelle."
          >
            Weitergabe festhalten
          </Button>
        </div>
      )}
      {view.data && adding && (
        <Card title="Weitergabe festhalten">
          <HandoutForm caseId={caseId} list={view.data} onDone={refresh} onCancel={() => setAdding(false)} />
        </Card>
      )}
      {view.data && view.data.rows.length > 0 && (
        <ul className="lt-stack referral-handouts">
          {view.data.rows.map((row) => (
            <Handout key={`${row.id} ${row.version}`} row={row} onChanged={refresh} />
          ))}
        </ul>
      )}
      {view.data && <MostShown shown={view.data.rows.length} most={mostHandouts} />}
    </section>
  )
}

function Handout({ row, onChanged }: { row: HandoutView; onChanged: () => void }): ReactElement {
  const [error, setError] = useState<unknown>()
  const mark = async () => {
    try {
      await call(handoutEndpoints.markMistaken, { params: { id: row.id }, ifMatch: row.version })
    } catch (problem) {
      return setError(problem)
    }
    toast('Als Irrtum gekennzeichnet')
    onChanged()
  }
  return (
    <li>
      <ProblemAlert error={error} />
      <p className="kern-body">
        {formatDate(row.onDate)} · <strong>{row.recipient ?? 'Andere Stelle'}</strong> ·{' '}
        {handoutKindLabels[row.kind]}
        {row.title === null ? '' : ` „${row.title}“`} ({handoutViaLabels[row.via]}): {dataSentence(row)}{' '}
        {row.mistakenOn !== null && (
          <Badge tone="neutral">Irrtum, gekennzeichnet am {formatDate(row.mistakenOn)}</Badge>
        )}
      </p>
      {row.can.includes('markMistaken') && (
        <div className="lt-actions referral-print-hidden">
          <Button variant="tertiary" size="small" onClick={() => void mark()}>
            Als Irrtum kennzeichnen
          </Button>
        </div>
      )}
    </li>
  )
}
