import type { ReactElement, ReactNode } from 'react'
import { Form } from '../../../../platform/web/forms/form.tsx'
import {
  useForm,
  type FormHandle,
  type FormSchema,
  type SubmitContext,
} from '../../../../platform/web/forms/use-form.ts'
import { toast } from '../../../../platform/web/ui/toast.ts'
import type { z } from 'zod'
import { useConfigurationChanged } from './use-configuration.ts'

interface EntryFormProps<S extends FormSchema> {
  schema: S
  initial: z.input<S>
  /** Of the entry that is changed; absent for a new one. */
  version?: number | undefined
  /** „Standort“: what the button and the message say. */
  thing: string
  labels: Record<string, string>
  /** The stored entry as it would stand in the form; for conflicts. */
  fromCurrent: (current: never) => z.input<S>
  save: (values: z.output<S>, context: SubmitContext) => Promise<unknown>
  onDone: () => void
  children: (form: FormHandle<z.input<S>>) => ReactNode
}

/** A form of the configuration: saved, shown everywhere, said, closed. */
export function EntryForm<S extends FormSchema>(props: EntryFormProps<S>): ReactElement {
  const { schema, initial, version, thing, labels, fromCurrent, save, onDone, children } = props
  const changed = useConfigurationChanged()
  const form = useForm({
    schema,
    initial,
    version,
    submit: async (values, context) => {
      await save(values, context)
      await changed()
      toast(`${thing} gespeichert`)
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action={`${thing} speichern`}
      labels={labels}
      fromCurrent={(current) => fromCurrent(current as never)}
      onCancel={onDone}
    >
      {children(form)}
    </Form>
  )
}
