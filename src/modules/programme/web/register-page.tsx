import { useId, type ReactElement, type ReactNode } from 'react'

import { addressOf } from '../../../platform/web/api.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Pager, type PagerProps } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type TableProps } from '../../../platform/web/ui/table.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { programmeEndpoints, type ProgrammeList } from '../contract/overview.ts'
import { FileLink } from './file-link.tsx'
import { ProgrammePage } from './programme-page.tsx'
import type { useListTools } from './use-list-tools.ts'

interface RegisterPageProps<Row> extends Pick<TableProps<Row>, 'columns' | 'empty'> {
  list: ProgrammeList
  title: string
  intro: string
  /** For who writes here. */
  add: { label: string; onAdd: () => void }
  tools: Pick<ReturnType<typeof useListTools>, 'text' | 'setText' | 'sort' | 'onSort'>
  pages: { rows: readonly Row[]; error: unknown; loading: boolean; retry: () => void; pager: PagerProps }
  /** Further choices beside the search. */
  filters?: ReactNode
  /** Dialogs over the list. */
  children: ReactNode
}

/** A register of „Konzepte und Ziele“: search, choices, the table, more rows, and the whole list as a file. */
export function RegisterPage<Row extends { id: string }>(props: RegisterPageProps<Row>): ReactElement {
  const { list, title, intro, add, tools, pages, filters, children, ...table } = props
  const { rights } = useApp().session
  const id = useId()
  return (
    <ProgrammePage
      title={title}
      intro={intro}
      actions={
        rights.has('programme.write') && (
          <Button variant="primary" icon="add" onClick={add.onAdd}>
            {add.label}
          </Button>
        )
      }
    >
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
        <Table
          {...table}
          caption={title}
          hideCaption
          rows={pages.rows}
          rowKey={(row) => row.id}
          sort={tools.sort}
          onSort={tools.onSort}
        />
      )}
      <Pager {...pages.pager} />
      <FileLink
        href={addressOf(programmeEndpoints.csv, {}, { list })}
        label="Ganze Liste herunterladen (CSV)"
      />
      {children}
    </ProgrammePage>
  )
}
