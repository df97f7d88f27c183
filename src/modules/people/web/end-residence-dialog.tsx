import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../platform/web/use-view.ts'
import { personEndpoints } from '../contract/endpoints.ts'
import type { ResidenceView } from '../contract/person.ts'
import { Section87Notice } from './section-87-notice.tsx'

interface EndResidenceDialogProps {
  personId: string
  residence: ResidenceView
  onDone: () => void
}

const EndResidence = z.object({
  validTo: z
    .string()
    .transform((typed) => (typed === '' ? null : typed))
    .pipe(PlainDate.nullable()),
})
const labels = { validTo: 'Letzter Tag' }

/** Sets the last day of a recorded status; empty again means that it still holds. The row stays in the history. */
export function EndResidenceDialog({ personId, residence, onDone }: EndResidenceDialogProps): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: EndResidence,
    initial: { validTo: residence.validTo ?? today() },
    submit: async (body) => {
      const params = { id: personId, residenceId: residence.id }
      await call(personEndpoints.endResidence, { params, body })
      await client.invalidateQueries({ queryKey: viewKey(personEndpoints.read) })
      toast(body.validTo === null ? 'Ende entfernt' : 'Ende festgehalten')
      onDone()
    },
  })
  return (
    <Dialog open onClose={onDone} title={`${residence.label} beenden`}>
      <div className="lt-stack">
        <Section87Notice />
        <Form form={form} action="Ende festhalten" labels={labels} onCancel={onDone}>
          <DateField
            label={labels.validTo}
            hint="Der letzte Tag, an dem der Status galt oder gilt. Leer: Er gilt noch."
            {...form.field('validTo')}
          />
        </Form>
      </div>
    </Dialog>
  )
}
