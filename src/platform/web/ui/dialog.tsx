import { useId, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react'

import { Button } from './button.tsx'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** Buttons; the primary one first. */
  footer?: ReactNode
  wide?: boolean
  /** `false`: only the buttons close it (a question that needs an answer). */
  dismissable?: boolean
}

/** Modal, the browser's own `<dialog>`: it keeps the focus inside and gives it back. Focus starts at the title. */
export function Dialog(props: DialogProps): ReactElement {
  const { open, onClose, title, children, footer, wide, dismissable = true } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // A layout effect: when the dialog is taken away while open, closing it still can give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    element.showModal()
    document.getElementById(titleId)?.focus()
    return () => element.close()
  }, [open, titleId])
  return (
    <dialog
      ref={dialog}
      className={`kern-dialog lt-dialog${wide ? ' lt-dialog--wide' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        if (dismissable) onClose()
      }}
    >
      {open && (
        <>
          <header className="kern-dialog__header">
            <h2 className="kern-title" id={titleId} tabIndex={-1}>
              {title}
            </h2>
            {dismissable && (
              <Button icon="close" iconOnly variant="tertiary" onClick={onClose}>
                Schließen
              </Button>
            )}
          </header>
          <div className="kern-dialog__body">{children}</div>
          {footer && <footer className="kern-dialog__footer">{footer}</footer>}
        </>
      )}
    </dialog>
  )
}
