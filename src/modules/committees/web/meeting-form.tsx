import type { ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { MeetingForm as FormOfMeeting, meetingFormLabels } from '../contract/codes.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'
import { ClockTime } from '../contract/shared.ts'

export const meetingLabels = {
  title: 'Titel',
  onDate: 'Tag',
  startTime: 'Beginn',
  endTime: 'Ende',
  form: 'Form',
  place: 'Ort',
  onlineUrl: 'Adresse der Videokonferenz',
  repeat: 'Wiederholen',
  lastOn: 'Letzter Tag der Reihe',
}
const labels = meetingLabels
const repeats = {
  once: 'Einmal',
  week1: 'Jede Woche',
  week2: 'Alle zwei Wochen',
  month1: 'Jeden Monat',
  month3: 'Jedes Vierteljahr',
  month6: 'Jedes Halbjahr',
} as const
type Repeat = keyof typeof repeats
const Repeat = z.enum(Object.keys(repeats) as [Repeat, ...Repeat[]])
const Values = z
  .object({
    title: z.string().max(200),
    onDate: PlainDate,
    startTime: ClockTime,
    endTime: z.union([z.literal(''), ClockTime]),
    form: FormOfMeeting,
    place: z.string().max(300),
    onlineUrl: z.string().max(500),
    repeat: Repeat,
    lastOn: z.union([z.literal(''), PlainDate]),
  })
  .refine(({ repeat, lastOn }) => repeat === 'once' || lastOn !== '', {
    path: ['lastOn'],
    error: 'Bitte geben Sie an, wann die Reihe endet.',
  })

interface MeetingFormProps {
  committeeId: string
  onDone: () => void
  onCancel: () => void
}

/** A single meeting or a series. */
export function MeetingForm({ committeeId, onDone, onCancel }: MeetingFormProps): ReactElement {
  const form = useForm({
    schema: Values,
    initial: {
      title: '',
      onDate: '',
      startTime: '',
      endTime: '',
      form: 'inPerson' as const,
      place: '',
      onlineUrl: '',
      repeat: 'once' as Repeat,
      lastOn: '',
    },
    submit: async ({ repeat, lastOn, endTime, ...values }, { idempotencyKey }) => {
      const unit = repeat.startsWith('week') ? ('week' as const) : ('month' as const)
      const series =
        repeat === 'once' ? null : { everyUnit: unit, everyCount: Number(repeat.replace(/\D/g, '')), lastOn }
      const { ids } = await call(meetingEndpoints.plan, {
        params: { id: committeeId },
        idempotencyKey,
        body: { ...values, endTime: endTime || null, series },
      })
      toast(ids.length === 1 ? 'Sitzung geplant' : `${ids.length} Sitzungen geplant`)
      onDone()
    },
  })
  const { values } = form
  return (
    <Form form={form} action="Sitzung planen" labels={labels} onCancel={onCancel}>
      <DateField label={labels.onDate} required {...form.field('onDate')} />
      <div className="lt-form__row">
        <TextField label={labels.startTime} type="time" width="short" required {...form.field('startTime')} />
        <TextField label={labels.endTime} type="time" width="short" {...form.field('endTime')} />
      </div>
      <TextField label={labels.place} {...form.field('place')} />
      <Chips
        label={labels.form}
        options={FormOfMeeting.options.map((value) => ({ value, label: meetingFormLabels[value] }))}
        {...form.field('form')}
        onChange={(value) => value && form.set('form', value)}
      />
      {values.form !== 'inPerson' && <TextField label={labels.onlineUrl} {...form.field('onlineUrl')} />}
      <TextField label={labels.title} {...form.field('title')} />
      <Chips
        label={labels.repeat}
        options={Repeat.options.map((value) => ({ value, label: repeats[value] }))}
        {...form.field('repeat')}
        onChange={(value) => value && form.set('repeat', value)}
      />
      {values.repeat !== 'once' && <DateField label={labels.lastOn} required {...form.field('lastOn')} />}
    </Form>
  )
}
