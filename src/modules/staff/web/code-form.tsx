import type { ReactElement } from 'react'
import type { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { sessionEndpoints, type SignInState } from '../contract/session.ts'
import { EnrolmentHelp, type Enrolment } from './enrolment-help.tsx'

interface CodeFormProps {
  /** Present when the second factor is being set up with this sign-in. */
  enrolment?: Enrolment | undefined
  onDone: (state: z.infer<typeof SignInState>) => void
  onCancel: () => void
}

/** Second step of the sign-in: the six digits of the authenticator app. */
export function CodeForm({ enrolment, onDone, onCancel }: CodeFormProps): ReactElement {
  const form = useForm({
    schema: sessionEndpoints.secondFactor.body,
    initial: { code: '' },
    warnOnLeave: false,
    submit: async (body) =>
      onDone(await call(sessionEndpoints.secondFactor, { body, reauthenticate: false })),
  })
  return (
    <>
      {enrolment && (
        <>
          <p className="kern-body">
            Für Ihre Aufgabe ist ein zweiter Faktor nötig. Bitte richten Sie ihn jetzt ein.
          </p>
          <EnrolmentHelp enrolment={enrolment} />
        </>
      )}
      <Form form={form} action="Bestätigen" onCancel={onCancel}>
        <CodeField {...form.field('code')} />
      </Form>
    </>
  )
}

export function CodeField(props: Omit<Parameters<typeof TextField>[0], 'label'>): ReactElement {
  return (
    <TextField
      label="Sechs Ziffern aus Ihrer App"
      inputMode="numeric"
      autoComplete="one-time-code"
      width="short"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the next step of signing in
      autoFocus
      {...props}
    />
  )
}
