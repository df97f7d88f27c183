import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { Id } from '../../../../platform/contract/ids.ts'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { OfficeTouched } from '../../../../platform/web/office-touched.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { FieldSet } from '../../../../platform/web/ui/field-set.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { HandoverReason, handoverReasonLabels, intensityLabels, phaseLabels } from '../../contract/codes.ts'
import { handoverEndpoints, type HandoverView } from '../../contract/handovers.ts'

const most = 50
const HandoversSchema = z.object({
  cases: z
    .array(Id)
    .min(1, 'Bitte wählen Sie mindestens einen Fall.')
    .max(most, 'Bitte übergeben Sie höchstens 50 Fälle auf einmal.'),
  to: Id.or(z.literal('')).refine((to) => to !== '', 'Bitte wählen Sie, wer die Fälle übernimmt.'),
  reason: z.enum(HandoverReason.options, { error: 'Bitte wählen Sie einen Grund.' }),
})
const reasons = HandoverReason.options.map((value) => ({ value, label: handoverReasonLabels[value] }))
const labels = { cases: 'Welche Fälle', to: 'Wer übernimmt', reason: 'Grund' }

/** Chosen cases go together to one person; each gets its own step and notice, as if handed over alone. */
export function HandoversForm({ view }: { view: HandoverView }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: HandoversSchema,
    initial: { cases: [] as string[], to: '', reason: '' as HandoverReason },
    submit: async (body, { idempotencyKey }) => {
      const { handedOver } = await call(handoverEndpoints.handOver, { body, idempotencyKey })
      toast(handedOver === 1 ? '1 Fall übergeben' : `${handedOver} Fälle übergeben`)
      form.replace({ cases: [], to: body.to, reason: body.reason })
      await client.invalidateQueries()
    },
  })
  const chosen = new Set(form.values.cases)
  const choose = (id: string, on: boolean) =>
    form.set('cases', on ? [...chosen, id] : form.values.cases.filter((one) => one !== id))
  const all = view.cases.map(({ id }) => id).slice(0, most)
  const { error } = form.field('cases')
  return (
    <Form form={form} action="Fälle übergeben" labels={labels}>
      <FieldSet
        id={form.field('cases').id}
        label={labels.cases}
        required
        hint="Jeder Fall wird mit seinen offenen Aufgaben und Vereinbarungen übergeben; die Person wird benachrichtigt."
        {...(error === undefined ? {} : { error })}
      >
        <div className="lt-actions">
          <Button size="small" variant="tertiary" onClick={() => form.set('cases', all)}>
            Alle auswählen
          </Button>
          <Button size="small" variant="tertiary" onClick={() => form.set('cases', [])}>
            Keine
          </Button>
        </div>
        {view.cases.map(({ id, fileNumber, initials, intensity, phase, site }) => (
          <Checkbox
            key={id}
            id={`fall-${id}`}
            name={`fall-${id}`}
            label={[fileNumber, initials].filter(Boolean).join(' · ')}
            hint={[intensityLabels[intensity], phaseLabels[phase], site].filter(Boolean).join(', ')}
            value={chosen.has(id)}
            onChange={(on) => choose(id, on)}
          />
        ))}
      </FieldSet>
      <Combobox
        label={labels.to}
        required
        options={view.candidates.map(({ id, name, organisation }) => ({
          value: id,
          label: name,
          hint: organisation,
        }))}
        {...form.field('to')}
      />
      <OfficeTouched
        organisationId={view.candidates.find(({ id }) => id === form.values.to)?.organisationId ?? null}
      />
      <Select label={labels.reason} required options={reasons} {...form.field('reason')} />
    </Form>
  )
}
