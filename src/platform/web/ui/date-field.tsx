import { useRef, useState, type ReactElement } from 'react'

import { formatDate, parseDate, today } from '../dates.ts'
import { Button } from './button.tsx'
import type { FieldProps } from './field-frame.tsx'
import { TextField } from './text-field.tsx'

export interface DateFieldProps extends FieldProps<string> {
  /** ISO dates; only limit the calendar, the schema decides. */
  min?: string
  max?: string
  autoComplete?: 'bday' | 'off'
}

/**
 * A date, typed as 21.11.2026, 211126, 21.11. or „heute“, or picked from the browser's own calendar. The value is
 * ISO text; what is no date stays as typed, so that nothing is lost and the schema can say what is wrong.
 */
export function DateField(props: DateFieldProps): ReactElement {
  const { value, onChange, min, max, autoComplete = 'off', ...field } = props
  const [typing, setTyping] = useState<string>()
  const picker = useRef<HTMLInputElement>(null)
  const iso = value && parseDate(value, today()) === value ? value : ''
  return (
    <TextField
      {...field}
      hint={field.hint ?? 'Zum Beispiel 21.11.2026'}
      width="short"
      inputMode="text"
      autoComplete={autoComplete}
      value={typing ?? formatDate(value ?? '')}
      onChange={(text) => {
        setTyping(text)
        onChange(parseDate(text, today()) ?? text)
      }}
      onBlur={() => setTyping(undefined)}
      end={
        <>
          <Button
            icon="calendar"
            iconOnly
            variant="tertiary"
            disabled={field.disabled ?? false}
            onClick={() => picker.current?.showPicker()}
          >
            {`Kalender öffnen: ${field.label}`}
          </Button>
          <input
            ref={picker}
            type="date"
            className="lt-hidden-picker"
            tabIndex={-1}
            aria-hidden="true"
            value={iso}
            min={min}
            max={max}
            onChange={(event) => onChange(event.target.value)}
          />
        </>
      }
    />
  )
}
