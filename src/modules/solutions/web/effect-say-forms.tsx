import type { ReactElement } from 'react'
import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import {
  obtainedLabels,
  sideLabels,
  SolutionSide,
  SolutionVerdict,
  SolutionViewObtained,
  verdictLabels,
} from '../contract/codes.ts'
import { effectEndpoints, type SolutionRow } from '../contract/effects.ts'
import { note } from './form-values.ts'

interface SayProps {
  solution: SolutionRow
  onDone: () => void
  onCancel: () => void
}

const chosen = ({ options }: { options: readonly string[] }, message: string) =>
  z.string().refine((value) => options.includes(value), message)

const Verdict = z.object({
  verdict: chosen(SolutionVerdict, 'Bitte wählen Sie die Antwort.'),
  note: note(1000),
})
const verdictNames = { verdict: 'Hat es geholfen?', note: 'Woran Sie das sehen' }

/** Whether it helped; everybody whose barrier contributed reads the answer. */
export function VerdictForm({ solution, onDone, onCancel }: SayProps): ReactElement {
  const form = useForm({
    schema: Verdict,
    initial: { verdict: solution.verdict ?? '', note: solution.verdictNote ?? '' },
    version: solution.version,
    submit: async ({ verdict, note: words }, { ifMatch }) => {
      const body = { verdict: SolutionVerdict.parse(verdict), note: words }
      await call(effectEndpoints.judge, { params: { id: solution.id }, body, ifMatch: ifMatch! })
      toast('Bewertung festgehalten')
      onDone()
    },
  })
  return (
    <Card title="Hat es geholfen?">
      <Form form={form} action="Bewertung festhalten" labels={verdictNames} onCancel={onCancel}>
        <RadioGroup
          label={verdictNames.verdict}
          required
          options={SolutionVerdict.options.map((value) => ({ value, label: verdictLabels[value] }))}
          {...form.field('verdict')}
        />
        <TextArea
          label={verdictNames.note}
          hint="Das lesen auch die Kolleginnen und Kollegen, deren gemeldete Hürden dazu beigetragen haben."
          rows={3}
          maxLength={1000}
          {...form.field('note')}
        />
      </Form>
    </Card>
  )
}

const Voice = z.object({
  side: chosen(SolutionSide, 'Bitte wählen Sie, wessen Sicht es ist.'),
  obtained: chosen(SolutionViewObtained, 'Bitte wählen Sie, wie Sie gefragt haben.'),
  content: text(1000),
  on: PlainDate,
})
const voiceNames = { side: 'Wessen Sicht?', obtained: 'Wie erfragt?', content: 'Was gesagt wurde', on: 'Am' }

/** How partners, clients or the team see it. */
export function VoiceForm({ solution, onDone, onCancel }: SayProps): ReactElement {
  const form = useForm({
    schema: Voice,
    initial: { side: '', obtained: '', content: '', on: today() },
    draftKey: `solution-voice:${solution.id}`,
    submit: async ({ side, obtained, content, on }, { idempotencyKey }) => {
      const body = {
        side: SolutionSide.parse(side),
        obtained: SolutionViewObtained.parse(obtained),
        content,
        on,
      }
      await call(effectEndpoints.addVoice, { params: { id: solution.id }, body, idempotencyKey })
      toast('Sicht festgehalten')
      onDone()
    },
  })
  return (
    <Card title="Sicht ergänzen">
      <Form form={form} action="Sicht festhalten" labels={voiceNames} onCancel={onCancel}>
        <RadioGroup
          label={voiceNames.side}
          required
          horizontal
          options={SolutionSide.options.map((value) => ({ value, label: sideLabels[value] }))}
          {...form.field('side')}
        />
        <RadioGroup
          label={voiceNames.obtained}
          required
          options={SolutionViewObtained.options.map((value) => ({ value, label: obtainedLabels[value] }))}
          {...form.field('obtained')}
        />
        <TextArea
          label={voiceNames.content}
          hint="Ohne Namen und ohne Einzelheiten, an denen man jemanden erkennt."
          rows={3}
          maxLength={1000}
          required
          {...form.field('content')}
        />
        <DateField label={voiceNames.on} required {...form.field('on')} />
      </Form>
    </Card>
  )
}
