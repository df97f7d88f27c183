import type { ReactElement } from 'react'

import { describedBy, FieldError, type FieldProps } from './field-frame.tsx'

export type CheckboxProps = Omit<FieldProps<boolean>, 'required' | 'hideLabel'>

export function Checkbox({
  label,
  value,
  onChange,
  id,
  name,
  hint,
  error,
  disabled,
}: CheckboxProps): ReactElement {
  return (
    <div className={`lt-field${error ? ' kern-form-check--error lt-check--error' : ''}`}>
      <div className="kern-form-check">
        <input
          id={id}
          name={name}
          type="checkbox"
          className="kern-form-check__checkbox"
          checked={value ?? false}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label className="kern-label" htmlFor={id}>
          {label}
        </label>
      </div>
      {hint && (
        <div className="lt-hint lt-hint--check" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError id={id} error={error} />
    </div>
  )
}
