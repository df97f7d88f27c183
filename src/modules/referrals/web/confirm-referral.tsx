import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { referralEndpoints } from '../contract/endpoints.ts'
import type { ReferralView } from '../contract/referrals.ts'
import { dataSentence } from './referral-words.ts'

interface ConfirmReferralProps {
  what: 'send' | 'discard'
  referral: ReferralView
  onDone: () => void
  onCancel: () => void
}

/** Says who will read what before it goes out; nothing that was read can be taken back. */
export function ConfirmReferral({ what, referral, onDone, onCancel }: ConfirmReferralProps): ReactElement {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = what === 'send'
  const confirm = async () => {
    setBusy(true)
    try {
      const spec = send ? referralEndpoints.send : referralEndpoints.discard
      await call(spec, { params: { id: referral.id }, ifMatch: referral.version })
      toast(send ? 'Verweis abgeschickt' : 'Entwurf gelöscht')
      onDone()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <ConfirmDialog
      open
      danger={!send}
      busy={busy}
      title={send ? 'Verweis abschicken?' : 'Entwurf löschen?'}
      confirm={send ? 'Verweis abschicken' : 'Entwurf löschen'}
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    >
      <div className="lt-stack">
        <ProblemAlert error={error} />
        {send ? <WhoReads referral={referral} /> : <p className="kern-body">Er wurde nie abgeschickt.</p>}
      </div>
    </ConfirmDialog>
  )
}

function WhoReads({ referral }: { referral: ReferralView }): ReactElement {
  const { recipient } = referral
  return (
    <>
      <p className="kern-body">
        {recipient.label} erfährt: {dataSentence(referral)}.
      </p>
      <p className="kern-body">
        {recipient.readsInLotse
          ? 'Die Stelle liest den Verweis in Lotse, solange die Einwilligung gilt.'
          : 'Diese Stelle hat keinen Zugang zu Lotse: Drucken Sie den Verweis danach aus oder rufen Sie an, und tragen Sie die Antwort hier ein.'}
      </p>
    </>
  )
}
