import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { toast } from '../../../platform/web/ui/toast.ts'
import type { SharingKind } from '../contract/codes.ts'
import type { ConsentOptions, ConsentView } from '../contract/consents.ts'
import { ContentFields } from './content-fields.tsx'
import { labels } from './labels.ts'
import { RecipientFields } from './recipient-fields.tsx'
import { ConsentValues, emptyValues, renewedValues, valuesOf } from './consent-values.ts'
import { endpointsOf } from './endpoints-of.ts'

interface ConsentEditorProps {
  caseId: string
  kind: SharingKind
  options: ConsentOptions
  /** The draft being changed; absent for a new one. */
  editing?: ConsentView
  /** A new one that starts from this. */
  from?: ConsentView
  onDone: () => void
  onCancel: () => void
}

/** The text of a consent or release. Saving makes a draft; nothing is allowed until it has been given. */
export function ConsentEditor(props: ConsentEditorProps): ReactElement {
  const { caseId, kind, options, editing, from, onDone, onCancel } = props
  const initial = editing
    ? valuesOf(editing)
    : from
      ? renewedValues(from, options)
      : emptyValues(options, kind)
  const form = useForm({
    schema: ConsentValues,
    initial,
    version: editing?.version,
    draftKey: editing ? `${kind}:${editing.id}` : `${kind}:new:${caseId}`,
    submit: async ({ validFrom, validTo, ...body }, { idempotencyKey, ifMatch }) => {
      const chosen = validFrom !== initial.validFrom || validTo !== initial.validTo
      const period = chosen ? { validFrom, validTo } : {}
      const spec = endpointsOf(kind)
      await (editing
        ? call(spec.change, { params: { id: editing.id }, body: { ...body, ...period }, ifMatch: ifMatch! })
        : call(spec.draft, { params: { id: caseId }, body: { ...body, ...period }, idempotencyKey }))
      toast('Entwurf gespeichert')
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Entwurf speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as ConsentView)}
      onCancel={onCancel}
    >
      <RecipientFields form={form} kind={kind} options={options} />
      <ContentFields form={form} options={options} />
    </Form>
  )
}
