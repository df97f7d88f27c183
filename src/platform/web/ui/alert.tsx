import type { ReactElement, ReactNode } from 'react'

export interface AlertProps {
  tone: 'info' | 'success' | 'warning' | 'danger'
  title: string
  children?: ReactNode
  /** `true`: read out at once; for what happened after the page was there. */
  live?: boolean
}

/** Written out, so that the build keeps only these of KERN's icons. */
const icons = {
  info: 'kern-icon--info',
  success: 'kern-icon--success',
  warning: 'kern-icon--warning',
  danger: 'kern-icon--danger',
}
const words = { info: 'Hinweis', success: 'Erfolg', warning: 'Achtung', danger: 'Fehler' }

export function Alert({ tone, title, children, live }: AlertProps): ReactElement {
  return (
    <div className={`kern-alert kern-alert--${tone} lt-alert`} role={live ? 'alert' : undefined}>
      <div className="kern-alert__header">
        <span className={`kern-icon ${icons[tone]}`} aria-hidden="true" />
        <p className="kern-title">
          <span className="kern-sr-only">{words[tone]}: </span>
          {title}
        </p>
      </div>
      {children && <div className="kern-alert__body">{children}</div>}
    </div>
  )
}
