import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { addDays, formatDate, today } from '../../../../platform/web/dates.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { ComboboxMany } from '../../../../platform/web/ui/combobox-many.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { areaEndpoints } from '../../contract/administration/area.ts'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { Day } from '../../contract/administration/fields.ts'
import { catalogueEndpoints, type CatalogueEntry } from '../../contract/catalogue-entry.ts'
import { FactSource } from '../fact-source.tsx'
import { ConfigurationPage } from './configuration-page.tsx'
import { EntryForm } from './entry-form.tsx'
import { useEntryFilter } from './entry-filter.tsx'
import { choicesOf, typed } from './form-values.ts'
import { TargetGroupCreate } from './target-group-create.tsx'

type Open = { entry?: CatalogueEntry } | undefined

/** „Zielgruppen“: for whom KIM is there, municipality by municipality, in versions (R041). */
export function TargetGroupsPage(): ReactElement {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <ConfigurationPage
      title="Zielgruppen"
      intro="Für wen KIM da ist, je Kommune vereinbart. Eine neue Fassung löst die alte zu einem Tag ab."
      actions={
        <Button variant="primary" icon="add" onClick={() => setOpen({})}>
          Zielgruppe anlegen
        </Button>
      }
    >
      {(configuration) => (
        <>
          <TargetGroups configuration={configuration} onOpen={setOpen} />
          <Dialog
            wide
            open={open !== undefined}
            onClose={close}
            title={open?.entry ? `Neue Fassung: ${open.entry.label}` : 'Neue Zielgruppe'}
          >
            {open?.entry && <VersionForm configuration={configuration} entry={open.entry} onDone={close} />}
            {open && !open.entry && <TargetGroupCreate configuration={configuration} onDone={close} />}
          </Dialog>
        </>
      )}
    </ConfigurationPage>
  )
}

const placesOf = (entry: CatalogueEntry, configuration: Configuration) => {
  const listed = entry.settings['municipalities']
  if (!Array.isArray(listed)) return 'alle Kommunen'
  return listed
    .map((ags) => configuration.municipalities.find((one) => one.ags === ags)?.name ?? ags)
    .join(', ')
}

function TargetGroups({
  configuration,
  onOpen,
}: {
  configuration: Configuration
  onOpen: (open: Open) => void
}): ReactElement {
  const view = useView(catalogueEndpoints.list)
  const groups = view.data?.catalogues['targetGroup'] ?? []
  const { filter, rows, searching, sort, onSort } = useEntryFilter(groups, {
    today: configuration.today,
    textOf: (row) => [row.label, placesOf(row, configuration)].join(' '),
    sorts: { label: (row) => row.label },
  })
  const columns: Column<CatalogueEntry>[] = [
    {
      key: 'label',
      header: 'Zielgruppe',
      sortable: true,
      cell: (row) => (
        <>
          {row.label}
          {row.definition && <div className="kern-body--small">{row.definition}</div>}
        </>
      ),
    },
    { key: 'places', header: 'Gilt in', cell: (row) => placesOf(row, configuration) },
    {
      key: 'version',
      header: 'Fassung',
      cell: (row) => (
        <>
          {typeof row.settings['version'] === 'number' ? row.settings['version'] : 1}
          <div className="kern-body--small">
            {[
              row.validFrom && `seit ${formatDate(row.validFrom)}`,
              row.validTo && `bis ${formatDate(addDays(row.validTo, -1))}`,
            ]
              .filter(Boolean)
              .join(' ')}
          </div>
        </>
      ),
    },
    { key: 'origin', header: 'Herkunft', cell: (row) => <FactSource fact={row} /> },
    {
      key: 'action',
      header: 'Aktion',
      action: true,
      cell: (row) =>
        row.validTo === null && (
          <Button
            size="small"
            aria-label={`Neue Fassung: ${row.label}`}
            onClick={() => onOpen({ entry: row })}
          >
            Neue Fassung
          </Button>
        ),
    },
  ]
  return (
    <div className="lt-stack">
      {filter}
      <Table
        caption={`${rows.length} von ${groups.length} Fassungen`}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={onSort}
        busy={view.isPending}
        empty={
          <EmptyState title={searching ? 'Nichts gefunden' : 'Noch keine Zielgruppe'}>
            {searching
              ? 'Keine Zielgruppe passt zu Ihrer Suche.'
              : 'Legen Sie an, für wen KIM in welchen Kommunen da ist; Fälle wählen daraus.'}
          </EmptyState>
        }
      />
    </div>
  )
}

const Version = z.object({
  label: typed.label,
  definition: typed.text,
  where: z.enum(['all', 'some']),
  municipalities: z.array(z.string()),
  validFrom: Day,
})
const labels = {
  label: 'Bezeichnung',
  definition: 'Beschreibung',
  where: 'Gilt in',
  municipalities: 'Kommunen',
  validFrom: 'Gilt ab',
}
const valuesOf = (entry: CatalogueEntry): z.input<typeof Version> => ({
  label: entry.label,
  definition: entry.definition ?? '',
  where: Array.isArray(entry.settings['municipalities']) ? 'some' : 'all',
  municipalities: Array.isArray(entry.settings['municipalities'])
    ? entry.settings['municipalities'].map(String)
    : [],
  validFrom: today(),
})

function VersionForm({
  configuration,
  entry,
  onDone,
}: {
  configuration: Configuration
  entry: CatalogueEntry
  onDone: () => void
}): ReactElement {
  return (
    <EntryForm
      schema={Version}
      initial={valuesOf(entry)}
      version={entry.version}
      thing="Fassung"
      labels={labels}
      fromCurrent={valuesOf}
      onDone={onDone}
      save={({ where, municipalities, ...rest }, { ifMatch }) =>
        call(areaEndpoints.targetGroupVersion, {
          params: { id: entry.id },
          body: { ...rest, municipalities: where === 'all' ? 'all' : municipalities },
          ifMatch: ifMatch!,
        })
      }
    >
      {(form) => (
        <>
          <p className="kern-body">
            Fälle mit der Fassung von heute behalten sie und ihre Worte. Ab dem Tag steht die neue zur Wahl.
          </p>
          <TextField label={labels.label} required {...form.field('label')} />
          <TextArea label={labels.definition} rows={3} {...form.field('definition')} />
          <RadioGroup
            label={labels.where}
            horizontal
            options={[
              { value: 'all', label: 'allen Kommunen' },
              { value: 'some', label: 'bestimmten Kommunen' },
            ]}
            {...form.field('where')}
          />
          {form.values.where === 'some' && (
            <ComboboxMany
              label={labels.municipalities}
              options={choicesOf(configuration).byAgs}
              {...form.field('municipalities')}
            />
          )}
          <DateField label={labels.validFrom} required {...form.field('validFrom')} />
        </>
      )}
    </EntryForm>
  )
}
