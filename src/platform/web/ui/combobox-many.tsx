import type { ReactElement } from 'react'

import { Combobox } from './combobox.tsx'
import type { FieldProps } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './option.ts'

export interface ComboboxManyProps extends FieldProps<readonly string[]> {
  options: readonly Option[]
}

/** Several of many (nationalities, languages): a combobox that adds one more, the chosen ones below as removable chips. */
export function ComboboxMany({ value, onChange, options, ...field }: ComboboxManyProps): ReactElement {
  const chosen = value ?? []
  const labelOf = (key: string) => options.find((option) => option.value === key)?.label ?? key
  return (
    <div>
      <Combobox
        {...field}
        options={options.filter((option) => !chosen.includes(option.value))}
        value=""
        onChange={(key) => key && onChange([...chosen, key])}
      />
      {chosen.length > 0 && (
        <ul className="lt-chip-list" aria-label={`${field.label}: gewählt`}>
          {chosen.map((key) => (
            <li key={key}>
              <button
                type="button"
                className="lt-chip"
                disabled={field.disabled}
                onClick={() => onChange(chosen.filter((one) => one !== key))}
              >
                {labelOf(key)}
                <span className="kern-sr-only"> entfernen</span>
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
