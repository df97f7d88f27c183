import type { ReactElement } from 'react'
import { z } from 'zod'

import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { CommitteeScope, committeeScopeLabels } from '../contract/codes.ts'
import type { CommitteeView } from '../contract/committees.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { authorityWords } from './committee-words.ts'

const labels = {
  name: 'Name',
  authority: 'Befugnis',
  purpose: 'Aufgabe',
  rhythm: 'Rhythmus in Worten',
  intervalDays: 'Höchstens Tage zwischen zwei Sitzungen',
  topics: 'Themen, eines je Zeile',
  scope: 'Zuordnung',
  host: 'Getragen von',
  participation: 'Beteiligung des KIM',
  managingOffice: 'Geschäftsführung',
  municipalityId: 'Stadt oder Gemeinde',
  invitationDays: 'Tage, die vor der Sitzung eingeladen wird',
  quorumPercent: 'Beschlussfähig ab Prozent der Stimmberechtigten',
}
const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{0,4}$/, 'Bitte eine ganze Zahl.')
    .refine((value) => Number(value) <= most, {
      error: `Höchstens ${most}.`,
    })
const Values = z.object({
  name: text(200),
  authority: z.enum(['', 'deciding', 'advisory', 'operative']),
  purpose: z.string().max(2000),
  rhythm: z.string().max(200),
  intervalDays: whole(1100),
  topics: z.string().max(6000),
  scope: CommitteeScope,
  host: z.string().max(200),
  participation: z.string().max(1000),
  quorumPercent: whole(100),
  managingOffice: z.string().max(200),
  municipalityId: z.string(),
  invitationDays: whole(90),
})
type Values = z.input<typeof Values>

const valuesOf = (view: CommitteeView): Values => ({
  name: view.name,
  authority: view.authority ?? '',
  purpose: view.purpose ?? '',
  rhythm: view.rhythm ?? '',
  intervalDays: view.intervalDays === null ? '' : String(view.intervalDays),
  topics: view.topics.join('\n'),
  scope: view.scope,
  host: view.host ?? '',
  participation: view.participation ?? '',
  quorumPercent: view.quorumPercent === null ? '' : String(view.quorumPercent),
  managingOffice: view.managingOffice ?? '',
  municipalityId: view.municipalityId ?? '',
  invitationDays: view.invitationDays === null ? '' : String(view.invitationDays),
})
const number = (value: string) => (value === '' || value === '0' ? null : Number(value))

interface ChangeFormProps {
  view: CommitteeView
  onDone: () => void
  onCancel: () => void
}

/** Loading the district file again leaves alone what was changed here. */
export function ChangeForm({ view, onDone, onCancel }: ChangeFormProps): ReactElement {
  const options = useView(committeeEndpoints.options, { query: {} })
  const form = useForm({
    schema: Values,
    initial: valuesOf(view),
    version: view.version,
    submit: async (
      { topics, intervalDays, quorumPercent, invitationDays, authority, municipalityId, ...values },
      { ifMatch },
    ) => {
      await call(committeeEndpoints.change, {
        params: { id: view.id },
        ifMatch: ifMatch!,
        body: {
          ...values,
          authority: authority || null,
          intervalDays: number(intervalDays),
          quorumPercent: number(quorumPercent),
          invitationDays: number(invitationDays),
          municipalityId: municipalityId || null,
          topics: topics
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        },
      })
      toast('Gremium geändert')
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Gremium speichern"
      labels={labels}
      onCancel={onCancel}
      fromCurrent={(current) => valuesOf(current as CommitteeView)}
    >
      <TextField label={labels.name} required {...form.field('name')} />
      <Select
        label={labels.authority}
        empty="nennt das Konzept nicht"
        options={Object.entries(authorityWords).map(([value, label]) => ({
          value: value as keyof typeof authorityWords,
          label,
        }))}
        {...form.field('authority')}
      />
      <TextArea label={labels.purpose} rows={3} {...form.field('purpose')} />
      <TextField label={labels.rhythm} {...form.field('rhythm')} />
      <TextField
        label={labels.intervalDays}
        inputMode="numeric"
        width="short"
        {...form.field('intervalDays')}
      />
      <TextField
        label={labels.quorumPercent}
        inputMode="numeric"
        width="short"
        {...form.field('quorumPercent')}
      />
      <TextField
        label={labels.invitationDays}
        inputMode="numeric"
        width="short"
        {...form.field('invitationDays')}
      />
      <TextField label={labels.managingOffice} {...form.field('managingOffice')} />
      <TextArea label={labels.topics} rows={5} {...form.field('topics')} />
      <Select
        label={labels.scope}
        options={CommitteeScope.options.map((value) => ({ value, label: committeeScopeLabels[value] }))}
        {...form.field('scope')}
        onChange={(value) => value && form.set('scope', value)}
      />
      {form.values.scope !== 'own' && (
        <>
          <Combobox
            label={labels.municipalityId}
            options={(options.data?.municipalities ?? []).map(({ id, label }) => ({ value: id, label }))}
            {...form.field('municipalityId')}
          />
          <TextField label={labels.host} {...form.field('host')} />
          <TextArea label={labels.participation} rows={3} {...form.field('participation')} />
        </>
      )}
    </Form>
  )
}
