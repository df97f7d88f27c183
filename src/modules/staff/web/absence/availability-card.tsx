import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { LANGUAGES } from '../../../../platform/contract/code-lists/index.ts'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { ComboboxMany } from '../../../../platform/web/ui/combobox-many.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { Why } from '../../../../platform/web/ui/why.tsx'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { availabilityEndpoints, type AvailabilityView } from '../../contract/availability.ts'

const states = [
  { value: 'free', label: 'frei', hint: 'Ich kann neue Anfragen übernehmen.' },
  { value: 'tight', label: 'knapp', hint: 'Nur, wenn es sein muss.' },
  { value: 'stopped', label: 'Aufnahmestopp', hint: 'Ich kann zurzeit nichts Neues übernehmen.' },
] as const

const languages = LANGUAGES.entries.map(({ code, label }) => ({ value: code, label }))

const valuesOf = ({ state, languages: chosen }: AvailabilityView) => ({ state, languages: chosen as never[] })

/** What the coordinator sees when assigning a request; colleagues see none of it. */
export function AvailabilityCard({ availability }: { availability: AvailabilityView }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: availabilityEndpoints.set.body,
    initial: valuesOf(availability),
    version: availability.version,
    submit: async (body, { ifMatch }) => {
      await call(availabilityEndpoints.set, { body, ifMatch: ifMatch! })
      await client.invalidateQueries({ queryKey: viewKey(availabilityEndpoints.read) })
      toast('Verfügbarkeit gespeichert')
    },
  })
  return (
    <Card title="Verfügbarkeit">
      <Form
        form={form}
        action="Verfügbarkeit speichern"
        labels={{ state: 'Verfügbarkeit', languages: 'Sprachen' }}
        fromCurrent={(current) => valuesOf(current as AvailabilityView)}
      >
        <RadioGroup label="Neue Anfragen" options={states} {...form.field('state')} />
        <ComboboxMany
          label="Sprachen, in denen Sie beraten"
          options={languages}
          {...form.field('languages')}
        />
      </Form>
      <Why label="Wer sieht das?">
        Sie selbst und die Koordination, die über Ihre Arbeit die Fachaufsicht führt, wenn sie Anfragen
        zuweist. Sonst niemand.
      </Why>
    </Card>
  )
}
