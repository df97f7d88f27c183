import { useEffect, useEffectEvent, useState } from 'react'
import type { PagerProps } from './ui/pager.tsx'

/** Printing a list that is read page by page: first reads the rest, then prints. `printing` while it reads. */
export function usePrintAll(pager: PagerProps, error: unknown): { printing: boolean; print: () => void } {
  const [printing, setPrinting] = useState(false)
  const { hasMore, loading, shown } = pager
  const goOn = useEffectEvent(() => {
    if (error) return setPrinting(false)
    if (loading) return
    if (hasMore) return pager.onMore()
    setPrinting(false)
    window.print()
  })
  useEffect(() => {
    if (printing) goOn()
  }, [printing, hasMore, loading, shown, error])
  return { printing, print: () => setPrinting(true) }
}
