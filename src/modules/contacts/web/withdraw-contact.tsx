import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { contactEndpoints, WithdrawalReason, withdrawalLabels, type Contact } from '../index.ts'
import { closeContact } from './contact-sheet-store.ts'

const reasons = WithdrawalReason.options.map((value) => ({ value, label: withdrawalLabels[value] }))

/** „Als Irrtum zurücknehmen“: asks for the reason, because it cannot be undone. */
export function WithdrawContact({ contact }: { contact: Contact }): ReactElement {
  const id = useId()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState<WithdrawalReason | ''>('')
  const [missing, setMissing] = useState(false)
  const withdraw = useMutation({
    mutationFn: (chosen: WithdrawalReason) =>
      call(contactEndpoints.withdraw, {
        params: { id: contact.id },
        body: { reason: chosen },
        ifMatch: contact.version,
      }),
    onSuccess: () => {
      toast('Kontakt als Irrtum zurückgenommen')
      closeContact()
      void client.invalidateQueries()
    },
  })
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        Als Irrtum zurücknehmen
      </Button>
      <ConfirmDialog
        open={asking}
        title="Kontakt als Irrtum zurücknehmen?"
        confirm="Kontakt zurücknehmen"
        danger
        busy={withdraw.isPending}
        onConfirm={() => (reason === '' ? setMissing(true) : withdraw.mutate(reason))}
        onCancel={() => setAsking(false)}
      >
        <p className="kern-body">
          Der Eintrag bleibt mit dem Grund im Verlauf stehen, seine Notiz wird nicht mehr angezeigt. Das lässt
          sich nicht rückgängig machen.
        </p>
        <ProblemAlert error={withdraw.error} />
        <RadioGroup
          id={id}
          label="Grund"
          required
          options={reasons}
          error={missing && reason === '' ? 'Bitte wählen Sie einen Grund.' : undefined}
          value={reason}
          onChange={(value) => setReason(value as WithdrawalReason)}
        />
      </ConfirmDialog>
    </>
  )
}
