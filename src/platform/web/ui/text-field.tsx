import type { HTMLInputAutoCompleteAttribute, ReactElement, ReactNode, Ref } from 'react'

import { describedBy, FieldFrame, type FieldProps } from './field-frame.tsx'

export interface TextFieldProps extends FieldProps<string> {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'time'
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  maxLength?: number
  readOnly?: boolean
  spellCheck?: boolean
  /** Language of what is typed, where it is not German (`ar`): voice and font follow. */
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  /** How much is usually typed: short fields are easier to read. */
  width?: 'short' | 'medium' | 'full'
  /** Something beside the input, a button for example. */
  end?: ReactNode
  inputRef?: Ref<HTMLInputElement>
  onBlur?: () => void
  autoFocus?: boolean
}

export function TextField(props: TextFieldProps): ReactElement {
  const { label, value, onChange, id, name, hint, error, required, disabled, hideLabel, ...rest } = props
  const { width = 'full', end, inputRef, autoComplete = 'off', type = 'text', ...native } = rest
  const input = (
    <input
      {...native}
      ref={inputRef}
      id={id}
      name={name}
      type={type}
      autoComplete={autoComplete}
      className={`kern-form-input__input lt-width-${width}${error ? ' kern-form-input__input--error' : ''}`}
      value={value ?? ''}
      disabled={disabled}
      aria-required={required || undefined}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, hint, error)}
      onChange={(event) => onChange(event.target.value)}
    />
  )
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required} hideLabel={hideLabel}>
      {end ? (
        <div className="lt-input-row">
          {input}
          {end}
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  )
}
