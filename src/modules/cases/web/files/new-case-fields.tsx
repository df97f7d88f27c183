import type { ReactElement } from 'react'
import type { FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { Chips, ChipsMany } from '../../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { FieldSet } from '../../../../platform/web/ui/field-set.tsx'
import type { Option } from '../../../../platform/web/ui/option.ts'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import {
  Intensity,
  intensityLabels,
  LegalBasis,
  legalBasisLabels,
  ServedElsewhere,
  servedElsewhereLabels,
  Urgency,
  urgencyLabels,
} from '../../contract/codes.ts'
import { useLists, usePlaces } from '../use-lists.ts'
import { CriteriaFields } from './criteria-fields.tsx'
import { caseLabels as labels, type NewCaseFormValues } from './new-case-form-values.ts'
import { NewCasePersons } from './new-case-persons.tsx'

const bases = LegalBasis.options.map((value) => ({ value, label: legalBasisLabels[value] }))
const served = ServedElsewhere.options.map((value) => ({ value, label: servedElsewhereLabels[value] }))
const urgencies = Urgency.options.map((value) => ({ value, label: urgencyLabels[value] }))

interface NewCaseFieldsProps {
  form: FormHandle<NewCaseFormValues>
  sites: readonly Option[]
}

/** In the order of a first talk: who, told about what, what it is about, how intensive. */
export function NewCaseFields({ form, sites }: NewCaseFieldsProps): ReactElement {
  const { field, values } = form
  return (
    <>
      <NewCasePersons form={form} />
      <PlaceFields form={form} sites={sites} />
      {values.persons.length > 0 && <InformationFields form={form} />}
      <div className="lt-form__row">
        <DateField
          label={labels['firstTalkOn']!}
          hint="Leer lassen, wenn es noch aussteht."
          {...field('firstTalkOn')}
        />
      </div>
      <TextArea
        label={labels['concern']!}
        hint="In den Worten der Person. Bitte keine Angaben zu Aufenthalt, Status oder Ausreise."
        rows={3}
        maxLength={8000}
        {...field('concern')}
      />
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
      <FieldSet id={field('criteria').id} label="Fünf Kriterien als Entscheidungshilfe" role="group">
        <CriteriaFields field={(criterion) => field(`criteria.${criterion}`)} values={values.criteria} />
      </FieldSet>
      <IntensityField form={form} />
      <MoreFields form={form} />
    </>
  )
}

function InformationFields({ form }: { form: FormHandle<NewCaseFormValues> }): ReactElement {
  const lists = useLists()
  const { field } = form
  // What is wrong with a field of the group stands at that field.
  const error = form.state.errors.find(({ path }) => path === 'information')?.message
  return (
    <FieldSet
      id={field('information').id}
      label={labels['information']!}
      hint="Sagen Sie, wozu die Angaben dienen, wer sie sieht und dass die Beratung freiwillig ist. Erst dann wird ein Name festgehalten."
      error={error}
      role="group"
    >
      <div className="lt-form__row">
        <DateField label={labels['information.on']!} required {...field('information.on')} />
        <Combobox
          label={labels['information.language']!}
          required
          options={lists.options('language')}
          {...field('information.language')}
        />
      </div>
      <RadioGroup
        label={labels['information.basis']!}
        required
        options={bases}
        {...field('information.basis')}
      />
    </FieldSet>
  )
}

function IntensityField({ form: { field } }: { form: FormHandle<NewCaseFormValues> }): ReactElement {
  const listed = useLists().options('intensity') as Option<Intensity>[]
  const options =
    listed.length > 0 ? listed : Intensity.options.map((value) => ({ value, label: intensityLabels[value] }))
  return <RadioGroup label={labels['intensity']!} required options={options} {...field('intensity')} />
}

/** Language first: it is also that of the information, until something else is chosen there. */
function PlaceFields({ form, sites }: NewCaseFieldsProps): ReactElement {
  const lists = useLists()
  const places = usePlaces()
  const { field, values } = form
  const speak = (language: string) => {
    if (values.information.language === '' || values.information.language === values.language)
      form.set('information.language', language)
    form.set('language', language)
  }
  return (
    <div className="lt-form__row">
      <Combobox
        label={labels['language']!}
        options={lists.options('language')}
        {...field('language')}
        onChange={speak}
      />
      <Combobox
        label={labels['municipalityId']!}
        options={places.municipalities}
        {...field('municipalityId')}
      />
      {sites.length > 0 && (
        <Select label={labels['siteId']!} empty="ohne Standort" options={sites} {...field('siteId')} />
      )}
    </div>
  )
}

function MoreFields({ form: { field } }: { form: FormHandle<NewCaseFormValues> }): ReactElement {
  const lists = useLists()
  const urgency = field('urgency')
  const gaps = lists.options('targetGap')
  const groups = lists.options('targetGroup')
  return (
    <>
      <div className="lt-form__row">
        <Select
          label={labels['entryRoute']!}
          empty="nicht bekannt"
          options={lists.options('entryRoute')}
          {...field('entryRoute')}
        />
        {groups.length > 0 && (
          <Select
            label={labels['targetGroup']!}
            empty="nicht zugeordnet"
            options={groups}
            {...field('targetGroup')}
          />
        )}
      </div>
      {gaps.length > 0 && <ChipsMany label={labels['gapMarkers']!} options={gaps} {...field('gapMarkers')} />}
      <Chips
        label={labels['urgency']!}
        options={urgencies}
        {...urgency}
        onChange={(value) => value !== '' && urgency.onChange(value)}
      />
      <Checkbox
        label={labels['secrecy203']!}
        hint="Solche Akten öffnet ein angegebener Grund nie; nur Ihre Freigabe öffnet sie der Koordination."
        {...field('secrecy203')}
      />
    </>
  )
}
