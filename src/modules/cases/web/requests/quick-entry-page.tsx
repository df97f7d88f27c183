import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { requestEndpoints } from '../../contract/requests/index.ts'
import { rememberSite, useOwnSites } from '../use-own-sites.ts'
import { NoSite } from './no-site.tsx'
import { RequestFields } from './request-fields.tsx'
import {
  bodyOf,
  emptyRequest,
  RequestForm,
  requestLabels,
  type RequestFormValues,
} from './request-form-values.ts'

const breadcrumb = [{ label: 'Anfragen', to: '/anfragen' }, { label: 'Neue Anfrage' }]
const QuickEntry = RequestForm.extend({ take: z.boolean() })

/** „Neue Anfrage“, reached by `n` and `a`: noted while the telephone is still at the ear. */
export function QuickEntryPage(): ReactElement {
  const own = useOwnSites()
  return (
    <Page title="Neue Anfrage" breadcrumb={breadcrumb} narrow>
      {own === undefined ? <Loading /> : own.sites.length === 0 ? <NoSite /> : <QuickEntryForm own={own} />}
    </Page>
  )
}

function QuickEntryForm({ own }: { own: NonNullable<ReturnType<typeof useOwnSites>> }): ReactElement {
  const { session } = useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  const mayTake = session.rights.has('request.take')
  const form = useForm({
    schema: QuickEntry,
    initial: { ...emptyRequest(own.lastSite), take: false },
    draftKey: 'request:new',
    submit: async ({ take, ...values }, { idempotencyKey }) => {
      const body = { ...bodyOf(values), take }
      const { id } = await call(requestEndpoints.record, { body, idempotencyKey })
      rememberSite(values.siteId)
      await client.invalidateQueries({ queryKey: viewKey(requestEndpoints.list) })
      toast(take ? 'Anfrage erfasst und übernommen' : 'Anfrage erfasst, sie wartet am Standort')
      await navigate(take ? { to: '/anfragen/$id', params: { id } } : { to: '/anfragen' })
    },
  })
  // The form has these values and more; only `replace` would tell the difference, and the fields never call it.
  const shared = form as unknown as FormHandle<RequestFormValues>
  return (
    <Form
      form={form}
      action="Anfrage erfassen"
      labels={requestLabels}
      onCancel={() => void navigate({ to: '/anfragen' })}
    >
      <RequestFields form={shared} sites={own.sites} contact />
      {mayTake && <Checkbox label="Ich übernehme die Anfrage selbst" {...form.field('take')} />}
    </Form>
  )
}
