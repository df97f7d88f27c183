import type { ReactElement } from 'react'
import type { FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { Chips, ChipsMany } from '../../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import type { Option } from '../../../../platform/web/ui/option.ts'
import { Urgency, urgencyLabels } from '../../contract/codes.ts'
import { concernHint, RequestChannel, requestChannelLabels } from '../../contract/requests/index.ts'
import { useLists, usePlaces } from '../use-lists.ts'
import { requestLabels as labels, type RequestFormValues } from './request-form-values.ts'

const channels = RequestChannel.options.map((value) => ({ value, label: requestChannelLabels[value] }))
const urgencies = Urgency.options.map((value) => ({ value, label: urgencyLabels[value] }))

interface RequestFieldsProps {
  form: FormHandle<RequestFormValues>
  sites: readonly Option[]
  /** Name and number are for those who call back; the coordinator neither reads nor changes them later. */
  contact: boolean
}

/** In the order of a telephone call: how, where, what about, in which language, who and whither to call back. */
export function RequestFields({ form, sites, contact }: RequestFieldsProps): ReactElement {
  const lists = useLists()
  const places = usePlaces()
  const { field } = form
  // Urgency always has a value: a second tap on the chosen chip leaves it as it is.
  const urgency = field('urgency')
  return (
    <>
      <Chips label={labels['channel']!} required options={channels} {...field('channel')} />
      {sites.length > 1 && (
        <Select label={labels['siteId']!} required width="medium" options={sites} {...field('siteId')} />
      )}
      <TextArea
        label={labels['concern']!}
        hint={concernHint}
        rows={3}
        maxLength={500}
        {...field('concern')}
      />
      <ChipsMany
        label={labels['lifeDomains']!}
        options={lists.lifeDomains(false)}
        {...field('lifeDomains')}
      />
      <div className="lt-form__row">
        <Combobox label={labels['language']!} options={lists.options('language')} {...field('language')} />
        <Combobox
          label={labels['municipalityId']!}
          options={places.municipalities}
          {...field('municipalityId')}
        />
      </div>
      <Chips
        label={labels['urgency']!}
        options={urgencies}
        {...urgency}
        onChange={(value) => value !== '' && urgency.onChange(value)}
      />
      {contact && (
        <div className="lt-form__row">
          <TextField
            label={labels['callerName']!}
            hint="Nur wenn ein Rückruf nötig ist."
            {...field('callerName')}
          />
          <TextField
            label={labels['callbackNumber']!}
            hint="Wird nach kurzer Zeit gelöscht."
            type="tel"
            {...field('callbackNumber')}
          />
        </div>
      )}
      <Select
        label={labels['entryRoute']!}
        empty="nicht bekannt"
        width="medium"
        options={lists.options('entryRoute')}
        {...field('entryRoute')}
      />
    </>
  )
}
