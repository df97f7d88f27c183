import type { Page } from 'playwright-core'

/**
 * To another address without loading the program, as a link does. What was read before is forgotten and messages are
 * closed, so that nothing of the page before is taken for something of the new one. False where only loading will do:
 * nobody is signed in, it is the same page, or something typed would be lost.
 */
export const turnTo = (page: Page, path: string): Promise<boolean> =>
  page.evaluate<boolean>(`(async () => {
    const target = new URL(${JSON.stringify(path)}, location.href)
    const runs = document.querySelector('[aria-label=Hauptnavigation]') !== null && document.querySelector('dialog[open]') === null
    if (!runs || target.pathname + target.search === location.pathname + location.search) return false
    if (!dispatchEvent(new Event('beforeunload', { cancelable: true }))) return false
    const cache = (${cacheOfTheProgram})()
    document.querySelectorAll('.lt-toasts button').forEach((close) => close.click())
    cache.removeQueries({ type: 'inactive' })
    await cache.invalidateQueries({ refetchType: 'none' })
    history.pushState(null, '', target)
    return true
  })()`)

/** What both pages show (the notifications above, say) is still as it was read before. */
export const readAgain = (page: Page): Promise<void> =>
  page.evaluate<void>(
    `void (${cacheOfTheProgram})().refetchQueries({ type: 'active', stale: true }, { cancelRefetch: false })`,
  )

// Texts, because the tests know no DOM types. The program hands what it read down from the top of React's tree.
const cacheOfTheProgram = `() => {
  const root = [...document.body.children].find((one) => Object.keys(one).some((key) => key.startsWith('__reactContainer')))
  let part = root?.[Object.keys(root).find((key) => key.startsWith('__reactContainer'))]
  while (part && !part.memoizedProps?.client) part = part.child
  return part.memoizedProps.client
}`
