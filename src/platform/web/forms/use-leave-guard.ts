import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

const QUESTION = 'Ihre Eingabe ist noch nicht gespeichert. Möchten Sie die Seite trotzdem verlassen?'

/**
 * Asks before a page with unsaved typing is left, inside the app and by closing the window. `allow` opens the gate
 * while a submit runs, so that `submit` may navigate to the saved row; it closes with the next typing.
 */
export function useLeaveGuard(active: boolean): { allow: () => void; forbid: () => void } {
  const open = useRef(false)
  useEffect(() => {
    if (!active) open.current = false
  }, [active])
  useBlocker({
    shouldBlockFn: () => active && !open.current && !window.confirm(QUESTION),
    enableBeforeUnload: () => active && !open.current,
    disabled: !active,
  })
  return {
    allow: () => {
      open.current = true
    },
    forbid: () => {
      open.current = false
    },
  }
}
