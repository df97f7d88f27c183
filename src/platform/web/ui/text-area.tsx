import type { ReactElement } from 'react'

import { describedBy, FieldFrame, type FieldProps } from './field-frame.tsx'

export interface TextAreaProps extends FieldProps<string> {
  rows?: number
  /** Shown as „noch 120 Zeichen“ when less than a fifth is left. */
  maxLength?: number
  readOnly?: boolean
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  autoFocus?: boolean
}

/** Grows with its text. Longer text than allowed is not cut off: the message says how much it is. */
export function TextArea(props: TextAreaProps): ReactElement {
  const { label, value, onChange, id, name, hint, error, required, disabled, hideLabel, ...rest } = props
  const { rows = 4, maxLength, ...native } = rest
  const left = maxLength === undefined ? Infinity : maxLength - (value ?? '').length
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required} hideLabel={hideLabel}>
      <textarea
        {...native}
        id={id}
        name={name}
        rows={rows}
        className={`kern-form-input__input lt-textarea${error ? ' kern-form-input__input--error' : ''}`}
        value={value ?? ''}
        disabled={disabled}
        aria-required={required || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={(event) => onChange(event.target.value)}
      />
      {maxLength !== undefined && left < maxLength / 5 && (
        <p className="lt-hint" aria-live="polite">
          {left >= 0 ? `noch ${left} Zeichen` : `${-left} Zeichen zu viel`}
        </p>
      )}
    </FieldFrame>
  )
}
