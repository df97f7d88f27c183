import type { ReactElement } from 'react'

import { describedBy, FieldFrame, type FieldProps } from './field-frame.tsx'
import { byGroup, type Option } from './option.ts'

export interface SelectProps<Value extends string> extends FieldProps<Value | ''> {
  options: readonly Option<Value>[]
  /** First entry, for „nothing chosen“; leave it out where a value always stands. */
  empty?: string
  width?: 'short' | 'medium' | 'full'
}

/** For up to about 15 choices; more belong in a Combobox, up to six in RadioGroup or Chips. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactElement {
  const { label, value, onChange, id, name, hint, error, required, disabled, hideLabel, ...rest } = props
  const { options, empty, width = 'full' } = rest
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required} hideLabel={hideLabel}>
      <div className={`kern-form-input__select-wrapper lt-width-${width}`}>
        <select
          id={id}
          name={name}
          className={`kern-form-input__select${error ? ' kern-form-input__select--error' : ''}`}
          value={value ?? ''}
          disabled={disabled}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          onChange={(event) => onChange(event.target.value as Value | '')}
        >
          {(empty !== undefined || !value) && <option value="">{empty ?? 'Bitte wählen'}</option>}
          {byGroup(options).map(([group, entries]) =>
            group ? (
              <optgroup key={group} label={group}>
                {entries.map(toOption)}
              </optgroup>
            ) : (
              entries.map(toOption)
            ),
          )}
        </select>
      </div>
    </FieldFrame>
  )
}

function toOption(option: Option): ReactElement {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  )
}
