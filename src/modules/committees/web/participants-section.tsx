import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { Attendance, attendanceLabels } from '../contract/codes.ts'
import { committeeEndpoints, meetingEndpoints } from '../contract/endpoints.ts'
import type { MeetingView, ParticipantView } from '../contract/meetings.ts'
import { useAction } from './use-action.ts'
import './committees.css'

interface SectionProps {
  meeting: MeetingView
  onChanged: () => void
}

/** Who is invited and who came. Members by function; guests of this day. */
export function ParticipantsSection({ meeting, onChanged }: SectionProps): ReactElement {
  const [adding, setAdding] = useState(false)
  const may = meeting.can.includes('change')
  const { participants } = meeting
  return (
    <Card title="Teilnehmende">
      {participants.length === 0 && (
        <p className="kern-body">Mit der Einladung werden alle Mitglieder dieses Tages eingetragen.</p>
      )}
      <ul className="committee-lines">
        {participants.map((one) => (
          <Participant key={`${one.id} ${one.version}`} one={one} may={may} onChanged={onChanged} />
        ))}
      </ul>
      {may && (
        <div className="lt-actions">
          <Button variant="secondary" icon="add" onClick={() => setAdding(true)}>
            Gast oder beratende Person einladen
          </Button>
        </div>
      )}
      <Sheet open={adding} onClose={() => setAdding(false)} title="Gast oder beratende Person einladen">
        <GuestForm
          meetingId={meeting.id}
          onDone={() => {
            setAdding(false)
            onChanged()
          }}
          onCancel={() => setAdding(false)}
        />
      </Sheet>
    </Card>
  )
}

interface ParticipantProps {
  one: ParticipantView
  may: boolean
  onChanged: () => void
}

function Participant({ one, may, onChanged }: ParticipantProps): ReactElement {
  const { error, run } = useAction(onChanged)
  const attend = (attendance: ParticipantView['attendance']) =>
    void run(
      () =>
        call(meetingEndpoints.attend, { params: { id: one.id }, ifMatch: one.version, body: { attendance } }),
      'Anwesenheit festgehalten',
    )
  return (
    <li>
      <ProblemAlert error={error} />
      <div className="lt-actions">
        <span>{one.heldBy}</span>
        <span className="kern-body--small">
          {[one.functionLabel, one.organisation].filter(Boolean).join(' · ')}
        </span>
        {one.kind === 'guest' && <Badge>Gast</Badge>}
        {one.kind === 'adviser' && <Badge>beratend</Badge>}
        {one.kind === 'substitute' && <Badge>Vertretung</Badge>}
        {one.b3 && <Badge>Baustein 3</Badge>}
        {may ? (
          <Select
            label={`Anwesenheit von ${one.heldBy}`}
            hideLabel
            id={`attendance-${one.id}`}
            name="attendance"
            value={one.attendance}
            onChange={(value) => value && attend(value)}
            error={undefined}
            options={Attendance.options.map((value) => ({ value, label: attendanceLabels[value] }))}
          />
        ) : (
          <Badge>{attendanceLabels[one.attendance]}</Badge>
        )}
      </div>
    </li>
  )
}

const guestLabels = {
  kind: 'Nimmt teil als',
  heldBy: 'Name',
  functionLabel: 'Funktion',
  organisationId: 'Stelle',
  b3: 'Gehört zur Ausländer- oder Einbürgerungsbehörde',
}
const Guest = z.object({
  kind: z.enum(['guest', 'adviser']),
  heldBy: text(200),
  functionLabel: z.string().max(300),
  organisationId: z.string(),
  b3: z.boolean(),
})

interface GuestFormProps {
  meetingId: string
  onDone: () => void
  onCancel: () => void
}

function GuestForm({ meetingId, onDone, onCancel }: GuestFormProps): ReactElement {
  const options = useView(committeeEndpoints.options, { query: {} })
  const form = useForm({
    schema: Guest,
    initial: { kind: 'guest', heldBy: '', functionLabel: '', organisationId: '', b3: false } as z.input<
      typeof Guest
    >,
    submit: async ({ organisationId, ...values }, { idempotencyKey }) => {
      const body = { ...values, organisationId: organisationId || null }
      await call(meetingEndpoints.addGuest, { params: { id: meetingId }, idempotencyKey, body })
      toast(values.kind === 'guest' ? 'Gast eingeladen' : 'Beratende Person eingeladen')
      onDone()
    },
  })
  return (
    <Form form={form} action="Einladen" labels={guestLabels} onCancel={onCancel}>
      <p className="kern-body">
        Gäste lesen nichts in Lotse; geben Sie Einladung und Tagesordnung als PDF weiter. Fälle, die mit Namen
        besprochen werden sollten, gelten ab jetzt wieder ohne Namen.
      </p>
      <Chips
        label={guestLabels.kind}
        options={[
          { value: 'guest', label: 'Gast' },
          { value: 'adviser', label: 'beratend' },
        ]}
        {...form.field('kind')}
        onChange={(value) => value && form.set('kind', value as 'guest')}
      />
      <TextField label={guestLabels.heldBy} required {...form.field('heldBy')} />
      <TextField label={guestLabels.functionLabel} {...form.field('functionLabel')} />
      <Combobox
        label={guestLabels.organisationId}
        options={(options.data?.organisations ?? []).map(({ id, label }) => ({ value: id, label }))}
        {...form.field('organisationId')}
      />
      <Checkbox label={guestLabels.b3} {...form.field('b3')} />
    </Form>
  )
}
