import type { ReactElement } from 'react'
import { z } from 'zod'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { ThemeField } from '../../themes/web/index.ts'
import { measureEndpoints, type MeasureView } from '../contract/measures.ts'
import type { SolutionOptions } from '../contract/papers.ts'
import { choice, day, note } from './form-values.ts'

const MeasureValues = z.object({
  state: z.enum(['recommended', 'planned']),
  title: text(200),
  description: note(2000),
  committeeId: choice,
  organisationId: choice,
  unitId: choice,
  function: note(200),
  dueOn: day,
  fromCommitteeId: choice,
  programme: note(200),
  themeId: choice,
})
type MeasureValues = z.input<typeof MeasureValues>

const labels = {
  state: 'Was ist es?',
  title: 'Empfehlung oder Maßnahme',
  description: 'Worum geht es?',
  committeeId: 'An welches Gremium geht es?',
  organisationId: 'Stelle, die es umsetzt',
  unitId: 'Abteilung',
  function: 'Funktion dort',
  dueOn: 'Bis wann',
  fromCommitteeId: 'Woher kommt es?',
  programme: 'Gehört zu (Handlungskonzept, Programm)',
  themeId: 'Thema, das sie beantwortet',
} as const

/** The server takes the title of themes and barriers from there. */
const subjectOf = (kind: 'theme' | 'barrier', id: string) => ({ kind, id, title: kind })

/** What it answers besides a theme: kept as it is. */
function otherSubject(subject: Subject | null, barrierId: string | undefined) {
  if (barrierId !== undefined) return subjectOf('barrier', barrierId)
  if (subject === null || subject.kind === 'theme' || subject.kind === 'none') return null
  return { kind: subject.kind, id: subject.id, title: subject.title ?? '–' }
}

const valuesOf = (measure: MeasureView | undefined): MeasureValues => ({
  state: measure?.state === 'planned' ? 'planned' : 'recommended',
  title: measure?.title ?? '',
  description: measure?.description ?? '',
  committeeId: measure?.committee?.id ?? '',
  organisationId: measure?.organisation?.id ?? '',
  unitId: measure?.unit?.id ?? '',
  function: measure?.function ?? '',
  dueOn: measure?.dueOn ?? '',
  fromCommitteeId: measure?.fromCommittee?.id ?? '',
  programme: measure?.programme ?? '',
  themeId: measure?.subject?.kind === 'theme' ? measure.subject.id : '',
})

type Subject = NonNullable<MeasureView['subject']>

interface MeasureFormProps {
  options: SolutionOptions
  /** What a new one answers. */
  about?: { themeId?: string | undefined; barrierId?: string | undefined }
  editing?: MeasureView
  onDone: (measure: MeasureView) => void
  onCancel: () => void
}

/** A recommendation to a group, or a measure with who does it until when. */
export function MeasureForm({ options, about, editing, onDone, onCancel }: MeasureFormProps): ReactElement {
  const other = otherSubject(editing?.subject ?? null, about?.barrierId)
  const { rights } = useApp().session
  const mayTakeUp = useApp().session.rights.has('measure.write')
  const form = useForm({
    schema: MeasureValues,
    initial: { ...valuesOf(editing), ...(about?.themeId && { themeId: about.themeId }) },
    version: editing?.version,
    draftKey: editing
      ? `measure:${editing.id}`
      : ['measure:new', about?.themeId ?? about?.barrierId].join(':'),
    submit: async ({ state, themeId, ...values }, { idempotencyKey, ifMatch }) => {
      const body = { ...values, subject: themeId === null ? other : subjectOf('theme', themeId) }
      const saved = await (editing
        ? call(measureEndpoints.change, { params: { id: editing.id }, body, ifMatch: ifMatch! })
        : call(measureEndpoints.create, { body: { ...body, state }, idempotencyKey }))
      toast(state === 'planned' || editing ? 'Maßnahme gespeichert' : 'Empfehlung abgegeben')
      onDone(saved)
    },
  })
  const organisation = form.field('organisationId')
  const units = options.organisations.find((one) => one.id === organisation.value)?.units ?? []
  const committees = options.committees.map(({ id, label }) => ({ value: id, label }))
  return (
    <Form
      form={form}
      action={
        editing
          ? 'Maßnahme speichern'
          : form.values.state === 'planned'
            ? 'Maßnahme anlegen'
            : 'Empfehlung abgeben'
      }
      labels={labels}
      fromCurrent={(current) => valuesOf(current as MeasureView)}
      onCancel={onCancel}
    >
      {!editing && mayTakeUp && (
        <RadioGroup
          label={labels.state}
          options={[
            { value: 'recommended', label: 'Eine Empfehlung, über die andere entscheiden' },
            { value: 'planned', label: 'Eine Maßnahme, die schon beschlossen ist' },
          ]}
          {...form.field('state')}
          onChange={(value) => form.set('state', value as MeasureValues['state'])}
        />
      )}
      <TextField label={labels.title} required maxLength={200} {...form.field('title')} />
      <TextArea
        label={labels.description}
        hint="Ohne Namen und ohne Einzelheiten aus Fällen."
        rows={4}
        maxLength={2000}
        {...form.field('description')}
      />
      {rights.has('theme.read') && (
        <ThemeField
          label={labels.themeId}
          hint={
            other?.kind === 'barrier'
              ? 'Sie gehört schon zu einer Hürde. Wählen Sie ein Thema, gehört sie zu dem Thema.'
              : 'Wer eine Hürde dieses Themas gemeldet hat, liest im eigenen Fall, was daraus wird.'
          }
          {...form.field('themeId')}
        />
      )}
      <div className="lt-form__row">
        <Combobox label={labels.fromCommitteeId} options={committees} {...form.field('fromCommitteeId')} />
        <Combobox label={labels.committeeId} options={committees} {...form.field('committeeId')} />
      </div>
      <div className="lt-form__row">
        <Combobox
          {...organisation}
          label={labels.organisationId}
          options={options.organisations.map(({ id, label }) => ({ value: id, label }))}
          onChange={(value) => {
            form.set('organisationId', value)
            form.set('unitId', '')
          }}
        />
        {units.length > 0 && (
          <Select
            label={labels.unitId}
            empty="Die Stelle als Ganzes"
            options={units.map(({ id, label }) => ({ value: id, label }))}
            {...form.field('unitId')}
          />
        )}
        <TextField label={labels.function} {...form.field('function')} />
      </div>
      <DateField label={labels.dueOn} {...form.field('dueOn')} />
      <TextField label={labels.programme} width="medium" {...form.field('programme')} />
    </Form>
  )
}
