import type { ReactElement } from 'react'
import { z } from 'zod'

import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { ItemPurpose, itemPurposeLabels } from '../contract/codes.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'
import type { AgendaItemView } from '../contract/meetings.ts'

const labels = {
  title: 'Thema',
  detail: 'Worum geht es?',
  purpose: 'Art',
  presenter: 'Vortrag',
  isPublic: 'Öffentlich',
  withoutB3: 'Ohne Baustein 3 beraten',
}
const Values = z.object({
  title: text(300),
  detail: z.string().max(4000),
  purpose: ItemPurpose,
  presenter: z.string().max(200),
  isPublic: z.boolean(),
  withoutB3: z.boolean(),
})

interface ItemFormProps {
  meetingId: string
  /** The item being changed; absent for a new one. */
  editing?: AgendaItemView
  onDone: () => void
  onCancel: () => void
}

const valuesOf = (item?: AgendaItemView): z.input<typeof Values> => ({
  title: item?.title ?? '',
  detail: item?.detail ?? '',
  purpose: item?.purpose ?? 'information',
  presenter: item?.presenter ?? '',
  isPublic: item?.isPublic ?? true,
  withoutB3: item?.withoutB3 ?? false,
})

export function ItemForm({ meetingId, editing, onDone, onCancel }: ItemFormProps): ReactElement {
  const form = useForm({
    schema: Values,
    initial: valuesOf(editing),
    version: editing?.version,
    submit: async (item, { idempotencyKey, ifMatch }) => {
      await (editing
        ? call(meetingEndpoints.changeItem, { params: { id: editing.id }, ifMatch: ifMatch!, body: item })
        : call(meetingEndpoints.addItems, {
            params: { id: meetingId },
            idempotencyKey,
            body: { items: [item] },
          }))
      toast(editing ? 'Punkt geändert' : 'Punkt hinzugefügt')
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action={editing ? 'Punkt speichern' : 'Punkt hinzufügen'}
      labels={labels}
      onCancel={onCancel}
    >
      <TextField label={labels.title} required {...form.field('title')} />
      <TextArea
        label={labels.detail}
        hint="Ohne Namen und Daten von Ratsuchenden."
        rows={3}
        {...form.field('detail')}
      />
      <Chips
        label={labels.purpose}
        options={ItemPurpose.options.map((value) => ({ value, label: itemPurposeLabels[value] }))}
        {...form.field('purpose')}
        onChange={(value) => value && form.set('purpose', value)}
      />
      <TextField label={labels.presenter} {...form.field('presenter')} />
      <Checkbox label={labels.isPublic} {...form.field('isPublic')} />
      <Checkbox label={labels.withoutB3} {...form.field('withoutB3')} />
    </Form>
  )
}
