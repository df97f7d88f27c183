import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { today } from '../../../../platform/web/dates.ts'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { areaEndpoints, type MunicipalityEntry } from '../../contract/administration/area.ts'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { regionEntries, type RegionEntry } from '../../contract/administration/entries.ts'
import { Day } from '../../contract/administration/fields.ts'
import { sizes } from '../district-words.ts'
import { EntryForm } from './entry-form.tsx'
import { choicesOf, knownOptions, optionsOf, shown, typed } from './form-values.ts'

const RegionValues = z.object({ label: typed.label, validFrom: typed.day, remark: typed.text })
const regionLabels = { label: 'Bezeichnung', validFrom: 'Seit', remark: 'Anmerkung' }
const regionShown = (entry?: RegionEntry): z.input<typeof RegionValues> => ({
  label: entry?.label ?? '',
  validFrom: entry?.validFrom ?? '',
  remark: entry?.remark ?? '',
})

export function RegionForm({
  entry,
  onDone,
}: {
  entry?: RegionEntry | undefined
  onDone: () => void
}): ReactElement {
  return (
    <EntryForm
      schema={RegionValues}
      initial={regionShown(entry)}
      version={entry?.version}
      thing="Bezirk"
      labels={regionLabels}
      fromCurrent={regionShown}
      onDone={onDone}
      save={(body, { ifMatch, idempotencyKey }) =>
        entry
          ? call(regionEntries.change, { params: { id: entry.id }, body, ifMatch: ifMatch! })
          : call(regionEntries.add, { body: { ...body, validTo: null }, idempotencyKey })
      }
    >
      {(form) => (
        <>
          <TextField label={regionLabels.label} required {...form.field('label')} />
          <DateField label={regionLabels.validFrom} {...form.field('validFrom')} />
          <TextArea label={regionLabels.remark} rows={2} {...form.field('remark')} />
        </>
      )}
    </EntryForm>
  )
}

const own = {
  ownImmigrationAuthority: 'Eigene Ausländerbehörde',
  ownYouthOffice: 'Eigenes Jugendamt',
  integrationCouncil: 'Integrationsrat',
  integrationOfficer: 'Integrationsbeauftragte/r',
} as const
const ownKeys = Object.keys(own) as (keyof typeof own)[]

const MunicipalityValues = z
  .object({
    size: z.enum(['', 'large', 'medium', 'small']).transform((value) => (value === '' ? null : value)),
    count: typed.number,
    asOf: typed.day,
    ownImmigrationAuthority: typed.known,
    ownYouthOffice: typed.known,
    integrationCouncil: typed.known,
    integrationOfficer: typed.known,
    remark: typed.text,
  })
  .refine(({ count, asOf }) => (count === null) === (asOf === null), {
    path: ['asOf'],
    message: 'Zur Einwohnerzahl gehört der Stichtag, und umgekehrt.',
  })
const municipalityLabels = {
  size: 'Größe',
  count: 'Einwohner',
  asOf: 'Stichtag',
  ...own,
  remark: 'Anmerkung',
}
const municipalityShown = (entry: MunicipalityEntry): z.input<typeof MunicipalityValues> => ({
  size: entry.size ?? '',
  count: shown.number(entry.population?.count ?? null),
  asOf: entry.population?.asOf ?? '',
  ownImmigrationAuthority: shown.known(entry.ownImmigrationAuthority),
  ownYouthOffice: shown.known(entry.ownYouthOffice),
  integrationCouncil: shown.known(entry.integrationCouncil),
  integrationOfficer: shown.known(entry.integrationOfficer),
  remark: entry.remark ?? '',
})

export function MunicipalityForm({
  entry,
  onDone,
}: {
  entry: MunicipalityEntry
  onDone: () => void
}): ReactElement {
  return (
    <EntryForm
      schema={MunicipalityValues}
      initial={municipalityShown(entry)}
      version={entry.version}
      thing="Kommune"
      labels={municipalityLabels}
      fromCurrent={municipalityShown}
      onDone={onDone}
      save={({ count, asOf, ...rest }, { ifMatch }) => {
        const population = count === null || asOf === null ? null : { count, asOf }
        return call(areaEndpoints.municipality, {
          params: { id: entry.id },
          body: { ...rest, population },
          ifMatch: ifMatch!,
        })
      }}
    >
      {(form) => (
        <>
          <p className="kern-body kern-body--small">
            Name und Gemeindeschlüssel sind amtlich und lassen sich nicht ändern.
          </p>
          <div className="lt-form__row">
            <Select
              label={municipalityLabels.size}
              empty="nicht bekannt"
              options={optionsOf(sizes)}
              {...form.field('size')}
            />
            <TextField
              label={municipalityLabels.count}
              width="short"
              inputMode="numeric"
              {...form.field('count')}
            />
            <DateField label={municipalityLabels.asOf} {...form.field('asOf')} />
          </div>
          <div className="lt-columns">
            {ownKeys.map((key) => (
              <Select
                key={key}
                label={own[key]}
                empty="nicht bekannt"
                options={knownOptions}
                {...form.field(key)}
              />
            ))}
          </div>
          <TextArea label={municipalityLabels.remark} rows={2} {...form.field('remark')} />
        </>
      )}
    </EntryForm>
  )
}

const MoveValues = z.object({ regionId: typed.choice, from: Day })
const moveLabels = { regionId: 'Neuer Bezirk', from: 'Gehört dazu seit' }
const moveShown = () => ({ regionId: '', from: today() })

export function MoveForm({
  configuration,
  entry,
  onDone,
}: {
  configuration: Configuration
  entry: MunicipalityEntry
  onDone: () => void
}): ReactElement {
  return (
    <EntryForm
      schema={MoveValues}
      initial={moveShown()}
      version={entry.version}
      thing="Wechsel"
      labels={moveLabels}
      fromCurrent={moveShown}
      onDone={onDone}
      save={(body, { ifMatch }) =>
        call(areaEndpoints.move, { params: { id: entry.id }, body, ifMatch: ifMatch! })
      }
    >
      {(form) => (
        <>
          <p className="kern-body">
            Standorte in der Kommune gehen mit, ihre Zuständigkeiten ändern sich sofort. Was vorher war,
            bleibt in der Geschichte der Kommune stehen.
          </p>
          <Select
            label={moveLabels.regionId}
            empty="keiner"
            options={choicesOf(configuration).regions}
            {...form.field('regionId')}
          />
          <DateField
            label={moveLabels.from}
            hint="Heute oder ein früherer Tag."
            required
            {...form.field('from')}
          />
        </>
      )}
    </EntryForm>
  )
}
