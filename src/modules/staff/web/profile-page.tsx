import { useState, type ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { roleLabels } from '../contract/roles.ts'
import { sessionEndpoints, type SessionView } from '../contract/session.ts'
import { OwnCapacity } from './absence/own-capacity.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'

/** „Mein Profil“: who Lotse thinks I am, password, second factor. */
export function ProfilePage(): ReactElement {
  const view = useView(sessionEndpoints.read)
  return (
    <Page title="Mein Profil">
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && (
        <div className="lt-columns">
          <Person session={view.data} />
          <SignInCard session={view.data} onChanged={() => void view.refetch()} />
        </div>
      )}
      {view.data?.rights.includes('availability.own') && <OwnCapacity />}
    </Page>
  )
}

function Person({ session }: { session: SessionView }): ReactElement {
  return (
    <Card title="Angaben zu Ihnen">
      <DescriptionList
        items={[
          { term: 'Name', value: `${session.user.givenName} ${session.user.familyName}` },
          { term: 'Anstellung', value: session.user.organisation },
          { term: 'Stelle', value: session.user.unit },
          { term: 'Aufgaben', value: session.roles.map((role) => roleLabels[role]).join(', ') },
          { term: 'Standorte', value: session.sites.map((site) => site.name).join(', ') },
        ]}
      />
      <p className="kern-body kern-body--small kern-body--muted">
        Stimmt etwas nicht, wenden Sie sich an die Administration der Anwendung.
      </p>
    </Card>
  )
}

function SignInCard({ session, onChanged }: { session: SessionView; onChanged: () => void }): ReactElement {
  const [open, setOpen] = useState<'password' | 'secondFactor'>()
  const done = (text: string) => {
    setOpen(undefined)
    onChanged()
    toast(text)
  }
  return (
    <Card
      title="Anmeldung"
      footer={
        <>
          <Button onClick={() => setOpen('password')}>Kennwort ändern</Button>
          <Button onClick={() => setOpen('secondFactor')}>
            {session.secondFactor ? 'Zweiten Faktor neu einrichten' : 'Zweiten Faktor einrichten'}
          </Button>
        </>
      }
    >
      <DescriptionList
        items={[
          {
            term: 'Zweiter Faktor',
            value: session.secondFactor ? (
              <Badge tone="success" icon="check">
                eingerichtet
              </Badge>
            ) : (
              <Badge tone="warning">nicht eingerichtet</Badge>
            ),
          },
          { term: 'Geräte', value: <Link to="/anmeldungen">Meine Anmeldungen</Link> },
        ]}
      />
      <Dialog open={open === 'password'} onClose={() => setOpen(undefined)} title="Kennwort ändern">
        <PasswordForm onDone={() => done('Kennwort geändert. Andere Geräte sind abgemeldet.')} />
      </Dialog>
      <Dialog
        open={open === 'secondFactor'}
        onClose={() => setOpen(undefined)}
        title="Zweiten Faktor einrichten"
      >
        <SecondFactorSetup onDone={() => done('Zweiter Faktor eingerichtet')} />
      </Dialog>
    </Card>
  )
}
