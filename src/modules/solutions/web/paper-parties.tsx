import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Table } from '../../../platform/web/ui/table.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { approvalLabels } from '../contract/codes.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperParty, PaperView } from '../contract/papers.ts'
import { note } from './form-values.ts'

interface PartiesProps {
  paper: PaperView
  onChanged: () => void
}

/** Parties with contacts by function, and what each has said. */
export function PaperParties({ paper, onChanged }: PartiesProps): ReactElement {
  const [answering, setAnswering] = useState<PaperParty>()
  const record = paper.can.includes('recordAnswer')
  return (
    <>
      <Table
        caption="Parteien und Ansprechstellen"
        columns={[
          { key: 'label', header: 'Partei', rowHeader: true, cell: (party) => party.label },
          { key: 'contact', header: 'Ansprechstelle', cell: (party) => party.contactFunction ?? '' },
          { key: 'reach', header: 'So erreichbar', cell: (party) => party.contactReach ?? '' },
          { key: 'approval', header: 'Zustimmung', cell: (party) => <Approval party={party} /> },
          ...(record
            ? [
                {
                  key: 'answer',
                  header: 'Antwort',
                  action: true,
                  cell: (party: PaperParty) => (
                    <Button
                      size="small"
                      variant={party.approval === 'open' ? 'secondary' : 'tertiary'}
                      aria-label={`Antwort eintragen: ${party.label}`}
                      onClick={() => setAnswering(party)}
                    >
                      Antwort eintragen
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        rows={paper.parties}
        rowKey={(party) => party.id}
        empty={<p className="kern-body">Noch keine Partei genannt.</p>}
      />
      {answering && (
        <AnswerForm
          key={answering.id}
          paper={paper}
          party={answering}
          onDone={onChanged}
          onCancel={() => setAnswering(undefined)}
        />
      )}
    </>
  )
}

function Approval({ party }: { party: PaperParty }): ReactElement {
  return (
    <>
      {approvalLabels[party.approval]}
      {party.saidBy && `, ${party.saidBy}`}
      {party.approvalOn && (
        <>
          , <Day at={party.approvalOn} />
        </>
      )}
      {party.remark && <span className="solutions-words">: {party.remark}</span>}
    </>
  )
}

const Answer = z.object({
  approval: z
    .enum(['', 'agreed', 'objected'])
    .refine((value): value is 'agreed' | 'objected' => value !== '', 'Bitte wählen Sie die Antwort.'),
  saidBy: text(200),
  on: PlainDate,
  remark: note(1000),
})
const labels = {
  approval: 'Antwort',
  saidBy: 'Wer hat geantwortet? (Funktion)',
  on: 'Am',
  remark: 'Bemerkung',
}

function AnswerForm({
  paper,
  party,
  onDone,
  onCancel,
}: {
  paper: PaperView
  party: PaperParty
  onDone: () => void
  onCancel: () => void
}): ReactElement {
  const initial: z.input<typeof Answer> = { approval: '', saidBy: '', on: today(), remark: '' }
  const form = useForm({
    schema: Answer,
    initial,
    version: paper.version,
    submit: async ({ approval, ...said }, { ifMatch }) => {
      const body = { partyId: party.id, approval: approval as 'agreed' | 'objected', ...said }
      await call(paperEndpoints.answer, { params: { id: paper.id }, body, ifMatch: ifMatch! })
      toast('Antwort festgehalten')
      onDone()
    },
  })
  return (
    <Card title={`Antwort von ${party.label}`}>
      <Form form={form} action="Antwort festhalten" labels={labels} onCancel={onCancel}>
        <RadioGroup
          label={labels.approval}
          required
          options={[
            { value: 'agreed', label: 'Stimmt zu' },
            { value: 'objected', label: 'Stimmt nicht zu' },
          ]}
          {...form.field('approval')}
          onChange={(value) => form.set('approval', value as z.input<typeof Answer>['approval'])}
        />
        <div className="lt-form__row">
          <TextField
            label={labels.saidBy}
            hint="Zum Beispiel: Fachdienstleitung 50"
            required
            {...form.field('saidBy')}
          />
          <DateField label={labels.on} required {...form.field('on')} />
        </div>
        <TextArea label={labels.remark} rows={2} maxLength={1000} {...form.field('remark')} />
      </Form>
    </Card>
  )
}
