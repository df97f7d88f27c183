import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { CommitteeKind } from '../../tenancy/index.ts'
import { CommitteeScope, committeeScopeLabels } from '../contract/codes.ts'
import type { CommitteeOptions } from '../contract/committees.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import type { CommissionView } from '../contract/shared.ts'
import { authorityWords, committeeKindWords } from './committee-words.ts'
import { foundBody, foundInitial, foundLabels as labels, FoundValues } from './found-values.ts'

interface FoundFormProps {
  options: CommitteeOptions
  scope: CommitteeScope
  requestId?: string | undefined
  /** The group is founded for it, and it goes to the group. */
  commission?: CommissionView
}

export function FoundForm({ options, scope, requestId, commission }: FoundFormProps): ReactElement {
  const navigate = useNavigate()
  const form = useForm({
    schema: FoundValues,
    initial: foundInitial(scope, commission),
    submit: async (values, { idempotencyKey }) => {
      const body = foundBody(values, { requestId, commissionId: commission?.id })
      const { id } = await call(committeeEndpoints.found, { idempotencyKey, body })
      const said = values.scope === 'own' ? 'Gremium gegründet' : 'Gremium erfasst'
      toast(body.outcome === 'existing' ? 'Antwort festgehalten' : said)
      void navigate({ to: '/gremien/$id', params: { id } })
    },
  })
  const committees = options.committees.map(({ id, label }) => ({ value: id, label }))
  const { takes, scope: chosen } = form.values
  const own = chosen === 'own'
  const action = !own ? 'Gremium erfassen' : takes ? 'Antwort festhalten' : 'Gremium gründen'
  return (
    <Form form={form} action={action} labels={labels}>
      {commission && (
        <p className="kern-body">
          Für den Projektauftrag „{commission.title}“. Er geht mit der Gründung an das neue Gremium.
        </p>
      )}
      <TextField label={labels.name} required {...form.field('name')} />
      <Select
        label={labels.kind}
        options={CommitteeKind.options.map((value) => ({ value, label: committeeKindWords[value] }))}
        {...form.field('kind')}
        onChange={(value) => value && form.set('kind', value)}
      />
      {!commission && (
        <Select
          label={labels.scope}
          options={CommitteeScope.options.map((value) => ({ value, label: committeeScopeLabels[value] }))}
          {...form.field('scope')}
          onChange={(value) => value && form.set('scope', value)}
        />
      )}
      <TextArea label={labels.purpose} rows={3} {...form.field('purpose')} />
      {own ? (
        <>
          <TextArea label={labels.reason} required rows={3} {...form.field('reason')} />
          {!commission && <Checkbox label={labels.takes} {...form.field('takes')} />}
        </>
      ) : (
        <>
          <Combobox
            label={labels.municipalityId}
            required={chosen === 'town'}
            options={options.municipalities.map(({ id, label }) => ({ value: id, label }))}
            {...form.field('municipalityId')}
          />
          <TextField label={labels.host} {...form.field('host')} />
          <TextArea label={labels.participation} required rows={3} {...form.field('participation')} />
        </>
      )}
      {own && takes && (
        <Select
          label={labels.existingId}
          required
          empty="Bitte wählen"
          options={committees}
          {...form.field('existingId')}
        />
      )}
      {own && !takes && (
        <>
          <ComboboxMany label={labels.examined} required options={committees} {...form.field('examined')} />
          <TextArea label={labels.why} required rows={2} {...form.field('why')} />
        </>
      )}
      {!(own && takes) && (
        <>
          <Select
            label={labels.authority}
            empty="nicht festgelegt"
            options={Object.entries(authorityWords).map(([value, label]) => ({
              value: value as keyof typeof authorityWords,
              label,
            }))}
            {...form.field('authority')}
          />
          <TextField label={labels.rhythm} {...form.field('rhythm')} />
          <TextField
            label={labels.chair}
            hint="Eine Funktion, kein Name. Wer sie innehat, tragen Sie danach als Sitz ein."
            {...form.field('chair')}
          />
          <TextField label={labels.deputyChair} {...form.field('deputyChair')} />
          <TextField label={labels.moderation} {...form.field('moderation')} />
          <TextField label={labels.managingOffice} {...form.field('managingOffice')} />
        </>
      )}
    </Form>
  )
}
