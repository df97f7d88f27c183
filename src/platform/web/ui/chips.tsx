import type { ReactElement } from 'react'

import type { FieldProps } from './field-frame.tsx'
import { FieldSet } from './field-set.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './option.ts'

export interface ChipsProps<Value extends string> extends FieldProps<Value | ''> {
  options: readonly Option<Value>[]
}

/** One of a few, chosen with one tap (duration, kind of contact). A second tap takes the choice back. */
export function Chips<Value extends string>(props: ChipsProps<Value>): ReactElement {
  const { value, onChange, options, ...rest } = props
  return (
    <ChipSet
      {...rest}
      options={options}
      isOn={(option) => value === option}
      toggle={(option) => onChange(value === option ? '' : option)}
    />
  )
}

export interface ChipsManyProps<Value extends string> extends FieldProps<readonly Value[]> {
  options: readonly Option<Value>[]
}

/** Several of a few (topics, persons who were there). The order is that of the options. */
export function ChipsMany<Value extends string>(props: ChipsManyProps<Value>): ReactElement {
  const { value, onChange, options, ...rest } = props
  const chosen = value ?? []
  const toggle = (option: Value) => {
    const stays = (one: Value) => (one === option ? !chosen.includes(one) : chosen.includes(one))
    onChange(options.map((one) => one.value).filter(stays))
  }
  return <ChipSet {...rest} options={options} isOn={(option) => chosen.includes(option)} toggle={toggle} />
}

interface ChipSetProps<Value extends string> extends Omit<FieldProps<never>, 'value' | 'onChange'> {
  options: readonly Option<Value>[]
  isOn: (value: Value) => boolean
  toggle: (value: Value) => void
}

function ChipSet<Value extends string>(props: ChipSetProps<Value>): ReactElement {
  const { id, label, hint, error, required, hideLabel, disabled, options, isOn, toggle } = props
  return (
    <FieldSet {...{ id, label, hint, error, required, hideLabel }} horizontal role="group">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="lt-chip"
          aria-pressed={isOn(option.value)}
          disabled={disabled || option.disabled}
          title={option.hint}
          onClick={() => toggle(option.value)}
        >
          {isOn(option.value) && <Icon name="check" size={16} />}
          {option.label}
        </button>
      ))}
    </FieldSet>
  )
}
