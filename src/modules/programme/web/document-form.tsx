import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { ApprovalBody, bodyLabels, documentKindLabels, ProgrammeDocumentKind } from '../contract/codes.ts'
import { programmeDocumentEndpoints, type DocumentView } from '../contract/documents.ts'
import { neededText, typedDay, typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Months = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, 'Bitte geben Sie eine Zahl von Monaten ein.')
  .transform((value) => (value === '' ? null : Number(value)))
  .pipe(z.number().min(1, 'Mindestens 1 Monat.').max(120, 'Höchstens 120 Monate.').nullable())

const Shared = {
  kind: ProgrammeDocumentKind,
  title: neededText(300, 'Bitte geben Sie einen Titel ein.'),
  approvalPath: z.array(ApprovalBody),
  reviewMonths: Months,
  remark: typedText(2000),
}
const New = z.object(Shared)
const Changed = z.object({ ...Shared, checkedContents: z.array(z.string()), endedOn: typedDay })

const labels = {
  kind: 'Art',
  title: 'Titel',
  approvalPath: 'Wer stimmt zu?',
  reviewMonths: 'Prüfung nach Monaten',
  remark: 'Bemerkung',
  checkedContents: 'Pflichtinhalte des Landes',
  endedOn: 'Wird nicht mehr geführt seit',
}

/** In the order in which they were chosen: that is the way. */
const pathHint =
  'In der Reihenfolge, in der Sie die Stellen wählen. Ohne Stelle gilt eine Fassung, sobald Sie sie freigeben.'

export function NewDocumentForm(props: { onDone: (id: string) => void; onCancel: () => void }): ReactElement {
  const done = useDone(() => {})
  const form = useForm({
    schema: New,
    initial: { kind: 'concept' as const, title: '', approvalPath: [], reviewMonths: '', remark: '' },
    submit: async (body, { idempotencyKey }) => {
      const { id } = await call(programmeDocumentEndpoints.create, { body, idempotencyKey })
      await done('Dokument eingetragen')
      props.onDone(id)
    },
  })
  return (
    <Form form={form} action="Dokument eintragen" labels={labels} onCancel={props.onCancel}>
      <SharedFields
        form={form}
        bodies={ApprovalBody.options.map((body) => ({ body, label: bodyLabels[body] }))}
      />
    </Form>
  )
}

const valuesOf = (view: DocumentView): z.input<typeof Changed> => ({
  kind: view.kind,
  title: view.title,
  approvalPath: view.approvalPath,
  reviewMonths: view.reviewMonths === null ? '' : String(view.reviewMonths),
  remark: view.remark ?? '',
  checkedContents: view.checkedContents,
  endedOn: view.endedOn ?? '',
})

export function ChangeDocumentForm({
  view,
  onDone,
}: {
  view: DocumentView
  onDone: () => void
}): ReactElement {
  const done = useDone(onDone)
  const form = useForm({
    schema: Changed,
    initial: valuesOf(view),
    version: view.version,
    submit: async (body, { ifMatch }) => {
      await call(programmeDocumentEndpoints.change, { params: { id: view.id }, body, ifMatch: ifMatch! })
      await done('Angaben gespeichert')
    },
  })
  return (
    <Form
      form={form}
      action="Angaben speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as DocumentView)}
      onCancel={onDone}
    >
      <SharedFields form={form as never} bodies={view.bodies} />
      {view.mandatoryContents.length > 0 && (
        <ChipsMany
          label={labels.checkedContents}
          hint="Diese Inhalte verlangt das Land im Handlungskonzept. Gewählte werden bei jeder Fassung geprüft."
          options={view.mandatoryContents.map(({ key, label }) => ({ value: key, label }))}
          {...form.field('checkedContents')}
        />
      )}
      <DateField
        label={labels.endedOn}
        hint="Das Dokument bleibt mit allen Fassungen im Register."
        {...form.field('endedOn')}
      />
    </Form>
  )
}

interface SharedFieldsProps {
  form: FormHandle<z.input<typeof New>>
  bodies: readonly { body: ApprovalBody; label: string }[]
}

function SharedFields({ form, bodies }: SharedFieldsProps): ReactElement {
  const path = form.values.approvalPath
  const label = (body: ApprovalBody) => bodies.find((one) => one.body === body)?.label ?? body
  return (
    <>
      <TextField label={labels.title} required {...form.field('title')} />
      <div className="lt-form__row">
        <Select
          label={labels.kind}
          required
          options={ProgrammeDocumentKind.options.map((value) => ({
            value,
            label: documentKindLabels[value],
          }))}
          {...form.field('kind')}
        />
        <TextField
          label={labels.reviewMonths}
          hint="Leer: kein fester Abstand."
          inputMode="numeric"
          width="short"
          {...form.field('reviewMonths')}
        />
      </div>
      <ChipsMany
        {...form.field('approvalPath')}
        label={labels.approvalPath}
        hint={pathHint}
        options={bodies.map(({ body, label: name }) => ({ value: body, label: name }))}
        onChange={(chosen) =>
          form.set('approvalPath', [
            ...path.filter((body) => chosen.includes(body)),
            ...chosen.filter((body) => !path.includes(body)),
          ])
        }
      />
      {path.length > 1 && <p className="kern-body">Weg: {path.map(label).join(', dann ')}</p>}
      <TextArea label={labels.remark} rows={2} maxLength={2000} {...form.field('remark')} />
    </>
  )
}
