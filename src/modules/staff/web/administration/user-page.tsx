import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../../platform/web/ui/description-list.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { userEndpoints, type UserView } from '../../contract/users.ts'
import { useConfirmedIdentity, type ConfirmedIdentity } from '../use-confirmed-identity.tsx'
import { useStaffAction } from '../use-staff-action.ts'
import { AccountCard } from './account-card.tsx'
import { ActivityCard } from './activity-card.tsx'
import { ExportGrantsCard } from './export-grants-card.tsx'
import { RolesCard } from './roles-card.tsx'
import { UserFields } from './user-fields.tsx'
import { userBody, UserForm, userLabels, userValues } from './user-form-values.ts'

export interface UserCardProps {
  user: UserView
  confirmed: ConfirmedIdentity['confirmed']
}

const crumbs = [
  { label: 'Verwaltung', to: '/verwaltung' },
  { label: 'Nutzerinnen und Nutzer', to: '/verwaltung/konten' },
]

/** One account: who it is, roles, sign-in, and the way out. */
export function UserPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const view = useView(userEndpoints.read, { params: { id } })
  if (!view.data) {
    return (
      <Page title="Konto" breadcrumb={[...crumbs, { label: 'Konto' }]}>
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      </Page>
    )
  }
  return <LoadedUser user={view.data} />
}

function LoadedUser({ user }: { user: UserView }): ReactElement {
  const [editing, setEditing] = useState(false)
  const { confirmed, dialog } = useConfirmedIdentity()
  const name = `${user.givenName} ${user.familyName}`
  return (
    <Page
      title={name}
      windowTitle="Konto"
      breadcrumb={[...crumbs, { label: name }]}
      intro={user.active ? undefined : <Badge>stillgelegt</Badge>}
      actions={<Button onClick={() => setEditing(true)}>Angaben ändern</Button>}
    >
      <RolesCard user={user} confirmed={confirmed} />
      <ExportGrantsCard user={user} confirmed={confirmed} />
      <div className="lt-columns">
        <Card title="Angaben">
          <DescriptionList
            stacked
            items={[
              { term: 'Anstellung', value: user.organisation },
              { term: 'Stelle', value: user.unit },
              { term: 'E-Mail', value: user.email },
              { term: 'Telefon', value: user.phone },
              { term: 'Fachaufsicht durch', value: user.overseenBy.map((one) => one.name).join(', ') },
              { term: 'Fachaufsicht über', value: user.oversees.map((one) => one.name).join(', ') },
            ]}
          />
          <Link to="/verwaltung/fachaufsicht">Zur Fachaufsicht</Link>
        </Card>
        <AccountCard user={user} confirmed={confirmed} />
        <ActivityCard user={user} confirmed={confirmed} />
      </div>
      <Sheet open={editing} onClose={() => setEditing(false)} title="Angaben ändern">
        <EditUser key={user.version} user={user} onDone={() => setEditing(false)} />
      </Sheet>
      {dialog}
    </Page>
  )
}

function EditUser({ user, onDone }: { user: UserView; onDone: () => void }): ReactElement {
  const save = useStaffAction(
    ({ body, ifMatch }: { body: ReturnType<typeof userBody>; ifMatch: number }) =>
      call(userEndpoints.change, { params: { id: user.id }, body, ifMatch }),
    { done: 'Angaben gespeichert', views: [userEndpoints.read, userEndpoints.search] },
  )
  const form = useForm({
    schema: UserForm,
    initial: userValues(user),
    version: user.version,
    submit: async (values, { ifMatch }) => {
      await save.mutateAsync({ body: userBody(values), ifMatch: ifMatch! })
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Angaben speichern"
      labels={userLabels}
      fromCurrent={(current) => userValues(current as UserView)}
      onCancel={onDone}
    >
      <UserFields form={form} />
    </Form>
  )
}
