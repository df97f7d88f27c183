import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../../platform/web/ui/chips.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { RequestChannel, requestChannelLabels, requestEndpoints } from '../../contract/requests/index.ts'
import { rememberSite, useOwnSites } from '../use-own-sites.ts'
import { NoSite } from './no-site.tsx'
import { OutcomeFields } from './outcome-fields.tsx'
import {
  emptyOutcome,
  OutcomeForm,
  outcomeLabels,
  outcomeOf,
  type OutcomeFormValues,
} from './outcome-form-values.ts'
import { RequestForm, requestLabels } from './request-form-values.ts'

const BriefAdvice = OutcomeForm.extend({
  channel: RequestForm.shape.channel,
  siteId: RequestForm.shape.siteId,
})
const channels = RequestChannel.options.map((value) => ({ value, label: requestChannelLabels[value] }))
const breadcrumb = [{ label: 'Anfragen', to: '/anfragen' }, { label: 'Kurzberatung' }]

/** Brief advice without a name: recorded and done in one short form. */
export function BriefAdvicePage(): ReactElement {
  const own = useOwnSites()
  return (
    <Page
      title="Kurzberatung erfassen"
      breadcrumb={breadcrumb}
      narrow
      intro="Ohne Namen. Für eine Beratung, die mit diesem Gespräch abgeschlossen ist."
    >
      {own === undefined ? <Loading /> : own.sites.length === 0 ? <NoSite /> : <BriefAdviceForm own={own} />}
    </Page>
  )
}

function BriefAdviceForm({ own }: { own: NonNullable<ReturnType<typeof useOwnSites>> }): ReactElement {
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useForm({
    schema: BriefAdvice,
    initial: { ...emptyOutcome('advised'), channel: 'walkIn', siteId: own.lastSite },
    draftKey: 'request:briefAdvice',
    submit: async (values, { idempotencyKey }) => {
      const { siteId, channel, lifeDomains } = values
      const body = {
        siteId,
        channel: channel as RequestChannel,
        lifeDomains,
        language: values.language || null,
        outcome: outcomeOf(values),
      }
      await call(requestEndpoints.record, { body, idempotencyKey })
      rememberSite(siteId)
      await client.invalidateQueries({ queryKey: viewKey(requestEndpoints.list) })
      toast('Kurzberatung gespeichert')
      await navigate({ to: '/anfragen' })
    },
  })
  // The form has these values and more; only `replace` would tell the difference, and the fields never call it.
  const shared = form as unknown as FormHandle<OutcomeFormValues>
  return (
    <Form
      form={form}
      action="Kurzberatung speichern"
      labels={{ ...requestLabels, ...outcomeLabels }}
      onCancel={() => void navigate({ to: '/anfragen' })}
    >
      <OutcomeFields form={shared} kinds={['advised', 'signposted']} nameless />
      <Chips label={requestLabels['channel']!} required options={channels} {...form.field('channel')} />
      {own.sites.length > 1 && (
        <Select
          label={requestLabels['siteId']!}
          required
          width="medium"
          options={own.sites}
          {...form.field('siteId')}
        />
      )}
    </Form>
  )
}
