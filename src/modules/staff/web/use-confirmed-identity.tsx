import { useRef, useState, type ReactElement } from 'react'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { ProblemError } from '../../../platform/web/problem-error.ts'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { reauthenticationEndpoints } from '../contract/reauthentication.ts'
import { sessionEndpoints } from '../contract/session.ts'

export interface ConfirmedIdentity {
  /** Runs sensitive work; where the server wants the password again, asks for it and tries once more. */
  confirmed: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** Place it once in the page. */
  dialog: ReactElement
}

/** Sensitive changes want a sign-in that is not older than ten minutes. */
export function useConfirmedIdentity(): ConfirmedIdentity {
  const [open, setOpen] = useState(false)
  const answer = useRef<(confirmed: boolean) => void>(undefined)
  const close = (confirmed: boolean) => {
    setOpen(false)
    answer.current?.(confirmed)
    answer.current = undefined
  }
  const ask = () =>
    new Promise<boolean>((resolve) => {
      answer.current = resolve
      setOpen(true)
    })
  return {
    confirmed: async (work) => {
      try {
        return await work()
      } catch (error) {
        const needed = error instanceof ProblemError && error.problem.code === 'reauthenticationNeeded'
        if (!needed || !(await ask())) throw error
        return work()
      }
    },
    dialog: (
      <Dialog open={open} onClose={() => close(false)} title="Bitte bestätigen Sie, dass Sie es sind">
        {open && <Confirmation onDone={() => close(true)} onCancel={() => close(false)} />}
      </Dialog>
    ),
  }
}

function Confirmation({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }): ReactElement {
  const session = useView(sessionEndpoints.read)
  const form = useForm({
    schema: reauthenticationEndpoints.confirm.body,
    initial: { password: '', code: '' },
    warnOnLeave: false,
    submit: async ({ password, code }) => {
      await call(reauthenticationEndpoints.confirm, { body: { password, ...(code && { code }) } })
      onDone()
    },
  })
  return (
    <>
      <p className="kern-body">Ihre Anmeldung ist mehr als zehn Minuten her.</p>
      <Form form={form} action="Bestätigen" onCancel={onCancel}>
        <TextField
          label="Ihr Kennwort"
          type="password"
          autoComplete="current-password"
          width="medium"
          {...form.field('password')}
        />
        {session.data?.secondFactor && (
          <TextField
            label="Code aus Ihrer App"
            inputMode="numeric"
            autoComplete="one-time-code"
            width="short"
            {...form.field('code')}
          />
        )}
      </Form>
    </>
  )
}
