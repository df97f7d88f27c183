import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { requestEndpoints, type RequestView } from '../../contract/requests/index.ts'
import { OutcomeFields } from './outcome-fields.tsx'
import { closeBodyOf, emptyOutcome, OutcomeForm, outcomeLabels } from './outcome-form-values.ts'
import { useRequestAction } from './use-request-action.ts'

interface OutcomeSheetFormProps {
  view: RequestView
  onDone: () => void
}

/** Brief advice, signposting, or done without advice. The language and topics known so far stand there already. */
export function OutcomeSheetForm({ view, onDone }: OutcomeSheetFormProps): ReactElement {
  const close = useRequestAction(
    (input: { body: ReturnType<typeof closeBodyOf>; idempotencyKey: string }) =>
      call(requestEndpoints.close, { params: { id: view.id }, ...input }),
    'Anfrage abgeschlossen',
    onDone,
  )
  const nameless = view.callerName === null && view.callbackNumber === null
  const form = useForm({
    schema: OutcomeForm,
    initial: emptyOutcome('advised', view),
    draftKey: `request:outcome:${view.id}`,
    submit: (values, { idempotencyKey }) => close.mutateAsync({ body: closeBodyOf(values), idempotencyKey }),
  })
  return (
    <Form form={form} action="Anfrage abschließen" labels={outcomeLabels} onCancel={onDone}>
      <OutcomeFields form={form} kinds={['advised', 'signposted', 'withdrawn']} nameless={nameless} />
    </Form>
  )
}
