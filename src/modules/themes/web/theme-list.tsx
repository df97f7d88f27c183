import { useState, type ReactElement } from 'react'

import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { usePages, useView } from '../../../platform/web/use-view.ts'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import { sorts, type ThemeRow } from '../contract/themes.ts'
import { barrierCount } from './theme-words.ts'

const sortLabels = {
  changed: 'Zuletzt bewegt',
  title: 'Titel',
  evidence: 'Meiste Hürden',
} as const satisfies Record<(typeof sorts)[number], string>

const columns: Column<ThemeRow>[] = [
  {
    key: 'title',
    header: 'Thema',
    rowHeader: true,
    cell: (row) => (
      <Link to="/themen/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  { key: 'state', header: 'Stand', cell: (row) => row.state.label },
  { key: 'since', header: 'seit', cell: (row) => <Day at={row.stateOn} /> },
  { key: 'region', header: 'Bezirk', cell: (row) => row.region?.name ?? 'Ganzer Kreis' },
  { key: 'evidence', header: 'Belege', cell: (row) => barrierCount(row.barriers) },
  { key: 'owner', header: 'Verantwortlich', cell: (row) => row.owner },
]

/** All themes: searched, filtered, sorted. */
export function ThemeList(): ReactElement {
  const options = useView(themeEndpoints.options)
  const [search, setSearch] = useState('')
  const [state, setState] = useState('')
  const [purpose, setPurpose] = useState('')
  const [regionId, setRegion] = useState('')
  const [sort, setSort] = useState<keyof typeof sortLabels>('changed')
  const settled = useSettled(search.trim())
  const query = {
    sort,
    ...(settled && { search: settled }),
    ...(state && { state }),
    ...(purpose && { purpose }),
    ...(regionId && { regionId }),
  }
  const { rows, error, loading, retry, pager } = usePages<typeof themeEndpoints.list, ThemeRow>(
    themeEndpoints.list,
    { query },
  )
  const keyed = (list: readonly { key: string; label: string }[] | undefined) =>
    (list ?? []).map(({ key, label }) => ({ value: key, label }))
  const regions = (options.data?.regions ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="lt-stack">
      <div className="lt-form__row">
        <TextField
          id="theme-search"
          label="Suche in Titel und Beschreibung"
          value={search}
          onChange={setSearch}
        />
        <Select
          id="theme-state"
          label="Stand"
          empty="alle"
          options={keyed(options.data?.states)}
          value={state}
          onChange={setState}
        />
        <Select
          id="theme-region"
          label="Bezirk"
          empty="alle"
          options={[{ value: 'kreis', label: 'Ganzer Kreis' }, ...regions]}
          value={regionId}
          onChange={setRegion}
        />
        <Select
          id="theme-purpose"
          label="Zweck des Landes"
          empty="alle"
          options={keyed(options.data?.purposes)}
          value={purpose}
          onChange={setPurpose}
        />
        <Select
          id="theme-sort"
          label="Reihenfolge"
          options={sorts.map((value) => ({ value, label: sortLabels[value] }))}
          value={sort}
          onChange={(value) => value !== '' && setSort(value)}
        />
      </div>
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && (
        <Table
          caption="Themen"
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title="Kein Thema gefunden">Ändern Sie die Suche oder die Filter.</EmptyState>}
        />
      )}
      <Pager {...pager} />
    </div>
  )
}
