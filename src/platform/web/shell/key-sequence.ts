/** What a key press means. `n` opens a sequence; its second letter names the thing to make. */
export type KeyMeaning =
  | { type: 'palette' | 'search' | 'keys' | 'sequence' }
  | { type: 'new'; key: string }
  | { type: 'none' }

export interface KeyPress {
  key: string
  ctrlOrMeta: boolean
  alt: boolean
  /** The focus is in a field, a list or a dialog: letters are typing there. */
  typing: boolean
}

export interface KeyState {
  letterKeys: boolean
  /** When `n` was pressed, in milliseconds; absent when no sequence is open. */
  sequenceSince?: number | undefined
}

const SEQUENCE_MS = 1_500

/** Decides what a key press means; pure, the time is an argument. */
export function meaningOf(press: KeyPress, state: KeyState, now: number): KeyMeaning {
  const key = press.key.toLowerCase()
  if (press.ctrlOrMeta) return key === 'k' && !press.alt ? { type: 'palette' } : { type: 'none' }
  if (press.alt || press.typing || !state.letterKeys) return { type: 'none' }
  const open = state.sequenceSince !== undefined && now - state.sequenceSince < SEQUENCE_MS
  if (open && /^[a-zäöü]$/.test(key)) return { type: 'new', key }
  if (key === 'n') return { type: 'sequence' }
  if (key === '/') return { type: 'search' }
  if (key === '?') return { type: 'keys' }
  return { type: 'none' }
}
