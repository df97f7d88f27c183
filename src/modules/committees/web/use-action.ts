import { useState } from 'react'

import { toast } from '../../../platform/web/ui/toast.ts'

/** One button's work: it cannot be pressed twice, says what happened, or shows why not. */
export function useAction(onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = async (work: () => Promise<unknown>, said: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setError(undefined)
    try {
      await work()
      toast(said)
      onDone()
      return true
    } catch (problem) {
      setError(problem)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, run }
}
