import { useEffect } from 'react'

/** What a person works on as one thing: the focus goes to its heading when the control pressed is gone. */
const PLACES = 'section, article, form, fieldset, table, dialog[open], [role=tabpanel], main'

/**
 * Nobody loses their place: when the control that has the focus disappears (a button that did its work, a row that left
 * the list), the focus goes to the heading of the nearest part around it that is still there. Pages and dialogs that
 * take the focus themselves come first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: Element[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const onFocus = ({ target }: FocusEvent) => {
      around = []
      for (let one = target as Element | null; one; one = one.parentElement) around.push(one)
    }
    const check = () => {
      if (isLost(around)) takeOver(around)
    }
    const observer = new MutationObserver(() => {
      if (!isLost(around)) return
      clearTimeout(timer)
      timer = setTimeout(check, 50)
    })
    document.addEventListener('focusin', onFocus)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', onFocus)
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [])
}

/** Something had the focus, is gone, and nothing has taken it since. */
function isLost(around: readonly Element[]): boolean {
  const [last] = around
  return (
    last !== undefined && !last.isConnected && (document.activeElement ?? document.body) === document.body
  )
}

function takeOver(around: readonly Element[]): void {
  const place = around.find((one) => one.isConnected && one.matches(PLACES)) ?? document.querySelector('main')
  const target = place?.querySelector<HTMLElement>('h1, h2, h3, h4, legend, caption') ?? place
  if (!(target instanceof HTMLElement)) return
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus({ preventScroll: true })
}
