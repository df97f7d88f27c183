import { useState, type ReactElement, type ReactNode } from 'react'
import type { z } from 'zod'

import type { BodyInput } from '../../../platform/contract/endpoint.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { impulseEndpoints } from '../contract/endpoints.ts'
import type { GatePreview } from '../contract/gate.ts'
import { GateCheck, usePreview } from './gate-check.tsx'
import { ProblemFields } from './problem-fields.tsx'
import { bodyOf, newEntry, ProblemEntry, problemLabels } from './problem-form.ts'

type Words = Omit<BodyInput<typeof impulseEndpoints.preview>, 'source'>

interface WithoutCaseFormProps {
  action: string
  /** Fields of its own above; `ready` says whether they are filled. */
  head: ReactNode
  ready: boolean
  preview: (body: Words) => Promise<GatePreview>
  send: (body: Words & { fingerprint: string }, idempotencyKey: string) => Promise<unknown>
  onDone: () => void
  onCancel: () => void
}

const Entry = ProblemEntry.refine(({ title }) => title.trim() !== '', {
  path: ['title'],
  error: 'Bitte schreiben Sie, worum es geht.',
})

/** A barrier without a case of this program: the same questions, the same gate. */
export function WithoutCaseForm(props: WithoutCaseFormProps): ReactElement {
  const { action, head, ready, preview: ask, send, onDone, onCancel } = props
  const lists = useView(impulseEndpoints.options)
  const [accepted, setAccepted] = useState<string[]>([])
  const form = useForm({
    schema: Entry,
    initial: newEntry({ proposal: null, municipalityId: null }),
    submit: async (entry, { idempotencyKey }) => {
      await send({ ...wordsOf(entry, accepted), fingerprint: preview?.fingerprint ?? '' }, idempotencyKey)
      onDone()
    },
  })
  const typed = Entry.safeParse(form.values)
  const wish = ready && typed.success ? wordsOf(typed.data, accepted) : null
  const { preview, error } = usePreview(wish, ask)
  if (lists.isPending) return <Loading />
  if (!lists.data) return <ProblemAlert error={lists.error} onRetry={() => void lists.refetch()} />
  return (
    <Form form={form} action={action} labels={problemLabels} onCancel={onCancel}>
      {head}
      <ProblemFields form={form} lists={lists.data} open />
      {wish !== null && (
        <GateCheck preview={preview} error={error} accepted={accepted} onAccept={setAccepted} />
      )}
    </Form>
  )
}

const wordsOf = (entry: z.output<typeof ProblemEntry>, accepted: string[]): Words => ({
  ...bodyOf(entry),
  title: entry.title,
  accepted,
})
