import type { ReactElement } from 'react'
import { z } from 'zod'

import { optionalText } from '../../../platform/contract/text.ts'
import { focusFirst } from '../../../platform/web/focus-first.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import {
  DataCategory,
  dataCategoryLabels,
  SpecialCategory,
  specialCategoryLabels,
} from '../../consent/index.ts'
import {
  DisclosureGround,
  disclosureGroundLabels,
  DisclosureRecipient,
  disclosureRecipientLabels,
} from '../contract/disclosure-codes.ts'
import { disclosureEndpoints, NewDisclosure } from '../contract/disclosures.ts'
import { referralEndpoints } from '../contract/endpoints.ts'
import type { ReferralOptions } from '../contract/referrals.ts'

const choice = (message: string) => z.string().min(1, message)
const Asked = z
  .object({
    personId: choice('Wählen Sie, um wen es geht.'),
    ground: z
      .union([z.literal(''), DisclosureGround])
      .pipe(z.enum(DisclosureGround.options, 'Bitte wählen Sie die Grundlage.')),
    recipientKind: z
      .union([z.literal(''), DisclosureRecipient])
      .pipe(z.enum(DisclosureRecipient.options, 'Bitte wählen Sie, an wen.')),
    organisationId: z.string(),
    unitId: z.string(),
    recipientName: optionalText(200),
    dataCategories: NewDisclosure.shape.dataCategories,
    specialCategories: z.array(SpecialCategory),
    reason: NewDisclosure.shape.reason,
    content: NewDisclosure.shape.content,
    secondUserId: choice('Wählen Sie die zweite Person.'),
  })
  .transform((values) => {
    const listed = values.recipientKind === 'organisation'
    return {
      ...values,
      organisationId: listed && values.organisationId !== '' ? values.organisationId : null,
      unitId: listed && values.unitId !== '' ? values.unitId : null,
      recipientName: listed ? null : values.recipientName,
    }
  })
type Values = z.input<typeof Asked>

const labels = {
  personId: 'Um wen geht es?',
  ground: 'Gesetzliche Grundlage',
  recipientKind: 'An wen?',
  organisationId: 'Stelle',
  unitId: 'Abteilung',
  recipientName: 'Genauer, zum Beispiel der Ort',
  dataCategories: 'Welche Angaben?',
  specialCategories: 'Besonders geschützte Angaben',
  reason: 'Warum ist es nötig?',
  content: 'Was genau soll gesagt werden?',
  secondUserId: 'Zweite Person',
} as const

interface AskDisclosureFormProps {
  caseId: string
  seconds: readonly { id: string; name: string; outside: boolean }[]
  onDone: () => void
  onCancel: () => void
}

/** The question to the second person; nothing goes out with it. */
export function AskDisclosureForm(props: AskDisclosureFormProps): ReactElement {
  const view = useView(referralEndpoints.options, { params: { id: props.caseId } })
  if (view.data) return <Question {...props} options={view.data} />
  return view.error ? <ProblemAlert error={view.error} onRetry={() => void view.refetch()} /> : <Loading />
}

function Question(props: AskDisclosureFormProps & { options: ReferralOptions }): ReactElement {
  const { caseId, seconds, options, onDone, onCancel } = props
  const initial: Values = {
    personId: options.persons.length === 1 ? options.persons[0]!.id : '',
    ground: '',
    recipientKind: '',
    organisationId: '',
    unitId: '',
    recipientName: '',
    dataCategories: ['identity'],
    specialCategories: [],
    reason: '',
    content: '',
    secondUserId: seconds.length === 1 ? seconds[0]!.id : '',
  }
  const form = useForm({
    schema: Asked,
    initial,
    draftKey: `disclosure:new:${caseId}`,
    submit: async (body, { idempotencyKey }) => {
      await call(disclosureEndpoints.ask, { params: { id: caseId }, body, idempotencyKey })
      toast('Zweite Person gefragt')
      onDone()
    },
  })
  return (
    <div ref={focusFirst}>
      <Form form={form} action="Zweite Person fragen" labels={labels} onCancel={onCancel}>
        <Select
          label={labels.personId}
          required
          width="medium"
          empty="Bitte wählen"
          options={options.persons.map(({ id, name }) => ({ value: id, label: name ?? 'Person ohne Namen' }))}
          {...form.field('personId')}
        />
        <RadioGroup
          label={labels.ground}
          required
          options={DisclosureGround.options.map((value) => ({ value, label: disclosureGroundLabels[value] }))}
          {...form.field('ground')}
        />
        <Recipient form={form} options={options} />
        <What form={form} />
        <Select
          label={labels.secondUserId}
          required
          width="medium"
          hint={
            seconds.some(({ outside }) => outside)
              ? 'Die Koordination mit Fachaufsicht, weil Ihr Träger keine weitere Fachkraft hat. Sie liest nur das, was Sie hier schreiben: Nennen Sie unter „Warum“ und „Was genau“ keine Namen.'
              : 'Eine Fachkraft Ihres Trägers. Sie liest nur das, was Sie hier schreiben.'
          }
          empty="Bitte wählen"
          options={seconds.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field('secondUserId')}
        />
      </Form>
    </div>
  )
}

function What({ form }: { form: FormHandle<Values> }): ReactElement {
  return (
    <>
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
      <TextArea
        label={labels.reason}
        required
        hint="Was ist beobachtet, was wurde schon versucht, warum reicht es nicht? Bitte ohne Namen."
        rows={4}
        maxLength={2000}
        {...form.field('reason')}
      />
      <TextArea label={labels.content} required rows={3} maxLength={2000} {...form.field('content')} />
    </>
  )
}

function Recipient({ form, options }: { form: FormHandle<Values>; options: ReferralOptions }): ReactElement {
  const field = form.field('organisationId')
  const units = options.organisations.find(({ id }) => id === field.value)?.units ?? []
  const listed = form.values.recipientKind === 'organisation'
  return (
    <>
      <RadioGroup
        label={labels.recipientKind}
        required
        options={DisclosureRecipient.options.map((value) => ({
          value,
          label: disclosureRecipientLabels[value],
        }))}
        {...form.field('recipientKind')}
      />
      {listed ? (
        <div className="lt-form__row">
          <Combobox
            {...field}
            label={labels.organisationId}
            options={options.organisations.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => {
              form.set('organisationId', value)
              form.set('unitId', '')
            }}
          />
          {units.length > 0 && (
            <Select
              label={labels.unitId}
              empty="Noch offen"
              options={units.map(({ id, label }) => ({ value: id, label }))}
              {...form.field('unitId')}
            />
          )}
        </div>
      ) : (
        <TextField
          label={labels.recipientName}
          maxLength={200}
          {...form.field('recipientName')}
          value={form.values.recipientName ?? ''}
        />
      )}
    </>
  )
}
