import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { z } from 'zod'

import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Notice } from '../../../platform/web/ui/notice.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { CommitteeKind } from '../../tenancy/index.ts'
import type { CommitteeOptions } from '../contract/committees.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { committeeKindWords } from './committee-words.ts'

/** Founding begins with the question whether an existing committee could do it (R097). */
export function FoundPage(): ReactElement {
  const { data, error, isPending, refetch } = useView(committeeEndpoints.options)
  return (
    <Page
      title="Gremium gründen"
      narrow
      breadcrumb={[{ label: 'Gremien', to: '/gremien' }, { label: 'Gremium gründen' }]}
    >
      <Notice title="Könnte es ein bestehendes Gremium übernehmen?" source="Konzept Kreis Wesel; R097">
        Doppelstrukturen werden vermieden. Sehen Sie sich die bestehenden Gremien an und halten Sie fest,
        warum keines passt oder welches die Aufgabe übernimmt. Ihre Antwort bleibt beim Gremium stehen.
      </Notice>
      {isPending && <Loading />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data && <FoundForm options={data} />}
    </Page>
  )
}

const labels = {
  name: 'Name',
  kind: 'Art',
  purpose: 'Aufgabe',
  examined: 'Diese Gremien habe ich mir angesehen',
  why: 'Warum keines davon passt',
  takes: 'Ein bestehendes Gremium übernimmt die Aufgabe',
  existingId: 'Welches übernimmt?',
  reason: 'Warum es gebraucht wird',
  rhythm: 'Rhythmus in Worten',
}
const Values = z
  .object({
    name: text(200),
    kind: CommitteeKind,
    purpose: z.string().max(2000),
    takes: z.boolean(),
    existingId: z.string(),
    examined: z.array(z.string()).readonly(),
    why: z.string().max(500),
    reason: text(2000),
    rhythm: z.string().max(200),
  })
  .refine(({ takes, why }) => takes || why.trim() !== '', {
    path: ['why'],
    error: 'Bitte begründen Sie, warum keines passt.',
  })
  .refine(({ takes, examined }) => takes || examined.length > 0, {
    path: ['examined'],
    error: 'Bitte wählen Sie mindestens ein Gremium, das Sie sich angesehen haben.',
  })
  .refine(({ takes, existingId }) => !takes || existingId !== '', {
    path: ['existingId'],
    error: 'Bitte wählen Sie das Gremium.',
  })

function FoundForm({ options }: { options: CommitteeOptions }): ReactElement {
  const navigate = useNavigate()
  const { anzeige } = useSearch({ strict: false }) as { anzeige?: string }
  const form = useForm({
    schema: Values,
    initial: {
      name: '',
      kind: 'workingGroup' as z.infer<typeof CommitteeKind>,
      purpose: '',
      takes: false,
      existingId: '',
      examined: [] as readonly string[],
      why: '',
      reason: '',
      rhythm: '',
    },
    submit: async ({ takes, examined, why, existingId, ...values }, { idempotencyKey }) => {
      const { id } = await call(committeeEndpoints.found, {
        idempotencyKey,
        body: {
          ...values,
          outcome: takes ? 'existing' : 'new',
          existingId: takes ? existingId : null,
          examined: examined.map((committeeId) => ({
            committeeId,
            fits: false,
            reason: why || values.reason,
          })),
          requestId: anzeige ?? null,
        },
      })
      toast(takes ? 'Antwort festgehalten' : 'Gremium gegründet')
      void navigate({ to: '/gremien/$id', params: { id } })
    },
  })
  const committees = options.committees.map(({ id, label }) => ({ value: id, label }))
  return (
    <Form form={form} action={form.values.takes ? 'Antwort festhalten' : 'Gremium gründen'} labels={labels}>
      <TextField label={labels.name} required {...form.field('name')} />
      <Select
        label={labels.kind}
        options={CommitteeKind.options.map((value) => ({ value, label: committeeKindWords[value] }))}
        {...form.field('kind')}
        onChange={(value) => value && form.set('kind', value)}
      />
      <TextArea label={labels.purpose} rows={3} {...form.field('purpose')} />
      <TextArea label={labels.reason} required rows={3} {...form.field('reason')} />
      <Checkbox label={labels.takes} {...form.field('takes')} />
      {form.values.takes ? (
        <Select
          label={labels.existingId}
          required
          empty="Bitte wählen"
          options={committees}
          {...form.field('existingId')}
        />
      ) : (
        <>
          <ComboboxMany label={labels.examined} required options={committees} {...form.field('examined')} />
          <TextArea label={labels.why} required rows={2} {...form.field('why')} />
          <TextField label={labels.rhythm} {...form.field('rhythm')} />
        </>
      )}
    </Form>
  )
}
