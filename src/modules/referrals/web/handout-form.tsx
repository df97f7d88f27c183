import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { formatDate, today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import {
  DataCategory,
  dataCategoryLabels,
  SpecialCategory,
  specialCategoryLabels,
  type SharingKind,
} from '../../consent/index.ts'
import {
  HandoutKind,
  handoutKindLabels,
  HandoutVia,
  handoutViaLabels,
  handoutEndpoints,
  NewHandout,
  type HandoutList,
} from '../contract/handouts.ts'

const Values = z
  .object({
    consentId: z.string().min(1, 'Wählen Sie die Einwilligung.'),
    secrecyReleaseId: z.string(),
    kind: z
      .union([z.literal(''), HandoutKind])
      .pipe(z.enum(HandoutKind.options, 'Bitte wählen Sie, was es war.')),
    documentId: z.string(),
    title: NewHandout.shape.title,
    dataCategories: NewHandout.shape.dataCategories,
    specialCategories: z.array(SpecialCategory),
    onDate: NewHandout.shape.onDate,
    via: z
      .union([z.literal(''), HandoutVia])
      .pipe(z.enum(HandoutVia.options, 'Bitte wählen Sie, auf welchem Weg.')),
  })
  .transform((values) => ({
    ...values,
    secrecyReleaseId: values.secrecyReleaseId === '' ? null : values.secrecyReleaseId,
    documentId: values.kind === 'document' && values.documentId !== '' ? values.documentId : null,
  }))

const labels = {
  consentId: 'An wen? Mit welcher Einwilligung?',
  secrecyReleaseId: 'Schweigepflichtentbindung',
  kind: 'Was?',
  documentId: 'Dokument',
  title: 'Bezeichnung',
  dataCategories: 'Welche Angaben?',
  specialCategories: 'Besonders geschützte Angaben',
  onDate: 'Wann?',
  via: 'Auf welchem Weg?',
} as const

interface HandoutFormProps {
  caseId: string
  list: HandoutList
  onDone: () => void
  onCancel: () => void
}

/** What somebody got without a referral; the server checks that the consent allowed it on that day. */
export function HandoutForm({ caseId, list, onDone, onCancel }: HandoutFormProps): ReactElement {
  const consents = optionsOf(list, 'consent')
  const releases = optionsOf(list, 'secrecyRelease')
  const initial: z.input<typeof Values> = {
    consentId: consents.length === 1 ? consents[0]!.value : '',
    secrecyReleaseId: '',
    kind: '',
    documentId: '',
    title: '',
    dataCategories: [],
    specialCategories: [],
    onDate: today(),
    via: '',
  }
  const form = useForm({
    schema: Values,
    initial,
    draftKey: `handout:new:${caseId}`,
    submit: async (body, { idempotencyKey }) => {
      await call(handoutEndpoints.record, { params: { id: caseId }, body, idempotencyKey })
      toast('Weitergabe festgehalten')
      onDone()
    },
  })
  const chooseDocument = (id: string) => {
    form.set('documentId', id)
    const chosen = list.documents.find((one) => one.id === id)
    if (chosen) form.set('title', chosen.title)
  }
  return (
    <Form form={form} action="Weitergabe festhalten" labels={labels} onCancel={onCancel}>
      <Select
        label={labels.consentId}
        required
        empty="Bitte wählen"
        options={consents}
        {...form.field('consentId')}
      />
      {(list.needsRelease || releases.length > 0) && (
        <Select
          label={labels.secrecyReleaseId}
          required={list.needsRelease}
          empty={list.needsRelease ? 'Bitte wählen' : 'Nicht nötig'}
          options={releases}
          {...form.field('secrecyReleaseId')}
        />
      )}
      <RadioGroup
        label={labels.kind}
        required
        options={HandoutKind.options.map((value) => ({ value, label: handoutKindLabels[value] }))}
        {...form.field('kind')}
      />
      {form.values.kind === 'document' && (
        <Select
          {...form.field('documentId')}
          label={labels.documentId}
          required
          empty={list.documents.length === 0 ? 'Die Akte enthält kein Dokument' : 'Bitte wählen'}
          options={list.documents.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={chooseDocument}
        />
      )}
      <TextField
        label={labels.title}
        required
        hint="So steht es in der Liste und, nach einem Widerruf, im Schreiben an die Stelle."
        maxLength={200}
        {...form.field('title')}
      />
      <ChipsMany
        label={labels.dataCategories}
        required
        options={DataCategory.options.map((value) => ({ value, label: dataCategoryLabels[value] }))}
        {...form.field('dataCategories')}
      />
      <ChipsMany
        label={labels.specialCategories}
        options={SpecialCategory.options.map((value) => ({ value, label: specialCategoryLabels[value] }))}
        {...form.field('specialCategories')}
      />
      <div className="lt-form__row">
        <DateField label={labels.onDate} required max={today()} {...form.field('onDate')} />
        <Select
          label={labels.via}
          required
          empty="Bitte wählen"
          options={HandoutVia.options.map((value) => ({ value, label: handoutViaLabels[value] }))}
          {...form.field('via')}
        />
      </div>
    </Form>
  )
}

const optionsOf = (list: HandoutList, kind: SharingKind) =>
  list.texts
    .filter((one) => one.kind === kind)
    .map((one) => ({
      value: one.id,
      label: `${one.recipient ?? 'Andere Stelle'}, von ${one.person ?? 'Person ohne Namen'} am ${formatDate(one.givenOn)}`,
    }))
