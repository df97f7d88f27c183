import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { openProblem } from '../../barriers/web/index.ts'
import { referralEndpoints } from '../contract/endpoints.ts'
import type { ReferralOptions, ReferralView } from '../contract/referrals.ts'
import { ReferralFields } from './referral-fields.tsx'
import { emptyValues, labels, ReferralValues, valuesOf } from './referral-values.ts'

interface ReferralEditorProps {
  caseId: string
  /** The draft being changed; absent for a new one. */
  editing?: ReferralView
  onDone: () => void
  onCancel: () => void
}

/** Saving makes a draft; nothing is shared until it is sent. */
export function ReferralEditor(props: ReferralEditorProps): ReactElement {
  const view = useView(referralEndpoints.options, { params: { id: props.caseId } })
  if (!view.data) {
    return view.error ? <ProblemAlert error={view.error} onRetry={() => void view.refetch()} /> : <Loading />
  }
  return <Editor {...props} options={view.data} />
}

function Editor(props: ReferralEditorProps & { options: ReferralOptions }): ReactElement {
  const { caseId, editing, options, onDone, onCancel } = props
  const form = useForm({
    schema: ReferralValues,
    initial: editing ? valuesOf(editing) : emptyValues(options),
    version: editing?.version,
    draftKey: editing ? `referral:${editing.id}` : `referral:new:${caseId}`,
    submit: async (body, { idempotencyKey, ifMatch }) => {
      await (editing
        ? call(referralEndpoints.change, { params: { id: editing.id }, body, ifMatch: ifMatch! })
        : call(referralEndpoints.draft, { params: { id: caseId }, body, idempotencyKey }))
      toast('Entwurf gespeichert')
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Entwurf speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as ReferralView)}
      onCancel={onCancel}
      end={
        !editing && (
          <Button icon="alert" onClick={() => openProblem({ caseId, known: knownOf(form.values) })}>
            Es gibt kein passendes Angebot
          </Button>
        )
      }
    >
      <ReferralFields form={form} options={options} />
    </Form>
  )
}

/** A referral that cannot even be made is a need that was not met: what was chosen so far goes along. */
const knownOf = ({ lifeDomains, organisationId }: ReferralValues) => ({
  lifeDomain: lifeDomains[0] ?? '',
  organisationIds: organisationId === '' ? [] : [organisationId],
})
