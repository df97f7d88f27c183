import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'

import type { Command, SearchHit, SearchProvider } from '../module.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useApp } from './app-context.ts'
import { paletteEntries, type PaletteEntry } from './palette-entries.ts'

interface CommandPaletteProps {
  onClose: () => void
  onChoose: (command: Pick<Command, 'to' | 'run'>) => void
}

/** Search and commands in one field: the arrows move, Enter follows. */
export default function CommandPalette({ onClose, onChoose }: CommandPaletteProps): ReactElement {
  const { registry } = useApp()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const { hits, asking } = useSearch(registry.searches, typed)
  const entries = [...hits, ...paletteEntries(registry, typed)].slice(0, 30)
  useEffect(() => field.current?.focus(), [])
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    onChoose(entry)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((at + step + entries.length) % Math.max(1, entries.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(entries[at])
    }
  }
  return (
    <Dialog open onClose={onClose} title="Suchen und Befehle" wide>
      <input
        ref={field}
        className="kern-form-input__input lt-palette__input"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label="Suchen oder Befehl eingeben"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={entries[at] ? `${listId}-${at}` : undefined}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
      />
      <div id={listId} role="listbox" aria-label="Treffer" className="lt-palette__list">
        {entries.map((entry, index) => (
          // The arrows of the field move through the options; a click is for the mouse.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={entry.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className="lt-palette__entry"
            onPointerMove={() => setAt(index)}
            onClick={() => choose(entry)}
          >
            <Icon name={entry.icon} />
            <span>{entry.label}</span>
            {entry.hint && <span className="lt-menu__note">{entry.hint}</span>}
          </div>
        ))}
      </div>
      <p role="status" className="kern-body kern-body--small kern-body--muted">
        {statusOf(entries.length, asking)}
      </p>
    </Dialog>
  )
}

/** Nobody is told that there is nothing before all have answered. */
function statusOf(count: number, asking: boolean): string {
  if (asking) return 'Wird gesucht …'
  if (count === 0) return 'Nichts gefunden.'
  return count === 1 ? '1 Eintrag' : `${count} Einträge`
}

const DELAY_MS = 250

/** Asks the modules' searches once typing pauses; answers of an older text are dropped. */
function useSearch(
  searches: readonly SearchProvider[],
  typed: string,
): { hits: PaletteEntry[]; asking: boolean } {
  const [found, setFound] = useState<{ text: string; hits: PaletteEntry[] }>({ text: '', hits: [] })
  const text = typed.trim()
  useEffect(() => {
    if (text.length < 2) return
    const stop = new AbortController()
    const ask = async () => {
      const answers = await Promise.allSettled(searches.map((search) => search.search(text, stop.signal)))
      if (stop.signal.aborted) return
      const hits = answers.flatMap((answer, index) =>
        answer.status === 'fulfilled' ? answer.value.map((hit) => entryOf(hit, searches[index]!)) : [],
      )
      setFound({ text, hits })
    }
    const timer = setTimeout(() => void ask(), DELAY_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [searches, text])
  const answered = found.text === text
  return { hits: answered ? found.hits : [], asking: searches.length > 0 && text.length >= 2 && !answered }
}

function entryOf(hit: SearchHit, search: SearchProvider): PaletteEntry {
  return { key: hit.to, label: hit.label, to: hit.to, icon: 'search', hint: hit.hint ?? search.label }
}
