import { useState } from 'react'

import { toast } from '../../../platform/web/ui/toast.ts'

/**
 * One button's work: it cannot be pressed twice, says what happened, or shows why not. What `onDone` promises is waited for
 * before it says so.
 */
export function useAction(onDone: () => unknown) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = async (work: () => Promise<unknown>, said: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setError(undefined)
    try {
      await work()
      await onDone()
      toast(said)
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
