import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react'

import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface Toast {
  id: number
  text: string
  tone: 'success' | 'info' | 'danger'
}

let toasts: readonly Toast[] = []
let count = 0
const listeners = new Set<() => void>()
const VISIBLE_MS = 8_000

/** Says briefly what happened („Kontakt gespeichert“). Errors stay until closed; put those that matter into the page. */
export function toast(text: string, tone: Toast['tone'] = 'success'): void {
  publish([...toasts.slice(-3), { id: ++count, text, tone }])
}

/** Once in the shell: a polite live region at the lower edge. */
export function ToastRegion(): ReactElement {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div className="lt-toasts" role="status" aria-live="polite">
      {shown.map((one) => (
        <ToastBox key={one.id} toast={one} />
      ))}
    </div>
  )
}

function ToastBox({ toast: { id, text, tone } }: { toast: Toast }): ReactElement {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || tone === 'danger') return
    const timer = setTimeout(() => close(id), VISIBLE_MS)
    return () => clearTimeout(timer)
  }, [held, id, tone])
  return (
    <div
      className={`lt-toast lt-toast--${tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={tone === 'success' ? 'check' : tone === 'danger' ? 'alert' : 'info'} />
      <span>{text}</span>
      <Button icon="close" iconOnly size="small" variant="tertiary" onClick={() => close(id)}>
        Meldung schließen
      </Button>
    </div>
  )
}

function close(id: number): void {
  publish(toasts.filter((one) => one.id !== id))
}

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
