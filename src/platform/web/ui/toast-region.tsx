import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react'

import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { closeToast, onToasts, shownToasts, type Toast } from './toast.ts'

const VISIBLE_MS = 8_000

/** Once in the shell: a polite live region at the lower edge. */
export function ToastRegion(): ReactElement {
  const shown = useSyncExternalStore(onToasts, shownToasts)
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
    const timer = setTimeout(() => closeToast(id), VISIBLE_MS)
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
      <Button icon="close" iconOnly size="small" variant="tertiary" onClick={() => closeToast(id)}>
        Meldung schließen
      </Button>
    </div>
  )
}
