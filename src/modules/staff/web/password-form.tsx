import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { sessionEndpoints } from '../contract/session.ts'

/** The new password is typed twice here; the server wants it once. */
export const NewPassword = sessionEndpoints.changePassword.body
  .extend({ again: z.string() })
  .refine((typed) => typed.next === typed.again, {
    path: ['again'],
    message: 'Die beiden neuen Kennwörter sind verschieden.',
  })

interface PasswordFormProps {
  /** Known when it was just used to sign in: then it is not asked again. */
  current?: string
  onDone: () => void
}

export function PasswordForm({ current, onDone }: PasswordFormProps): ReactElement {
  const form = useForm({
    schema: NewPassword,
    initial: { current: current ?? '', next: '', again: '' },
    warnOnLeave: false,
    submit: async ({ current: old, next }) => {
      await call(sessionEndpoints.changePassword, { body: { current: old, next } })
      onDone()
    },
  })
  return (
    <>
      {current !== undefined && <p className="kern-body">Bitte wählen Sie ein eigenes Kennwort.</p>}
      <Form form={form} action="Kennwort ändern">
        {current === undefined && (
          <TextField
            label="Bisheriges Kennwort"
            type="password"
            autoComplete="current-password"
            width="medium"
            {...form.field('current')}
          />
        )}
        <TextField
          label="Neues Kennwort"
          hint="Mindestens 12 Zeichen. Ein Satz lässt sich gut merken."
          type="password"
          autoComplete="new-password"
          width="medium"
          {...form.field('next')}
        />
        <TextField
          label="Neues Kennwort noch einmal"
          type="password"
          autoComplete="new-password"
          width="medium"
          {...form.field('again')}
        />
      </Form>
    </>
  )
}
