import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { elementLabels, sharingKindLabels } from '../contract/codes.ts'
import type { ConsentOptions, ConsentView, TeamReader } from '../contract/consents.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { ConsentFacts } from './consent-facts.tsx'
import { ConsentEditor } from './consent-editor.tsx'
import { stateSentence, tones } from './consent-words.ts'
import { endpointsOf } from './endpoints-of.ts'
import { PrintLinks } from './print-links.tsx'
import { ProofForm } from './proof-form.tsx'
import { ShareView } from './share-view.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

interface ConsentCardProps {
  consent: ConsentView
  options: ConsentOptions
  readers: readonly TeamReader[]
  onChanged: () => void
  onRenew: (() => void) | undefined
}
type Mode = 'change' | 'confirm' | 'withdraw' | 'discard' | 'share' | 'proof'

/** One consent or release with its state in words and what can be done about it. */
export function ConsentCard(props: ConsentCardProps): ReactElement {
  const { consent, options, readers, onChanged, onRenew } = props
  const [mode, setMode] = useState<Mode>()
  const close = () => setMode(undefined)
  const done = () => {
    close()
    onChanged()
  }
  const form = { consent, options, onDone: done, onCancel: close }
  return (
    <Card
      level={3}
      title={`${sharingKindLabels[consent.kind]}${consent.person.name ? `: ${consent.person.name}` : ''}`}
      end={<Badge tone={consent.runsOut ? 'warning' : tones[consent.state]}>{stateSentence(consent)}</Badge>}
    >
      {mode === 'change' ? (
        <ConsentEditor caseId={consent.caseId} kind={consent.kind} editing={consent} {...form} />
      ) : (
        <>
          <ConsentFacts consent={consent} />
          <Missing consent={consent} />
          {mode === 'confirm' && <ConfirmForm {...form} />}
          {mode === 'proof' && <ProofForm {...form} />}
          {(mode === undefined || mode === 'share') && (
            <Actions consent={consent} onMode={setMode} onRenew={onRenew} />
          )}
        </>
      )}
      {mode === 'share' && <ShareView consent={consent} onClose={close} />}
      {mode === 'withdraw' && <WithdrawDialog {...form} readers={readers} />}
      {mode === 'discard' && <DiscardDialog consent={consent} onDone={done} onCancel={close} />}
    </Card>
  )
}

function Missing({ consent }: { consent: ConsentView }): ReactElement | null {
  if (consent.missing.length === 0) return null
  return (
    <Alert tone="info" title="Das fehlt noch, damit die Erklärung wirksam ist">
      <ul className="consent-missing">
        {consent.missing.map((element) => (
          <li key={element}>{elementLabels[element]}</li>
        ))}
      </ul>
    </Alert>
  )
}

interface ActionsProps {
  consent: ConsentView
  onMode: (mode: Mode) => void
  onRenew: (() => void) | undefined
}

/** The likely next step first: complete, read together, have it signed, attach the scan. */
function Actions({ consent, onMode, onRenew }: ActionsProps): ReactElement {
  const { can, state, missing, runsOut } = consent
  const complete = missing.length === 0
  const renewable = onRenew && (runsOut || state === 'expired' || state === 'withdrawn' || state === 'ended')
  const proof = can.includes('attachProof') && consent.givenAs === 'written' && state !== 'withdrawn'
  return (
    <div className="lt-actions">
      {can.includes('confirm') && complete && (
        <Button variant="primary" icon="check" onClick={() => onMode('confirm')}>
          Erteilung festhalten
        </Button>
      )}
      {can.includes('change') && (
        <Button variant={complete ? 'secondary' : 'primary'} icon="edit" onClick={() => onMode('change')}>
          {complete ? 'Ändern' : 'Ergänzen'}
        </Button>
      )}
      {proof && <Button onClick={() => onMode('proof')}>Scan anhängen</Button>}
      {consent.text && (
        <Button icon="eye" onClick={() => onMode('share')}>
          Bildschirm teilen
        </Button>
      )}
      <PrintLinks consent={consent} />
      {renewable && <Button onClick={onRenew}>Neu erteilen lassen</Button>}
      {can.includes('withdraw') && (
        <Button variant="tertiary" onClick={() => onMode('withdraw')}>
          Widerruf festhalten
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

interface DiscardProps {
  consent: ConsentView
  onDone: () => void
  onCancel: () => void
}

function DiscardDialog({ consent, onDone, onCancel }: DiscardProps): ReactElement {
  const [error, setError] = useState<unknown>()
  const discard = async () => {
    try {
      const { discard: spec } = endpointsOf(consent.kind)
      await call(spec, { params: { id: consent.id }, ifMatch: consent.version })
    } catch (problem) {
      return setError(problem)
    }
    toast('Entwurf gelöscht')
    onDone()
  }
  return (
    <ConfirmDialog
      open
      danger
      title="Entwurf löschen?"
      confirm="Entwurf löschen"
      onConfirm={() => void discard()}
      onCancel={onCancel}
    >
      <ProblemAlert error={error} />
      <p className="kern-body">
        Er wurde nie erteilt, es ändert sich also nichts für die Person. Zurückholen lässt er sich nicht.
      </p>
    </ConfirmDialog>
  )
}
