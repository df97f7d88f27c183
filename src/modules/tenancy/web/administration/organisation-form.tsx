import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { ComboboxMany } from '../../../../platform/web/ui/combobox-many.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { organisationEntries, type OrganisationEntry } from '../../contract/administration/entries.ts'
import { OrganisationKind } from '../../contract/district/structure.ts'
import { organisationKinds } from '../district-words.ts'
import { EntryForm } from './entry-form.tsx'
import { choicesOf, knownOptions, optionsOf, shown, typed } from './form-values.ts'

const Values = z.object({
  name: typed.label,
  kind: OrganisationKind,
  municipalityId: typed.choice,
  publicEmployer: z.enum(['yes', 'no']),
  churchLaw: typed.known,
  placeholder: z.boolean(),
  serves: z.enum(['none', 'all', 'some']),
  served: z.array(z.string()),
  validFrom: typed.day,
  remark: typed.text,
})

const labels = {
  name: 'Name',
  kind: 'Art',
  municipalityId: 'Kommune',
  publicEmployer: 'Öffentlicher Träger',
  churchLaw: 'Kirchliches Datenschutzrecht (KDG, DSG-EKD)',
  placeholder: 'Noch nicht benannt',
  serves: 'Case Management',
  served: 'Einsatzort',
  validFrom: 'Seit',
  remark: 'Anmerkung',
}

const valuesOf = (entry?: OrganisationEntry): z.input<typeof Values> => ({
  name: entry?.name ?? '',
  kind: entry?.kind ?? 'other',
  municipalityId: entry?.municipalityId ?? '',
  publicEmployer: entry?.publicEmployer ? 'yes' : 'no',
  churchLaw: shown.known(entry?.churchLaw ?? null),
  placeholder: entry?.placeholder ?? false,
  serves: !entry?.serves ? 'none' : entry.serves === 'all' ? 'all' : 'some',
  served: Array.isArray(entry?.serves) ? entry.serves : [],
  validFrom: entry?.validFrom ?? '',
  remark: entry?.remark ?? '',
})

interface OrganisationFormProps {
  configuration: Configuration
  entry?: OrganisationEntry | undefined
  onDone: () => void
}

export function OrganisationForm({ configuration, entry, onDone }: OrganisationFormProps): ReactElement {
  const choices = choicesOf(configuration)
  return (
    <EntryForm
      schema={Values}
      initial={valuesOf(entry)}
      version={entry?.version}
      thing="Organisation"
      labels={labels}
      fromCurrent={valuesOf}
      onDone={onDone}
      save={({ served, serves, publicEmployer, ...rest }, { ifMatch, idempotencyKey }) => {
        const work = serves === 'none' ? null : serves === 'all' ? ('all' as const) : served
        const body = { ...rest, publicEmployer: publicEmployer === 'yes', serves: work }
        return entry
          ? call(organisationEntries.change, { params: { id: entry.id }, body, ifMatch: ifMatch! })
          : call(organisationEntries.add, { body: { ...body, validTo: null }, idempotencyKey })
      }}
    >
      {(form) => (
        <>
          <TextField label={labels.name} required {...form.field('name')} />
          <div className="lt-form__row">
            <Select label={labels.kind} options={optionsOf(organisationKinds)} {...form.field('kind')} />
            <Select
              label={labels.municipalityId}
              empty="keine bestimmte"
              options={choices.municipalities}
              {...form.field('municipalityId')}
            />
          </div>
          <div className="lt-form__row">
            <RadioGroup
              label={labels.publicEmployer}
              horizontal
              hint="Für öffentliche Träger gilt die Vorsicht nach § 87 AufenthG."
              options={knownOptions}
              {...form.field('publicEmployer')}
            />
            <Select
              label={labels.churchLaw}
              empty="nicht bekannt"
              options={knownOptions}
              {...form.field('churchLaw')}
            />
          </div>
          <RadioGroup
            label={labels.serves}
            options={[
              { value: 'none', label: 'stellt kein Case Management an' },
              { value: 'all', label: 'stellt Case Management an, im ganzen Kreis' },
              { value: 'some', label: 'stellt Case Management an, in bestimmten Kommunen' },
            ]}
            {...form.field('serves')}
          />
          {form.values.serves === 'some' && (
            <ComboboxMany label={labels.served} options={choices.byAgs} {...form.field('served')} />
          )}
          <Checkbox
            label={labels.placeholder}
            hint="Das Konzept spricht von ihr, ohne sie zu nennen."
            {...form.field('placeholder')}
          />
          <DateField label={labels.validFrom} {...form.field('validFrom')} />
          <TextArea label={labels.remark} rows={2} {...form.field('remark')} />
        </>
      )}
    </EntryForm>
  )
}
