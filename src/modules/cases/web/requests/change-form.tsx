import type { ReactElement } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { requestEndpoints, type RequestView } from '../../contract/requests/index.ts'
import { useOwnSites } from '../use-own-sites.ts'
import { RequestFields } from './request-fields.tsx'
import { changesOf, formOf, RequestForm, requestLabels } from './request-form-values.ts'

interface ChangeFormProps {
  view: RequestView
  onDone: () => void
}

export function ChangeForm({ view, onDone }: ChangeFormProps): ReactElement {
  const { session } = useApp()
  const client = useQueryClient()
  const before = formOf(view)
  // A deputy may stand in at a site that is not one of the own: it stays as it is.
  const own = useOwnSites()?.sites ?? []
  const site = { value: view.site.id, label: view.site.name }
  const sites = own.some(({ value }) => value === site.value) ? own : [site]
  const form = useForm({
    schema: RequestForm,
    initial: before,
    version: view.version,
    draftKey: `request:${view.id}`,
    submit: async (values, { ifMatch }) => {
      const body = changesOf(before, values)
      await call(requestEndpoints.change, { params: { id: view.id }, body, ifMatch: ifMatch! })
      toast('Anfrage geändert')
      onDone()
      await client.invalidateQueries({ queryKey: viewKey(requestEndpoints.read) })
      await client.invalidateQueries({ queryKey: viewKey(requestEndpoints.list) })
    },
  })
  return (
    <Form
      form={form}
      action="Änderung speichern"
      labels={requestLabels}
      fromCurrent={(current) => formOf(current as RequestView)}
      onCancel={onDone}
    >
      <RequestFields form={form} sites={sites} contact={session.rights.has('request.take')} />
    </Form>
  )
}
