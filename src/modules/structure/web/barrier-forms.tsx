import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import type { BarrierView } from '../contract/barriers.ts'
import { BarrierReason, barrierReasonLabels, barrierStateLabels } from '../contract/codes.ts'
import { structureEndpoints } from '../contract/endpoints.ts'

interface FormProps {
  barrier: BarrierView
  onDone: () => void
  onCancel: () => void
}
const targets = ['reviewing', 'answered', 'noAction'] as const
const MoveEntry = z.object({
  to: z.union([z.literal(''), z.enum(targets)]).pipe(z.enum(targets, 'Bitte wählen Sie den Stand.')),
  reason: z.union([z.literal(''), BarrierReason]),
  answer: z.string().max(2000),
})
const moveNames = { to: 'Wie steht es?', reason: 'Warum?', answer: 'Antwort an die meldende Person' }

/** Moves the barrier; an end needs an answer to the reporter (R096). */
export function MoveForm({ barrier, onDone, onCancel }: FormProps): ReactElement {
  const initial: z.input<typeof MoveEntry> = { to: '', reason: '', answer: barrier.answer ?? '' }
  const form = useForm({
    schema: MoveEntry,
    initial,
    version: barrier.version,
    submit: async ({ to, reason, answer }, { ifMatch }) => {
      const body = { to, answer, ...(reason === '' ? {} : { reason }) }
      await call(structureEndpoints.move, { params: { id: barrier.id }, body, ifMatch: ifMatch! })
      toast('Stand geändert. Wer die Hürde gemeldet hat, sieht es im Fall.')
      onDone()
    },
  })
  return (
    <Form form={form} action="Stand speichern" labels={moveNames} onCancel={onCancel}>
      <RadioGroup
        label={moveNames.to}
        required
        options={targets
          .filter((to) => to !== barrier.state)
          .map((value) => ({ value, label: barrierStateLabels[value] }))}
        {...form.field('to')}
      />
      <Select
        label={moveNames.reason}
        empty="kein Grund"
        hint="Nötig, wenn die Hürde ohne Folge bleibt"
        options={BarrierReason.options.map((value) => ({ value, label: barrierReasonLabels[value] }))}
        {...form.field('reason')}
      />
      <TextArea label={moveNames.answer} rows={3} maxLength={2000} {...form.field('answer')} />
    </Form>
  )
}

const QuestionEntry = z.object({
  question: z.string().trim().min(1, 'Bitte stellen Sie Ihre Frage.').max(1000),
})

/** The blind question. */
export function QuestionForm({ barrier, onDone, onCancel }: FormProps): ReactElement {
  const label = 'Was möchten Sie wissen?'
  const form = useForm({
    schema: QuestionEntry,
    initial: { question: '' },
    submit: async (body, { idempotencyKey }) => {
      await call(structureEndpoints.ask, { params: { id: barrier.id }, body, idempotencyKey })
      toast('Rückfrage gestellt. Sie erreicht die meldende Person; wer das ist, erfahren Sie nicht.')
      onDone()
    },
  })
  return (
    <Form form={form} action="Rückfrage stellen" labels={{ question: label }} onCancel={onCancel}>
      <TextArea
        label={label}
        required
        hint="Fragen Sie nach dem Weg, nicht nach der Person."
        rows={3}
        maxLength={1000}
        {...form.field('question')}
      />
    </Form>
  )
}
