import type { ReactElement } from 'react'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { FieldSet } from '../../../platform/web/ui/field-set.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { toast } from '../../../platform/web/ui/toast.ts'
import { ThemeField } from '../../themes/web/index.ts'
import { agreementEndpoints, type AgreementView } from '../contract/agreements.ts'
import { AgreementState, agreementStateLabels } from '../contract/codes.ts'
import type { SolutionOptions } from '../contract/papers.ts'
import {
  agreementLabels as labels,
  AgreementValues,
  emptyAgreement,
  newSignatory,
  valuesOf,
} from './agreement-values.ts'

interface AgreementFormProps {
  options: SolutionOptions
  /** Changed, or carried on from the concept; absent for a new one. */
  from?: AgreementView | undefined
  /** The theme a new one answers. */
  themeId?: string | undefined
  onDone: (agreement: AgreementView) => void
  onCancel: () => void
}

const states = AgreementState.options.map((value) => ({ value, label: agreementStateLabels[value] }))

/** An agreement with its parties, term, contents and obligations. */
export function AgreementForm({
  options,
  from,
  themeId,
  onDone,
  onCancel,
}: AgreementFormProps): ReactElement {
  const id = from?.id ?? null
  const { rights } = useApp().session
  const form = useForm({
    schema: AgreementValues,
    initial: { ...(from ? valuesOf(from) : emptyAgreement), ...(themeId && { themeId }) },
    version: id === null ? undefined : from?.version,
    draftKey: id === null ? 'agreement-register:new' : `agreement-register:${id}`,
    submit: async (body, { idempotencyKey, ifMatch }) => {
      const saved = await (id === null
        ? call(agreementEndpoints.create, {
            body: { ...body, conceptKey: from?.conceptKey ?? null },
            idempotencyKey,
          })
        : call(agreementEndpoints.change, { params: { id }, body, ifMatch: ifMatch! }))
      toast('Vereinbarung gespeichert')
      onDone(saved)
    },
  })
  return (
    <Form
      form={form}
      action="Vereinbarung speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as AgreementView)}
      onCancel={onCancel}
    >
      <Select
        label={labels.type}
        required
        empty="Bitte wählen"
        options={options.agreementTypes.map(({ key, label }) => ({ value: key, label }))}
        {...form.field('type')}
      />
      <TextField label={labels.title} required maxLength={300} {...form.field('title')} />
      <div className="lt-form__row">
        <Select
          label={labels.state}
          required
          options={states}
          {...form.field('state')}
          onChange={(value) => form.set('state', value as AgreementValues['state'])}
        />
        <DateField label={labels.signedOn} {...form.field('signedOn')} />
      </div>
      <Signatories form={form} options={options} />
      <div className="lt-form__row">
        <DateField label={labels.validFrom} {...form.field('validFrom')} />
        <DateField label={labels.validUntil} {...form.field('validUntil')} />
        <DateField label={labels.reviewOn} {...form.field('reviewOn')} />
      </div>
      <TextArea label={labels.contents} rows={5} maxLength={4000} {...form.field('contents')} />
      <TextArea label={labels.obligations} rows={4} maxLength={4000} {...form.field('obligations')} />
      <TextField label={labels.fileNumber} width="medium" {...form.field('fileNumber')} />
      <TextArea label={labels.remark} rows={2} maxLength={1000} {...form.field('remark')} />
      {rights.has('theme.read') && (
        <ThemeField label={labels.themeId} chosen={from?.theme} {...form.field('themeId')} />
      )}
    </Form>
  )
}

function Signatories({
  form,
  options,
}: {
  form: FormHandle<AgreementValues>
  options: SolutionOptions
}): ReactElement {
  const { id, value, error } = form.field('parties')
  const organisations = options.organisations.map((one) => ({ value: one.id, label: one.label }))
  return (
    <FieldSet
      id={id}
      label={labels.parties}
      hint="Wer unterzeichnet, steht als Funktion: Bürgermeisteramt, Geschäftsführung."
      error={typeof error === 'string' ? error : undefined}
      role="group"
    >
      <div className="lt-stack">
        {value.map((_, index) => (
          <div className="lt-form__row solutions-party" key={index}>
            <Combobox
              label={`Organisation, Partei ${index + 1}`}
              options={organisations}
              {...form.field(`parties.${index}.organisationId`)}
            />
            <TextField
              label={`Unterzeichnet als, Partei ${index + 1}`}
              {...form.field(`parties.${index}.signsAs`)}
            />
            <DateField
              label={`Unterschrift am, Partei ${index + 1}`}
              {...form.field(`parties.${index}.signedOn`)}
            />
            {value.length > 2 && (
              <Button
                size="small"
                variant="tertiary"
                icon="trash"
                onClick={() =>
                  form.set(
                    'parties',
                    value.filter((_one, at) => at !== index),
                  )
                }
              >
                Partei {index + 1} entfernen
              </Button>
            )}
          </div>
        ))}
        <div className="lt-actions">
          <Button size="small" icon="add" onClick={() => form.set('parties', [...value, newSignatory])}>
            Partei hinzufügen
          </Button>
        </div>
      </div>
    </FieldSet>
  )
}
