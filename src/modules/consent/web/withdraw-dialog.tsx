import { useId, useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { ConsentForm, consentFormLabels } from '../contract/codes.ts'
import type { ConsentView, TeamReader } from '../contract/consents.ts'
import { articleOf, closesSentence, readerName } from './consent-words.ts'
import { endpointsOf } from './endpoints-of.ts'

interface WithdrawDialogProps {
  consent: ConsentView
  readers: readonly TeamReader[]
  onDone: () => void
  onCancel: () => void
}

/** Says what it closes before it is done; asks how it was declared, never why. */
export function WithdrawDialog({ consent, readers, onDone, onCancel }: WithdrawDialogProps): ReactElement {
  const id = useId()
  const [as, setAs] = useState<ConsentForm>('oral')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const withdraw = async () => {
    setBusy(true)
    try {
      const { withdraw: spec } = endpointsOf(consent.kind)
      const { closedFor } = await call(spec, { params: { id: consent.id }, body: { withdrawnAs: as } })
      const closed = closedFor.length > 0 ? `. Kein Zugang mehr: ${closedFor.map(readerName).join('; ')}` : ''
      const letter =
        consent.recipient.kind === 'kimTeam'
          ? ''
          : '. Das Schreiben an die Stelle liegt unter „Verweise“ bereit'
      toast(`Widerruf festgehalten, gilt ab sofort${closed}${letter}`)
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
      danger
      busy={busy}
      title="Widerruf festhalten"
      confirm="Widerruf festhalten"
      onConfirm={() => void withdraw()}
      onCancel={onCancel}
    >
      <div className="lt-stack">
        <ProblemAlert error={error} />
        <p className="kern-body">
          {articleOf[consent.kind]} endet sofort. {closesSentence(consent, readers)}
        </p>
        <p className="kern-body">
          Ein Grund wird nicht gefragt. Die Beratung geht weiter. Was bis jetzt erlaubt war, bleibt
          dokumentiert; zurücknehmen lässt sich der Widerruf nicht, nur neu einwilligen.
        </p>
        <RadioGroup
          id={id}
          label="Wie hat die Person widerrufen?"
          horizontal
          options={ConsentForm.options.map((value) => ({ value, label: consentFormLabels[value] }))}
          value={as}
          onChange={(value) => value && setAs(value)}
        />
      </div>
    </ConfirmDialog>
  )
}
