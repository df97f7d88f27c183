import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { ChipsMany } from '../../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { unitEntries, type UnitEntry } from '../../contract/administration/entries.ts'
import { BuildingBlock, UnitKind } from '../../contract/district/structure.ts'
import { unitKinds } from '../district-words.ts'
import { EntryForm } from './entry-form.tsx'
import { choicesOf, optionsOf, typed } from './form-values.ts'

const Values = z.object({
  label: typed.label,
  kind: UnitKind,
  mark: typed.text,
  buildingBlocks: z.array(BuildingBlock),
  parentId: typed.choice,
  municipalityId: typed.choice,
  validFrom: typed.day,
  remark: typed.text,
})

const labels = {
  label: 'Bezeichnung',
  kind: 'Art',
  mark: 'Kurzzeichen',
  buildingBlocks: 'Arbeitet in',
  parentId: 'Übergeordnete Stelle',
  municipalityId: 'Kommune',
  validFrom: 'Seit',
  remark: 'Anmerkung',
}

const kindOf = (kind: string | undefined) => UnitKind.safeParse(kind).data ?? 'other'
const valuesOf = (entry?: UnitEntry): z.input<typeof Values> => ({
  label: entry?.label ?? '',
  kind: kindOf(entry?.kind),
  mark: entry?.mark ?? '',
  buildingBlocks: entry?.buildingBlocks ?? [],
  parentId: entry?.parentId ?? '',
  municipalityId: entry?.municipalityId ?? '',
  validFrom: entry?.validFrom ?? '',
  remark: entry?.remark ?? '',
})

interface UnitFormProps {
  configuration: Configuration
  organisationId: string
  entry?: UnitEntry | undefined
  onDone: () => void
}

export function UnitForm({ configuration, organisationId, entry, onDone }: UnitFormProps): ReactElement {
  const choices = choicesOf(configuration, entry?.parentId)
  const block = configuration.naming?.buildingBlock.label ?? 'Baustein'
  return (
    <EntryForm
      schema={Values}
      initial={valuesOf(entry)}
      version={entry?.version}
      thing="Stelle"
      labels={labels}
      fromCurrent={valuesOf}
      onDone={onDone}
      save={(body, { ifMatch, idempotencyKey }) =>
        entry
          ? call(unitEntries.change, { params: { id: entry.id }, body, ifMatch: ifMatch! })
          : call(unitEntries.add, { body: { ...body, organisationId, validTo: null }, idempotencyKey })
      }
    >
      {(form) => (
        <>
          <TextField label={labels.label} required {...form.field('label')} />
          <div className="lt-form__row">
            <Select
              label={labels.kind}
              hint="Nur eine KIM-Stelle liest Fälle ihrer Beschäftigten."
              options={optionsOf(unitKinds)}
              {...form.field('kind')}
            />
            <TextField label={labels.mark} hint="Zum Beispiel FD 49" width="short" {...form.field('mark')} />
          </div>
          <ChipsMany
            label={labels.buildingBlocks}
            options={BuildingBlock.options.map((value) => ({ value, label: `${block} ${value.slice(1)}` }))}
            {...form.field('buildingBlocks')}
          />
          <div className="lt-form__row">
            <Select
              label={labels.parentId}
              empty="keine"
              options={choices.units(organisationId).filter((one) => one.value !== entry?.id)}
              {...form.field('parentId')}
            />
            <Select
              label={labels.municipalityId}
              empty="keine bestimmte"
              options={choices.municipalities}
              {...form.field('municipalityId')}
            />
          </div>
          <DateField label={labels.validFrom} {...form.field('validFrom')} />
          <TextArea label={labels.remark} rows={2} {...form.field('remark')} />
        </>
      )}
    </EntryForm>
  )
}
