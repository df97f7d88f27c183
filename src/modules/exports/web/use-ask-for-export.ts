import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { call } from '../../../platform/web/api.ts'
import { keepAnswer, viewKey } from '../../../platform/web/use-view.ts'
import { exportEndpoints, type ExportChoice } from '../contract/exports.ts'

export interface AskedExport {
  /** Once it was asked for. */
  readonly id: string | undefined
  readonly busy: boolean
  readonly error: unknown
  readonly ask: (choice: ExportChoice) => void
  /** Back to the form. */
  readonly reset: () => void
}

/** Asks for an export and remembers which one. */
export function useAskForExport(): AskedExport {
  const client = useQueryClient()
  const [id, setId] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const ask = (choice: ExportChoice) => {
    setBusy(true)
    setError(undefined)
    call(exportEndpoints.create, { body: choice })
      .then((view) => {
        keepAnswer(client, viewKey(exportEndpoints.read, { params: { id: view.id } }), view)
        setId(view.id)
        return client.invalidateQueries({ queryKey: viewKey(exportEndpoints.list) })
      })
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return { id, busy, error, ask, reset: () => setId(undefined) }
}
