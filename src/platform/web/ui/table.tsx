// `role` on table elements repeats what they are: `display: block` on a phone would take it away.
/* oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role */
import type { ReactElement, ReactNode } from 'react'

import { EmptyState } from './empty-state.tsx'
import { Icon } from './icon.tsx'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Click on the header sorts by this key. */
  sortable?: boolean
  /** Numbers and dates, aligned. */
  align?: 'start' | 'end'
  /** The column that names the row; a header cell. The first one by default. */
  rowHeader?: boolean
  /** Holds the row's action; no header text is shown. */
  action?: boolean
}

export interface Sort {
  key: string
  direction: 'asc' | 'desc'
}

export interface TableProps<Row> {
  /** Says what the table holds. Hidden when a heading above already says it. */
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort | undefined
  onSort?: (sort: Sort) => void
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
  busy?: boolean
}

/**
 * A table that stays one on a phone: there each row becomes a block with the column names before the values. The
 * roles are written out because `display` takes them away from table elements.
 */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { caption, hideCaption, columns, rows, rowKey, empty, busy } = props
  const nameColumn = columns.find((column) => column.rowHeader) ?? columns[0]
  if (rows.length === 0 && !busy) {
    return <>{empty ?? <EmptyState title="Keine Einträge">Hier gibt es noch nichts.</EmptyState>}</>
  }
  return (
    <table className="kern-table lt-table" role="table" aria-busy={busy || undefined}>
      <caption className={hideCaption ? 'kern-sr-only' : 'kern-title kern-title--small'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} {...props} />
          ))}
        </tr>
      </thead>
      <tbody className="kern-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="kern-table__row" role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} isName={column === nameColumn} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({
  column,
  row,
  isName,
}: {
  column: Column<Row>
  row: Row
  isName: boolean
}): ReactElement {
  const className = `kern-table__cell lt-table__cell${column.align === 'end' ? ' kern-table__cell--numeric' : ''}${
    column.action ? ' lt-table__cell--action' : ''
  }`
  const label = column.action ? undefined : column.header
  if (!isName) {
    return (
      <td role="cell" className={className} data-label={label}>
        {column.cell(row)}
      </td>
    )
  }
  return (
    <th role="rowheader" scope="row" className={`${className} lt-table__name`} data-label={label}>
      {column.cell(row)}
    </th>
  )
}

function HeaderCell<Row>({ column, sort, onSort }: TableProps<Row> & { column: Column<Row> }): ReactElement {
  const active = sort?.key === column.key
  const numeric = column.align === 'end' ? ' kern-table__header--numeric' : ''
  const next = active && sort.direction === 'asc' ? 'desc' : 'asc'
  return (
    <th
      role="columnheader"
      scope="col"
      className={`kern-table__header lt-table__header${numeric}`}
      aria-sort={active ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className="lt-sort"
          onClick={() => onSort({ key: column.key, direction: next })}
        >
          {column.header}
          <Icon name={active ? (sort.direction === 'asc' ? 'arrowUp' : 'arrowDown') : 'sortable'} size={16} />
        </button>
      ) : (
        <span className={column.action ? 'kern-sr-only' : undefined}>{column.header}</span>
      )}
    </th>
  )
}
