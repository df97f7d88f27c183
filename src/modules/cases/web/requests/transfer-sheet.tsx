import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { today } from '../../../../platform/web/dates.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../../platform/web/use-view.ts'
import {
  requestEndpoints,
  TransferReason,
  transferReasonLabels,
  type RequestView,
  type TransferTarget,
} from '../../contract/requests/index.ts'
import { AgreementFields } from './agreement-fields.tsx'
import { TransferForm } from './transfer-form.ts'

const reasons = TransferReason.options.map((value) => ({ value, label: transferReasonLabels[value] }))
const labels = {
  siteId: 'Standort',
  reason: 'Grund',
  agreedOn: 'Die Person hat zugestimmt am',
  withConcern: 'Anliegen mitgeben',
  withContact: 'Name und Rückrufnummer mitgeben',
}

interface TransferSheetProps {
  view: RequestView
  onClose: () => void
}

/** „An anderen Standort geben“: into the queue of another site, across employers with the person's agreement. */
export function TransferSheet({ view, onClose }: TransferSheetProps): ReactElement {
  const targets = useView(requestEndpoints.transferTargets, { params: { id: view.id } })
  return (
    <Sheet open onClose={onClose} title="An anderen Standort geben">
      <ProblemAlert error={targets.error} onRetry={() => void targets.refetch()} />
      {targets.isPending && <Loading />}
      {targets.data?.rows.length === 0 && (
        <EmptyState title="Kein anderer Standort">
          An den anderen Standorten des Kreises arbeitet zurzeit niemand, der die Anfrage übernehmen könnte.
        </EmptyState>
      )}
      {targets.data && targets.data.rows.length > 0 && (
        <Transfer view={view} targets={targets.data.rows} onClose={onClose} />
      )}
    </Sheet>
  )
}

function Transfer({ view, targets, onClose }: TransferSheetProps & { targets: TransferTarget[] }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    schema: TransferForm,
    initial: {
      siteId: '',
      reason: '' as TransferReason,
      agreedOn: '',
      withConcern: true,
      withContact: true,
    },
    warnOnLeave: false,
    submit: async ({ agreedOn, ...values }, { idempotencyKey }) => {
      const body = { ...values, ...(agreedOn ? { agreedOn } : {}) }
      const step = await call(requestEndpoints.transfer, { params: { id: view.id }, body, idempotencyKey })
      toast(`Die Anfrage wartet jetzt in ${step.to.name}`)
      onClose()
      await navigate({ to: '/anfragen' })
      client.removeQueries({ queryKey: viewKey(requestEndpoints.read, { params: { id: view.id } }) })
      await client.invalidateQueries({ queryKey: viewKey(requestEndpoints.list) })
      await client.invalidateQueries({ queryKey: viewKey(requestEndpoints.waiting) })
    },
  })
  const target = targets.find(({ id }) => id === form.values.siteId)
  const options = targets.map(({ id, name, organisation, sameEmployer }) => ({
    value: id,
    label: name,
    hint: sameEmployer ? 'eigener Träger' : (organisation?.name ?? 'Träger nicht bekannt'),
  }))
  return (
    <Form form={form} action="Anfrage weitergeben" labels={labels} onCancel={onClose}>
      <p className="kern-body">
        Die Anfrage kommt dort mit ihrem Alter in die Warteschlange. Sie selbst sehen sie danach nicht mehr.
      </p>
      <Combobox label={labels.siteId} required options={options} {...form.field('siteId')} />
      <Select label={labels.reason} required options={reasons} {...form.field('reason')} />
      {target && !target.sameEmployer && (
        <AgreementFields
          labels={labels}
          organisation={target.organisation?.name ?? 'einem anderen Träger'}
          latest={today()}
          field={form.field}
        />
      )}
    </Form>
  )
}
