import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { sessionEndpoints } from '../contract/session.ts'
import { CodeField } from './code-form.tsx'
import { EnrolmentHelp, type Enrolment } from './enrolment-help.tsx'

/** Sets up a second factor for a person already signed in: password, then the app, then a code. */
export function SecondFactorSetup({ onDone }: { onDone: () => void }): ReactElement {
  const [enrolment, setEnrolment] = useState<Enrolment>()
  return enrolment ? <Confirm enrolment={enrolment} onDone={onDone} /> : <Start onStarted={setEnrolment} />
}

function Start({ onStarted }: { onStarted: (enrolment: Enrolment) => void }): ReactElement {
  const form = useForm({
    schema: sessionEndpoints.startEnrolment.body,
    initial: { password: '' },
    warnOnLeave: false,
    submit: async (body, { idempotencyKey }) =>
      onStarted(await call(sessionEndpoints.startEnrolment, { body, idempotencyKey })),
  })
  return (
    <Form form={form} action="Weiter">
      <TextField
        label="Ihr Kennwort"
        type="password"
        autoComplete="current-password"
        width="medium"
        {...form.field('password')}
      />
    </Form>
  )
}

function Confirm({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }): ReactElement {
  const form = useForm({
    schema: sessionEndpoints.confirmEnrolment.body,
    initial: { code: '' },
    warnOnLeave: false,
    submit: async (body, { idempotencyKey }) => {
      await call(sessionEndpoints.confirmEnrolment, { body, idempotencyKey })
      onDone()
    },
  })
  return (
    <>
      <EnrolmentHelp enrolment={enrolment} />
      <Form form={form} action="Bestätigen">
        <CodeField {...form.field('code')} />
      </Form>
    </>
  )
}
