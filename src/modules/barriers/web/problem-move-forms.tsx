import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import {
  CoordinatorAnswer,
  coordinatorAnswerLabels,
  levelLabels,
  LevelReason,
  levelReasonLabels,
  problemStateLabels,
} from '../contract/codes.ts'
import { problemEndpoints } from '../contract/endpoints.ts'
import type { Level } from '../contract/problems.ts'
import type { ProblemFormProps } from './problem-card.tsx'
import { choices } from './problem-fields.tsx'

const note = z.string().max(2000)
const LevelEntry = z.object({
  level: z.enum(['1', '2', '3', '4']),
  reason: z
    .union([z.literal(''), LevelReason])
    .pipe(z.enum(LevelReason.options, 'Bitte wählen Sie den Grund.')),
  note,
})
const levelNames = { level: 'Was braucht es jetzt?', reason: 'Warum?', note: 'Bemerkung (bleibt im Fall)' }

/** Another constellation, with its reason (R080, R081). */
export function LevelForm({ problem, onDone, onCancel }: ProblemFormProps): ReactElement {
  const initial: z.input<typeof LevelEntry> = { level: String(problem.level) as '1', reason: '', note: '' }
  const form = useForm({
    schema: LevelEntry,
    initial,
    version: problem.version,
    submit: async (entry, { ifMatch }) => {
      const body = { ...entry, level: Number(entry.level) as Level }
      await call(problemEndpoints.level, { params: { id: problem.id }, body, ifMatch: ifMatch! })
      toast('Einschätzung geändert')
      onDone()
    },
  })
  const levels = ([1, 2, 3, 4] as const).map((level) => ({
    value: String(level),
    label: `${level} ${levelLabels[level]}`,
  }))
  return (
    <Form form={form} action="Einschätzung speichern" labels={levelNames} onCancel={onCancel}>
      <RadioGroup label={levelNames.level} required options={levels} {...form.field('level')} />
      <Select
        label={levelNames.reason}
        required
        options={choices(levelReasonLabels)}
        {...form.field('reason')}
      />
      <TextArea label={levelNames.note} rows={2} maxLength={2000} {...form.field('note')} />
    </Form>
  )
}

const StateEntry = z.object({ state: z.enum(['open', 'solved', 'dropped']), note })
const stateNames = { state: 'Wie endet es?', note: 'Bemerkung (bleibt im Fall)' }

/** Solved, dropped, or open again. */
export function StateForm({ problem, onDone, onCancel }: ProblemFormProps): ReactElement {
  const ended = problem.state !== 'open'
  const initial: z.input<typeof StateEntry> = { state: ended ? 'open' : 'solved', note: '' }
  const form = useForm({
    schema: StateEntry,
    initial,
    version: problem.version,
    submit: async (body, { ifMatch }) => {
      await call(problemEndpoints.state, { params: { id: problem.id }, body, ifMatch: ifMatch! })
      toast(ended ? 'Hürde wieder geöffnet' : 'Hürde abgeschlossen')
      onDone()
    },
  })
  const { open: _, ...ends } = problemStateLabels
  return (
    <Form
      form={form}
      action={ended ? 'Wieder öffnen' : 'Abschließen'}
      labels={stateNames}
      onCancel={onCancel}
    >
      {!ended && (
        <RadioGroup label={stateNames.state} required options={choices(ends)} {...form.field('state')} />
      )}
      <TextArea label={stateNames.note} rows={2} maxLength={2000} {...form.field('note')} />
    </Form>
  )
}

const AnswerEntry = z.object({
  answer: z
    .union([z.literal(''), CoordinatorAnswer])
    .pipe(z.enum(CoordinatorAnswer.options, 'Bitte wählen Sie, wie es weitergeht.')),
  note,
})
const answerNames = { answer: 'Wie geht es weiter?', note: 'Ihre Antwort' }

/** The coordinator's answer back to the case. */
export function AnswerForm({ problem, onDone, onCancel }: ProblemFormProps): ReactElement {
  const initial: z.input<typeof AnswerEntry> = { answer: '', note: '' }
  const form = useForm({
    schema: AnswerEntry,
    initial,
    submit: async (body, { idempotencyKey }) => {
      await call(problemEndpoints.answer, { params: { id: problem.id }, body, idempotencyKey })
      toast('Antwort steht im Fall')
      onDone()
    },
  })
  return (
    <Form form={form} action="Antwort senden" labels={answerNames} onCancel={onCancel}>
      <RadioGroup
        label={answerNames.answer}
        required
        options={choices(coordinatorAnswerLabels)}
        {...form.field('answer')}
      />
      <TextArea label={answerNames.note} rows={3} maxLength={2000} {...form.field('note')} />
    </Form>
  )
}
