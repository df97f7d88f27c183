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
const HandoversSchema = z
  .object({
    cases: z.array(Id).max(most, 'Bitte übergeben Sie höchstens 50 Fälle auf einmal.'),
    to: Id.or(z.literal('')).refine((to) => to !== '', 'Bitte wählen Sie, wer die Fälle übernimmt.'),
    reason: z.enum(HandoverReason.options, { error: 'Bitte wählen Sie einen Grund.' }),
    closed: z.boolean(),
  })
  .refine(({ cases, closed }) => cases.length > 0 || closed, {
    path: ['cases'],
    error: 'Bitte wählen Sie mindestens einen Fall oder die abgeschlossenen Akten.',
  })
const reasons = HandoverReason.options.map((value) => ({ value, label: handoverReasonLabels[value] }))
const labels = {
  cases: 'Welche Fälle',
  closed: 'Abgeschlossene Akten',
  to: 'Wer übernimmt',
  reason: 'Grund',
}

/** Chosen cases go together to one person; each gets its own step and notice, as if handed over alone. */
export function HandoversForm({ view }: { view: HandoverView }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: HandoversSchema,
    initial: { cases: [] as string[], closed: view.cases.length === 0, to: '', reason: '' as HandoverReason },
    submit: async ({ closed, ...wish }, { idempotencyKey }) => {
      const body = { ...wish, ...(closed && view.from ? { closedOf: view.from.id } : {}) }
      const done = await call(handoverEndpoints.handOver, { body, idempotencyKey })
      toast(saidOf(done))
      form.replace({ cases: [], closed: false, to: wish.to, reason: wish.reason })
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
      {view.cases.length > 0 && (
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
      )}
      {view.closed > 0 && (
        <Checkbox
          label={
            view.closed === 1
              ? 'Auch die abgeschlossene Akte'
              : `Auch alle ${view.closed} abgeschlossenen Akten`
          }
          hint="Nachsorge und Wiederaufnahme gehen mit. Eingeschränkte Akten bleiben geschlossen."
          {...form.field('closed')}
        />
      )}
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

function saidOf({ handedOver, closed }: { handedOver: number; closed: number }): string {
  const cases = handedOver === 1 ? '1 Fall' : `${handedOver} Fälle`
  const files = closed === 1 ? '1 abgeschlossene Akte' : `${closed} abgeschlossene Akten`
  return `${[handedOver > 0 && cases, closed > 0 && files].filter(Boolean).join(' und ')} übergeben`
}
