import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react'

import { describedBy, FieldFrame, type FieldProps } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { foldText, matchingOptions } from './matching-options.ts'
import type { Option } from './option.ts'

export interface ComboboxProps extends FieldProps<string> {
  options: readonly Option[]
  /** Own text is allowed as value when nothing of the list fits. */
  allowOther?: boolean
  /** The server searches: called with what is typed, `options` are what it found. */
  onSearch?: (typed: string) => void
  /** What the server found is not all there is. */
  more?: boolean
  /** The choice made before, whose option a search may not answer with. */
  chosen?: Option | undefined
}

/**
 * One of many: typing narrows the list (WAI-ARIA combobox, list autocomplete). Our own because the one of
 * react-aria-components costs 60 kB and hides the rest of the page from assistive technology while open.
 */
export function Combobox(props: ComboboxProps): ReactElement {
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
    onSearch,
    more = false,
  } = props
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string>()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const [picked, setPicked] = useState<Option>()
  const chosen = [...options, picked, props.chosen].find((option) => option?.value === value)
  const text = typed ?? chosen?.label ?? (allowOther ? (value ?? '') : '')
  const rows = open ? (onSearch ? options : matchingOptions(options, typed ?? '')) : []
  const active = rows[Math.min(at, rows.length - 1)]

  const show = () => {
    if (!open) setAt(0)
    if (!disabled) setOpen(true)
  }
  const take = (option: Option) => {
    setPicked(option)
    onChange(option.value)
    onSearch?.('')
  }
  const choose = (option: Option | undefined) => {
    if (option) take(option)
    setTyped(undefined)
    setOpen(false)
  }
  const type = (next: string) => {
    show()
    setTyped(next)
    setAt(0)
    onSearch?.(next)
    if (next === '') onChange('')
    else if (allowOther) onChange(next)
  }
  const leave = () => {
    setOpen(false)
    if (typed === undefined) return
    const same = options.find((option) => foldText(option.label) === foldText(typed.trim()))
    if (same) take(same)
    else onSearch?.('')
    setTyped(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) show()
      else setAt(stepped(at, event.key === 'ArrowDown' ? 1 : -1, rows.length))
    } else if (event.key === 'Enter' && open && active) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      choose(undefined)
    }
  }
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required} hideLabel={hideLabel}>
      <div
        className="lt-combobox"
        ref={box}
        onBlur={(event) => !box.current?.contains(event.relatedTarget) && leave()}
      >
        <input
          id={id}
          name={name}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          className={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`}
          value={text}
          disabled={disabled}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={active && `${id}-${active.value}`}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          onChange={(event) => type(event.target.value)}
          onClick={show}
          onKeyDown={onKeyDown}
        />
        <span className="lt-combobox__arrow" aria-hidden="true">
          <Icon name="arrowDown" />
        </span>
        <OptionList
          id={id}
          label={label}
          open={open}
          rows={rows}
          more={more}
          active={active}
          own={allowOther ?? false}
          onChoose={choose}
        />
      </div>
    </FieldFrame>
  )
}

function stepped(at: number, step: number, length: number): number {
  return length === 0 ? 0 : (at + step + length) % length
}

interface OptionListProps {
  id: string
  label: string
  open: boolean
  rows: readonly Option[]
  more: boolean
  active: Option | undefined
  /** What was typed counts as it is when nothing fits. */
  own: boolean
  onChoose: (option: Option) => void
}

function OptionList(props: OptionListProps): ReactElement {
  const { id, label, open, rows, more, active, own, onChoose } = props
  return (
    <>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="lt-listbox"
        hidden={!open || rows.length === 0}
      >
        {rows.map((option) => (
          // The arrows of the field move through the options; a click is for the mouse.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={option.value}
            id={`${id}-${option.value}`}
            role="option"
            aria-selected={option === active}
            tabIndex={-1}
            aria-disabled={option.disabled || undefined}
            className="lt-listbox__item"
            ref={option === active ? scrollIntoList : undefined}
            // The field keeps the focus: otherwise leaving it would close the list before the click arrives.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => !option.disabled && onChoose(option)}
          >
            {option.label}
            {option.hint && <span className="lt-hint">{option.hint}</span>}
          </div>
        ))}
      </div>
      {/* A line that appears and goes would move the button that is about to be pressed: only where it is needed. */}
      <p role="status" className={open && ((rows.length === 0 && !own) || more) ? 'lt-hint' : 'kern-sr-only'}>
        {open && foundWords(rows.length, more, own)}
      </p>
    </>
  )
}

function foundWords(count: number, more: boolean, own: boolean): string {
  if (count === 0)
    return own ? 'Nichts in der Liste, Ihr eigener Text gilt.' : 'Nichts gefunden. Bitte anders schreiben.'
  return more ? `Die ersten ${count} Treffer. Tippen Sie weiter, um andere zu finden.` : `${count} Treffer`
}

function scrollIntoList(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
