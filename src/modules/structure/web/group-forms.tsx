import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import type { GroupView } from '../contract/barriers.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import { BarrierPicker, type PickedBarrier } from './barrier-picker.tsx'

interface FormProps {
  group: GroupView
  onDone: () => void
  onCancel: () => void
}

const Names = z.object({
  title: z.string().trim().min(1, 'Bitte geben Sie der Gruppe einen Namen.').max(200),
  note: z.string().max(2000),
})
const names = { title: 'Name der Gruppe', note: 'Notiz' }
const namesOf = ({ title, note }: GroupView) => ({ title, note: note ?? '' })

export function RenameGroupForm({ group, onDone, onCancel }: FormProps): ReactElement {
  const form = useForm({
    schema: Names,
    initial: namesOf(group),
    version: group.version,
    submit: async ({ title, note }, { ifMatch }) => {
      const body = { title, note: note.trim() === '' ? null : note }
      await call(structureEndpoints.changeGroup, { params: { id: group.id }, body, ifMatch: ifMatch! })
      toast('Gruppe gespeichert')
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Gruppe speichern"
      labels={names}
      fromCurrent={(current) => namesOf(current as GroupView)}
      onCancel={onCancel}
    >
      <TextField label={names.title} required maxLength={200} {...form.field('title')} />
      <TextArea label={names.note} rows={3} maxLength={2000} {...form.field('note')} />
    </Form>
  )
}

export const Picked = z
  .array(z.object({ id: z.string(), title: z.string() }))
  .min(1, 'Bitte wählen Sie mindestens eine Hürde.')
  .max(200, 'Bitte höchstens 200 Hürden auf einmal.')

export function AddMembersForm({ group, onDone, onCancel }: FormProps): ReactElement {
  const initial: { barriers: PickedBarrier[] } = { barriers: [] }
  const form = useForm({
    schema: z.object({ barriers: Picked }),
    initial,
    version: group.version,
    submit: async ({ barriers }, { ifMatch }) => {
      const body = { add: barriers.map(({ id }) => id) }
      await call(structureEndpoints.changeGroup, { params: { id: group.id }, body, ifMatch: ifMatch! })
      toast(barriers.length === 1 ? 'Hürde aufgenommen' : 'Hürden aufgenommen')
      onDone()
    },
  })
  return (
    <Form form={form} action="Hürden aufnehmen" labels={{ barriers: 'Hürden' }} onCancel={onCancel}>
      <BarrierPicker label="Hürden" {...form.field('barriers')} />
    </Form>
  )
}
