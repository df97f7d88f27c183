import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { problemEndpoints } from '../contract/endpoints.ts'
import type { ProblemOptions, ProblemView } from '../contract/problems.ts'
import type { ProblemFormProps } from './problem-card.tsx'
import { ProblemFields } from './problem-fields.tsx'
import { bodyOf, entryOf, ProblemEntry, problemLabels } from './problem-form.ts'

/** Changes a problem in the case; what has left stays as it left. */
export function ProblemEditor(props: ProblemFormProps): ReactElement {
  const view = useView(problemEndpoints.options, { params: { id: props.problem.caseId }, query: {} })
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  return <Editor {...props} options={view.data} />
}

function Editor({
  problem,
  options,
  onDone,
  onCancel,
}: ProblemFormProps & { options: ProblemOptions }): ReactElement {
  const form = useForm({
    schema: ProblemEntry,
    initial: entryOf(problem),
    version: problem.version,
    submit: async (entry, { ifMatch }) => {
      const { title, ...body } = bodyOf(entry)
      const named = title ? { title } : {}
      await call(problemEndpoints.change, {
        params: { id: problem.id },
        body: { ...body, ...named },
        ifMatch: ifMatch!,
      })
      toast('Hürde gespeichert')
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Änderung speichern"
      labels={problemLabels}
      fromCurrent={(current) => entryOf(current as ProblemView)}
      onCancel={onCancel}
    >
      <ProblemFields form={form} lists={options} />
    </Form>
  )
}
