import type { ReactElement } from 'react'

import type { FieldProps } from './field-frame.tsx'
import { FieldSet } from './field-set.tsx'
import type { Option } from './option.ts'

export interface RadioGroupProps<Value extends string> extends FieldProps<Value | ''> {
  options: readonly Option<Value>[]
  horizontal?: boolean
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>): ReactElement {
  const {
    label,
    value,
    onChange,
    id,
    name,
    hint,
    error,
    required,
    disabled,
    hideLabel,
    options,
    horizontal,
  } = props
  return (
    <FieldSet {...{ id, label, hint, error, required, hideLabel, horizontal }} role="radiogroup">
      {options.map((option) => {
        const optionId = `${id}-${option.value}`
        return (
          <div key={option.value}>
            <div className="kern-form-check">
              <input
                id={optionId}
                name={name ?? id}
                type="radio"
                className="kern-form-check__radio"
                checked={value === option.value}
                disabled={disabled || option.disabled}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
                onChange={() => onChange(option.value)}
              />
              <label className="kern-label" htmlFor={optionId}>
                {option.label}
              </label>
            </div>
            {option.hint && (
              <p className="lt-hint lt-hint--check" id={`${optionId}-hint`}>
                {option.hint}
              </p>
            )}
          </div>
        )
      })}
    </FieldSet>
  )
}
