import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { KeptCaseFilter, savedFilterEndpoints as endpoints } from '../../contract/saved-filters.ts'
import type { CaseListFilter } from './case-list-filter.ts'

const FilterForm = z.object({ name: endpoints.save.body.shape.name, isDefault: z.boolean() })
const labels = { name: 'Name des Filters', isDefault: 'beim Öffnen der Fallliste anwenden' }

/** Gives the present filter a name. The searched name is not part of it. */
export function SaveFilterDialog({
  filter,
  onClose,
}: {
  filter: CaseListFilter
  onClose: () => void
}): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: FilterForm,
    initial: { name: '', isDefault: false },
    warnOnLeave: false,
    submit: async (typed, { idempotencyKey }) => {
      const kept = KeptCaseFilter.parse(JSON.parse(JSON.stringify(filter)))
      await call(endpoints.save, { body: { ...typed, filter: kept }, idempotencyKey })
      await client.invalidateQueries({ queryKey: viewKey(endpoints.list) })
      toast('Filter gemerkt')
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title="Filter merken">
      <p className="kern-body">
        Gemerkt werden Auswahl und Sortierung, nicht der gesuchte Name. Nur Sie sehen den Filter.
      </p>
      <Form form={form} action="Filter merken" labels={labels} onCancel={onClose}>
        <TextField label={labels.name} required maxLength={60} {...form.field('name')} />
        <Checkbox label={labels.isDefault} {...form.field('isDefault')} />
      </Form>
    </Dialog>
  )
}
