import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'

import { optionalText } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Card } from '../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { disclosureEndpoints, type AskedDisclosure } from '../contract/disclosures.ts'
import { DisclosureFacts } from './disclosure-facts.tsx'
import './referrals.css'

/** What one was asked as second person. */
export function AskedDisclosuresPage(): ReactElement {
  const client = useQueryClient()
  const view = useView(disclosureEndpoints.asked)
  const refresh = () => void client.invalidateQueries({ queryKey: viewKey(disclosureEndpoints.asked) })
  return (
    <Page
      title="Als zweite Person gefragt"
      intro="Übermittlungen ohne Einwilligung, die ohne Ihre Antwort nicht geschehen."
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data?.rows.length === 0 && (
        <EmptyState title="Niemand wartet auf Ihre Antwort">
          Fragt Sie eine Kollegin oder ein Kollege, erhalten Sie eine Benachrichtigung.
        </EmptyState>
      )}
      <div className="lt-stack">
        {view.data?.rows.map((row) => (
          <Card key={row.id} title={`${row.askedBy} fragt, ${formatDate(row.askedOn)}`}>
            <DisclosureFacts facts={row} />
            <SecondAnswer row={row} onDone={refresh} />
          </Card>
        ))}
      </div>
    </Page>
  )
}

const Answer = z.object({
  agrees: z
    .union([z.literal(''), z.enum(['yes', 'no'])])
    .pipe(z.enum(['yes', 'no'], 'Bitte wählen Sie Ihre Antwort.')),
  note: optionalText(1000),
})
const labels = {
  agrees: 'Ist die Übermittlung auf dieser Grundlage nötig und angemessen?',
  note: 'Bemerkung',
}

function SecondAnswer({ row, onDone }: { row: AskedDisclosure; onDone: () => void }): ReactElement {
  const initial: z.input<typeof Answer> = { agrees: '', note: '' }
  const form = useForm({
    schema: Answer,
    initial,
    version: row.version,
    draftKey: `asked-disclosure:${row.id}`,
    submit: async ({ agrees, note }, { ifMatch, idempotencyKey }) => {
      const body = { agrees: agrees === 'yes', note }
      await call(disclosureEndpoints.answer, {
        params: { id: row.id },
        body,
        ifMatch: ifMatch!,
        idempotencyKey,
      })
      toast('Antwort festgehalten')
      onDone()
    },
  })
  return (
    <Form form={form} action="Antworten" labels={labels}>
      <RadioGroup
        label={labels.agrees}
        required
        options={[
          { value: 'yes', label: 'Ja, ich stimme zu' },
          { value: 'no', label: 'Nein, ich stimme nicht zu' },
        ]}
        {...form.field('agrees')}
      />
      <TextArea
        label={labels.note}
        rows={2}
        maxLength={1000}
        {...form.field('note')}
        value={form.values.note ?? ''}
      />
    </Form>
  )
}
