import { useState, type ReactElement } from 'react'
import { formatInstant } from '../../../../platform/web/dates.ts'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { usePages } from '../../../../platform/web/use-view.ts'
import { actionWords } from '../../../staff/web/index.ts'
import {
  changeKinds,
  differenceEndpoints,
  type ConfigurationChange,
} from '../../contract/administration/differences.ts'
import { changeKindNames, fieldName } from '../district-words.ts'
import { settingName } from '../settings/setting-words.ts'

/** „Änderungen“: what was done to the configuration and when; by whom is not said (R171). */
export function ChangesPage(): ReactElement {
  const [kind, setKind] = useState<(typeof changeKinds)[number] | ''>('')
  const { rows, error, loading, retry, pager } = usePages(differenceEndpoints.changes, {
    query: kind === '' ? {} : { kind },
  })
  return (
    <Page
      title="Änderungen an der Konfiguration"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Änderungen an der Konfiguration' }]}
      intro="Was wann geändert wurde, mit den Namen der Felder. Personen und Inhalte stehen hier nicht."
    >
      <Select
        id="bereich"
        label="Bereich"
        width="medium"
        empty="alle"
        options={changeKinds.map((value) => ({ value, label: changeKindNames[value] }))}
        value={kind}
        onChange={(value) => setKind(changeKinds.find((one) => one === value) ?? '')}
      />
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && (
        <>
          <Table
            caption="Änderungen, neueste zuerst"
            hideCaption
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title="Noch keine Änderung">
                Hier steht, was Sie in der Verwaltung ändern.
              </EmptyState>
            }
          />
          <Pager {...pager} />
        </>
      )}
    </Page>
  )
}

const columns: Column<ConfigurationChange>[] = [
  { key: 'at', header: 'Wann', cell: (row) => formatInstant(row.at) },
  { key: 'what', header: 'Was', rowHeader: true, cell: (row) => actionWords(row.action) },
  { key: 'name', header: 'Eintrag', cell: (row) => (row.name ? settingName(row.name) : '') },
  { key: 'fields', header: 'Felder', cell: (row) => row.fields.map(fieldName).join(', ') },
]
