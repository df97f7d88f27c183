import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../../platform/web/use-view.ts'
import type { Option } from '../../../../platform/web/ui/option.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { requestEndpoints, type RequestView } from '../../contract/requests/index.ts'
import { rememberSite, useOwnSites } from '../use-own-sites.ts'
import { bodyOfCase, emptyCase, labelsFor, NewCaseForm, rememberBasis } from './new-case-form-values.ts'
import { NewCaseFields } from './new-case-fields.tsx'

const breadcrumb = [{ label: 'Fälle', to: '/faelle' }, { label: 'Neuer Fall' }]

/** „Neuer Fall“: the intake, short. From a request (`?anfrage=`) it knows what was already said. */
export function NewCasePage(): ReactElement {
  const { anfrage } = useSearch({ strict: false }) as { anfrage?: string }
  return (
    <Page title="Neuer Fall" breadcrumb={breadcrumb} narrow>
      {anfrage === undefined ? <Intake /> : <IntakeFromRequest requestId={anfrage} />}
    </Page>
  )
}

function IntakeFromRequest({ requestId }: { requestId: string }): ReactElement {
  const view = useView(requestEndpoints.read, { params: { id: requestId } })
  if (view.data) return <Intake request={view.data} />
  return view.isPending ? (
    <Loading />
  ) : (
    <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  )
}

function Intake({ request }: { request?: RequestView }): ReactElement {
  const own = useOwnSites()
  return own === undefined ? <Loading /> : <IntakeForm own={own} request={request} />
}

interface IntakeFormProps {
  own: { sites: Option[]; lastSite: string }
  request: RequestView | undefined
}

function IntakeForm({ own, request }: IntakeFormProps): ReactElement {
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useForm({
    schema: NewCaseForm,
    initial: emptyCase(own.lastSite, request),
    draftKey: request ? `case:new:${request.id}` : 'case:new',
    submit: async (values, { idempotencyKey }) => {
      const body = bodyOfCase(values, request?.id)
      const opened = await call(caseEndpoints.open, { body, idempotencyKey })
      if (values.siteId) rememberSite(values.siteId)
      if (values.information.basis) rememberBasis(values.information.basis)
      await client.invalidateQueries({ queryKey: viewKey(caseEndpoints.list) })
      if (request) await client.invalidateQueries({ queryKey: viewKey(requestEndpoints.list) })
      toast(`Fall ${opened.fileNumber} eröffnet`)
      await navigate({ to: `/faelle/${opened.id}` })
    },
  })
  return (
    <Form
      form={form}
      action="Fall eröffnen"
      labels={labelsFor(form.values.persons.length)}
      onCancel={() => void navigate({ to: request ? '/anfragen' : '/faelle' })}
    >
      <NewCaseFields form={form} sites={own.sites} />
    </Form>
  )
}
