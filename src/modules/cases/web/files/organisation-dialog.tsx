import type { ReactElement } from 'react'
import { z } from 'zod'
import { Id } from '../../../../platform/contract/ids.ts'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import type { CaseOrganisationView, CaseView } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { OrganisationPart, organisationPartLabels } from '../../contract/codes.ts'
import { usePlaces } from '../use-lists.ts'
import { useCaseRefresh } from './use-case.ts'

const OrganisationForm = z.object({
  organisationId: Id.or(z.literal('')).refine((id) => id !== '', 'Bitte wählen Sie die Stelle.'),
  role: z.enum(OrganisationPart.options, { error: 'Bitte wählen Sie, wobei die Stelle hilft.' }),
  note: z.string().trim().max(500),
})
const parts = OrganisationPart.options.map((value) => ({ value, label: organisationPartLabels[value] }))
const labels = { organisationId: 'Stelle', role: 'Aufgabe', note: 'Hinweise' }

interface OrganisationDialogProps {
  file: CaseView
  /** Undefined: a new one. */
  row: CaseOrganisationView | undefined
  onClose: () => void
}

/** Adds an office or service that has a part in the case, or changes its part. */
export function OrganisationDialog({ file, row, onClose }: OrganisationDialogProps): ReactElement {
  const refresh = useCaseRefresh(file.id)
  const { organisations } = usePlaces()
  const form = useForm({
    schema: OrganisationForm,
    initial: {
      organisationId: row?.organisation.id ?? '',
      role: row?.role ?? ('' as OrganisationPart),
      note: row?.note ?? '',
    },
    warnOnLeave: false,
    submit: async ({ organisationId, role, note }, { idempotencyKey }) => {
      if (row) {
        const params = { id: file.id, caseOrganisationId: row.id }
        await call(caseEndpoints.changeOrganisation, { params, body: { role, note: note || null } })
      } else {
        const body = { organisationId, role, ...(note ? { note } : {}) }
        await call(caseEndpoints.addOrganisation, { params: { id: file.id }, body, idempotencyKey })
      }
      await refresh()
      toast(row ? 'Angaben gespeichert' : 'Stelle hinzugefügt')
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={row ? `${row.organisation.name} ändern` : 'Beteiligte Stelle hinzufügen'}
    >
      <p className="kern-body">
        Die Stelle bekommt dadurch keinen Zugang. Was Sie ihr mitteilen dürfen, sagen die Einwilligungen.
      </p>
      <Form
        form={form}
        action={row ? 'Angaben speichern' : 'Stelle hinzufügen'}
        labels={labels}
        onCancel={onClose}
      >
        {!row && (
          <Combobox
            label={labels.organisationId}
            required
            options={organisations}
            {...form.field('organisationId')}
          />
        )}
        <Select label={labels.role} required options={parts} {...form.field('role')} />
        <TextField
          label={labels.note}
          hint="Zum Beispiel Ansprechperson und Durchwahl."
          maxLength={500}
          {...form.field('note')}
        />
      </Form>
    </Dialog>
  )
}
