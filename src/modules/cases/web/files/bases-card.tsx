import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { call } from '../../../../platform/web/api.ts'
import { formatDate, today } from '../../../../platform/web/dates.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { DescriptionList } from '../../../../platform/web/ui/description-list.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { Section87Notice } from '../../../people/web/index.ts'
import type { CaseView, IntakeView } from '../../contract/case-view.ts'
import { BasisKind, basisKindLabels, LegalBasis, legalBasisLabels } from '../../contract/codes.ts'
import { intakeEndpoints } from '../../contract/intake.ts'
import { useLists } from '../use-lists.ts'
import { useCaseAction, useCaseRefresh } from './use-case.ts'

type Basis = IntakeView['bases'][number]

/** On what each kind of processing rests; the fields of the other modules open with it. */
export function BasesCard({ file }: { file: CaseView }): ReactElement {
  const [recording, setRecording] = useState<BasisKind>()
  const [ending, setEnding] = useState<Basis>()
  const lists = useLists()
  const end = useCaseAction(
    file.id,
    (basisId: string) => call(intakeEndpoints.endBasis, { params: { id: file.id, basisId } }),
    'Rechtsgrundlage beendet',
  )
  const edit = file.can.includes('edit')
  const basisOf = (kind: BasisKind) => file.intake.bases.find((basis) => basis.kind === kind)
  const words = (basis: Basis) =>
    `${legalBasisLabels[basis.basis]}; informiert am ${formatDate(basis.informedOn)} auf ${lists.label('language', basis.informationLanguage)}`
  return (
    <Card title="Rechtsgrundlagen und Information">
      <div className="lt-stack">
        <ProblemAlert error={end.error} />
        <DescriptionList
          stacked
          items={BasisKind.options.map((kind) => {
            const basis = basisOf(kind)
            return {
              term: basisKindLabels[kind],
              value: (
                <>
                  {basis ? words(basis) : 'nicht festgehalten, die Felder dazu sind gesperrt'}
                  {edit && (
                    <span className="lt-actions">
                      <Button size="small" onClick={() => setRecording(kind)}>
                        {basis
                          ? `${basisKindLabels[kind]}: neu festhalten`
                          : `${basisKindLabels[kind]}: festhalten`}
                      </Button>
                      {basis && kind !== 'counselling' && (
                        <Button size="small" variant="tertiary" onClick={() => setEnding(basis)}>
                          {`${basisKindLabels[kind]}: beenden`}
                        </Button>
                      )}
                    </span>
                  )}
                </>
              ),
            }
          })}
        />
        {recording && (
          <BasisForm key={recording} file={file} kind={recording} onDone={() => setRecording(undefined)} />
        )}
        <ConfirmDialog
          open={ending !== undefined}
          title="Rechtsgrundlage beenden?"
          confirm="Beenden"
          danger
          busy={end.isPending}
          onConfirm={() => ending && end.mutate(ending.id, { onSettled: () => setEnding(undefined) })}
          onCancel={() => setEnding(undefined)}
        >
          <p className="kern-body">
            Die Felder, die darauf beruhen, werden sofort gesperrt. Festgehaltenes wird nicht gelöscht.
          </p>
        </ConfirmDialog>
      </div>
    </Card>
  )
}

const RecordBasis = z.object({
  basis: z.enum(LegalBasis.options, { error: 'Bitte wählen Sie die Rechtsgrundlage.' }),
  informedOn: PlainDate,
  informationLanguage: z.string().min(1, 'Bitte wählen Sie die Sprache der Information.'),
})
const labels = {
  basis: 'Rechtsgrundlage',
  informedOn: 'Informiert am',
  informationLanguage: 'In welcher Sprache',
}

interface BasisFormProps {
  file: CaseView
  kind: BasisKind
  onDone: () => void
}

function BasisForm({ file, kind, onDone }: BasisFormProps): ReactElement {
  const lists = useLists()
  const refresh = useCaseRefresh(file.id)
  const form = useForm({
    schema: RecordBasis,
    initial: { basis: '' as LegalBasis, informedOn: today(), informationLanguage: file.language ?? '' },
    submit: async (values, { idempotencyKey }) => {
      const body = { kind, ...values, informationLanguage: values.informationLanguage as 'de' }
      await call(intakeEndpoints.recordBasis, { params: { id: file.id }, body, idempotencyKey })
      await refresh()
      toast('Rechtsgrundlage festgehalten')
      onDone()
    },
  })
  // A contract carries no special categories (Art. 9 DSGVO).
  const special = kind === 'health' || kind === 'religion'
  const options = LegalBasis.options
    .filter((value) => !special || value !== 'contract')
    .map((value) => ({ value, label: legalBasisLabels[value] }))
  return (
    <section aria-label={basisKindLabels[kind]} className="lt-stack">
      <h3 className="kern-title kern-title--small">{basisKindLabels[kind]}</h3>
      {kind === 'migration' && <Section87Notice />}
      <Form form={form} action="Rechtsgrundlage festhalten" labels={labels} onCancel={onDone}>
        <RadioGroup label={labels.basis} required options={options} {...form.field('basis')} />
        <div className="lt-form__row">
          <DateField label={labels.informedOn} required max={today()} {...form.field('informedOn')} />
          <Combobox
            label={labels.informationLanguage}
            required
            options={lists.options('language')}
            {...form.field('informationLanguage')}
          />
        </div>
      </Form>
    </section>
  )
}
