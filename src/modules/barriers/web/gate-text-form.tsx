import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { gateEndpoints } from '../contract/endpoints.ts'
import type { GateMark } from '../contract/marks.ts'
import { GateMarks } from './gate-marks.tsx'
import type { ProblemFormProps } from './problem-card.tsx'

const Content = z.object({ content: z.string().trim().min(1, 'Bitte schreiben Sie etwas.').max(2000) })

/** An addition, or the answer to a question: it passes the gate again; where something is found, a person looks twice. */
export function GateTextForm({
  problem,
  what,
  questionId = '',
  onDone,
  onCancel,
}: ProblemFormProps & { what: 'add' | 'reply'; questionId?: string }): ReactElement {
  const [accepted, setAccepted] = useState<string[]>([])
  const [marks, setMarks] = useState<readonly GateMark[]>([])
  const params = { id: problem.id }
  const form = useForm({
    schema: Content,
    initial: { content: '' },
    submit: async ({ content }, { idempotencyKey }) => {
      const body = { content, accepted }
      const checked = await call(gateEndpoints.checkText, { params, body })
      setMarks(checked.marks)
      if (what === 'add') await call(gateEndpoints.add, { params, body, idempotencyKey })
      else await call(gateEndpoints.reply, { params: { ...params, questionId }, body, idempotencyKey })
      toast(what === 'add' ? 'Nachgetragen' : 'Antwort gesendet. Wer antwortet, bleibt unbekannt.')
      onDone()
    },
  })
  const label = what === 'add' ? 'Was möchten Sie nachtragen?' : 'Ihre Antwort, ohne Namen'
  return (
    <Form
      form={form}
      action={what === 'add' ? 'Nachtrag senden' : 'Antwort senden'}
      labels={{ content: label }}
      onCancel={onCancel}
    >
      <TextArea label={label} required rows={3} maxLength={2000} {...form.field('content')} />
      <GateMarks marks={marks} accepted={accepted} onAccept={setAccepted} />
    </Form>
  )
}
