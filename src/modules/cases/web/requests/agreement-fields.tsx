import type { ReactElement } from 'react'
import type { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import type { TransferForm } from './transfer-form.ts'

interface AgreementFieldsProps {
  labels: Readonly<Record<'agreedOn' | 'withConcern' | 'withContact', string>>
  organisation: string
  latest: string
  field: ReturnType<typeof useForm<typeof TransferForm>>['field']
}

/** Another employer learns of the person only with the person's word, and only what the person agreed to. */
export function AgreementFields({ labels, organisation, latest, field }: AgreementFieldsProps): ReactElement {
  return (
    <>
      <Alert tone="info" title="Das ist ein anderer Träger">
        <p className="kern-body">
          Der Standort gehört zu {organisation}. Bitte fragen Sie die Person, bevor Sie weitergeben.
          Mitgegeben werden auch Sprache, Wohnort, Themen und Dringlichkeit. Was Sie hier abwählen, wird
          gelöscht.
        </p>
      </Alert>
      <DateField label={labels.agreedOn} required max={latest} {...field('agreedOn')} />
      <Checkbox label={labels.withConcern} {...field('withConcern')} />
      <Checkbox label={labels.withContact} {...field('withContact')} />
    </>
  )
}
