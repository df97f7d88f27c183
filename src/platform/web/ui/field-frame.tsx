import type { ReactElement, ReactNode } from 'react'

import { Icon } from './icon.tsx'

/** What every field of a form takes; `form.field('path')` gives id, name, value, onChange and error. */
export interface FieldProps<Value> {
  label: string
  value: Value | null | undefined
  /** A method on purpose: its looser check lets a field of an enum without `''` be bound to a Select. */
  onChange(this: void, value: Value): void
  id: string
  name?: string
  /** One sentence that helps to fill the field in; always visible. */
  hint?: ReactNode
  error?: string | undefined
  /** Few fields are mandatory; these say so. */
  required?: boolean
  disabled?: boolean
  /** Keeps the label for screen readers only (in table rows, where the column says it). */
  hideLabel?: boolean
}

/** ids of hint and error for `aria-describedby`, error first: it matters more. */
export function describedBy(id: string, hint: ReactNode, error?: string): string | undefined {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
}

export function FieldError({ id, error }: { id: string; error: string | undefined }): ReactElement | null {
  if (!error) return null
  return (
    <p className="lt-field-error" id={`${id}-error`}>
      <Icon name="alert" size={18} />
      <span>
        <span className="kern-sr-only">Fehler: </span>
        {error}
      </span>
    </p>
  )
}

interface FieldFrameProps {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  required?: boolean | undefined
  hideLabel?: boolean | undefined
  children: ReactNode
}

/** Label, hint, control, error: one column, the label above. */
export function FieldFrame(props: FieldFrameProps): ReactElement {
  const { id, label, hint, error, required, hideLabel, children } = props
  return (
    <div className={`kern-form-input lt-field${error ? ' kern-form-input--error' : ''}`}>
      <label className={hideLabel ? 'kern-sr-only' : 'kern-label'} htmlFor={id}>
        {label}
        {required && <span className="kern-label__optional lt-required">Pflichtangabe</span>}
      </label>
      {hint && (
        <div className="kern-hint lt-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}
