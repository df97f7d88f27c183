import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { Chips, ChipsMany } from '../../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { Urgency, urgencyLabels } from '../../contract/codes.ts'
import { useLists, usePlaces } from '../use-lists.ts'
import { useOwnSites } from '../use-own-sites.ts'
import { caseLabels } from './new-case-form-values.ts'
import { useCase, useCaseRefresh } from './use-case.ts'
import { useCaseId } from './use-case-id.ts'

const text = z.string().trim().max(8000)
const FactsForm = z.object({
  concern: text,
  summary: text,
  clientView: text,
  language: z.string(),
  municipalityId: z.string(),
  siteId: z.string(),
  entryRoute: z.string(),
  targetGroup: z.string(),
  gapMarkers: z.array(z.string()),
  urgency: Urgency,
  hardshipUntil: z.union([PlainDate, z.literal('')]),
  secrecy203: z.boolean(),
})
type Values = z.input<typeof FactsForm>
const labels: Record<string, string> = {
  ...caseLabels,
  summary: 'Zusammenfassung',
  clientView: 'Sicht der Person',
  hardshipUntil: 'Als Härtefall übernommen bis',
}
const urgencies = Urgency.options.map((value) => ({ value, label: urgencyLabels[value] }))

const valuesOf = (file: CaseView): Values => ({
  concern: file.texts?.['concern'] ?? '',
  summary: file.texts?.['summary'] ?? '',
  clientView: file.texts?.['clientView'] ?? '',
  language: file.language ?? '',
  municipalityId: file.municipality?.id ?? '',
  siteId: file.site?.id ?? '',
  entryRoute: file.entryRoute ?? '',
  targetGroup: file.targetGroup ?? '',
  gapMarkers: file.gapMarkers,
  urgency: file.urgency,
  hardshipUntil: file.hardshipUntil ?? '',
  secrecy203: file.secrecy203,
})

/** „Angaben ändern“: the facts of the case. */
export function FactsPage(): ReactElement | null {
  const file = useCase(useCaseId()).data
  if (!file) return null
  if (!file.can.includes('edit'))
    return <Alert tone="info" title="Diesen Fall können Sie lesen, aber nicht ändern." />
  return <FactsEditor key={file.version} file={file} />
}

function FactsEditor({ file }: { file: CaseView }): ReactElement {
  const navigate = useNavigate()
  const refresh = useCaseRefresh(file.id)
  const back = () => void navigate({ to: `/faelle/${file.id}` })
  const initial = valuesOf(file)
  const form = useForm({
    schema: FactsForm,
    initial,
    version: file.version,
    draftKey: `case:${file.id}`,
    submit: async (values, { ifMatch }) => {
      const changed = Object.entries(values).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(initial[key as keyof Values]),
      )
      // Only what differs travels: an ended list entry that nobody touched must not stop the change.
      const body = Object.fromEntries(changed.map(([key, value]) => [key, value === '' ? null : value]))
      const view = await call(caseEndpoints.change, { params: { id: file.id }, body, ifMatch: ifMatch! })
      await refresh(view)
      toast('Angaben gespeichert')
      back()
    },
  })
  return (
    <Card title="Angaben ändern">
      <Form
        form={form}
        action="Angaben speichern"
        labels={labels}
        fromCurrent={(current) => valuesOf(current as CaseView)}
        onCancel={back}
      >
        <TextArea label={labels['concern']!} rows={3} maxLength={8000} {...form.field('concern')} />
        <TextArea
          label={labels['clientView']!}
          hint="In den Worten der Person."
          rows={3}
          {...form.field('clientView')}
        />
        <TextArea label={labels['summary']!} rows={3} {...form.field('summary')} />
        <ListFields field={form.field} file={file} />
        <Chips
          label={labels['urgency']!}
          options={urgencies}
          {...form.field('urgency')}
          onChange={(value) => value !== '' && form.set('urgency', value)}
        />
        <DateField
          label={labels['hardshipUntil']!}
          hint="Nur wenn der Fall vorübergehend zur Entlastung der Stellen vor Ort übernommen ist."
          {...form.field('hardshipUntil')}
        />
        <Checkbox
          label={labels['secrecy203']!}
          hint="Solche Akten öffnet ein angegebener Grund nie; nur Ihre Freigabe öffnet sie der Koordination."
          {...form.field('secrecy203')}
        />
      </Form>
    </Card>
  )
}

interface ListFieldsProps {
  field: ReturnType<typeof useForm<typeof FactsForm>>['field']
  file: CaseView
}

function ListFields({ field, file }: ListFieldsProps): ReactElement {
  const lists = useLists()
  const places = usePlaces()
  const own = useOwnSites()?.sites ?? []
  const current =
    file.site && !own.some(({ value }) => value === file.site?.id)
      ? [{ value: file.site.id, label: file.site.name }]
      : []
  const gaps = lists.options('targetGap')
  return (
    <>
      <div className="lt-form__row">
        <Combobox label={labels['language']!} options={lists.options('language')} {...field('language')} />
        <Combobox
          label={labels['municipalityId']!}
          options={places.municipalities}
          {...field('municipalityId')}
        />
        <Select
          label={labels['siteId']!}
          empty="ohne Standort"
          options={[...current, ...own]}
          {...field('siteId')}
        />
      </div>
      <div className="lt-form__row">
        <Select
          label={labels['entryRoute']!}
          empty="nicht bekannt"
          options={lists.options('entryRoute')}
          {...field('entryRoute')}
        />
        <Select
          label={labels['targetGroup']!}
          empty="nicht zugeordnet"
          options={lists.options('targetGroup')}
          {...field('targetGroup')}
        />
      </div>
      {gaps.length > 0 && <ChipsMany label={labels['gapMarkers']!} options={gaps} {...field('gapMarkers')} />}
    </>
  )
}
