import type { ReactElement } from 'react'
import type { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { sessionEndpoints, type SignInState } from '../contract/session.ts'

/** Where the sign-in stands; the password is kept while it may be needed to set a new one. */
export type Signing = z.infer<typeof SignInState> & { password: string }

export function SignInForm({ onDone }: { onDone: (state: Signing) => void }): ReactElement {
  const form = useForm({
    schema: sessionEndpoints.signIn.body,
    initial: { loginName: '', password: '' },
    warnOnLeave: false,
    submit: async (body) => {
      onDone({
        ...(await call(sessionEndpoints.signIn, { body, reauthenticate: false })),
        password: body.password,
      })
    },
  })
  return (
    <Form form={form} action="Anmelden">
      <TextField
        label="Anmeldename"
        autoComplete="username"
        spellCheck={false}
        width="medium"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has no other purpose
        autoFocus
        {...form.field('loginName')}
      />
      <TextField
        label="Kennwort"
        type="password"
        autoComplete="current-password"
        width="medium"
        {...form.field('password')}
      />
    </Form>
  )
}
