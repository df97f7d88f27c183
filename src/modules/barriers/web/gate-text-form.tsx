import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { gateEndpoints, impulseEndpoints } from '../contract/endpoints.ts'
import type { GateMark } from '../contract/marks.ts'
import { GateMarks } from './gate-marks.tsx'
import type { ProblemFormProps } from './problem-card.tsx'

interface Text {
  content: string
  accepted: string[]
}

interface GateTextProps {
  what: 'add' | 'reply'
  check: (text: Text) => Promise<{ marks: GateMark[] }>
  send: (text: Text, idempotencyKey: string) => Promise<unknown>
  onDone: () => void
  onCancel: () => void
}

const Content = z.object({ content: z.string().trim().min(1, 'Bitte schreiben Sie etwas.').max(2000) })

/** A text that passes the gate alone; where something is found, a person looks twice. */
function GateText({ what, check, send, onDone, onCancel }: GateTextProps): ReactElement {
  const [accepted, setAccepted] = useState<string[]>([])
  const [marks, setMarks] = useState<readonly GateMark[]>([])
  const form = useForm({
    schema: Content,
    initial: { content: '' },
    submit: async ({ content }, { idempotencyKey }) => {
      const body = { content, accepted }
      setMarks((await check(body)).marks)
      await send(body, idempotencyKey)
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

/** An addition to a reported problem, or the answer to a question about it. */
export function GateTextForm({
  problem,
  what,
  questionId = '',
  ...end
}: ProblemFormProps & { what: 'add' | 'reply'; questionId?: string }): ReactElement {
  const params = { id: problem.id }
  return (
    <GateText
      what={what}
      check={(body) => call(gateEndpoints.checkText, { params, body })}
      send={(body, idempotencyKey) =>
        what === 'add'
          ? call(gateEndpoints.add, { params, body, idempotencyKey })
          : call(gateEndpoints.reply, { params: { ...params, questionId }, body, idempotencyKey })
      }
      {...end}
    />
  )
}

/** The answer to a question about an impulse without a case. */
export function ImpulseReplyForm({
  ids,
  ...end
}: {
  ids: { id: string; questionId: string }
  onDone: () => void
  onCancel: () => void
}): ReactElement {
  return (
    <GateText
      what="reply"
      check={(body) => call(impulseEndpoints.checkText, { body })}
      send={(body, idempotencyKey) => call(impulseEndpoints.reply, { params: ids, body, idempotencyKey })}
      {...end}
    />
  )
}
