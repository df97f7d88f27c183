import type { ReactElement } from 'react'

import type { ComboboxManyProps } from './combobox.tsx'
import { Icon } from './icon.tsx'
import RichCombobox from './rich-combobox.tsx'

/** Chosen entries as removable chips and a combobox that adds one more. */
export default function RichComboboxMany({
  value,
  onChange,
  options,
  ...field
}: ComboboxManyProps): ReactElement {
  const chosen = value ?? []
  const labelOf = (key: string) => options.find((option) => option.value === key)?.label ?? key
  return (
    <div className="lt-combobox-many">
      <RichCombobox
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
