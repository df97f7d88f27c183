import { useEffect, useEffectEvent } from 'react'

import { meaningOf, type KeyMeaning } from './key-sequence.ts'
import { isSharing } from './use-sharing.ts'
import { usePreferences } from './preferences.ts'

interface Handlers {
  onPalette: () => void
  onKeys: () => void
  onNew: (key: string) => void
}

/** Keyboard of the whole app: Strg K, `/`, `?`, `n` then a letter. Letters can be switched off. */
export function useShortcuts(handlers: Handlers): void {
  const { letterKeys } = usePreferences()
  const act = useEffectEvent((meaning: KeyMeaning) => {
    if (meaning.type === 'palette' || meaning.type === 'search') handlers.onPalette()
    else if (meaning.type === 'keys') handlers.onKeys()
    else if (meaning.type === 'new') handlers.onNew(meaning.key)
  })
  useEffect(() => {
    let sequenceSince: number | undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (isSharing()) return
      if (event.defaultPrevented || event.repeat || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key))
        return
      const press = {
        key: event.key,
        ctrlOrMeta: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        typing: isTyping(event.target),
      }
      const meaning = meaningOf(press, { letterKeys, sequenceSince }, event.timeStamp)
      sequenceSince = meaning.type === 'sequence' ? event.timeStamp : undefined
      if (meaning.type === 'none') return
      event.preventDefault()
      act(meaning)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [letterKeys])
}

const NO_TYPING = ['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'range', 'color', 'image']

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('dialog, [role=listbox], [role=menu]')) return true
  if (target instanceof HTMLInputElement) return !NO_TYPING.includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
