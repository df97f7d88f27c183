import type { ReactElement } from 'react'

import type { Problem } from '../../contract/problem.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { conflictRows } from './conflict-rows.ts'

export interface ConflictNoticeProps<V> {
  conflict: { current: unknown; problem: Problem }
  mine: V
  labels: Record<string, string>
  fromCurrent?: ((current: unknown) => V) | undefined
  onKeepMine: () => void
  onTakeCurrent: (values: V) => void
}

/** Somebody else saved in between: shows both versions side by side and lets the person decide. */
export function ConflictNotice<V>(props: ConflictNoticeProps<V>): ReactElement {
  const { conflict, mine, labels, fromCurrent, onKeepMine, onTakeCurrent } = props
  const current = fromCurrent ? fromCurrent(conflict.current) : (conflict.current as V)
  const rows = conflictRows(mine, current, labels)
  return (
    <Alert tone="warning" title={conflict.problem.title}>
      <p className="kern-body">{conflict.problem.detail ?? 'Ihre Eingabe ist noch da. Was soll gelten?'}</p>
      {rows.length > 0 && (
        <table className="kern-table kern-table--small lt-conflict">
          <caption className="kern-sr-only">
            Unterschiede zwischen Ihrer Eingabe und dem aktuellen Stand
          </caption>
          <thead>
            <tr>
              <th scope="col" className="kern-table__header">
                Feld
              </th>
              <th scope="col" className="kern-table__header">
                Ihre Eingabe
              </th>
              <th scope="col" className="kern-table__header">
                Aktueller Stand
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.path}>
                <th scope="row" className="kern-table__cell">
                  {row.label}
                </th>
                <td className="kern-table__cell">{row.mine}</td>
                <td className="kern-table__cell">{row.current}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="lt-actions">
        <Button size="small" variant="primary" onClick={onKeepMine}>
          Meine Eingabe behalten
        </Button>
        <Button size="small" onClick={() => onTakeCurrent(current)}>
          Aktuellen Stand übernehmen
        </Button>
      </div>
      <p className="kern-body kern-body--small">Danach bitte noch einmal speichern.</p>
    </Alert>
  )
}
