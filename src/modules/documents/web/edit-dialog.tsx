import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import {
  DocumentChange,
  documentEndpoints,
  DocumentKind,
  documentKindLabels,
  type DocumentView,
} from '../contract/documents.ts'

interface EditDialogProps {
  document: DocumentView
  onDone: () => void
  onCancel: () => void
}

const labels = { title: 'Titel', kind: 'Art', secrecy203: 'Unterliegt der Schweigepflicht (§ 203 StGB)' }
const valuesOf = ({ title, kind, secrecy203 }: DocumentView) => ({ title, kind, secrecy203 })

/** Title, kind, mark; the file itself never changes. */
export function EditDialog({ document, onDone, onCancel }: EditDialogProps): ReactElement {
  const form = useForm({
    schema: DocumentChange.required(),
    initial: valuesOf(document),
    version: document.version,
    submit: async (body, { ifMatch }) => {
      await call(documentEndpoints.change, { params: { id: document.id }, body, ifMatch: ifMatch! })
      onDone()
    },
  })
  return (
    <Dialog open title="Dokument ändern" onClose={onCancel}>
      <Form
        form={form}
        action="Änderung speichern"
        labels={labels}
        fromCurrent={(current) => valuesOf(current as DocumentView)}
        onCancel={onCancel}
      >
        <TextField label={labels.title} required maxLength={200} {...form.field('title')} />
        <Select
          label={labels.kind}
          options={DocumentKind.options.map((value) => ({ value, label: documentKindLabels[value] }))}
          {...form.field('kind')}
        />
        <Checkbox label={labels.secrecy203} {...form.field('secrecy203')} />
      </Form>
    </Dialog>
  )
}
