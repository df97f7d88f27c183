import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { siteEntries, type SiteEntry } from '../../contract/administration/entries.ts'
import { siteKinds, siteStates } from '../district-words.ts'
import { EntryForm } from './entry-form.tsx'
import { choicesOf, optionsOf, shown, typed } from './form-values.ts'
import { HoursFields, HoursValues, hoursShown } from './hours-fields.tsx'

const Values = z.object({
  label: typed.label,
  kind: z.enum(['site', 'consultationHours']),
  state: z.enum(['active', 'building', 'trial']),
  municipalityId: typed.choice,
  regionId: typed.choice,
  organisationId: z.string().min(1, 'Bitte wählen Sie den Träger.'),
  unitId: typed.choice,
  since: typed.vague,
  hours: HoursValues,
  validFrom: typed.day,
  remark: typed.text,
})

const labels = {
  label: 'Bezeichnung',
  kind: 'Art',
  state: 'Stand',
  municipalityId: 'Kommune',
  regionId: 'Bezirk',
  organisationId: 'Träger',
  unitId: 'Stelle',
  since: 'Besteht seit',
  hours: 'Zeiten',
  validFrom: 'Wählbar ab',
  remark: 'Anmerkung',
}

const valuesOf = (entry?: SiteEntry): z.input<typeof Values> => ({
  label: entry?.label ?? '',
  kind: entry?.kind ?? 'site',
  state: entry?.state ?? 'active',
  municipalityId: entry?.municipalityId ?? '',
  regionId: entry?.regionId ?? '',
  organisationId: entry?.organisationId ?? '',
  unitId: entry?.unitId ?? '',
  since: shown.vague(entry?.since ?? null),
  hours: hoursShown(entry?.hours ?? null),
  validFrom: entry?.validFrom ?? '',
  remark: entry?.remark ?? '',
})

interface SiteFormProps {
  configuration: Configuration
  entry?: SiteEntry | undefined
  onDone: () => void
}

export function SiteForm({ configuration, entry, onDone }: SiteFormProps): ReactElement {
  const choices = choicesOf(configuration, entry?.organisationId)
  return (
    <EntryForm
      schema={Values}
      initial={valuesOf(entry)}
      version={entry?.version}
      thing="Standort"
      labels={labels}
      fromCurrent={valuesOf}
      onDone={onDone}
      save={(body, { ifMatch, idempotencyKey }) =>
        entry
          ? call(siteEntries.change, { params: { id: entry.id }, body, ifMatch: ifMatch! })
          : call(siteEntries.add, { body: { ...body, validTo: null }, idempotencyKey })
      }
    >
      {(form) => (
        <>
          <TextField label={labels.label} required {...form.field('label')} />
          <div className="lt-form__row">
            <RadioGroup
              label={labels.kind}
              horizontal
              options={optionsOf(siteKinds)}
              {...form.field('kind')}
            />
            <RadioGroup
              label={labels.state}
              horizontal
              options={optionsOf(siteStates)}
              {...form.field('state')}
            />
          </div>
          <div className="lt-form__row">
            <Combobox
              label={labels.organisationId}
              required
              options={choices.organisations}
              {...form.field('organisationId')}
            />
            <Select
              label={labels.unitId}
              empty="keine bestimmte"
              options={choices.units(form.values.organisationId || 'none')}
              {...form.field('unitId')}
            />
          </div>
          <div className="lt-form__row">
            <Select
              label={labels.municipalityId}
              empty="kein fester Ort"
              hint="Der Bezirk folgt aus der Kommune."
              options={choices.municipalities}
              {...form.field('municipalityId')}
            />
            {form.values.municipalityId === '' && (
              <Select
                label={labels.regionId}
                empty="keiner"
                options={choices.regions}
                {...form.field('regionId')}
              />
            )}
          </div>
          <HoursFields label={labels.hours} form={form} />
          <div className="lt-form__row">
            <TextField
              label={labels.since}
              hint="Jahr, Monat oder Tag"
              width="short"
              {...form.field('since')}
            />
            <DateField label={labels.validFrom} {...form.field('validFrom')} />
          </div>
          <TextArea label={labels.remark} rows={2} {...form.field('remark')} />
        </>
      )}
    </EntryForm>
  )
}
