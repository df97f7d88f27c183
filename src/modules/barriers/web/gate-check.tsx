import { useEffect, useState, type ReactElement } from 'react'

import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import type { GatePreview } from '../contract/gate.ts'
import { GateMarks } from './gate-marks.tsx'
import { LeavingFacts } from './leaving-facts.tsx'

/** The server's answer to what stands in the form, asked again half a second after the last key. */
export function usePreview<T>(wish: T | null, ask: (wish: T) => Promise<GatePreview>) {
  const [preview, setPreview] = useState<GatePreview>()
  const [error, setError] = useState<unknown>()
  const key = wish === null ? '' : JSON.stringify(wish)
  useEffect(() => {
    if (key === '') {
      setPreview(undefined)
      return
    }
    let stale = false
    const timer = setTimeout(() => {
      ask(JSON.parse(key) as T).then(
        (answer) => {
          if (stale) return
          setPreview(answer)
          setError(undefined)
        },
        (problem: unknown) => {
          if (!stale) setError(problem)
        },
      )
    }, 500)
    return () => {
      stale = true
      clearTimeout(timer)
    }
    // `ask` is made anew with each render; what it asks is in `key`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return { preview, error }
}

interface GateCheckProps {
  preview: GatePreview | undefined
  error: unknown
  accepted: readonly string[]
  onAccept: (accepted: string[]) => void
}

/** What stands in the way, and what leaves. */
export function GateCheck({ preview, error, accepted, onAccept }: GateCheckProps): ReactElement {
  return (
    <div className="lt-stack" aria-live="polite">
      <ProblemAlert error={error} />
      {!preview && !error && <Loading label="Die Angaben werden geprüft" />}
      {preview?.refusalText && (
        <Alert tone="warning" title="So kann die Hürde nicht hinaus">
          {preview.refusalText}
        </Alert>
      )}
      {preview && <GateMarks marks={preview.marks} accepted={accepted} onAccept={onAccept} />}
      {preview?.leaves && <LeavingFacts leaves={preview.leaves} threshold={preview.threshold} />}
    </div>
  )
}
