import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { impulseEndpoints } from '../contract/endpoints.ts'
import type { ImpulseView } from '../contract/gate.ts'

/** Questions at the own impulses, and their answers. */
export function ImpulseQuestions({
  impulse,
  onChanged,
}: {
  impulse: ImpulseView
  onChanged: () => void
}): ReactElement {
  const [answering, setAnswering] = useState<string>()
  return (
    <>
      {impulse.barrier.questions.map((one) => (
        <div key={one.id} className="lt-stack">
          <p className="kern-body">
            <strong>Rückfrage vom {formatDate(one.askedOn)}:</strong> {one.question}
          </p>
          {one.answer !== null && <p className="kern-body">Ihre Antwort: {one.answer}</p>}
          {one.answer === null && answering !== one.id && (
            <div className="lt-actions">
              <Button onClick={() => setAnswering(one.id)}>Rückfrage beantworten</Button>
            </div>
          )}
          {answering === one.id && (
            <Reply
              ids={{ id: impulse.id, questionId: one.id }}
              onCancel={() => setAnswering(undefined)}
              onDone={() => {
                setAnswering(undefined)
                onChanged()
              }}
            />
          )}
        </div>
      ))}
    </>
  )
}

const Content = z.object({ content: z.string().trim().min(1, 'Bitte schreiben Sie etwas.').max(2000) })

interface ReplyProps {
  ids: { id: string; questionId: string }
  onDone: () => void
  onCancel: () => void
}

function Reply({ ids, onDone, onCancel }: ReplyProps): ReactElement {
  const form = useForm({
    schema: Content,
    initial: { content: '' },
    submit: async (body, { idempotencyKey }) => {
      await call(impulseEndpoints.reply, { params: ids, body, idempotencyKey })
      toast('Antwort gesendet. Wer antwortet, bleibt unbekannt.')
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Antwort senden"
      labels={{ content: 'Ihre Antwort, ohne Namen' }}
      onCancel={onCancel}
    >
      <TextArea
        label="Ihre Antwort, ohne Namen"
        required
        rows={3}
        maxLength={2000}
        {...form.field('content')}
      />
    </Form>
  )
}
