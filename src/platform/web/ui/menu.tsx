import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'

import { Button, type ButtonProps } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

export interface MenuItem {
  label: string
  icon?: IconName
  /** One of both. */
  to?: string
  onSelect?: () => void
  /** Right-hand note, the key for example. */
  note?: string
  /** A line above it. */
  separated?: boolean
}

export interface MenuProps extends Pick<ButtonProps, 'variant' | 'size' | 'icon' | 'iconOnly'> {
  label: string
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}

/** A button that opens a short list of actions or links. Arrows move, Escape closes and returns the focus. */
export function Menu({ label, items, align = 'start', ...look }: MenuProps): ReactElement {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const listId = useId()
  useEffect(() => {
    if (!open) return
    box.current?.querySelector<HTMLElement>('li a, li button')?.focus()
    const onPointer = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [open])
  const close = (refocus: boolean) => {
    setOpen(false)
    if (refocus) box.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      close(true)
    } else if (open && moveFocus(event.key, box.current)) event.preventDefault()
  }
  return (
    // Only watches the keys and the focus of the button and the list inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="lt-menu"
      ref={box}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Button {...look} aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      <ul id={listId} className={`lt-menu__list lt-menu__list--${align}`} hidden={!open}>
        {items.map((item) => (
          <li key={item.label} className={item.separated ? 'lt-menu__separated' : undefined}>
            <Entry item={item} onDone={() => close(!item.to)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Entry({ item, onDone }: { item: MenuItem; onDone: () => void }): ReactElement {
  const content = (
    <>
      {item.icon && <Icon name={item.icon} />}
      <span>{item.label}</span>
      {item.note && <span className="lt-menu__note">{item.note}</span>}
    </>
  )
  if (item.to !== undefined) {
    return (
      <Link to={item.to} look="plain" onClick={onDone}>
        {content}
      </Link>
    )
  }
  return (
    <button
      type="button"
      onClick={() => {
        onDone()
        item.onSelect?.()
      }}
    >
      {content}
    </button>
  )
}

function moveFocus(key: string, box: HTMLElement | null): boolean {
  const entries = [...(box?.querySelectorAll<HTMLElement>('li a, li button') ?? [])]
  const at = entries.indexOf(document.activeElement as HTMLElement)
  const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
  const target = targets[key]
  if (target === undefined) return false
  entries.at(target % entries.length)?.focus()
  return true
}
