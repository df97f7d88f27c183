import { useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'

export interface Tab {
  key: string
  label: string
  /** Small number behind the label, for example open tasks. */
  count?: number
  content: ReactNode
}

export interface TabsProps {
  label: string
  tabs: readonly Tab[]
  selected: string
  onSelect: (key: string) => void
}

/** Tabs inside a page (WAI-ARIA pattern, arrows move). Parts of a case with an address of their own use `TabLinks`. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps): ReactElement {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    tabs.findIndex((tab) => tab.key === selected),
  )
  const current = tabs[at]
  const onKeyDown = (event: KeyboardEvent) => {
    const target = nextTab(event.key, at, tabs.length)
    if (target === undefined) return
    event.preventDefault()
    onSelect(tabs[target]!.key)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus()
  }
  return (
    <div className="lt-tabs">
      <div className="lt-tabs__list" role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab, index) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            className="lt-tabs__tab"
            aria-selected={index === at}
            aria-controls={`${id}-panel`}
            tabIndex={index === at ? 0 : -1}
            onClick={() => onSelect(tab.key)}
            onKeyDown={onKeyDown}
          >
            {tab.label}
            {tab.count !== undefined && <span className="lt-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      {current && (
        <div id={`${id}-panel`} role="tabpanel" tabIndex={0} aria-labelledby={`${id}-${current.key}`}>
          {current.content}
        </div>
      )}
    </div>
  )
}

function nextTab(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % length
  if (key === 'ArrowLeft') return (at - 1 + length) % length
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  return undefined
}
