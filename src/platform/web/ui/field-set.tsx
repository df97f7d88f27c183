import type { ReactElement, ReactNode } from 'react'

import { describedBy, FieldError } from './field-frame.tsx'

interface FieldSetProps {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  required?: boolean | undefined
  hideLabel?: boolean | undefined
  horizontal?: boolean | undefined
  role?: 'radiogroup' | 'group'
  children: ReactNode
}

/** A group of controls that answer one question. Its id takes the focus when the error summary links to it. */
export function FieldSet(props: FieldSetProps): ReactElement {
  const { id, label, hint, error, required, hideLabel, horizontal, role, children } = props
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      role={role}
      className={`kern-fieldset lt-field${error ? ' kern-fieldset--error' : ''}`}
      aria-describedby={describedBy(id, hint, error)}
      aria-invalid={role === 'radiogroup' && error ? true : undefined}
      aria-required={role === 'radiogroup' && required ? true : undefined}
    >
      <legend className={hideLabel ? 'kern-sr-only' : 'kern-label'}>
        {label}
        {required && <span className="kern-label__optional lt-required">Pflichtangabe</span>}
      </legend>
      {hint && (
        <div className="kern-hint lt-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className={`kern-fieldset__body${horizontal ? ' kern-fieldset__body--horizontal' : ''}`}>
        {children}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
