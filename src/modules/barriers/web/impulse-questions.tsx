import { useState, type ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import type { ImpulseView } from '../contract/gate.ts'
import { ImpulseReplyForm } from './gate-text-form.tsx'

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
            <ImpulseReplyForm
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
