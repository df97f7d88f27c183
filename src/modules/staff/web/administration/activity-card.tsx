import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { userEndpoints, type UserView } from '../../contract/users.ts'
import { useStaffAction } from '../use-staff-action.ts'
import type { UserCardProps } from './user-page.tsx'

/** Off-boarding: what has to be handed over is asked for only here. */
export function ActivityCard({ user, confirmed }: UserCardProps): ReactElement | null {
  const [asking, setAsking] = useState(false)
  const target = { params: { id: user.id }, ifMatch: user.version }
  const views = [userEndpoints.read, userEndpoints.search]
  const deactivate = useStaffAction(() => confirmed(() => call(userEndpoints.deactivate, target)), {
    done: 'Konto stillgelegt',
    views,
    after: () => setAsking(false),
  })
  const reactivate = useStaffAction(() => confirmed(() => call(userEndpoints.reactivate, target)), {
    done: 'Konto wieder in Betrieb',
    views,
  })
  if (user.can.includes('reactivate')) {
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
  if (!user.can.includes('deactivate')) return null
  return (
    <Card
      title="Ausscheiden"
      footer={
        <Button variant="danger" onClick={() => setAsking(true)}>
          Konto stilllegen
        </Button>
      }
    >
      <p className="kern-body">
        Alle Anmeldungen enden sofort. Was die Person geschrieben hat, bleibt; ihre Fälle gehen nicht von
        selbst über.
      </p>
      <ConfirmDialog
        open={asking}
        title="Konto stilllegen?"
        confirm="Konto stilllegen"
        danger
        busy={deactivate.isPending}
        onConfirm={() => deactivate.mutate()}
        onCancel={() => setAsking(false)}
      >
        {asking && <OpenWork user={user} />}
        <ProblemAlert error={deactivate.error} />
      </ConfirmDialog>
    </Card>
  )
}

function OpenWork({ user }: { user: UserView }): ReactElement {
  const view = useView(userEndpoints.openWork, { params: { id: user.id } })
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  const { openCases, openRequests } = view.data
  if (openCases + openRequests === 0) return <p className="kern-body">Es ist nichts zu übergeben.</p>
  return (
    <Alert tone="warning" title="Es ist noch etwas zu übergeben">
      <p className="kern-body">
        {`${openCases} offene Fälle, ${openRequests} offene Anfragen. Bitte lassen Sie die Koordination sie zuerst übergeben; nach dem Stilllegen arbeitet niemand mehr daran.`}
      </p>
    </Alert>
  )
}
