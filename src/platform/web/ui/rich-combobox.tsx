import { useState, type ReactElement } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'

import type { ComboboxProps } from './combobox.tsx'
import { describedBy, FieldError } from './field-frame.tsx'
import { Button } from 'react-aria-components'
import { Icon } from './icon.tsx'
import { matchingOptions } from './matching-options.ts'

/** The react-aria-components half of Combobox; loaded lazily. */
export default function RichCombobox(props: ComboboxProps): ReactElement {
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
    allowOther,
  } = props
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState(chosen?.label ?? (allowOther ? value : ''))
  const [shownFor, setShownFor] = useState(value)
  if (shownFor !== value) {
    setShownFor(value)
    setTyped(chosen?.label ?? (allowOther ? value : ''))
  }
  const rows = matchingOptions(options, typed === chosen?.label ? '' : typed)
  return (
    <ComboBox
      className={`kern-form-input lt-field${error ? ' kern-form-input--error' : ''}`}
      items={rows}
      inputValue={typed ?? ''}
      onInputChange={(text) => {
        setTyped(text)
        if (text === '' && value) onChange('')
        else if (allowOther && !options.some((option) => option.label === text)) onChange(text)
      }}
      value={chosen ? value : null}
      onChange={(key) => key !== null && onChange(String(key))}
      allowsCustomValue={allowOther ?? false}
      allowsEmptyCollection
      menuTrigger="focus"
      isDisabled={disabled ?? false}
      isInvalid={Boolean(error)}
    >
      <Label className={hideLabel ? 'kern-sr-only' : 'kern-label'}>
        {label}
        {required && <span className="kern-label__optional lt-required">Pflichtangabe</span>}
      </Label>
      {hint && (
        <div className="kern-hint lt-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="lt-combobox">
        <Input
          id={id}
          name={name ?? id}
          autoComplete="off"
          className={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`}
          aria-describedby={describedBy(id, hint, error)}
          aria-required={required || undefined}
        />
        <Button className="lt-combobox__open">
          <Icon name="arrowDown" />
        </Button>
      </div>
      <FieldError id={id} error={error} />
      <Popover className="lt-popover" offset={4}>
        <ListBox<(typeof rows)[number]>
          className="lt-listbox"
          renderEmptyState={() => <p className="lt-hint">Nichts gefunden. Bitte anders schreiben.</p>}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="lt-listbox__item">
              <Text slot="label">{option.label}</Text>
              {option.hint && (
                <Text slot="description" className="lt-hint">
                  {option.hint}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
