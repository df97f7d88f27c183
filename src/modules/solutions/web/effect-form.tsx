import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { useSearched, useView, viewKey } from '../../../platform/web/use-view.ts'
import { agreementEndpoints } from '../contract/agreements.ts'
import { SolutionKind, solutionKindLabels } from '../contract/codes.ts'
import { BarrierKind, barrierKindLabels, LegalDomain, legalDomainLabels } from '../../structure/index.ts'
import { effectEndpoints, type SolutionRow } from '../contract/effects.ts'
import { measureEndpoints } from '../contract/measures.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import { ThemeField } from '../../themes/web/index.ts'
import { choice, day, note } from './form-values.ts'

const Values = z.object({
  title: text(200),
  kind: SolutionKind,
  objectId: choice,
  themeId: choice,
  decidedOn: day,
  decidedBy: note(200),
  implementedOn: day,
  barrierKinds: z.array(BarrierKind).max(10),
  lifeDomains: z.array(z.string()).max(20),
  legalDomains: z.array(LegalDomain).max(20),
})
type Values = z.input<typeof Values>

const labels = {
  title: 'Kurze Bezeichnung',
  kind: 'Was wurde gebaut?',
  objectId: 'Welches?',
  themeId: 'Thema, das sie beantwortet',
  decidedOn: 'Beschlossen am',
  decidedBy: 'Beschlossen von',
  implementedOn: 'Umgesetzt seit',
  barrierKinds: 'Art der Hürden',
  lifeDomains: 'Lebensbereiche',
  legalDomains: 'Rechtskreise',
} as const

const valuesOf = (solution: SolutionRow | undefined): Values => ({
  title: solution?.title ?? '',
  kind: solution?.kind ?? 'interfacePaper',
  objectId: solution?.object?.id ?? '',
  themeId: solution?.themeId ?? '',
  decidedOn: solution?.decidedOn ?? '',
  decidedBy: solution?.decidedBy ?? '',
  implementedOn: solution?.implementedOn ?? '',
  barrierKinds: solution?.barrierKinds ?? [],
  lifeDomains: solution?.lifeDomains ?? [],
  legalDomains: solution?.legalDomains ?? [],
})

interface EffectFormProps {
  editing?: SolutionRow
  themeId?: string | undefined
  onDone: (solution: SolutionRow) => void
  onCancel: () => void
}

/** What was built and which barriers count for it. */
export function EffectForm({ editing, themeId, onDone, onCancel }: EffectFormProps): ReactElement {
  const options = useView(paperEndpoints.options)
  const form = useForm({
    schema: Values,
    initial: { ...valuesOf(editing), ...(themeId && { themeId }) },
    version: editing?.version,
    draftKey: editing ? `solution:${editing.id}` : `solution:new:${themeId ?? ''}`,
    submit: async ({ kind, objectId, ...body }, { idempotencyKey, ifMatch }) => {
      const more = { ...body, kind, objectId: kind === 'other' ? null : objectId }
      const saved = await (editing
        ? call(effectEndpoints.change, { params: { id: editing.id }, body, ifMatch: ifMatch! })
        : call(effectEndpoints.create, { body: more, idempotencyKey }))
      toast('Lösung gespeichert')
      onDone(saved)
    },
  })
  const { kind } = form.values
  return (
    <Form
      form={form}
      action="Lösung speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as SolutionRow)}
      onCancel={onCancel}
    >
      <TextField label={labels.title} required maxLength={200} {...form.field('title')} />
      {!editing && (
        <>
          <RadioGroup
            label={labels.kind}
            options={SolutionKind.options.map((value) => ({ value, label: solutionKindLabels[value] }))}
            {...form.field('kind')}
            onChange={(value) => {
              form.set('kind', value as Values['kind'])
              form.set('objectId', '')
            }}
          />
          {kind !== 'other' && <ObjectField kind={kind} field={form.field('objectId')} />}
        </>
      )}
      <ThemeField
        label={labels.themeId}
        hint="Wer eine Hürde dieses Themas gemeldet hat, liest die Lösung im eigenen Fall."
        chosen={editing?.theme}
        {...form.field('themeId')}
      />
      <div className="lt-form__row">
        <DateField label={labels.decidedOn} {...form.field('decidedOn')} />
        <TextField label={labels.decidedBy} hint="Das Gremium" {...form.field('decidedBy')} />
        <DateField label={labels.implementedOn} {...form.field('implementedOn')} />
      </div>
      <ChipsMany
        label={labels.barrierKinds}
        hint="Welche Hürden sollen seltener werden? Nichts gewählt heißt: alle Arten."
        options={BarrierKind.options.map((value) => ({ value, label: barrierKindLabels[value] }))}
        {...form.field('barrierKinds')}
        onChange={(keys) => form.set('barrierKinds', keys as Values['barrierKinds'])}
      />
      <ProblemAlert error={options.error} onRetry={() => void options.refetch()} />
      <ComboboxMany
        label={labels.lifeDomains}
        options={(options.data?.lifeDomains ?? []).map(({ key, label }) => ({ value: key, label }))}
        {...form.field('lifeDomains')}
      />
      <ComboboxMany
        label={labels.legalDomains}
        options={LegalDomain.options.map((value) => ({ value, label: legalDomainLabels[value] }))}
        {...form.field('legalDomains')}
        onChange={(keys) => form.set('legalDomains', keys as Values['legalDomains'])}
      />
    </Form>
  )
}

interface ObjectFieldProps {
  kind: 'interfacePaper' | 'agreement' | 'measure'
  field: {
    id: string
    name: string
    value: string
    onChange: (value: string) => void
    error: string | undefined
  }
}

const fields = { interfacePaper: PaperField, agreement: AgreementField, measure: MeasureField } as const

function ObjectField({ kind, field }: ObjectFieldProps): ReactElement {
  const Field = fields[kind]
  return <Field field={field} />
}

type FieldOnly = Pick<ObjectFieldProps, 'field'>

function PaperField({ field }: FieldOnly): ReactElement {
  const view = useView(paperEndpoints.list)
  const options = view.data?.rows.map((row) => ({ value: row.versionId, label: row.title }))
  return <Choice field={field} options={options} error={view.error} />
}

function AgreementField({ field }: FieldOnly): ReactElement {
  const view = useView(agreementEndpoints.register)
  const options = view.data?.agreements.flatMap((row) =>
    row.id === null ? [] : [{ value: row.id, label: row.title }],
  )
  return <Choice field={field} options={options} error={view.error} />
}

function MeasureField({ field }: FieldOnly): ReactElement {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const query = { view: 'all' as const, limit: 20, ...(search && { search }) }
  const found = useSearched(measureEndpoints.list, { query })
  const params = { id: field.value }
  const known = useQuery({
    queryKey: viewKey(measureEndpoints.read, { params }),
    queryFn: () => call(measureEndpoints.read, { params }),
    enabled: field.value !== '',
  }).data
  return (
    <>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      <Combobox
        label={labels.objectId}
        hint="Tippen Sie Wörter der Maßnahme."
        required
        options={(found.data?.rows ?? []).map((row) => ({ value: row.id, label: row.title }))}
        onSearch={setTyped}
        more={found.data?.next !== undefined}
        chosen={known && { value: known.id, label: known.title }}
        {...field}
      />
    </>
  )
}

interface ChoiceProps extends FieldOnly {
  options: { value: string; label: string }[] | undefined
  error: unknown
}

function Choice({ field, options, error }: ChoiceProps): ReactElement {
  if (!options) return error ? <ProblemAlert error={error} /> : <Loading />
  return <Combobox label={labels.objectId} required options={options} {...field} />
}
