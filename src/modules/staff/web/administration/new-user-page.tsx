import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { userEndpoints } from '../../contract/users.ts'
import { useConfirmedIdentity } from '../use-confirmed-identity.tsx'
import { UserFields } from './user-fields.tsx'
import { emptyUser, NewUserForm, userBody, userLabels, type UserForm } from './user-form-values.ts'

/** A new account; role and first password follow on its page. */
export function NewUserPage(): ReactElement {
  const navigate = useNavigate()
  const { confirmed, dialog } = useConfirmedIdentity()
  const form = useForm({
    schema: NewUserForm,
    initial: { ...emptyUser, loginName: '' },
    submit: async ({ loginName, ...values }, { idempotencyKey }) => {
      const body = { ...userBody(values), loginName }
      const user = await confirmed(() => call(userEndpoints.create, { body, idempotencyKey }))
      toast('Konto angelegt. Vergeben Sie jetzt Aufgabe und Kennwort.')
      await navigate({ to: '/verwaltung/konten/$id', params: { id: user.id } } as never)
    },
  })
  return (
    <Page
      title="Konto anlegen"
      narrow
      breadcrumb={[
        { label: 'Verwaltung', to: '/verwaltung' },
        { label: 'Nutzerinnen und Nutzer', to: '/verwaltung/konten' },
        { label: 'Konto anlegen' },
      ]}
    >
      <Form form={form} action="Konto anlegen" labels={userLabels}>
        <UserFields form={form as unknown as FormHandle<UserForm>} />
        <TextField
          label="Anmeldename"
          hint="Zum Beispiel vorname.nachname. Er gilt für alle Kreise dieser Installation."
          required
          width="medium"
          autoComplete="off"
          {...form.field('loginName')}
        />
      </Form>
      {dialog}
    </Page>
  )
}
