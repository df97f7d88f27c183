import { useState, type ReactElement } from 'react'

import { OfficeTouched } from '../../../platform/web/office-touched.tsx'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { today } from '../../../platform/web/dates.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { openProblem } from '../../barriers/web/index.ts'
import type { ReferralView } from '../contract/referrals.ts'
import { ClientViewForm } from './client-view-form.tsx'
import { ConfirmReferral } from './confirm-referral.tsx'
import { CoverageNotice } from './coverage-notice.tsx'
import { RecordAnswerForm } from './record-answer-form.tsx'
import { ReferralEditor } from './referral-editor.tsx'
import { ReferralFacts } from './referral-facts.tsx'
import { ReferralSteps } from './referral-steps.tsx'
import { cameToNothing, isOpen, stateSentence, tones } from './referral-words.ts'
import { WithdrawForm } from './withdraw-form.tsx'

interface ReferralCardProps {
  referral: ReferralView
  onChanged: () => void
}
type Mode = 'change' | 'send' | 'discard' | 'withdraw' | 'recordAnswer' | 'recordClientView'

/** One referral: how it stands, what is still needed, what can be done. */
export function ReferralCard({ referral, onChanged }: ReferralCardProps): ReactElement {
  const [mode, setMode] = useState<Mode>()
  const close = () => setMode(undefined)
  const done = () => {
    close()
    onChanged()
  }
  const form = { referral, onDone: done, onCancel: close }
  const late = referral.state === 'sent' && referral.returnedOn !== null
  return (
    <Card
      level={3}
      title={`${referral.recipient.label}${referral.text?.concern ? `: ${referral.text.concern}` : ''}`}
      end={<Badge tone={late ? 'warning' : tones[referral.state]}>{stateSentence(referral)}</Badge>}
    >
      {mode === 'change' ? (
        <ReferralEditor caseId={referral.caseId} editing={referral} onDone={done} onCancel={close} />
      ) : (
        <div className="lt-stack">
          <CoverageNotice referral={referral} />
          {isOpen(referral.state) && <OfficeTouched {...referral.recipient} />}
          {isOpen(referral.state) ? (
            <Details referral={referral} />
          ) : (
            <details className="lt-why">
              <summary>Angaben und Schritte</summary>
              <Details referral={referral} />
            </details>
          )}
          {mode === 'withdraw' && <WithdrawForm {...form} />}
          {mode === 'recordAnswer' && <RecordAnswerForm {...form} />}
          {mode === 'recordClientView' && <ClientViewForm {...form} />}
          {(mode === undefined || mode === 'send' || mode === 'discard') && (
            <Actions referral={referral} onMode={setMode} />
          )}
        </div>
      )}
      {(mode === 'send' || mode === 'discard') && <ConfirmReferral what={mode} {...form} />}
    </Card>
  )
}

function Details({ referral }: { referral: ReferralView }): ReactElement {
  return (
    <>
      <ReferralFacts referral={referral} />
      <ReferralSteps steps={referral.steps} />
    </>
  )
}

/** The likely next step first. */
function Actions({
  referral,
  onMode,
}: {
  referral: ReferralView
  onMode: (mode: Mode) => void
}): ReactElement | null {
  const { can, coverage, clientView } = referral
  if (can.length === 0) return null
  const covered = coverage.every((one) => one.missing.length === 0)
  return (
    <div className="lt-actions referral-print-hidden">
      {can.includes('send') && (
        <Button
          variant={covered ? 'primary' : 'secondary'}
          {...(covered
            ? {}
            : { disabledReason: 'Die Einwilligung deckt diesen Verweis noch nicht; was fehlt, steht oben.' })}
          onClick={() => onMode('send')}
        >
          Verweis abschicken
        </Button>
      )}
      {can.includes('change') && (
        <Button icon="edit" onClick={() => onMode('change')}>
          Ändern
        </Button>
      )}
      {can.includes('recordAnswer') && (
        <Button onClick={() => onMode('recordAnswer')}>Antwort eintragen</Button>
      )}
      {can.includes('recordClientView') && (
        <Button
          variant={clientView === null ? 'primary' : 'tertiary'}
          onClick={() => onMode('recordClientView')}
        >
          {clientView === null ? 'Sicht der Person festhalten' : 'Sicht der Person ändern'}
        </Button>
      )}
      {cameToNothing(referral, today()) && (
        <Button
          icon="alert"
          onClick={() => openProblem({ caseId: referral.caseId, origin: 'referral', originId: referral.id })}
        >
          Als Hürde melden
        </Button>
      )}
      {can.includes('withdraw') && (
        <Button variant="tertiary" onClick={() => onMode('withdraw')}>
          Zurückziehen
        </Button>
      )}
      {can.includes('discard') && (
        <Button variant="tertiary" onClick={() => onMode('discard')}>
          Entwurf löschen
        </Button>
      )}
    </div>
  )
}
