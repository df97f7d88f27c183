import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Chips } from '../../../../platform/web/ui/chips.tsx'
import { DescriptionList } from '../../../../platform/web/ui/description-list.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import type { CaseView, IntakeView } from '../../contract/case-view.ts'
import {
  CriterionAnswer,
  criterionAnswerLabels,
  ServedElsewhere,
  servedElsewhereLabels,
} from '../../contract/codes.ts'
import { intakeEndpoints } from '../../contract/intake.ts'
import { criteria, type Criterion } from '../../rules/intake.ts'
import { CriteriaFields } from './criteria-fields.tsx'
import { caseLabels as labels } from './new-case-form-values.ts'
import { useCaseRefresh } from './use-case.ts'

const served = ServedElsewhere.options.map((value) => ({ value, label: servedElsewhereLabels[value] }))
const IntakeForm = z.object({
  servedElsewhere: ServedElsewhere,
  servedElsewhereBy: z.string().trim().max(8000),
  criteria: z.object({
    complexNeed: CriterionAnswer,
    severalProviders: CriterionAnswer,
    standardFails: CriterionAnswer,
    lacksResources: CriterionAnswer,
    clientAgrees: CriterionAnswer,
  }),
})

/** The criteria and „already served elsewhere?“, to fill in or to read. */
export function IntakeCard({ file }: { file: CaseView }): ReactElement {
  return (
    <Card title="Entscheidungshilfe">
      {file.can.includes('edit') ? <IntakeEditor file={file} /> : <IntakeFacts file={file} />}
    </Card>
  )
}

function IntakeEditor({ file }: { file: CaseView }): ReactElement {
  const refresh = useCaseRefresh(file.id)
  const valuesOf = (intake: IntakeView): z.input<typeof IntakeForm> => ({
    servedElsewhere: intake.servedElsewhere,
    servedElsewhereBy: file.texts?.['servedElsewhere'] ?? '',
    criteria: intake.criteria,
  })
  const form = useForm({
    schema: IntakeForm,
    initial: valuesOf(file.intake),
    version: file.intake.version,
    draftKey: `intake:${file.id}`,
    submit: async (values, { ifMatch }) => {
      await call(intakeEndpoints.change, { params: { id: file.id }, body: values, ifMatch: ifMatch! })
      await refresh()
      toast('Aufnahme gespeichert')
    },
  })
  const { field, values } = form
  return (
    <Form
      form={form}
      action="Aufnahme speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as IntakeView)}
    >
      <CriteriaFields field={(criterion) => field(`criteria.${criterion}`)} values={values.criteria} />
      <Chips
        label={labels['servedElsewhere']!}
        hint="Fragen Sie die Person. Nachgeschlagen wird nirgends."
        options={served}
        {...field('servedElsewhere')}
        onChange={(value) => value !== '' && form.set('servedElsewhere', value)}
      />
      {values.servedElsewhere === 'yes' && (
        <TextArea label={labels['servedElsewhereBy']!} rows={2} {...field('servedElsewhereBy')} />
      )}
    </Form>
  )
}

function IntakeFacts({ file: { intake } }: { file: CaseView }): ReactElement {
  return (
    <DescriptionList
      stacked
      items={[
        ...(Object.keys(criteria) as Criterion[]).map((criterion) => ({
          term: criteria[criterion],
          value: criterionAnswerLabels[intake.criteria[criterion]],
        })),
        { term: labels['servedElsewhere']!, value: servedElsewhereLabels[intake.servedElsewhere] },
      ]}
    />
  )
}
