import type { ReactElement } from 'react'

import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useApp } from './app-context.ts'
import { setPreferences, usePreferences } from './preferences.ts'

/** All keys, and the switch that turns the single letters off. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const { registry } = useApp()
  const { letterKeys } = usePreferences()
  const keys: [string, string][] = [
    ['Strg K', 'Suchen und Befehle'],
    ['/', 'Suchen'],
    ['?', 'Diese Übersicht'],
    ...registry.newActions.flatMap<[string, string]>((action) =>
      action.key ? [[`n dann ${action.key}`, action.label]] : [],
    ),
    ['Strg Enter', 'Formular speichern'],
    ['Esc', 'Schließen'],
  ]
  return (
    <Dialog open={open} onClose={onClose} title="Tastatur">
      <table className="kern-table kern-table--small">
        <caption className="kern-sr-only">Tasten und was sie tun</caption>
        <thead className="kern-sr-only">
          <tr>
            <th scope="col">Taste</th>
            <th scope="col">Wirkung</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(([key, what]) => (
            <tr key={key}>
              <th scope="row" className="kern-table__cell">
                <kbd className="lt-key">{key}</kbd>
              </th>
              <td className="kern-table__cell">{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox
        id="letter-keys"
        label="Einzelne Buchstaben als Tasten benutzen"
        hint="Schalten Sie sie aus, wenn Sie mit Sprache steuern."
        value={letterKeys}
        onChange={(value) => setPreferences({ letterKeys: value })}
      />
    </Dialog>
  )
}
