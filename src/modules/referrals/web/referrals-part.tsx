import { useState, type ReactElement } from 'react'

import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import type { ReferralView } from '../contract/referrals.ts'
import { DisclosuresSection } from './disclosures-section.tsx'
import { HandoutsSection } from './handouts-section.tsx'
import { ReferralCard } from './referral-card.tsx'
import { ReferralEditor } from './referral-editor.tsx'
import { isOpen } from './referral-words.ts'
import './referrals.css'
import { WithdrawalsSection } from './withdrawals-section.tsx'
import { useReferrals } from './use-referrals.ts'

/** Tab „Verweise“ of a case: what is open first, then what has ended. */
export default function ReferralsPart({ caseId }: { caseId: string }): ReactElement {
  const { list, error, retry, refresh } = useReferrals(caseId)
  const { rights } = useApp().session
  const [adding, setAdding] = useState(false)
  if (!list) return error ? <ProblemAlert error={error} onRetry={retry} /> : <Loading />
  const open = list.rows.filter(({ state }) => isOpen(state))
  const ended = list.rows.filter(({ state }) => !isOpen(state))
  const write = list.can.includes('write')
  const done = () => {
    setAdding(false)
    void refresh()
  }
  const cards = (rows: readonly ReferralView[]) =>
    rows.map((one) => (
      <ReferralCard key={`${one.id} ${one.version}`} referral={one} onChanged={() => void refresh()} />
    ))
  return (
    <div className="lt-stack">
      <ProblemAlert error={error} onRetry={retry} />
      {write && !adding && (
        <div className="lt-actions">
          <Button
            variant={list.rows.length === 0 ? 'primary' : 'secondary'}
            icon="add"
            onClick={() => setAdding(true)}
          >
            Verweis
          </Button>
        </div>
      )}
      {adding && (
        <Card title="Neuer Verweis">
          <ReferralEditor caseId={caseId} onDone={done} onCancel={() => setAdding(false)} />
        </Card>
      )}
      {list.rows.length === 0 && !adding && (
        <EmptyState title="Noch kein Verweis">
          Soll eine andere Stelle weiterhelfen, legen Sie hier einen Verweis an. Abgeschickt wird er erst,
          wenn die Person eingewilligt hat.
        </EmptyState>
      )}
      {cards(open)}
      <WithdrawalsSection caseId={caseId} />
      <HandoutsSection caseId={caseId} />
      {ended.length > 0 && (
        <section className="lt-stack" aria-label="Beendete Verweise">
          <h2 className="kern-heading-medium">Beendet</h2>
          {cards(ended)}
        </section>
      )}
      {rights.has('disclosure.read') && <DisclosuresSection caseId={caseId} />}
    </div>
  )
}
