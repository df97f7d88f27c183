import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Chips, ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import {
  TargetGroupView,
  targetGroupViewLabels,
  ThemePriority,
  themePriorityLabels,
  ThemeTicked,
  themeTraitLabels,
} from '../contract/codes.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeOptions, ThemeView } from '../contract/themes.ts'
import type { TakenBarriers } from '../../structure/web/index.ts'
import { takenBody, takenSentence } from './theme-words.ts'

const Values = z
  .object({
    exampleKey: z.string(),
    title: z.string().trim().min(1, 'Bitte geben Sie einen Titel ein.').max(200),
    description: z.string().max(4000),
    regionId: z.string(),
    traits: z.array(ThemeTicked).readonly(),
    purposes: z.array(z.string()).readonly(),
    goal: z.string().max(2000),
    method: z.string().max(2000),
    viewState: z.union([z.literal(''), TargetGroupView]),
    viewWords: z.string().max(2000),
    viewOn: z.union([z.literal(''), z.iso.date('Bitte geben Sie ein gültiges Datum ein.')]),
    ownerId: z.string(),
    format: z.string().max(300),
    priority: z.union([z.literal(''), ThemePriority]),
    solution: z.string().max(2000),
  })
  .refine((values) => values.viewState === '' || values.viewWords.trim() !== '', {
    path: ['viewWords'],
    message: 'Bitte schreiben Sie einen Satz dazu.',
  })
type Values = z.input<typeof Values>

const labels = {
  exampleKey: 'Im Konzept genannt',
  title: 'Titel',
  description: 'Was passiert den Menschen?',
  regionId: 'Wo?',
  traits: 'Was trifft zu?',
  purposes: 'Welchen Zwecken des Landes dient es?',
  goal: 'Ziel',
  method: 'Vorgehen',
  viewState: 'Wie wurde die Sicht der Zielgruppe eingeholt?',
  viewWords: 'Sicht der Zielgruppe in Worten',
  viewOn: 'Gefragt am',
  ownerId: 'Verantwortlich',
  format: 'Vorgeschlagenes Arbeitsformat',
  priority: 'Vorgeschlagene Priorität',
  solution: 'Vorgeschlagene Lösung',
}

const valuesOf = (theme?: ThemeView): Values => ({
  exampleKey: theme?.exampleKey ?? '',
  title: theme?.title ?? '',
  description: theme?.description ?? '',
  regionId: theme?.region?.id ?? '',
  traits: (theme?.traits ?? []).filter((trait) => trait !== 'kreisWide'),
  purposes: theme?.purposes.map(({ key }) => key) ?? [],
  goal: theme?.goal ?? '',
  method: theme?.method ?? '',
  viewState: theme?.targetGroupView?.state ?? '',
  viewWords: theme?.targetGroupView?.words ?? '',
  viewOn: theme?.targetGroupView?.on ?? '',
  ownerId: theme?.ownerId ?? '',
  format: theme?.format ?? '',
  priority: theme?.priority ?? '',
  solution: theme?.solution ?? '',
})

const bodyOf = (values: z.output<typeof Values>) => ({
  title: values.title,
  description: values.description || null,
  regionId: values.regionId || null,
  exampleKey: values.exampleKey || null,
  traits: [...values.traits],
  purposes: [...values.purposes],
  goal: values.goal || null,
  method: values.method || null,
  targetGroupView:
    values.viewState === ''
      ? null
      : {
          state: values.viewState,
          words: values.viewWords,
          on: values.viewState === 'asked' ? values.viewOn || null : null,
        },
  ...(values.ownerId && { ownerId: values.ownerId }),
  format: values.format || null,
  priority: values.priority || null,
  solution: values.solution || null,
})

function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [themeEndpoints.read, themeEndpoints.board, themeEndpoints.list].map((spec) =>
        client.invalidateQueries({ queryKey: viewKey(spec) }),
      ),
    )
}

interface NewThemeFormProps {
  /** What it rests on from the beginning. */
  taken?: TakenBarriers
  onDone: (id: string) => void
  onCancel: () => void
}

export function NewThemeForm({ taken, onDone, onCancel }: NewThemeFormProps): ReactElement {
  const options = useView(themeEndpoints.options)
  const refresh = useRefresh()
  const from = taken?.group?.id ?? taken?.barriers[0]?.id
  const form = useForm({
    schema: Values,
    initial: { ...valuesOf(), title: taken?.group?.title ?? taken?.barriers[0]?.title ?? '' },
    draftKey: from === undefined ? 'theme:new' : `theme:new:${from}`,
    submit: async (values, { idempotencyKey }) => {
      const body = { ...bodyOf(values), ...takenBody(taken) }
      const theme = await call(themeEndpoints.create, { body, idempotencyKey })
      toast('Thema angelegt')
      await refresh()
      onDone(theme.id)
    },
  })
  if (!options.data) return options.error ? <ProblemAlert error={options.error} /> : <Loading />
  return (
    <Form form={form} action="Thema anlegen" labels={labels} onCancel={onCancel}>
      {taken && <p className="kern-body">{takenSentence(taken)}</p>}
      <ThemeFields form={form} options={options.data} />
    </Form>
  )
}

export function ChangeThemeForm({ theme, onDone }: { theme: ThemeView; onDone: () => void }): ReactElement {
  const options = useView(themeEndpoints.options)
  const refresh = useRefresh()
  const form = useForm({
    schema: Values,
    initial: valuesOf(theme),
    version: theme.version,
    draftKey: `theme:${theme.id}`,
    submit: async (values, { ifMatch }) => {
      await call(themeEndpoints.change, { params: { id: theme.id }, body: bodyOf(values), ifMatch: ifMatch! })
      toast('Thema gespeichert')
      await refresh()
      onDone()
    },
  })
  if (!options.data) return options.error ? <ProblemAlert error={options.error} /> : <Loading />
  return (
    <Form
      form={form}
      action="Thema speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as ThemeView)}
      onCancel={onDone}
    >
      <ThemeFields form={form} options={options.data} />
    </Form>
  )
}

function ThemeFields({ form, options }: { form: FormHandle<Values>; options: ThemeOptions }): ReactElement {
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const keyed = (list: readonly { key: string; label: string }[]) =>
    list.map(({ key, label }) => ({ value: key, label }))
  const takeExample = (key: string) => {
    form.set('exampleKey', key)
    const example = options.examples.find((one) => one.key === key)
    if (example && form.values.title === '') form.set('title', example.label)
  }
  return (
    <>
      {options.examples.length > 0 && (
        <Select
          label={labels.exampleKey}
          hint="Themen, die das Konzept Ihres Kreises nennt."
          empty="keines davon"
          options={keyed(options.examples)}
          {...form.field('exampleKey')}
          onChange={takeExample}
        />
      )}
      <TextField label={labels.title} required {...form.field('title')} />
      <TextArea
        label={labels.description}
        hint="Ohne Namen und ohne Einzelfall: was sich wiederholt und wen es trifft."
        rows={4}
        {...form.field('description')}
      />
      {options.regions.length > 0 && (
        <Select
          label={labels.regionId}
          empty="Ganzer Kreis"
          options={named(options.regions)}
          {...form.field('regionId')}
        />
      )}
      <ChipsMany
        label={labels.traits}
        options={ThemeTicked.options.map((value) => ({ value, label: themeTraitLabels[value] }))}
        {...form.field('traits')}
      />
      <ChipsMany label={labels.purposes} options={keyed(options.purposes)} {...form.field('purposes')} />
      <TextArea label={labels.goal} rows={2} {...form.field('goal')} />
      <TextArea label={labels.method} rows={2} {...form.field('method')} />
      <Chips
        label={labels.viewState}
        hint="Ohne Antwort lässt sich das Thema keinem Gremium vorlegen."
        options={TargetGroupView.options.map((value) => ({ value, label: targetGroupViewLabels[value] }))}
        {...form.field('viewState')}
      />
      {form.values.viewState !== '' && (
        <TextArea
          label={
            form.values.viewState === 'asked' ? 'Wen haben Sie gefragt, was kam heraus?' : 'Warum noch nicht?'
          }
          rows={2}
          required
          {...form.field('viewWords')}
        />
      )}
      {form.values.viewState === 'asked' && <DateField label={labels.viewOn} {...form.field('viewOn')} />}
      <TextField
        label={labels.format}
        hint="Wer soll das Thema bearbeiten? Der Beschluss des Gremiums übernimmt den Vorschlag."
        {...form.field('format')}
      />
      <Chips
        label={labels.priority}
        options={ThemePriority.options.map((value) => ({ value, label: themePriorityLabels[value] }))}
        {...form.field('priority')}
      />
      <TextArea label={labels.solution} rows={2} {...form.field('solution')} />
      <Select label={labels.ownerId} empty="ich" options={named(options.owners)} {...form.field('ownerId')} />
    </>
  )
}
