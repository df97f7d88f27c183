import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import type { FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { positionEntries, type PositionEntry } from '../../contract/administration/entries.ts'
import { BuildingBlock, PositionRole, Staffing } from '../../contract/district/structure.ts'
import { positionRoles, staffings } from '../district-words.ts'
import { EntryForm } from './entry-form.tsx'
import { choicesOf, knownOptions, optionsOf, shown, typed } from './form-values.ts'

const Values = z.object({
  label: typed.label,
  buildingBlock: BuildingBlock,
  role: PositionRole,
  fte: typed.number,
  count: typed.number,
  employerId: typed.choice,
  unitId: typed.choice,
  regionId: typed.choice,
  municipalityId: typed.choice,
  professionalOversight: typed.known,
  asOf: typed.vague,
  staffing: z.union([z.literal(''), Staffing]).transform((value) => (value === '' ? null : value)),
  outsideServices: typed.known,
  outsideEvidence: typed.text,
  forwardingReason: typed.text,
  forwardingConsentOn: typed.day,
  validFrom: typed.day,
  remark: typed.text,
})

const labels = {
  label: 'Bezeichnung',
  buildingBlock: 'Baustein',
  role: 'Aufgabe',
  fte: 'Stellenanteil der Zeile',
  count: 'Anzahl Personen',
  employerId: 'Anstellungsträger',
  unitId: 'Stelle',
  regionId: 'Bezirk',
  municipalityId: 'Kommune',
  professionalOversight: 'Mit Fachaufsicht',
  asOf: 'Stand',
  staffing: 'Besetzung',
  outsideServices: 'Außerhalb der Stellen von JMD, MBE und landesgeförderten Diensten',
  outsideEvidence: 'Nachweis',
  forwardingReason: 'Begründung der Weiterleitung',
  forwardingConsentOn: 'Zustimmung des Ministeriums am',
  validFrom: 'Seit',
  remark: 'Anmerkung',
}

const valuesOf = (entry?: PositionEntry): z.input<typeof Values> => ({
  label: entry?.label ?? '',
  buildingBlock: entry?.buildingBlock ?? 'B2',
  role: entry?.role ?? 'caseManagement',
  fte: shown.number(entry?.fte ?? null),
  count: shown.number(entry?.count ?? null),
  employerId: entry?.employerId ?? '',
  unitId: entry?.unitId ?? '',
  regionId: entry?.regionId ?? '',
  municipalityId: entry?.municipalityId ?? '',
  professionalOversight: shown.known(entry?.professionalOversight ?? null),
  asOf: shown.vague(entry?.asOf ?? null),
  staffing: entry?.staffing ?? '',
  outsideServices: shown.known(entry?.outsideServices ?? null),
  outsideEvidence: entry?.outsideEvidence ?? '',
  forwardingReason: entry?.forwardingReason ?? '',
  forwardingConsentOn: entry?.forwardingConsentOn ?? '',
  validFrom: entry?.validFrom ?? '',
  remark: entry?.remark ?? '',
})

interface PositionFormProps {
  configuration: Configuration
  entry?: PositionEntry | undefined
  onDone: () => void
}

export function PositionForm({ configuration, entry, onDone }: PositionFormProps): ReactElement {
  return (
    <EntryForm
      schema={Values}
      initial={valuesOf(entry)}
      version={entry?.version}
      thing="Zeile"
      labels={labels}
      fromCurrent={valuesOf}
      onDone={onDone}
      save={(body, { ifMatch, idempotencyKey }) =>
        entry
          ? call(positionEntries.change, { params: { id: entry.id }, body, ifMatch: ifMatch! })
          : call(positionEntries.add, { body: { ...body, validTo: null }, idempotencyKey })
      }
    >
      {(form) => (
        <>
          <TextField label={labels.label} required {...form.field('label')} />
          <Figures form={form} configuration={configuration} />
          <Places form={form} configuration={configuration} chosen={entry?.employerId} />
          {form.values.buildingBlock === 'B2' && <Conditions form={form} />}
          <div className="lt-form__row">
            <TextField
              label={labels.asOf}
              hint="Jahr, Monat oder Tag"
              width="short"
              {...form.field('asOf')}
            />
            <DateField label={labels.validFrom} {...form.field('validFrom')} />
          </div>
          <TextArea label={labels.remark} rows={2} {...form.field('remark')} />
        </>
      )}
    </EntryForm>
  )
}

interface Part {
  form: FormHandle<z.input<typeof Values>>
}

function Figures({ form, configuration }: Part & { configuration: Configuration }): ReactElement {
  const block = configuration.naming?.buildingBlock.label ?? labels.buildingBlock
  return (
    <>
      <div className="lt-form__row">
        <RadioGroup
          label={block}
          horizontal
          options={BuildingBlock.options.map((value) => ({ value, label: value.slice(1) }))}
          {...form.field('buildingBlock')}
        />
        <Select label={labels.role} options={optionsOf(positionRoles)} {...form.field('role')} />
      </div>
      <div className="lt-form__row">
        <TextField
          label={labels.fte}
          hint="Summe, zum Beispiel 1,5"
          width="short"
          inputMode="decimal"
          {...form.field('fte')}
        />
        <TextField label={labels.count} width="short" inputMode="numeric" {...form.field('count')} />
        <Select
          label={labels.staffing}
          empty="nicht bekannt"
          options={optionsOf(staffings)}
          {...form.field('staffing')}
        />
        <Select
          label={labels.professionalOversight}
          empty="nicht festgelegt"
          options={knownOptions}
          {...form.field('professionalOversight')}
        />
      </div>
    </>
  )
}

function Places({
  form,
  configuration,
  chosen,
}: Part & { configuration: Configuration; chosen: string | null | undefined }): ReactElement {
  const choices = choicesOf(configuration, chosen)
  return (
    <>
      <div className="lt-form__row">
        <Combobox
          label={labels.employerId}
          hint="Leer heißt: nicht bekannt."
          options={choices.organisations}
          {...form.field('employerId')}
        />
        <Select
          label={labels.unitId}
          empty="keine bestimmte"
          options={choices.units(form.values.employerId)}
          {...form.field('unitId')}
        />
      </div>
      <div className="lt-form__row">
        <Select
          label={labels.regionId}
          empty="keiner"
          options={choices.regions}
          {...form.field('regionId')}
        />
        <Select
          label={labels.municipalityId}
          empty="keine bestimmte"
          options={choices.municipalities}
          {...form.field('municipalityId')}
        />
      </div>
    </>
  )
}

/** What case management positions rest on (R025, R026). */
function Conditions({ form }: Part): ReactElement {
  return (
    <>
      <div className="lt-form__row">
        <Select
          label={labels.outsideServices}
          empty="noch nicht erklärt"
          options={knownOptions}
          {...form.field('outsideServices')}
        />
        <TextField
          label={labels.outsideEvidence}
          hint="Wo die Erklärung liegt"
          {...form.field('outsideEvidence')}
        />
      </div>
      <div className="lt-form__row">
        <TextArea
          label={labels.forwardingReason}
          hint="Nur bei Weiterleitung an einen freien Träger"
          rows={2}
          {...form.field('forwardingReason')}
        />
        <DateField label={labels.forwardingConsentOn} {...form.field('forwardingConsentOn')} />
      </div>
    </>
  )
}
