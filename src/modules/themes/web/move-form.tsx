import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { ThemeEffect, themeEffectLabels, ThemePriority, themePriorityLabels } from '../contract/codes.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeMoveView, ThemeView } from '../contract/themes.ts'

const Day = z.union([z.literal(''), z.iso.date('Bitte geben Sie ein gültiges Datum ein.')])
const Values = z.object({
  reason: z.string(),
  singleReason: z.string(),
  format: z.string(),
  priority: z.union([z.literal(''), ThemePriority]),
  committeeId: z.string(),
  solution: z.string(),
  resubmitOn: Day,
  effect: z.union([z.literal(''), ThemeEffect]),
  decidedOn: Day,
  // Answered at the theme, not here; the server's sentence about them stands at the top of the form.
  targetGroupView: z.string(),
  organisationsAsked: z.string(),
})
const labels = {
  reason: 'Begründung',
  singleReason: 'Warum genügt ein einzelner Fall?',
  format: 'Arbeitsformat',
  priority: 'Priorität',
  committeeId: 'Gremium',
  solution: 'Worin besteht die Lösung, und wo steht sie?',
  resubmitOn: 'Wiedervorlage am',
  effect: 'Hat es geholfen?',
  decidedOn: 'Entschieden am',
  targetGroupView: 'Sicht der Zielgruppe',
  organisationsAsked: 'Genannte Stellen',
}
const optionsOf = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) =>
  keys.map((value) => ({ value, label: words[value] }))

/** One move of the district's path with what it asks for; what stands in the theme is not asked again. */
export function MoveForm({
  theme,
  move,
  decidedOn,
  onDone,
}: {
  theme: ThemeView
  move: ThemeMoveView
  /** Of the decision that moved nothing. */
  decidedOn?: string
  onDone: () => void
}): ReactElement {
  const client = useQueryClient()
  const options = useView(themeEndpoints.options)
  const initial: z.input<typeof Values> = {
    reason: '',
    singleReason: '',
    format: theme.format ?? '',
    priority: theme.priority ?? '',
    committeeId: theme.committee?.id ?? '',
    solution: theme.solution ?? '',
    resubmitOn: '',
    effect: '',
    decidedOn: move.decidedBy === null ? '' : (decidedOn ?? today()),
    targetGroupView: '',
    organisationsAsked: '',
  }
  const form = useForm({
    schema: Values,
    initial,
    version: theme.version,
    submit: async (
      { targetGroupView: _view, organisationsAsked: _asked, ...values },
      { ifMatch, idempotencyKey },
    ) => {
      const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
      await call(themeEndpoints.move, {
        params: { id: theme.id },
        body: { move: move.key, ...said },
        ifMatch: ifMatch!,
        idempotencyKey,
      })
      toast(`${theme.title}: ${move.to?.label ?? move.label}`)
      await Promise.all(
        [themeEndpoints.read, themeEndpoints.board, themeEndpoints.list].map((spec) =>
          client.invalidateQueries({ queryKey: viewKey(spec) }),
        ),
      )
      onDone()
    },
  })
  const asks = (need: ThemeMoveView['needs'][number]) => move.needs.includes(need)
  const open = (need: ThemeMoveView['needs'][number]) => asks(need) && !move.given.includes(need)
  const committees = (options.data?.committees ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form form={form} action={move.label} labels={labels} onCancel={onDone}>
      {move.to && (
        <p className="kern-body">
          Neuer Stand: <strong>{move.to.label}</strong>
        </p>
      )}
      {(open('targetGroupView') || open('organisationsAsked')) && (
        <Alert tone="warning" title="Vorher ist beim Thema noch etwas zu tun">
          {open('targetGroupView') && 'Halten Sie fest, wie die Sicht der Zielgruppe eingeholt wurde. '}
          {open('organisationsAsked') && 'Fragen Sie die genannten Stellen nach ihrer Sicht.'}
        </Alert>
      )}
      {open('manyCases') && (
        <TextArea label={labels.singleReason} rows={2} required {...form.field('singleReason')} />
      )}
      {move.decidedBy !== null && (
        <DateField label={labels.decidedOn} required {...form.field('decidedOn')} />
      )}
      {asks('format') && <TextField label={labels.format} required {...form.field('format')} />}
      {asks('priority') && (
        <Chips
          label={labels.priority}
          required
          options={optionsOf(ThemePriority.options, themePriorityLabels)}
          {...form.field('priority')}
        />
      )}
      {(asks('committee') || move.decidedBy !== null) && (
        <Select
          label={labels.committeeId}
          hint="Welches Gremium hat das Thema jetzt?"
          required={asks('committee')}
          empty="noch nicht gewählt"
          options={committees}
          {...form.field('committeeId')}
        />
      )}
      {asks('solution') && <TextArea label={labels.solution} rows={3} required {...form.field('solution')} />}
      {asks('effect') && (
        <Chips
          label={labels.effect}
          required
          options={optionsOf(ThemeEffect.options, themeEffectLabels)}
          {...form.field('effect')}
        />
      )}
      {asks('resubmitOn') && <DateField label={labels.resubmitOn} required {...form.field('resubmitOn')} />}
      <TextArea label={labels.reason} rows={3} required={asks('reason')} {...form.field('reason')} />
    </Form>
  )
}
