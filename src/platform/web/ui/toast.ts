export interface Toast {
  id: number
  text: string
  tone: 'success' | 'info' | 'danger'
}

let toasts: readonly Toast[] = []
let count = 0
const listeners = new Set<() => void>()

/** Says briefly what happened („Kontakt gespeichert“). Errors stay until closed; put those that matter into the page. */
export function toast(text: string, tone: Toast['tone'] = 'success'): void {
  publish([...toasts.slice(-3), { id: ++count, text, tone }])
}

export function closeToast(id: number): void {
  publish(toasts.filter((one) => one.id !== id))
}

export function shownToasts(): readonly Toast[] {
  return toasts
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}
