import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { focusFirst } from '../../../platform/web/focus-first.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Table } from '../../../platform/web/ui/table.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../platform/web/use-view.ts'
import { personEndpoints } from '../contract/endpoints.ts'
import type { PersonView, ResidenceView } from '../contract/person.ts'
import { EndResidenceDialog } from './end-residence-dialog.tsx'
import { Section87Notice } from './section-87-notice.tsx'

interface ResidenceSectionProps {
  person: PersonView
  /** Where the legal basis is recorded; shown while the fields are locked. */
  basisLink: ReactElement
}

const sources = { seen: 'Dokument gesehen', stated: 'Angabe der Person' } as const

/** Residence statuses of a person with their history; locked until the client was informed. */
export function ResidenceSection({ person, basisLink }: ResidenceSectionProps): ReactElement {
  const { residence } = person
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<ResidenceView>()
  const period = (row: ResidenceView) =>
    `${row.validFrom ? formatDate(row.validFrom) : 'Beginn unbekannt'} bis ${row.validTo ? formatDate(row.validTo) : 'heute'}`
  return (
    <Card title="Aufenthalt">
      <div className="lt-stack">
        <Section87Notice />
        {residence.rows.length > 0 && (
          <Table
            caption="Aufenthaltsstatus"
            hideCaption
            rows={residence.rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'label', header: 'Status', cell: (row) => row.label },
              { key: 'period', header: 'Zeitraum', cell: period },
              { key: 'source', header: 'Quelle', cell: (row) => sources[row.source] },
              {
                key: 'action',
                header: 'Aktion',
                action: true,
                cell: (row) =>
                  person.can.includes('recordResidence') && (
                    <Button
                      size="small"
                      onClick={() => setEnding(row)}
                      aria-label={`${row.validTo ? 'Ende ändern' : 'Beenden'}: ${row.label}`}
                    >
                      {row.validTo ? 'Ende ändern' : 'Beenden'}
                    </Button>
                  ),
              },
            ]}
          />
        )}
        {ending && (
          <EndResidenceDialog
            key={ending.id}
            personId={person.id}
            residence={ending}
            onDone={() => setEnding(undefined)}
          />
        )}
        {residence.locked === 'basisMissing' && (
          <p className="kern-body">
            Gesperrt, bis die Person informiert und die Rechtsgrundlage festgehalten ist. {basisLink}
          </p>
        )}
        {residence.locked === null &&
          (adding ? (
            <ResidenceForm person={person} onDone={() => setAdding(false)} />
          ) : (
            <div className="lt-actions">
              <Button icon="add" onClick={() => setAdding(true)}>
                Status festhalten
              </Button>
            </div>
          ))}
      </div>
    </Card>
  )
}

const date = personEndpoints.recordResidence.body.shape.validFrom.unwrap()
const optionalDate = z
  .string()
  .transform((typed) => (typed === '' ? null : typed))
  .pipe(date)
const RecordResidence = z.object({
  code: personEndpoints.recordResidence.body.shape.code
    .or(z.literal(''))
    .refine((code) => code !== '', 'Bitte wählen Sie einen Status.'),
  validFrom: optionalDate,
  validTo: optionalDate,
  source: z.enum(['seen', 'stated'], { error: 'Bitte wählen Sie die Quelle.' }),
})

function ResidenceForm({ person, onDone }: { person: PersonView; onDone: () => void }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: RecordResidence,
    initial: { code: '', validFrom: '', validTo: '', source: '' as 'seen' },
    submit: async (values, { idempotencyKey }) => {
      const body = { ...values, code: values.code as Exclude<typeof values.code, ''> }
      await call(personEndpoints.recordResidence, { params: { id: person.id }, body, idempotencyKey })
      await client.invalidateQueries({ queryKey: viewKey(personEndpoints.read) })
      toast('Status festgehalten')
      onDone()
    },
  })
  const options = person.residence.choices.map(({ code, label, group }) => ({
    value: code,
    label,
    ...(group === undefined ? {} : { group }),
  }))
  const labels = { code: 'Status', validFrom: 'Gültig von', validTo: 'Gültig bis', source: 'Quelle' }
  return (
    <div ref={focusFirst}>
      <Form form={form} action="Status festhalten" labels={labels} onCancel={onDone}>
        <Combobox label={labels.code} required options={options} {...form.field('code')} />
        <div className="lt-form__row">
          <DateField label={labels.validFrom} {...form.field('validFrom')} />
          <DateField label={labels.validTo} {...form.field('validTo')} />
        </div>
        <RadioGroup
          label={labels.source}
          required
          horizontal
          options={(['seen', 'stated'] as const).map((value) => ({ value, label: sources[value] }))}
          {...form.field('source')}
        />
      </Form>
    </div>
  )
}
