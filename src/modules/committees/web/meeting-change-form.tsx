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
import { MeetingForm, meetingFormLabels } from '../contract/codes.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'
import type { MeetingView } from '../contract/meetings.ts'
import { ClockTime } from '../contract/shared.ts'
import { meetingLabels as labels } from './meeting-form.tsx'

const Values = z.object({
  title: z.string().max(200),
  onDate: PlainDate,
  startTime: ClockTime,
  endTime: z.union([z.literal(''), ClockTime]),
  form: MeetingForm,
  place: z.string().max(300),
  onlineUrl: z.string().max(500),
})

const valuesOf = (meeting: MeetingView): z.input<typeof Values> => ({
  title: meeting.title ?? '',
  onDate: meeting.onDate,
  startTime: meeting.startTime,
  endTime: meeting.endTime ?? '',
  form: meeting.form,
  place: meeting.place ?? '',
  onlineUrl: meeting.onlineUrl ?? '',
})

interface MeetingChangeFormProps {
  meeting: MeetingView
  onDone: () => void
  onCancel: () => void
}

/** Another day, time or place. What has begun keeps its day; the calendar entry counts the change. */
export function MeetingChangeForm({ meeting, onDone, onCancel }: MeetingChangeFormProps): ReactElement {
  const ahead = meeting.state === 'planned' || meeting.state === 'invited'
  const form = useForm({
    schema: Values,
    initial: valuesOf(meeting),
    version: meeting.version,
    submit: async ({ onDate, startTime, endTime, ...values }, { ifMatch }) => {
      const when = ahead ? { onDate, startTime } : {}
      await call(meetingEndpoints.change, {
        params: { id: meeting.id },
        ifMatch: ifMatch!,
        body: { ...values, ...when, endTime: endTime || null },
      })
      toast(
        meeting.state === 'invited'
          ? 'Geändert. Bitte geben Sie den Mitgliedern Bescheid; Lotse verschickt keine Mails.'
          : 'Sitzung geändert',
      )
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Änderung speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as MeetingView)}
      onCancel={onCancel}
    >
      {ahead && <DateField label={labels.onDate} required {...form.field('onDate')} />}
      <div className="lt-form__row">
        {ahead && (
          <TextField
            label={labels.startTime}
            type="time"
            width="short"
            required
            {...form.field('startTime')}
          />
        )}
        <TextField label={labels.endTime} type="time" width="short" {...form.field('endTime')} />
      </div>
      <TextField label={labels.place} {...form.field('place')} />
      <Chips
        label={labels.form}
        options={MeetingForm.options.map((value) => ({ value, label: meetingFormLabels[value] }))}
        {...form.field('form')}
        onChange={(value) => value && form.set('form', value)}
      />
      {form.values.form !== 'inPerson' && <TextField label={labels.onlineUrl} {...form.field('onlineUrl')} />}
      <TextField label={labels.title} {...form.field('title')} />
    </Form>
  )
}
