import { useId, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react'

import { Button } from './button.tsx'

export interface SheetProps {
  open: boolean
  /** Ask yourself before closing when something typed would be lost (`form.dirty` without a draft). */
  onClose: () => void
  title: string
  children: ReactNode
  footer?: ReactNode
}

const PHONE = '(max-width: 48rem)'

/**
 * Slides in from the right for a short form; the page behind stays visible and usable. On a phone it covers the
 * page and is modal. Escape closes; the focus goes to the title and afterwards back to where it was.
 */
export function Sheet({ open, onClose, title, children, footer }: SheetProps): ReactElement {
  const sheet = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const element = sheet.current
    if (!open || !element) return
    const before = document.activeElement
    if (matchMedia(PHONE).matches) element.showModal()
    else element.show()
    document.getElementById(titleId)?.focus()
    return () => {
      element.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open, titleId])
  return (
    <dialog
      ref={sheet}
      className="lt-sheet"
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.currentTarget.matches(':modal')) return
        event.preventDefault()
        onClose()
      }}
    >
      {open && (
        <>
          <div className="lt-sheet__header">
            <h2 className="kern-title" id={titleId} tabIndex={-1}>
              {title}
            </h2>
            <Button icon="close" iconOnly variant="tertiary" onClick={onClose}>
              Schließen
            </Button>
          </div>
          <div className="lt-sheet__body">{children}</div>
          {footer && <footer className="lt-sheet__footer">{footer}</footer>}
        </>
      )}
    </dialog>
  )
}
