import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { DescriptionList } from '../../../../platform/web/ui/description-list.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { userEndpoints } from '../../contract/users.ts'
import { useStaffAction } from '../use-staff-action.ts'
import type { UserCardProps } from './user-page.tsx'

/** Login name, second factor, and a new first password: shown once and nowhere kept. */
export function AccountCard({ user, confirmed }: UserCardProps): ReactElement {
  const [asking, setAsking] = useState(false)
  const [resetSecondFactor, setResetSecondFactor] = useState(false)
  const [password, setPassword] = useState<string>()
  const reset = useStaffAction(
    () =>
      confirmed(() =>
        call(userEndpoints.resetPassword, { params: { id: user.id }, body: { resetSecondFactor } }),
      ),
    {
      done: 'Kennwort erzeugt',
      views: [userEndpoints.read],
      after: (made) => {
        setAsking(false)
        setPassword(made.password)
      },
    },
  )
  const { account } = user
  return (
    <Card
      title="Anmeldung"
      footer={
        user.can.includes('resetPassword') && (
          <Button onClick={() => setAsking(true)}>Neues erstes Kennwort erzeugen</Button>
        )
      }
    >
      <DescriptionList
        stacked
        items={[
          { term: 'Anmeldename', value: account?.loginName },
          {
            term: 'Zweiter Faktor',
            value: account && (account.secondFactor ? 'eingerichtet' : secondFactorOf(account)),
          },
          {
            term: 'Kennwort',
            value: account?.mustChangePassword
              ? 'muss beim nächsten Anmelden geändert werden'
              : 'selbst gewählt',
          },
        ]}
      />
      <ConfirmDialog
        open={asking}
        title="Neues erstes Kennwort erzeugen?"
        confirm="Kennwort erzeugen"
        busy={reset.isPending}
        onConfirm={() => reset.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p className="kern-body">
          Die Person wird überall abgemeldet, muss beim nächsten Anmelden ein eigenes Kennwort wählen und
          erfährt davon.
        </p>
        <Checkbox
          id="resetSecondFactor"
          label="Auch den zweiten Faktor zurücksetzen (Gerät verloren)"
          value={resetSecondFactor}
          onChange={setResetSecondFactor}
        />
        <ProblemAlert error={reset.error} />
      </ConfirmDialog>
      <Dialog
        open={password !== undefined}
        onClose={() => setPassword(undefined)}
        title="Erstes Kennwort"
        dismissable={false}
        footer={
          <Button variant="primary" onClick={() => setPassword(undefined)}>
            Ich habe es weitergegeben
          </Button>
        }
      >
        <Alert tone="warning" title="Nur dieses Mal zu sehen">
          <p className="kern-body">Geben Sie es persönlich oder am Telefon weiter, nicht in einer E-Mail.</p>
        </Alert>
        <p className="lt-secret">{password}</p>
      </Dialog>
    </Card>
  )
}

const secondFactorOf = ({ secondFactorRequired }: { secondFactorRequired: boolean }) =>
  secondFactorRequired ? 'wird beim nächsten Anmelden eingerichtet' : 'nicht eingerichtet'
