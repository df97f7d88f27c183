import { useId, useState, type ReactElement, type ReactNode } from 'react'

import { addressOf } from '../../../platform/web/api.ts'
import { Icon } from '../../../platform/web/ui/icon.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Pager, type PagerProps } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Sort, type TableProps } from '../../../platform/web/ui/table.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { programmeEndpoints, type ProgrammeList } from '../contract/overview.ts'

/** Search words and order of a list; `query` goes to the server. */
export function useListTools<Key extends string>(first: Sort & { key: Key }) {
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>(first)
  const q = useSettled(text.trim())
  return {
    text,
    setText,
    sort,
    onSort: setSort,
    query: { sort: sort.key as Key, direction: sort.direction, ...(q === '' ? {} : { q }) },
  }
}
type Tools = Pick<ReturnType<typeof useListTools>, 'text' | 'setText' | 'sort' | 'onSort'>

interface ListProps<Row> extends Omit<TableProps<Row>, 'sort' | 'onSort' | 'hideCaption'> {
  list: ProgrammeList
  tools: Tools
  pages: { error: unknown; loading: boolean; retry: () => void; pager: PagerProps }
  /** Further choices beside the search. */
  filters?: ReactNode
}

/** A register: search, choices, the table, more rows, and the whole list as a file. */
export function RegisterList<Row>(props: ListProps<Row>): ReactElement {
  const { list, tools, pages, filters, ...table } = props
  const id = useId()
  return (
    <>
      <div className="lt-form__row">
        <TextField
          id={id}
          label="Suchen"
          type="search"
          value={tools.text}
          onChange={tools.setText}
          maxLength={100}
        />
        {filters}
      </div>
      {pages.loading && <Loading />}
      <ProblemAlert error={pages.error} onRetry={pages.retry} />
      {!pages.loading && !pages.error && (
        <Table {...table} hideCaption sort={tools.sort} onSort={tools.onSort} />
      )}
      <Pager {...pages.pager} />
      <FileLink
        href={addressOf(programmeEndpoints.csv, {}, { list })}
        label="Ganze Liste herunterladen (CSV)"
      />
    </>
  )
}

export function FileLink({ href, label }: { href: string; label: string }): ReactElement {
  return (
    <p>
      <a className="kern-link kern-link--no-visited-state lt-link" href={href} download>
        <Icon name="download" />
        {label}
      </a>
    </p>
  )
}
