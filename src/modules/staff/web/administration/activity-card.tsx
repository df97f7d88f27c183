import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { userEndpoints } from '../../contract/users.ts'
import { useStaffAction } from '../use-staff-action.ts'
import { OpenWorkList } from './open-work-list.tsx'
import type { UserCardProps } from './user-page.tsx'

/** Off-boarding: what has to be handed over is asked for only here, and the account closes only when nothing is left. */
export function ActivityCard({ user, confirmed }: UserCardProps): ReactElement | null {
  if (user.can.includes('reactivate')) return <Closed user={user} confirmed={confirmed} />
  if (!user.can.includes('deactivate')) return null
  return <Leaving user={user} confirmed={confirmed} />
}

const views = [userEndpoints.read, userEndpoints.search, userEndpoints.openWork]

function Closed({ user, confirmed }: UserCardProps): ReactElement {
  const reactivate = useStaffAction(
    () => confirmed(() => call(userEndpoints.reactivate, { params: { id: user.id }, ifMatch: user.version })),
    { done: 'Konto wieder in Betrieb', views },
  )
  return (
    <Card
      title="Stillgelegt"
      footer={
        <Button busy={reactivate.isPending} onClick={() => reactivate.mutate()}>
          Wieder in Betrieb nehmen
        </Button>
      }
    >
      <p className="kern-body">Die Person kann sich nicht anmelden und sieht keine Fälle.</p>
      <ProblemAlert error={reactivate.error} />
    </Card>
  )
}

function Leaving({ user, confirmed }: UserCardProps): ReactElement {
  const [looking, setLooking] = useState(false)
  return (
    <Card
      title="Ausscheiden"
      footer={!looking && <Button onClick={() => setLooking(true)}>Prüfen, was noch zu übergeben ist</Button>}
    >
      <p className="kern-body">
        Verlässt die Person die Stelle, darf nichts liegen bleiben. Erst wenn alles übergeben ist, kann das
        Konto stillgelegt werden. Was die Person geschrieben hat, bleibt.
      </p>
      {looking && <Check user={user} confirmed={confirmed} />}
    </Card>
  )
}

function Check({ user, confirmed }: UserCardProps): ReactElement {
  const [asking, setAsking] = useState(false)
  const view = useView(userEndpoints.openWork, { params: { id: user.id } })
  const deactivate = useStaffAction(
    () => confirmed(() => call(userEndpoints.deactivate, { params: { id: user.id }, ifMatch: user.version })),
    { done: 'Konto stillgelegt', views, after: () => setAsking(false) },
  )
  const left = view.data?.nothingLeft !== true
  return (
    <div className="lt-stack">
      <OpenWorkList user={user} confirmed={confirmed} view={view} />
      <div className="lt-actions">
        <Button
          variant="danger"
          disabled={left}
          {...(left ? { disabledReason: 'Es ist noch etwas zu übergeben.' } : {})}
          onClick={() => setAsking(true)}
        >
          Konto stilllegen
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title="Konto stilllegen?"
        confirm="Konto stilllegen"
        danger
        busy={deactivate.isPending}
        onConfirm={() => deactivate.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p className="kern-body">Alle Anmeldungen enden sofort. Angefangene Eingaben werden gelöscht.</p>
        <ProblemAlert error={deactivate.error} />
      </ConfirmDialog>
    </div>
  )
}
