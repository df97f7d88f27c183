import { useState, type ReactElement } from 'react'

import { formatDate, lastDayBefore } from '../../../platform/web/dates.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { FieldSet } from '../../../platform/web/ui/field-set.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { exportEndpoints, type ListFormat } from '../contract/exports.ts'
import { choiceOf, columnChoices, type ListRequest } from './column-choices.ts'
import { ExportStatus } from './export-status.tsx'
import { useAskForExport, type AskedExport } from './use-ask-for-export.ts'

interface ListExportProps {
  list: ListRequest
  onDone: () => void
}

/** Columns, format, then the file. Who has no grant reads why. */
export function ListExport({ list, onDone }: ListExportProps): ReactElement {
  const view = useView(exportEndpoints.list)
  const asked = useAskForExport()
  if (!view.data)
    return view.isPending ? (
      <Loading />
    ) : (
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
    )
  if (view.data.lists === null)
    return (
      <Alert tone="info" title="Listen dürfen Sie nicht ausgeben">
        <p className="kern-body">
          Das Recht dazu vergibt die Administration an einzelne Personen, mit Begründung und auf Zeit. Eine
          einzelne Akte können Sie aus dem Fall heraus drucken.
        </p>
      </Alert>
    )
  if (asked.id !== undefined)
    return (
      <>
        <ExportStatus id={asked.id} />
        <div className="lt-actions">
          <Button variant="tertiary" onClick={onDone}>
            Schließen
          </Button>
        </div>
      </>
    )
  return <ListForm list={list} asked={asked} until={view.data.lists.until} />
}

interface ListFormProps {
  list: ListRequest
  asked: AskedExport
  until: string
}

function ListForm({ list, asked, until }: ListFormProps): ReactElement {
  const choices = columnChoices(list.kind)
  const [format, setFormat] = useState<ListFormat>('xlsx')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [columns, setColumns] = useState<ReadonlySet<string>>(
    new Set(choices.flatMap(({ key, byDefault }) => (byDefault ? [key] : []))),
  )
  const set = (key: string, on: boolean) => {
    const next = new Set(columns)
    if (on) next.add(key)
    else next.delete(key)
    setColumns(next)
  }
  return (
    <form
      className="lt-stack"
      onSubmit={(event) => {
        event.preventDefault()
        asked.ask(choiceOf(list, { format, columns, from, to }))
      }}
    >
      <p className="kern-body">
        Ausgegeben wird die Liste mit den Filtern, mit denen Sie sie gerade sehen. Ihr Recht dazu gilt bis{' '}
        {formatDate(lastDayBefore(until))}; jede Ausgabe wird protokolliert.
      </p>
      <ProblemAlert error={asked.error} />
      {list.kind === 'contacts' && (
        <div className="lt-form__row">
          <DateField id="export-from" label="Von" value={from} onChange={setFrom} />
          <DateField id="export-to" label="Bis" value={to} onChange={setTo} />
        </div>
      )}
      <RadioGroup
        id="export-format"
        name="export-format"
        label="Datei"
        horizontal
        options={[
          { value: 'xlsx', label: 'Excel (XLSX)' },
          { value: 'csv', label: 'CSV' },
        ]}
        value={format}
        onChange={(value) => setFormat(value as ListFormat)}
      />
      <FieldSet id="export-columns" label="Welche Spalten?" hint="Nehmen Sie nur, was Sie brauchen.">
        {choices.map(({ key, label, personal }) => (
          <Checkbox
            key={key}
            id={`export-${key}`}
            name={key}
            label={personal ? `${label} (personenbezogen)` : label}
            value={columns.has(key)}
            onChange={(on) => set(key, on)}
          />
        ))}
      </FieldSet>
      <div className="lt-actions">
        <Button
          type="submit"
          variant="primary"
          icon="download"
          busy={asked.busy}
          {...(columns.size === 0 && { disabledReason: 'Bitte wählen Sie mindestens eine Spalte.' })}
        >
          Datei erstellen
        </Button>
      </div>
    </form>
  )
}
